import { refuse, type Refusal } from '../refusal.js';
import { grams, type Grams } from '../units.js';
import { DIGITS, numberInWords } from './number-words.js';
import { hear, tailOf, Unclear, wholeOf, type Speech } from './speech.js';

export type WeightRefusal = 'WEIGHT_UNREADABLE' | 'WEIGHT_AMBIGUOUS';

// A tạ is 100 kg here and never the 60 kg of some old scales.
const TON = 1_000_000;
const QUINTAL = 100_000;
const TEN_KILOS = 10_000;
const KILO = 1_000;
const UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    tan: TON,
    t: TON,
    tonne: TON,
    tonnes: TON,
    ta: QUINTAL,
    yen: TEN_KILOS,
    kg: KILO,
    can: KILO,
    ky: KILO,
    ki: KILO,
    kilo: KILO,
    lang: 100,
    gam: 1,
    g: 1,
  }),
);
/** More than the district picks in a year. */
const MOST = 20_000 * TON;

/**
 * A weight as it is typed or said: "45", "4,5 yến", "1 tạ 2", "2 tấn rưỡi", "ba tạ hai lăm", with or without
 * marks. A number without a unit is kilograms; a dot before kilograms parts thousands, as this product writes them.
 * What two people could read differently is refused with the reason in `why`, and both readings in `one` and
 * `other` where they can be told: "1,200", "hai ba tạ", "2 tấn 15", "45k".
 */
export function parseWeight(text: string): Grams | Refusal<WeightRefusal> {
  const heard = hear(text, weightIn);
  if (typeof heard === 'number') return grams(heard);
  return refuse(heard.isAmbiguous ? 'WEIGHT_AMBIGUOUS' : 'WEIGHT_UNREADABLE', heard.facts);
}

function weightIn(speech: Speech): number {
  let total = 0;
  let unit = Infinity;
  while (speech.next !== undefined) {
    const isHalf = speech.skip('nua');
    const isLone = unit !== Infinity && speech.skip('linh', 'le');
    const number = isHalf ? { count: 0.5, figures: 0 } : numberIn(speech, unit === Infinity);
    if (speech.next?.plain === 'k') throw new Unclear('MONEY');
    const own = speech.unit(UNITS);
    if (own === undefined) {
      if (isHalf) throw speech.unclear();
      if (unit === Infinity) return atMost(wholeOf(number.count * KILO));
      if (unit < KILO) throw new Unclear('ORDER');
      if (isLone) return atMost(total + wholeOf(number.count * KILO));
      return atMost(total + tailOf(number, unit, Math.min(KILO, unit / 10), total));
    }
    if (own >= unit || (unit !== Infinity && number.count * own >= unit))
      throw new Unclear('ORDER');
    total += wholeOf(number.count * own);
    unit = own;
    if (speech.skip('ruoi')) {
      if (!Number.isInteger(number.count)) throw speech.unclear();
      total += wholeOf(own / 2);
      speech.end();
    } else if (!Number.isInteger(number.count)) speech.end();
  }
  return atMost(total);
}

/** Nobody counts a thousand yến: before them a dot may be a decimal one. */
const partsThousands = (mark: string, next: string | undefined): boolean =>
  mark === '.' && (next === undefined || UNITS.get(next) === KILO);

function numberIn(speech: Speech, isFirst: boolean): { count: number; figures: number } {
  // "tạ rưỡi": one is not said.
  if (isFirst && UNITS.get(speech.next?.plain ?? '') !== undefined) return { count: 1, figures: 1 };
  const number = speech.number(partsThousands);
  if (!speech.skip('nghin', 'ngan')) return number;
  const thousands = number.count * 1_000;
  if (!speech.hasFigure()) return { count: thousands, figures: 4 };
  return {
    count: thousands + tailOf(speech.number(partsThousands), 1_000, 1, thousands),
    figures: 4,
  };
}

function atMost(weight: number): number {
  if (weight > MOST) throw new Unclear('TOO_MUCH');
  return weight;
}

/** The weight said back the way the trade says it, and in kilograms: "ba tạ hai = 320 kg". */
export function weightInWords(weight: Grams): string {
  const [integer = '0', decimals] = String(weight / KILO).split('.');
  const grouped = integer.replaceAll(/\B(?=(\d{3})+$)/g, '.');
  const figures = decimals === undefined ? grouped : `${grouped},${decimals}`;
  return `${inTradeWords(weight)} = ${figures} kg`;
}

function inTradeWords(weight: number): string {
  const tons = Math.floor(weight / TON);
  const quintals = Math.floor((weight % TON) / QUINTAL);
  const rest = weight % QUINTAL;
  const said: string[] = [];
  if (tons > 0) said.push(`${numberInWords(tons)} tấn`);
  if (tons > 0 && rest === 0 && quintals > 0) {
    said.push(quintals === 5 ? 'rưỡi' : shortFigure(quintals));
    return said.join(' ');
  }
  if (quintals > 0) said.push(`${numberInWords(quintals)} tạ`);
  if (quintals > 0 && rest > 0 && rest % TEN_KILOS === 0) {
    said.push(rest === QUINTAL / 2 ? 'rưỡi' : shortFigure(rest / TEN_KILOS));
    return said.join(' ');
  }
  if (rest > 0 || said.length === 0) said.push(smallWeight(rest));
  return said.join(' ');
}

function smallWeight(weight: number): string {
  if (weight > 0 && weight % TEN_KILOS === 0) return `${numberInWords(weight / TEN_KILOS)} yến`;
  const kilos = Math.floor(weight / KILO);
  const hundreds = Math.floor((weight % KILO) / 100);
  const rest = weight % 100;
  const said: string[] = [];
  if (kilos > 0 || weight === 0) said.push(`${numberInWords(kilos)} cân`);
  if (hundreds > 0) said.push(`${numberInWords(hundreds)} lạng`);
  if (rest > 0) said.push(`${numberInWords(rest)} gam`);
  return said.join(' ');
}

/** After a unit: "tạ mốt", "tạ tư". */
const shortFigure = (figure: number): string =>
  figure === 1 ? 'mốt' : figure === 4 ? 'tư' : (DIGITS[figure] ?? '');
