import { refuse, type Refusal } from '../refusal.js';
import { vnd, type Vnd } from '../units.js';
import { hear, tailOf, Unclear, wholeOf, type Speech } from './speech.js';

export type PriceRefusal = 'PRICE_UNREADABLE' | 'PRICE_AMBIGUOUS';

const UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ty: 1_000_000_000,
    trieu: 1_000_000,
    tr: 1_000_000,
    nghin: 1_000,
    ngan: 1_000,
    k: 1_000,
    dong: 1,
    d: 1,
    vnd: 1,
    '₫': 1,
  }),
);
/** "32 nghìn đồng": after a larger unit the đồng says nothing new. */
const DONG_WORDS = ['dong', 'd', 'vnd', '₫'] as const;
const KILO_WORDS = ['kg', 'can', 'ky', 'ki', 'kilo'] as const;

/** No fruit here has cost more for a kilogram, so a bare number above it may be đồng as well. */
const MOST_THOUSANDS = 300;
const MOST = 1_000_000_000_000;

/**
 * A price for a kilogram as it is typed or said: "45", "45k", "45.000", "bốn lăm", "45 nghìn rưỡi", "1 triệu 2".
 * Under a thousand and without a unit it is thousands of đồng, as the market says it. Refused with the reason in
 * `why`: "hai ba" (23, or two to three?), "500", "45k50", "1.200k".
 */
export function parsePrice(text: string): Vnd | Refusal<PriceRefusal> {
  const heard = hear(text, priceIn);
  if (typeof heard === 'number') return vnd(heard);
  return refuse(heard.isAmbiguous ? 'PRICE_AMBIGUOUS' : 'PRICE_UNREADABLE', heard.facts);
}

function priceIn(speech: Speech): number {
  let total = 0;
  let unit = Infinity;
  while (speech.next !== undefined) {
    // "triệu hai": one is not said.
    const isOne = unit === Infinity && (UNITS.get(speech.next.plain) ?? 0) > 1;
    const number = isOne ? { count: 1, figures: 1 } : speech.number(partsThousands);
    if (unit === Infinity && (isEnd(speech) || speech.next?.plain === 'ruoi'))
      return bare(speech, number.count);
    if (isEnd(speech)) {
      isPerKilo(speech);
      return atMost(total + tailOf(number, unit, Math.max(1, unit / 1_000), total));
    }
    const own = speech.unit(UNITS) ?? 0;
    if (own >= unit || (unit !== Infinity && number.count * own >= unit))
      throw new Unclear('ORDER');
    total += wholeOf(number.count * own);
    unit = own;
    const isHalfMore = Number.isInteger(number.count) && own > 1 && speech.skip('ruoi');
    if (isHalfMore) total += own / 2;
    const isAllSaid = own > 1 && speech.skip(...DONG_WORDS);
    if (isPerKilo(speech)) break;
    if (isAllSaid || isHalfMore || !Number.isInteger(number.count)) speech.end();
  }
  return atMost(total);
}

/** A number without a unit, perhaps with "rưỡi". */
function bare(speech: Speech, said: number): number {
  const count = speech.skip('ruoi') ? said + 0.5 : said;
  isPerKilo(speech);
  speech.end();
  if (count >= 1_000) return atMost(wholeOf(count));
  if (count > MOST_THOUSANDS)
    throw new Unclear('SCALE', { one: Math.round(count * 1_000), other: Math.round(count) });
  return wholeOf(count * 1_000);
}

/** The đồng has no smaller coin: before it, and in a number that stands alone, a dot parts thousands. */
const partsThousands = (mark: string, next: string | undefined): boolean =>
  next === undefined || next === '/' ? mark === '.' : UNITS.get(next) === 1;

const isEnd = (speech: Speech): boolean => speech.next === undefined || speech.next.plain === '/';

/** "/kg" at the end says nothing new. */
function isPerKilo(speech: Speech): boolean {
  if (!speech.skip('/')) return false;
  if (!speech.skip(...KILO_WORDS)) throw speech.unclear();
  speech.end();
  return true;
}

function atMost(price: number): number {
  if (price > MOST) throw new Unclear('TOO_MUCH');
  return price;
}
