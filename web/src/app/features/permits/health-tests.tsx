import { useState } from 'preact/hooks';
import type { ResultOf } from '../../api/graphql.js';
import { useDeed } from '../../api/use-deed.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Choices, Field, Switch } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { NotDone } from '../../ui/not-done.js';
import { saidAt, saidElsewhere } from '../../ui/said-at.js';
import { toFirstWrong } from '../../ui/point-out.js';
import { Sheet } from '../../ui/sheet.js';
import { fmt } from '../../words/words.js';
import { RecordProof, type PermitForm } from './permit-documents.js';
import { say } from './permit-words.js';

type Test = ResultOf<typeof PermitForm>['healthProofs'][number];

interface HealthTestsProps {
  tests: readonly Test[];
  onRecorded: () => void;
}

/** The driver's own tests and until when each counts; a new one is three answers. */
export function HealthTests({ tests, onRecorded }: HealthTestsProps) {
  const words = say();
  const [isOpen, setOpen] = useState(false);
  const now = new Date();
  return (
    <Card title={words.tests}>
      {tests.length === 0 && <p class="earth">{words.noTests}</p>}
      <ul class="stack tight">
        {tests.slice(0, 3).map(({ id, kind, sampledAt, validTo }) => {
          const isGood = validTo !== null && new Date(validTo) > now;
          return (
            <li key={id} class={isGood ? 'met' : 'unmet'}>
              <Icon name={isGood ? 'check' : 'clock'} />
              <span>
                <b>{words.kinds[kind]}</b> {fmt().moment(new Date(sampledAt), now)} –{' '}
                {isGood ? words.testUntil(fmt().moment(new Date(validTo), now)) : words.testPast}
              </span>
            </li>
          );
        })}
      </ul>
      <Button icon="plus" isWide onPress={() => setOpen(true)}>
        {words.addTest}
      </Button>
      <Sheet title={words.addTest} isOpen={isOpen} onClose={() => setOpen(false)}>
        <NewTest
          onRecorded={() => {
            setOpen(false);
            onRecorded();
          }}
        />
      </Sheet>
    </Card>
  );
}

const KINDS = ['RAPID_AG', 'RT_PCR'] as const;

function NewTest({ onRecorded }: { onRecorded: () => void }) {
  const words = say();
  const deed = useDeed();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('RAPID_AG');
  const [isNegative, setNegative] = useState(true);
  const [sampled, setSampled] = useState(() => wallTime(new Date(Date.now() - HOUR_MS)));
  const [result, setResult] = useState(() => wallTime(new Date()));
  const [isWrong, setWrong] = useState(false);
  const record = async (): Promise<void> => {
    const [sampledAt, resultAt] = [instantOf(sampled), instantOf(result)];
    const isOrdered = sampledAt <= resultAt && resultAt.getTime() <= Date.now() + MINUTE_MS;
    setWrong(!isOrdered);
    if (!isOrdered) return toFirstWrong();
    const recorded = await deed.run(RecordProof, {
      kind,
      isNegative,
      sampledAt: sampledAt.toISOString(),
      resultAt: resultAt.toISOString(),
    });
    if (recorded) onRecorded();
  };
  return (
    <>
      <Choices
        name="test-kind"
        legend={words.kind}
        choices={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        value={kind}
        onChange={setKind}
      />
      <Switch
        label={words.negative}
        note={words.negativeNote}
        isOn={isNegative}
        onChange={setNegative}
      />
      <TimeField id="sampled" label={words.sampled} value={sampled} onChange={setSampled} />
      <TimeField
        id="result"
        label={words.result}
        value={result}
        onChange={setResult}
        error={isWrong ? words.badTimes : saidAt(deed.notDone, 'resultAt')}
      />
      <NotDone why={saidElsewhere(deed.notDone, 'resultAt')} />
      <Button
        look="main"
        icon="check"
        isWide
        isDisabled={deed.isBusy}
        onPress={() => void record()}
      >
        {words.saveTest}
      </Button>
    </>
  );
}

interface TimeFieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (text: string) => void;
  error?: string | undefined;
}

const TimeField = ({ id, label, value, onChange, error }: TimeFieldProps) => (
  <Field id={id} label={label} {...(error !== undefined && { error })}>
    {(tied) => (
      <input
        class="input"
        {...tied}
        type="datetime-local"
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    )}
  </Field>
);

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The clock on a wall in Việt Nam as the phone's own picker takes it: `2026-11-24T05:30`. */
const wallTime = (at: Date): string =>
  new Date(at.getTime() + 7 * HOUR_MS).toISOString().slice(0, 16);

const instantOf = (wall: string): Date => new Date(`${wall}:00+07:00`);
