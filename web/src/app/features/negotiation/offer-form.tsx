import { useMemo } from 'preact/hooks';
import type { NotDone as Why } from '../../api/use-deed.js';
import { wrongLine } from '../../api/wrong-line.js';
import { Field, Switch, TextField } from '../../ui/field.js';
import { DAYS, FIGURE } from '../../ui/heard.js';
import { PriceField, WeightField } from '../../ui/spoken-field.js';
import { named, titled } from '../../words/named.js';
import { fmt } from '../../words/words.js';
import { NotDone } from '../../ui/not-done.js';
import { linesOf, type Bearer, type OfferDraft } from './offer-draft.js';
import { say } from './words.js';

interface GradeChoice {
  grade: { code: string; nameVi: string; nameEn: string };
  freeGrams: number;
  askVndPerKg: number | null;
}

interface OfferFormProps {
  grades: readonly GradeChoice[];
  draft: OfferDraft;
  onChange: (draft: OfferDraft) => void;
  notDone: Why | null;
}

/** Parts that have a place of their own for what is wrong with them. */
const PLACES = ['deduction', 'paymentDays', 'depositVnd'];

/** What is said above the form: all that has no place in it. */
export const aboveForm = (notDone: Why | null): Why | null =>
  wrongLine(notDone?.field) || PLACES.some((part) => notDone?.field?.includes(part))
    ? null
    : notDone;

/** What one side proposes: kilograms and prices first, the rest under one fold. */
export function OfferForm({ grades, draft, onChange, notDone }: OfferFormProps) {
  const words = say();
  const set = (part: Partial<OfferDraft>): void => onChange({ ...draft, ...part });
  const errorAt = (field: string): string | undefined =>
    notDone?.field?.includes(field) ? `${notDone.message} ${notDone.nextStep}` : undefined;
  // The lines as they were sent: what is typed since may have moved them.
  const sent = useMemo(() => linesOf(draft).map(({ gradeCode }) => gradeCode), [notDone]);
  const line = wrongLine(notDone?.field);
  const cell = line && `${line.part === 'vndPerKg' ? 'price' : 'kg'}-${sent[line.at]}`;
  const errorIn = (id: string): string | undefined =>
    id === cell ? `${notDone?.message} ${notDone?.nextStep}` : undefined;
  return (
    <form class="stack" onSubmit={(event) => event.preventDefault()}>
      {cell && <NotDone why={notDone} cell={cell} />}
      {grades.map(({ grade, freeGrams, askVndPerKg }, row) => (
        <div key={grade.code} class="stack tight">
          <WeightField
            id={`kg-${grade.code}`}
            label={words.kg(titled(named(grade)))}
            hint={words.free(
              fmt().kg(freeGrams),
              askVndPerKg === null ? words.byOrder : fmt().perKg(askVndPerKg),
            )}
            error={errorIn(`kg-${grade.code}`)}
            isNeeded={row === 0 && !Object.values(draft.kg).some(Boolean)}
            value={draft.kg[grade.code] ?? ''}
            onChange={(text) => set({ kg: { ...draft.kg, [grade.code]: text } })}
          />
          {draft.kg[grade.code] && (
            <PriceField
              id={`price-${grade.code}`}
              label={words.vndPerKg(titled(named(grade)))}
              error={errorIn(`price-${grade.code}`)}
              value={draft.price[grade.code] ?? ''}
              onChange={(text) => set({ price: { ...draft.price, [grade.code]: text } })}
            />
          )}
        </div>
      ))}
      <div class="pair">
        <TextField
          id="deduction"
          label={words.deduction}
          hint={words.deductionHint}
          error={errorAt('deduction')}
          inputMode="decimal"
          pattern={FIGURE}
          value={draft.deductionPercent}
          onChange={(deductionPercent) => set({ deductionPercent })}
        />
        <TextField
          id="days"
          label={words.pay}
          hint={words.daysHint}
          error={errorAt('paymentDays')}
          inputMode="numeric"
          pattern={DAYS}
          value={draft.paymentDays}
          onChange={(paymentDays) => set({ paymentDays })}
        />
      </div>
      <details class="card fold">
        <summary>
          <b>{words.more}</b>
        </summary>
        <div class="stack">
          <TextField
            id="deposit"
            label={words.deposit}
            hint={words.depositHint}
            error={errorAt('depositVnd')}
            isOptional
            value={draft.deposit}
            onChange={(deposit) => set({ deposit })}
          />
          <Pick
            id="place"
            label={words.price}
            options={words.places}
            value={draft.pricePlace}
            onChange={(pricePlace) => set({ pricePlace })}
          />
          <Bearers draft={draft} onChange={set} />
          <Pick
            id="minutes"
            label={words.minutes}
            options={words.minuteChoices}
            value={draft.answerMinutes}
            onChange={(answerMinutes) => set({ answerMinutes })}
          />
          <Switch
            label={words.useBand}
            isOn={draft.hasBand}
            onChange={(hasBand) => set({ hasBand })}
          />
        </div>
      </details>
    </form>
  );
}

interface BearersProps {
  draft: OfferDraft;
  onChange: (part: Partial<OfferDraft>) => void;
}

function Bearers({ draft, onChange }: BearersProps) {
  const words = say();
  const costs = [
    ['loadingBy', words.loading],
    ['transportBy', words.transport],
    ['cratesBy', words.crates],
  ] as const;
  return (
    <>
      {costs.map(([cost, label]) => (
        <Pick
          key={cost}
          id={cost}
          label={`${words.bearers}: ${label.toLowerCase()}`}
          options={words.sides}
          value={draft[cost]}
          onChange={(bearer: Bearer) => onChange({ [cost]: bearer })}
        />
      ))}
    </>
  );
}

interface PickProps<Value extends string> {
  id: string;
  label: string;
  options: Readonly<Record<string, string>>;
  value: Value;
  onChange: (value: Value) => void;
}

function Pick<Value extends string>({ id, label, options, value, onChange }: PickProps<Value>) {
  return (
    <Field id={id} label={label}>
      {(tied) => (
        <select
          class="input"
          {...tied}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value as Value)}
        >
          {Object.entries(options).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
