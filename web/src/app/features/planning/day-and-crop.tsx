import { plusDays, type Day } from '../../../../../src/kernel/day.js';
import { sorted } from '../../sorted.js';
import { Field } from '../../ui/field.js';
import { named, titled } from '../../words/named.js';
import type { GatheredDay } from './gather-documents.js';
import { say } from './gather-words.js';

interface DayAndCropProps {
  today: Day;
  day: Day;
  onDay: (day: Day) => void;
  crops: GatheredDay['crops'];
  cropCode: string | undefined;
  onCrop: (code: string) => void;
}

/** Today, tomorrow or the day after; and one crop of those in season. */
export function DayAndCrop({ today, day, onDay, crops, cropCode, onCrop }: DayAndCropProps) {
  const words = say();
  return (
    <>
      <div class="toggles" role="group" aria-label={words.day}>
        {words.days.map((text, ahead) => (
          <button
            type="button"
            class="btn"
            key={text}
            aria-pressed={plusDays(today, ahead) === day}
            onClick={() => onDay(plusDays(today, ahead))}
          >
            {text}
          </button>
        ))}
      </div>
      {crops.length > 1 && (
        <Field id="cay" label={words.crop}>
          {(tied) => (
            <select
              class="input"
              {...tied}
              value={cropCode}
              onChange={({ currentTarget }) => onCrop(currentTarget.value)}
            >
              {crops.map(({ crop }) => (
                <option key={crop.code} value={crop.code}>
                  {titled(named(crop))}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  );
}

/** The crop that most households have: what a clerk most often comes for. */
export function mostGathered(
  crops: GatheredDay['crops'],
): GatheredDay['crops'][number] | undefined {
  const households = ({ supply }: GatheredDay['crops'][number]): number =>
    supply.reported.households + supply.carried.households + supply.unknown.households;
  const [most] = sorted(crops, (a, b) => households(b) - households(a));
  return most;
}
