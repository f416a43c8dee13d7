import { useState } from 'preact/hooks';
import { isRefusal, type Refusal } from '../../../../src/kernel/refusal.js';
import { moneyInWords } from '../../../../src/kernel/spoken/number-words.js';
import { parsePrice } from '../../../../src/kernel/spoken/price.js';
import { parseWeight, weightInWords } from '../../../../src/kernel/spoken/weight.js';
import type { Grams, Vnd } from '../../../../src/kernel/units.js';
import { weightTyped } from './heard.js';
import { fmt, locale, say } from '../words/words.js';
import { Button } from './button.js';
import { TextField } from './field.js';

/** How one kind of number is heard, said back, and written so that it is heard the same again. */
export interface Spoken<Value extends number> {
  parse: (text: string) => Value | Refusal;
  /** `320 kg · ba tạ hai` */
  echo: (value: Value) => string;
  /** The short form of a reading, on a button. */
  short: (value: number) => string;
  typed: (value: number) => string;
  why: (facts: Refusal['facts']) => string;
  example: () => string;
}

const whyOf = (own: Partial<Record<string, string>>, facts: Refusal['facts'], example: string) => {
  const words = say().spoken;
  const why = String(facts['why']);
  const common: Partial<Record<string, string>> = words.why;
  return why === 'WORD'
    ? words.word(String(facts['word']), example)
    : (own[why] ?? common[why] ?? words.twoWays);
};

export const WEIGHT: Spoken<Grams> = {
  parse: parseWeight,
  echo: (weight) => (locale.value === 'vi' ? weightInWords(weight) : `= ${fmt().kg(weight)}`),
  short: (value) => fmt().kg(value),
  typed: weightTyped,
  why: (facts) => whyOf(say().spoken.weightWhy, facts, say().spoken.weightExample),
  example: () => say().spoken.weightExample,
};

const PRICE: Spoken<Vnd> = {
  parse: parsePrice,
  echo: (price) =>
    locale.value === 'vi'
      ? `${moneyInWords(price)} = ${fmt().perKg(price)}`
      : `= ${fmt().perKg(price)}`,
  short: (value) => fmt().perKg(value),
  typed: (value) => `${value} đ`,
  why: (facts) => whyOf(say().spoken.priceWhy, facts, say().spoken.priceExample),
  example: () => say().spoken.priceExample,
};

export interface SpokenFieldProps {
  id: string;
  label: string;
  hint?: string;
  /** What the server said of it; what cannot be heard is said here first. */
  error?: string;
  isOptional?: boolean;
  isNeeded?: boolean;
  /** As it was typed; it stays, whatever it is. */
  value: string;
  onChange: (text: string) => void;
}

export function SpokenField<Value extends number>({
  kind,
  ...field
}: SpokenFieldProps & { kind: Spoken<Value> }) {
  const heard = field.value.trim() === '' ? null : kind.parse(field.value);
  const doubt = isRefusal(heard) ? heard : null;
  return (
    <div class="spoken">
      <TextField
        {...field}
        error={doubt ? kind.why(doubt.facts) : field.error}
        autocomplete="off"
        maxLength={60}
      />
      {doubt && <Readings kind={kind} facts={doubt.facts} onPick={field.onChange} />}
      {heard !== null && !isRefusal(heard) && (
        <output class="earth" for={field.id}>
          {kind.echo(heard)}
        </output>
      )}
    </div>
  );
}

interface ReadingsProps<Value extends number> {
  kind: Spoken<Value>;
  facts: Refusal['facts'];
  onPick: (text: string) => void;
}

/** The two numbers a text may mean, one tap each. */
function Readings<Value extends number>({ kind, facts, onPick }: ReadingsProps<Value>) {
  const readings = [facts['one'], facts['other']].filter((one) => typeof one === 'number');
  if (readings.length < 2) return null;
  return (
    <div class="units">
      {readings.map((reading) => (
        <Button key={reading} onPress={() => onPick(kind.typed(reading))}>
          {kind.short(reading)}
        </Button>
      ))}
    </div>
  );
}

/** A weight the way it is said: "3 tạ 2", "2 tấn rưỡi", "45". */
export const WeightField = (props: SpokenFieldProps) => <SpokenField kind={WEIGHT} {...props} />;

/** A price the way it is said: "35", "35k", "ba lăm rưỡi". */
export const PriceField = (props: SpokenFieldProps) => <SpokenField kind={PRICE} {...props} />;

interface InWordsProps<Value extends number> {
  id: string;
  /** Told each time the words are a number. */
  onValue: (value: Value) => void;
}

function InWords<Value extends number>({
  kind,
  id,
  onValue,
}: InWordsProps<Value> & { kind: Spoken<Value> }) {
  const words = say().spoken;
  const [text, setText] = useState<string | null>(null);
  if (text === null) {
    return (
      <Button look="quiet" isWide onPress={() => setText('')}>
        {words.inWords}
      </Button>
    );
  }
  const change = (typed: string): void => {
    setText(typed);
    const heard = typed.trim() === '' ? null : kind.parse(typed);
    if (heard !== null && !isRefusal(heard)) onValue(heard);
  };
  return (
    <SpokenField
      kind={kind}
      id={id}
      label={words.inWords}
      hint={kind.example()}
      isNeeded={false}
      value={text}
      onChange={change}
    />
  );
}

/** Below a pad: for dictation, and for those who would rather write "3 tạ 2" than press keys. */
export const WeightInWords = (props: InWordsProps<Grams>) => <InWords kind={WEIGHT} {...props} />;

export const PriceInWords = (props: InWordsProps<Vnd>) => <InWords kind={PRICE} {...props} />;

/** Why these figures are no price yet; undefined when they are one, or when there are none. */
export function priceDoubt(figures: string): string | undefined {
  const heard = figures === '' ? null : parsePrice(figures);
  return isRefusal(heard) ? PRICE.why(heard.facts) : undefined;
}
