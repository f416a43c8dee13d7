import type { Day } from '../../../../../src/kernel/day.js';
import type { Id } from '../../../../../src/kernel/id.js';
import { useDeed } from '../../api/use-deed.js';
import { Screen } from '../../shell/screen.js';
import { Button } from '../../ui/button.js';
import { Field, TextField } from '../../ui/field.js';
import { weightHeard, weightTyped } from '../../ui/heard.js';
import { NotDone } from '../../ui/not-done.js';
import { WeightField } from '../../ui/spoken-field.js';
import { toast } from '../../ui/toast.js';
import { named, titled } from '../../words/named.js';
import { Counting } from './counting.js';
import { SavePlan } from './season-documents.js';
import { say } from './season-words.js';

/** The form as it was typed; kept on the phone until it was handed in. */
export interface PlanDraft {
  planId: string | null;
  version: number | null;
  cropCode: string;
  weight: string;
  /** `2026-08` */
  month: string;
  area: string;
}

interface PlanFormProps {
  draft: PlanDraft;
  crops: readonly { code: string; nameVi: string; nameEn: string }[];
  today: Day;
  onChange: (draft: PlanDraft) => void;
  onDone: () => void;
}

const MONTHS_AHEAD = 12;

/** Crop, weight, month; land if it is known. */
export function PlanForm({ draft, crops, today, onChange, onDone }: PlanFormProps) {
  const words = say();
  const deed = useDeed();
  const weight = weightHeard(draft.weight);
  const area = Number(draft.area);
  const isAreaWrong = draft.area.trim() !== '' && (!Number.isInteger(area) || area <= 0);
  const isReady = weight !== null && weight > 0 && !isAreaWrong;
  const set = (part: Partial<PlanDraft>): void => onChange({ ...draft, ...part });
  const errorAt = (field: string): string | undefined =>
    deed.notDone?.field === field ? `${deed.notDone.message} ${deed.notDone.nextStep}` : undefined;
  const send = async (): Promise<void> => {
    if (!isReady) return;
    const saved = await deed.run(SavePlan, {
      planId: draft.planId as Id | null,
      expectedVersion: draft.version,
      cropCode: draft.cropCode,
      expectedGrams: weight,
      month: draft.month,
      areaM2: draft.area.trim() === '' ? null : area,
      submit: true,
    });
    if (!saved) return;
    toast(words.sent);
    onDone();
  };
  const months = Array.from({ length: MONTHS_AHEAD }, (_, ahead) => {
    const at = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + ahead;
    const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
    return {
      value: `${year}-${String(month).padStart(2, '0')}`,
      text: words.monthText(month, year),
    };
  });
  return (
    <Screen
      title={words.plan}
      code="A15"
      action={
        <>
          <Button
            look="main"
            isWide
            isDisabled={!isReady || deed.isBusy}
            onPress={() => void send()}
          >
            {isReady ? words.send : words.needs}
          </Button>
          <Button look="quiet" isWide onPress={onDone}>
            {words.cancel}
          </Button>
        </>
      }
    >
      <form class="stack" onSubmit={(event) => event.preventDefault()}>
        <NotDone why={deed.notDone?.field ? null : deed.notDone} />
        <Field id="cay" label={words.crop} error={errorAt('cropCode')}>
          {(tied) => (
            <select
              class="input"
              {...tied}
              value={draft.cropCode}
              onChange={({ currentTarget }) => set({ cropCode: currentTarget.value })}
            >
              {crops.map((crop) => (
                <option key={crop.code} value={crop.code}>
                  {titled(named(crop))}
                </option>
              ))}
            </select>
          )}
        </Field>
        <WeightField
          id="can"
          label={words.weight}
          error={errorAt('expectedGrams')}
          value={draft.weight}
          onChange={(text) => set({ weight: text })}
        />
        <Counting
          householdId={null}
          onWeight={(counted) => set({ weight: weightTyped(counted) })}
        />
        <Field id="thang" label={words.month} error={errorAt('month') ?? errorAt('firstDay')}>
          {(tied) => (
            <select
              class="input"
              {...tied}
              value={draft.month}
              onChange={({ currentTarget }) => set({ month: currentTarget.value })}
            >
              {months.map(({ value, text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          id="dat"
          label={words.area}
          hint={words.areaHint}
          isOptional
          inputMode="numeric"
          error={isAreaWrong ? words.areaWrong : errorAt('areaM2')}
          value={draft.area}
          onChange={(text) => set({ area: text })}
        />
      </form>
    </Screen>
  );
}
