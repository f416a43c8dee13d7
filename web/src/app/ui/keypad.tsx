import type { ComponentChildren } from 'preact';
import type { Grams } from '../../../../src/kernel/units.js';
import { weightInWords } from '../../../../src/kernel/spoken/weight.js';
import { fmt, locale, say } from '../words/words.js';
import { Keys } from './field.js';
import { Icon } from './icon.js';
import {
  entryOf,
  isEmpty,
  pressed,
  weightOf,
  type Entry,
  type Key,
  type Unit,
} from './keypad-entry.js';
import { ReadAloud } from './read-aloud.js';
import { WeightInWords } from './spoken-field.js';

const FIGURES: readonly Key[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', ',', '0'];

const WHOLE_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '000', '0'] as const;

interface WeightPadProps {
  entry: Entry;
  onChange: (entry: Entry) => void;
  /** Largest first; a grower needs tạ, yến and kg. With none of them figures are kilograms, as a scale shows them. */
  units?: readonly Unit[];
}

/** Number entry for a weight: large keys, units of the trade, and the weight said back in kilograms and words. */
export function WeightPad({ entry, onChange, units = ['ta', 'yen', 'kg'] }: WeightPadProps) {
  const words = say().keypad;
  const press = (key: Key): void => onChange(pressed(entry, key));
  return (
    <Keys
      class="stack tight"
      isNamed
      legend={words.label}
      isMissing={!weightOf(entry)}
      missing={words.missing}
    >
      {(wrong) => (
        <>
          <Echo
            entry={entry}
            weight={weightOf(entry)}
            hint={units.length > 0 ? words.empty : ''}
            wrong={wrong}
          />
          {units.length > 0 && (
            <div class="units">
              {units.map((unit) => (
                <button type="button" class="btn" key={unit} onClick={() => press(unit)}>
                  {words.units[unit]}
                </button>
              ))}
            </div>
          )}
          <div class="keys">
            {FIGURES.map((key) => (
              <button
                type="button"
                class="btn"
                key={key}
                aria-label={key === ',' ? words.comma : undefined}
                onClick={() => press(key)}
              >
                {key}
              </button>
            ))}
            <button
              type="button"
              class="btn"
              aria-label={words.erase}
              onClick={() => press('erase')}
            >
              <Icon name="erase" size={28} />
            </button>
          </div>
          {units.length > 0 && (
            <WeightInWords id="weight-in-words" onValue={(weight) => onChange(entryOf(weight))} />
          )}
        </>
      )}
    </Keys>
  );
}

interface EchoProps {
  entry: Entry;
  weight: Grams | null;
  /** Said while nothing is typed. */
  hint: string;
  wrong: ComponentChildren;
}

function Echo({ entry, weight, hint, wrong }: EchoProps) {
  const words = say().keypad;
  const typed = [
    ...entry.parts.map(({ figures, unit }) => `${figures} ${words.units[unit]}`),
    entry.figures,
  ];
  return (
    <div class="echo">
      {wrong || <p class="typed num">{isEmpty(entry) ? hint : typed.join(' ')}</p>}
      <output class="num" aria-live="polite">
        {weight === null ? (isEmpty(entry) ? '–' : words.tooMuch) : fmt().kg(weight)}
      </output>
      {weight !== null && locale.value === 'vi' && (
        <p class="row earth">
          {weightInWords(weight)}
          <ReadAloud text={weightInWords(weight)} />
        </p>
      )}
    </div>
  );
}

interface NumberPadProps {
  /** Figures only, as typed. */
  value: string;
  onChange: (figures: string) => void;
  /** What the figures mean, said back: `35.000 ₫/kg · ba mươi lăm nghìn đồng`. */
  echo: string;
  note?: string;
  /** The note says the number in words and can be heard. */
  isSpoken?: boolean;
  longest?: number;
}

/** The same pad for whole numbers: a price, a count, a code. */
export function NumberPad({ value, onChange, echo, note, isSpoken, longest = 9 }: NumberPadProps) {
  const words = say().keypad;
  return (
    <Keys
      class="stack tight"
      isNamed
      legend={words.label}
      isMissing={value === ''}
      missing={words.missing}
    >
      {(wrong) => (
        <>
          <div class="echo">
            {wrong}
            <output class="num" aria-live="polite">
              {echo}
            </output>
            {note && (
              <p class="row earth">
                {note}
                {isSpoken && <ReadAloud text={note} />}
              </p>
            )}
          </div>
          <div class="keys">
            {WHOLE_KEYS.map((figures) => (
              <button
                type="button"
                class="btn"
                key={figures}
                onClick={() => {
                  const next = (value + figures).replace(/^0+(?=\d)/, '');
                  if (next.length <= longest) onChange(next);
                }}
              >
                {figures}
              </button>
            ))}
            <button
              type="button"
              class="btn"
              aria-label={words.erase}
              onClick={() => onChange(value.slice(0, -1))}
            >
              <Icon name="erase" size={28} />
            </button>
          </div>
        </>
      )}
    </Keys>
  );
}
