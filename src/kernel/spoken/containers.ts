import { isRefusal, refuse, type Refusal } from '../refusal.js';
import { grams, type Grams } from '../units.js';
import { numberInWords } from './number-words.js';
import { parseWeight, weightInWords, type WeightRefusal } from './weight.js';

/** What fruit is counted in where no scale is at hand. */
export const CONTAINERS = ['SOT', 'THUNG'] as const;
export type Container = (typeof CONTAINERS)[number];

/** What one of a household's own holds; a kind that is left out is not known, and never guessed. */
export type ContainerWeights = Readonly<Partial<Record<Container, Grams>>>;

export type CountRefusal = WeightRefusal | 'CONTAINER_UNKNOWN';

/** A weight as it was said. */
export interface SaidWeight {
  readonly grams: Grams;
  /** What is said back before it is kept: "mười hai sọt = 300 kg", "ba tạ hai = 320 kg". */
  readonly echo: string;
}

const NAMES: Readonly<Record<Container, string>> = { SOT: 'sọt', THUNG: 'thùng' };
/** `[number] sọt [rưỡi] [weight]`, with or without marks. */
const COUNTED =
  /^(?<count>.*?)\s*(?<name>sọt|sot|thùng|thung)(?:\s+(?<half>rưỡi|ruoi))?(?:\s+(?<rest>\S.*))?$/;
/** Nobody says a weight in more letters; whoever writes more means to keep the server busy. */
const LONGEST = 200;
const HALF = /^(nửa|nua)$/;
/** What stands behind the containers says its unit: "12 sọt 5" may be five kilograms or half a basket. */
const ENDS_IN_UNIT = /\p{L}$/u;

/**
 * A weight that may be counted in the household's own containers: "12 sọt", "ba thùng rưỡi", "12 sọt 5 cân"; any other text is
 * read as `parseWeight` reads it. Behind the containers stands a weight with its unit, of less than one of them.
 * A container whose weight is not known is refused with its code in `container`, for the screen to ask.
 */
export function parseCounted(
  text: string,
  weights: ContainerWeights,
): SaidWeight | Refusal<CountRefusal> {
  if (text.length > LONGEST) return unread(text.slice(0, LONGEST));
  const said = COUNTED.exec(text.normalize('NFC').toLowerCase().trim())?.groups;
  if (!said) {
    const weight = parseWeight(text);
    return isRefusal(weight) ? weight : { grams: weight, echo: weightInWords(weight) };
  }
  const container: Container = said['name']?.startsWith('s') ? 'SOT' : 'THUNG';
  const thousandths = countOf(said['count'] ?? '', said['half'] !== undefined);
  if (isRefusal(thousandths)) return thousandths;
  const one = weights[container];
  if (one === undefined) return refuse('CONTAINER_UNKNOWN', { container });
  const rest = said['rest'] === undefined ? grams(0) : restOf(said['rest'], one);
  if (isRefusal(rest)) return rest;
  const sum = grams(Math.round((thousandths * one) / 1000) + rest);
  const counted = countInWords(thousandths, NAMES[container]);
  const [restInWords = ''] = weightInWords(rest).split(' = ');
  const figures = weightInWords(sum).split(' = ')[1] ?? '';
  return {
    grams: sum,
    echo: `${rest === 0 ? counted : `${counted} ${restInWords}`} = ${figures}`,
  };
}

/** In thousandths of a container. */
function countOf(text: string, hasHalf: boolean): number | Refusal<WeightRefusal> {
  if (HALF.test(text)) return hasHalf ? unread(text) : 500;
  // Numbers of containers are said as numbers of kilograms are.
  const count = text === '' ? 1000 : parseWeight(`${text} kg`);
  if (isRefusal(count)) return count;
  return hasHalf && count % 1000 !== 0 ? unread(text) : count + (hasHalf ? 500 : 0);
}

function restOf(text: string, one: Grams): Grams | Refusal<WeightRefusal> {
  const rest = ENDS_IN_UNIT.test(text) ? parseWeight(text) : unread(text);
  return isRefusal(rest) || rest < one ? rest : unread(text);
}

const unread = (text: string): Refusal<WeightRefusal> =>
  refuse('WEIGHT_UNREADABLE', { text, why: 'WORD', word: text });

function countInWords(thousandths: number, name: string): string {
  const whole = Math.floor(thousandths / 1000);
  const part = thousandths % 1000;
  if (part === 0) return `${numberInWords(whole)} ${name}`;
  if (part !== 500) return `${String(thousandths / 1000).replace('.', ',')} ${name}`;
  return whole === 0 ? `nửa ${name}` : `${numberInWords(whole)} ${name} rưỡi`;
}
