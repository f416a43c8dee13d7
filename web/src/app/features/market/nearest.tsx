import { dayOf, type Day } from '../../../../../src/kernel/day.js';
import { useRead } from '../../offline/use-read.js';
import { CropDrawing } from '../../ui/crop-drawing.js';
import { EmptyState, Skeleton } from '../../ui/states.js';
import { named } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { Alternatives, type Alternative } from './documents.js';
import type { filterOf } from './search-draft.js';
import { say } from './words.js';

/** In place of an empty page: what comes nearest, one condition loosened at a time. */
export function Nearest({ filter }: { filter: ReturnType<typeof filterOf> }) {
  const words = say();
  const { data, isLoading } = useRead(Alternatives, { filter });
  const found = data?.lotAlternatives ?? [];
  if (!data && isLoading) return <Skeleton rows={2} />;
  if (found.length === 0) {
    return (
      <EmptyState
        picture={<CropDrawing code={filter.cropCode ?? 'NA'} size={72} />}
        title={words.nothing}
        note={words.nothingNote}
      />
    );
  }
  return (
    <section class="stack" aria-live="polite">
      <h2>{words.none}</h2>
      <p>{words.noneNote}</p>
      {found.map((one) => (
        <section class="card" key={`${one.kind} ${one.day ?? one.grade?.code ?? ''}`}>
          <h3>{words.instead[one.kind](whatOf(one))}</h3>
          {one.lots.map((lot) => (
            <a class="btn wide" key={lot.id} href={`/app/lo/${lot.id}`}>
              {lot.commune.name} ·{' '}
              <span class="num">
                {fmt().kg(lot.grades.reduce((sum, { freeGrams }) => sum + freeGrams, 0))}
              </span>
            </a>
          ))}
        </section>
      ))}
    </section>
  );
}

const whatOf = ({ day, grade, communes }: Alternative): string =>
  day
    ? fmt().nearDay(day as Day, dayOf(new Date()))
    : grade
      ? named(grade)
      : communes.map(({ name }) => name).join(', ');
