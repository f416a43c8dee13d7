import { isRefusal } from '../../kernel/refusal.js';
import { parseWeight } from '../../kernel/spoken/weight.js';
import type { Grams } from '../../kernel/units.js';

/** A yes, and words that say nothing about the number behind them; no word of a number is among them. */
const BEFORE =
  /^(?:(?:1|ok|oke|okie|okay|vang|da|uh?|co|duoc|dong y|nhan|ban|chot|yes|nhung|chi|con|lay|cho|khoang|chung|nha|minh|toi|em)[.,:;-]*\s+)+/;
export const BEHIND = /(?:[\s.,!]+(?:thoi|nhe|nha|a|em|anh|chi|bac|day|luon))*[\s.,!]*$/;
/** Without figures only a unit makes a weight: "ba" is a father as well, and "sau" is later. */
const IS_MEASURED = /\d|(?<!\p{L})(?:tan|ta|yen|can|kg|ky)(?!\p{L})/u;
/**
 * Figures that could be something else: a single one, or 12 for 1 by a slip of the thumb; "1,5" without a unit, which is said of
 * quintals; a thousand or a yes in front ("1.200"), or behind ("150kg 1"); a telephone number; a t that is a tonne, a quintal or a
 * letter of a code.
 */
const DOUBTS = [
  /^(?:\d|[12]{2})$/,
  /^\d+[.,]\d{1,2}$/,
  /^[12][.,]\d{3}(?!\d)/,
  /(?:kg|can|k[iy]|kilo) ?[12]$/,
  /(?<!\d)0\d/,
  /\d ?t(?!a)/,
];
/** A no, or kilograms with a word behind them: their tenths, or what was said next. */
const GOES_ON = /khong|(?:kg|can|k[iy]|kilo)\b ?\w/;
/** Nobody says a weight in more letters. */
const LONGEST = 60;

export const isWeight = (text: string): boolean => !isRefusal(parseWeight(text));

/**
 * The kilograms a reply speaks of, in small letters without marks: "150", "1 150kg", "1 ta ruoi nhe".
 *
 * @param codes of what could be meant; a part of one of them is no weight
 * @returns undefined when it speaks of none, null when it is not certain of how many they are
 */
export function saidWeight(text: string, codes: readonly string[]): Grams | null | undefined {
  const words = text.replaceAll(/\s+/g, ' ').trim();
  if (words.length > LONGEST || !IS_MEASURED.test(words)) return undefined;
  const said = words.replace(BEHIND, '');
  const bare = said.replace(BEFORE, '');
  const readings = new Set(
    [said, bare].map((one) => parseWeight(one)).filter((one): one is Grams => !isRefusal(one)),
  );
  const [weight, ...others] = readings;
  if (weight === undefined) return undefined;
  const isDoubtful =
    others.length > 0 ||
    [said, bare].some((one) => DOUBTS.some((doubt) => doubt.test(one))) ||
    namesPartOf(codes, said);
  return isDoubtful ? null : weight;
}

/** The weight that these words alone are; undefined when they are none, or could be something else. */
export function certainWeight(said: string, codes: readonly string[]): Grams | undefined {
  const weight = parseWeight(said);
  const isDoubtful =
    !IS_MEASURED.test(said) ||
    [...DOUBTS, GOES_ON].some((doubt) => doubt.test(said)) ||
    namesPartOf(codes, said);
  return isRefusal(weight) || isDoubtful ? undefined : weight;
}

function namesPartOf(codes: readonly string[], said: string): boolean {
  const parts = new Set(codes.flatMap((code) => code.toLowerCase().split('-').slice(1)));
  return said.split(/[^a-z0-9]+/).some((word) => parts.has(word));
}
