import { useLocation } from 'preact-iso/router';
import { useEffect, useState } from 'preact/hooks';
import { dayOf, isDay } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import type { RouteProps } from '../../shell/lazy-screen.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { KeptNote } from '../../ui/chips.js';
import { Choices } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { linesTyped, TypedLines, type TypedTexts } from '../orders/typed-lines.js';
import { ChangeStandingOrder, StandingOrder, type Occurrence, type Standing } from './documents.js';
import { RhythmFields, type Rhythm } from './rhythm-fields.js';
import { loadText } from './texts.js';
import { say } from './words.js';

/** Other kilograms, prices or days; with `?ngay=` of that one time alone. */
export default function ChangeStandingScreen({ params, query }: RouteProps) {
  const words = say();
  const id = params['id'] as Id;
  const day = query['ngay'] ?? null;
  const { data, at, isKept, isLoading, fault, refresh } = useRead(StandingOrder, { id });
  const standing = data?.standingOrder;
  const one = standing?.occurrences.find((occurrence) => occurrence.day === day);
  const back = `/app/don-dinh-ky/${id}`;
  if (standing)
    return (
      <ChangeForm
        key={day}
        standing={standing}
        keptAt={isKept ? at : undefined}
        once={one}
        onRefused={refresh}
        back={back}
      />
    );
  return (
    <Screen title={words.changeTitle} code="R4" back={back}>
      {!data && isLoading && <Skeleton rows={3} />}
      {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
      {data && <EmptyState picture={<Icon name="calendar" size={56} />} title={words.gone} />}
    </Screen>
  );
}

type Applies = 'ONLY_THIS' | 'FROM_NEXT';

interface ChangeFormProps {
  standing: Standing;
  /** When the phone kept it, where the market could not be asked. */
  keptAt: Date | undefined;
  /** The one time that is changed alone. */
  once: Occurrence | undefined;
  onRefused: () => void;
  back: string;
}

function ChangeForm({ standing, keptAt, once, onRefused, back }: ChangeFormProps) {
  const words = say();
  const gathering = once ? undefined : standing.occurrences.find((one) => one.isGathering);
  const [chosen, setChosen] = useState<Applies | null>(null);
  // Until it is touched here it is the newest that is known, not what this phone once kept.
  const [changed, setRhythm] = useState<Rhythm | null>(null);
  const rhythm = changed ?? standing;
  const [typed, setTyped] = useState<TypedTexts>({});
  // What is typed is a change of what was seen then.
  const [seen, setSeen] = useState<number | null>(null);
  const touched = (): void => setSeen(seen ?? standing.version);
  const deed = useDeed();
  const { notDone } = deed;
  useEffect(() => {
    // Who was told no looks at the newest; who was told nothing was not told what another phone changed.
    if (notDone && !notDone.isUnanswered) setSeen(null);
  }, [notDone]);
  const { route } = useLocation();
  const applies: Applies | null = once ? 'ONLY_THIS' : gathering ? chosen : 'FROM_NEXT';
  const single = once ?? (applies === 'ONLY_THIS' ? gathering : undefined);
  const known = single?.lines ?? standing.lines;
  const lines = linesTyped(known, typed);
  const today = dayOf(new Date());
  const dayText = (text: string): string => (isDay(text) ? fmt().nearDay(text, today) : text);

  const save = async (): Promise<void> => {
    if (!lines || !applies) return;
    const { weekdays, leadHours } = rhythm;
    const calendar = single ? {} : { weekdays: [...weekdays], leadHours };
    const expectedVersion = seen ?? standing.version;
    const of = { standingOrderId: standing.id as Id, expectedVersion };
    const wish = { ...of, ...calendar, lines, applies };
    const saved = await deed.run(ChangeStandingOrder, { ...wish, day: single?.day ?? null });
    if (saved) route(back);
    else onRefused();
  };
  return (
    <Screen
      title={once ? words.onceTitle : words.changeTitle}
      code="R4"
      back={back}
      action={
        applies && (
          <>
            <NotDone why={notDone} />
            <Button
              look="main"
              isWide
              isDisabled={!lines?.length || rhythm.weekdays.length === 0 || deed.isBusy}
              onPress={() => void save()}
            >
              {!lines?.length
                ? words.needKg
                : rhythm.weekdays.length === 0
                  ? words.needDay
                  : single
                    ? words.saveOnce(dayText(single.day))
                    : words.save}
            </Button>
          </>
        )
      }
    >
      <div class="stack">
        {keptAt && <KeptNote at={keptAt} />}
        <p class="lead">
          {loadText(standing.lines, standing.crop)}
          {once && `, ${dayText(once.day)}`}
        </p>
        {gathering && (
          <Choices
            name="lan"
            legend={words.which}
            value={chosen}
            choices={[
              {
                value: 'ONLY_THIS',
                label: words.onlyThis,
                note: words.onlyThisNote(dayText(gathering.day), gathering.order?.number ?? ''),
              },
              { value: 'FROM_NEXT', label: words.fromNext, note: words.fromNextNote },
            ]}
            onChange={(choice) => {
              setChosen(choice);
              setTyped({});
            }}
          />
        )}
        {applies && (
          <>
            {!single && (
              <RhythmFields
                rhythm={rhythm}
                onChange={(to) => {
                  touched();
                  setRhythm(to);
                }}
              />
            )}
            <TypedLines
              lines={known}
              typed={typed}
              onType={(to) => {
                touched();
                setTyped(to);
              }}
              kgLabel={single ? words.kgOnce : words.kg}
              priceLabel={words.price}
              priceHint={() => (single?.isGathering ? words.priceHintOnce : words.priceHint)}
            />
          </>
        )}
      </div>
    </Screen>
  );
}
