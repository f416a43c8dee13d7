import { sorted } from '../../sorted.js';
import { Keys } from '../../ui/field.js';
import { PickField } from '../../ui/pick-field.js';
import { say } from './words.js';

const LEADS = [6, 12, 18, 24, 36, 48, 72, 96, 168];

export interface Rhythm {
  readonly weekdays: readonly number[];
  readonly leadHours: number;
}

/** On which days of the week it comes round, and how long before it opens. */
export function RhythmFields({
  rhythm,
  onChange,
}: {
  rhythm: Rhythm;
  onChange: (rhythm: Rhythm) => void;
}) {
  const words = say();
  const { weekdays, leadHours } = rhythm;
  const leads = sorted([...new Set([...LEADS, leadHours])], (a, b) => a - b);
  const toggle = (day: number): void =>
    onChange({
      ...rhythm,
      weekdays: weekdays.includes(day)
        ? weekdays.filter((one) => one !== day)
        : sorted([...weekdays, day], (a, b) => a - b),
    });
  return (
    <>
      <Keys
        class="choices"
        legend={words.on}
        isMissing={weekdays.length === 0}
        missing={words.noDay}
      >
        {(wrong) => (
          <>
            {wrong}
            <div class="toggles">
              {words.weekdays.map((name, i) => (
                <button
                  key={name}
                  type="button"
                  class="btn"
                  aria-label={`${name}, ${words.weekdaysLong[i]}`}
                  aria-pressed={weekdays.includes(i + 1)}
                  onClick={() => toggle(i + 1)}
                >
                  {name}
                </button>
              ))}
            </div>
          </>
        )}
      </Keys>
      <PickField
        id="truoc"
        label={words.lead}
        hint={words.leadHint}
        value={String(leadHours)}
        options={leads.map((hours) => ({ value: String(hours), label: words.hours(hours) }))}
        onChange={(value) => onChange({ ...rhythm, leadHours: Number(value) })}
      />
    </>
  );
}
