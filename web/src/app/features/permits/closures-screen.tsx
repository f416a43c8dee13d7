import { useState } from 'preact/hooks';
import { dayOf, instant, isDay, plusDays, type Day } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { isOnline } from '../../api/line.js';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { KeptNote } from '../../ui/chips.js';
import { Field, TextField } from '../../ui/field.js';
import { NotDone } from '../../ui/not-done.js';
import { PickField } from '../../ui/pick-field.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { ConfirmSheet } from '../../ui/sheet.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { fmt } from '../../words/words.js';
import { CloseCommune, ClosuresNow, OpenCommune } from './closure-documents.js';
import { ClosureOutlook } from './closure-outlook.js';
import { say } from './closure-words.js';

type Closure = ResultOf<typeof ClosuresNow>['closures'][number];
type Unit = ResultOf<typeof ClosuresNow>['adminUnits'][number];

const at = (moment: unknown): string => fmt().moment(new Date(String(moment)), new Date());

/** Communes that nothing may leave: which, by what decision, until when; and one more. */
export default function ClosuresScreen() {
  const words = say();
  const { data, at: readAt, isKept, isLoading, fault, refresh } = useRead(ClosuresNow, {});
  const deed = useDeed();
  const [asked, setAsked] = useState<Closure | null>(null);
  const lift = async (closure: Closure): Promise<void> => {
    setAsked(null);
    if (await deed.run(OpenCommune, { closureId: closure.id as Id }, closure.id)) refresh();
  };
  return (
    <Screen title={words.title} code="V7" back="/app/vp/giay">
      <div class="stack loose">
        {isKept && readAt && <KeptNote at={readAt} />}
        <p>{words.intro}</p>
        {!isOnline.value && <p class="stale">{words.needLine}</p>}
        {!data && isLoading && <Skeleton rows={2} />}
        {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
        <NotDone why={deed.notDone} />
        {data?.closures.length === 0 && <p class="earth">{words.none}</p>}
        {data?.closures.map((closure) => (
          <Card key={closure.id} title={closure.commune?.name ?? closure.source} isPanel>
            <p>{closure.source}</p>
            <p>
              {words.from(at(closure.from))},{' '}
              {closure.until === null ? words.open : words.until(at(closure.until))}
            </p>
            <Button isWide isDisabled={deed.isBusy} onPress={() => setAsked(closure)}>
              {words.lift}
            </Button>
          </Card>
        ))}
        {data && <Close units={data.adminUnits} onClosed={refresh} />}
      </div>
      <ConfirmSheet
        title={words.liftAsk(asked?.commune?.name ?? '')}
        note={words.liftNote}
        yes={words.liftYes}
        no={words.keep}
        isOpen={asked !== null}
        onNo={() => setAsked(null)}
        onYes={() => asked && void lift(asked)}
      />
    </Screen>
  );
}

const COMMUNES: ReadonlySet<string> = new Set(['COMMUNE', 'TOWNSHIP', 'WARD']);

function Close({ units, onClosed }: { units: readonly Unit[]; onClosed: () => void }) {
  const words = say();
  const deed = useDeed();
  const today = dayOf(new Date());
  const [communeId, setCommune] = useState('');
  const [firstDay, setFirst] = useState<Day | ''>(today);
  const [lastDay, setLast] = useState<Day | ''>('');
  const [source, setSource] = useState('');
  const communes = units.filter(({ kind }) => COMMUNES.has(kind));
  const close = async (): Promise<void> => {
    if (firstDay === '') return;
    const from = firstDay === today ? new Date() : instant(firstDay, '00:00');
    const to = lastDay === '' ? null : instant(plusDays(lastDay, 1), '00:00');
    const input = {
      communeId,
      from: from.toISOString(),
      to: to?.toISOString() ?? null,
      source,
    };
    if (!(await deed.run(CloseCommune, input))) return;
    setCommune('');
    setSource('');
    onClosed();
  };
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <h2>{words.close}</h2>
      <PickField
        id="closed-commune"
        label={words.commune}
        error={saidAt(deed.notDone, 'communeId')}
        value={communeId}
        options={[
          { value: '', label: words.choose },
          ...communes.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={setCommune}
      />
      <DateField
        id="closed-from"
        label={words.firstDay}
        error={saidAt(deed.notDone, 'from')}
        value={firstDay}
        onChange={setFirst}
      />
      <DateField
        id="closed-to"
        label={words.lastDay}
        error={saidAt(deed.notDone, 'to')}
        value={lastDay}
        onChange={setLast}
      />
      <TextField
        id="closed-source"
        label={words.source}
        hint={words.sourceHint}
        error={saidAt(deed.notDone, 'source')}
        autocomplete="off"
        maxLength={200}
        value={source}
        onChange={setSource}
      />
      {communeId !== '' && firstDay !== '' && (
        <ClosureOutlook
          communeId={communeId}
          from={instant(firstDay, '00:00').toISOString()}
          to={lastDay === '' ? null : instant(plusDays(lastDay, 1), '00:00').toISOString()}
        />
      )}
      <NotDone why={saidElsewhere(deed.notDone, 'communeId', 'from', 'to', 'source')} />
      <Button
        look="stop"
        isWide
        type="submit"
        isDisabled={
          deed.isBusy ||
          !isOnline.value ||
          communeId === '' ||
          firstDay === '' ||
          source.trim() === ''
        }
        onPress={() => void close()}
      >
        {words.closeYes}
      </Button>
    </form>
  );
}

interface DateFieldProps {
  id: string;
  label: string;
  error?: string;
  value: Day | '';
  onChange: (day: Day | '') => void;
}

const DateField = ({ id, label, error, value, onChange }: DateFieldProps) => (
  <Field id={id} label={label} error={error}>
    {(tied) => (
      <input
        class="input"
        type="date"
        {...tied}
        value={value}
        onChange={({ currentTarget: { value: typed } }) => {
          if (typed === '' || isDay(typed)) onChange(typed);
        }}
      />
    )}
  </Field>
);
