import { useState } from 'preact/hooks';
import type { Id } from '../../../../../src/kernel/id.js';
import { useDeed } from '../../api/use-deed.js';
import { useRead } from '../../offline/use-read.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Field, Switch, TextField } from '../../ui/field.js';
import { weightHeard } from '../../ui/heard.js';
import { NotDone } from '../../ui/not-done.js';
import { WeightField } from '../../ui/spoken-field.js';
import { ErrorState, Skeleton } from '../../ui/states.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { ChangeSlip } from './change-slip.js';
import { PreviewChange, ProposeChange, type ChangeableDeal } from './change-documents.js';
import { say } from './change-words.js';

interface ChangeFormProps {
  orderId: Id;
  deals: readonly ChangeableDeal[];
  readyFrom: string;
  readyTo: string;
  isBuyer: boolean;
  onSent: () => void;
}

interface Hours {
  readonly from: string;
  readonly to: string;
}

/** What one side wants different; shown with all it does before it is sent. */
export function ChangeForm({ orderId, deals, isBuyer, onSent, ...now }: ChangeFormProps) {
  const words = say();
  const [kg, setKg] = useState<Readonly<Record<string, string>>>({});
  const [hours, setHours] = useState<Hours | null>(null);
  const [isLooking, setLooking] = useState(false);
  const isMoved =
    hours && (hours.from !== typedAt(now.readyFrom) || hours.to !== typedAt(now.readyTo));
  const wish = wishOf(orderId, deals, kg, isMoved ? hours : null);
  if (isLooking && wish)
    return (
      <LookFirst wish={wish} isBuyer={isBuyer} onBack={() => setLooking(false)} onSent={onSent} />
    );
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      <p class="earth">{words.intro}</p>
      {deals.map((deal, nth) => (
        <Card key={deal.id} title={isBuyer ? deal.household.name : deal.number}>
          {gradesOf(deal).map(({ grade, grams }, row) => {
            const key = `${deal.id} ${grade.code}`;
            return (
              <WeightField
                key={key}
                id={key.replace(' ', '-')}
                label={titled(named(grade))}
                hint={words.kgNow(fmt().kg(grams))}
                isNeeded={!wish && nth + row === 0}
                value={kg[key] ?? ''}
                onChange={(text) => setKg({ ...kg, [key]: text })}
              />
            );
          })}
        </Card>
      ))}
      <Switch
        label={words.hours}
        isOn={hours !== null}
        onChange={(isOn) =>
          setHours(isOn ? { from: typedAt(now.readyFrom), to: typedAt(now.readyTo) } : null)
        }
      />
      {hours && (
        <>
          <AtField
            id="tu"
            label={words.from}
            value={hours.from}
            onChange={(from) => setHours({ ...hours, from })}
          />
          <AtField
            id="den"
            label={words.until}
            value={hours.to}
            onChange={(to) => setHours({ ...hours, to })}
          />
        </>
      )}
      <Button look="main" isWide isDisabled={!wish} onPress={() => setLooking(wish !== null)}>
        {wish ? words.look : words.needChange}
      </Button>
    </form>
  );
}

type Wish = NonNullable<ReturnType<typeof wishOf>>;

interface LookFirstProps {
  wish: Wish;
  isBuyer: boolean;
  onBack: () => void;
  onSent: () => void;
}

function LookFirst({ wish, isBuyer, onBack, onSent }: LookFirstProps) {
  const words = say();
  const { data, fault, isLoading, refresh } = useRead(PreviewChange, { input: wish });
  const [note, setNote] = useState('');
  const deed = useDeed();
  const seen = data?.previewOrderChange;
  const preview = seen?.__typename === 'OrderChangePreview' ? seen : undefined;
  const send = async (): Promise<void> => {
    if (!preview) return;
    const sent = await deed.run(ProposeChange, { ...wish, note: note || null, seen: preview.seen });
    if (sent) onSent();
    else refresh();
  };
  return (
    <div class="stack">
      {!data && isLoading && <Skeleton rows={3} />}
      {!data && fault && <ErrorState fault={fault} onRetry={refresh} />}
      {seen?.__typename === 'Refused' && <NotDone why={{ ...seen, field: null }} />}
      {preview && (
        <>
          <ChangeSlip preview={preview} />
          <TextField
            id="nhan"
            label={words.note}
            isOptional
            maxLength={300}
            value={note}
            onChange={setNote}
          />
          <p class="earth">
            {isBuyer ? words.asked(fmt().number(wish.deals.length)) : words.askedBuyer}
          </p>
          <NotDone why={deed.notDone} />
          <Button look="main" isWide isDisabled={deed.isBusy} onPress={() => void send()}>
            {words.send}
          </Button>
        </>
      )}
      <Button look="quiet" isWide icon="back" onPress={onBack}>
        {words.edit}
      </Button>
    </div>
  );
}

interface AtFieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (text: string) => void;
}

const AtField = ({ value, onChange, ...field }: AtFieldProps) => (
  <Field {...field}>
    {(tied) => (
      <input
        class="input"
        type="datetime-local"
        {...tied}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    )}
  </Field>
);

/** Lots of one grade are one number to those who agree on it. */
function gradesOf({
  lines,
}: ChangeableDeal): { grade: (typeof lines)[0]['grade']; grams: number }[] {
  const codes = [...new Set(lines.map(({ grade }) => grade.code))];
  return codes.flatMap((code) => {
    const same = lines.filter(({ grade }) => grade.code === code);
    const [first] = same;
    return first
      ? [{ grade: first.grade, grams: same.reduce((sum, one) => sum + one.grams, 0) }]
      : [];
  });
}

/** null while nothing differs, or something typed is no number yet. */
function wishOf(
  orderId: Id,
  deals: readonly ChangeableDeal[],
  kg: Readonly<Record<string, string>>,
  hours: Hours | null,
) {
  const parts = [];
  for (const deal of deals) {
    const grades = [];
    for (const { grade, grams: now } of gradesOf(deal)) {
      const typed = kg[`${deal.id} ${grade.code}`]?.trim() ?? '';
      const grams = typed === '' ? now : weightHeard(typed);
      if (grams === null) return null;
      if (grams !== now) grades.push({ gradeCode: grade.code, grams: grams as never });
    }
    // New hours are for every household that is asked for; without them only those whose kilograms differ.
    if (grades.length > 0 || hours) parts.push({ dealId: deal.id, grades });
  }
  const readyFrom = hours && atTyped(hours.from);
  const readyTo = hours && atTyped(hours.to);
  if (parts.length === 0 || (hours && (!readyFrom || !readyTo))) return null;
  return { orderId, deals: parts, hours: readyFrom && readyTo ? { readyFrom, readyTo } : null };
}

const ZONE_MS = 7 * 3_600_000;

/** The clock on a wall in Việt Nam, wherever the phone is, as its own picker takes it. */
const typedAt = (at: string): string =>
  new Date(new Date(at).getTime() + ZONE_MS).toISOString().slice(0, 16);

function atTyped(wall: string): string | null {
  const at = new Date(`${wall}:00+07:00`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
