import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../ui/button.js';
import { fmt } from '../../words/words.js';
import type { Lot } from './documents.js';
import { gradeName, priceText } from './lot-face.js';
import { disputed, type DraftLine } from './lot-draft.js';
import { say } from './words.js';

interface LotConflictProps {
  /** The lot with what was changed here. */
  mine: readonly DraftLine[];
  /** The lot as it stands. */
  theirs: readonly DraftLine[];
  current: Lot;
  message: string;
  onMine: (lines: readonly DraftLine[]) => void;
  onTheirs: () => void;
}

/** Two phones changed the same lot: both figures side by side, and the person decides. */
export function LotConflict({
  mine,
  theirs,
  current,
  message,
  onMine,
  onTheirs,
}: LotConflictProps) {
  const words = say();
  const head = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => head.current?.focus(), []);
  const unlike = disputed(mine, theirs);
  const at = (lines: readonly DraftLine[], code: string): DraftLine | undefined =>
    lines.find(({ gradeCode }) => gradeCode === code);
  return (
    <section class="stack" role="alert">
      <h2 tabIndex={-1} ref={head}>
        {message}
      </h2>
      <div class="table-wrap">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.conflictGrade}</th>
              <th scope="col">{words.conflictMine}</th>
              <th scope="col">{words.conflictTheirs}</th>
            </tr>
          </thead>
          <tbody>
            {current.grades
              .filter(({ grade }) => unlike.includes(grade.code))
              .map((line) => (
                <tr key={line.id}>
                  <th scope="row">{gradeName(line)}</th>
                  <Figures line={at(mine, line.grade.code)} />
                  <Figures line={at(theirs, line.grade.code)} />
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <Button look="main" isWide onPress={() => onMine(mine)}>
        {words.keepMine}
      </Button>
      <Button isWide onPress={onTheirs}>
        {words.takeTheirs}
      </Button>
    </section>
  );
}

const Figures = ({ line }: { line: DraftLine | undefined }) => (
  <td>
    <b class="num">{fmt().kg(line?.grams ?? 0)}</b>
    <br />
    {priceText(line?.askVndPerKg ?? null)}
  </td>
);
