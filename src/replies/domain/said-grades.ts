import { grams, type Grams } from '../../kernel/units.js';
import { BEHIND, certainWeight } from './said-weight.js';

/** What is given of each grade, by its code; 0 is none. */
export type GradeWeights = ReadonlyMap<string, Grams>;

/** "L1", "loại 1", and the code of a grade without a number. */
const GRADE = /(?<![a-z0-9])(?:(?:l|loai) ?([1-9])|(db|xo))(?![a-z0-9])/;
/** A yes in front says nothing that the kilograms do not say; two figures are no yes. */
const NOTHING_ELSE =
  /^(?!.*1.*1)(?:(?:1|ok|oke|okie|vang|da|uh?|co|duoc|dong y|nhan|ban|chot)(?=\W|$)|[\s,;:.])*$/;
const APART = /^[\s:=-]+|(?:[\s,;.+]|(?<=[\s,;])va(?![a-z]))+$/g;
const NONE = /^(?:0(?: ?(?:kg|ky|can))?|khong)$/;

/**
 * Kilograms grade by grade, in small letters without marks: "l1 100, l2 50kg", "1 loai 1 100 loai 2 0". Each grade is
 * named before its weight and once.
 *
 * @param codes of what could be meant; a part of one of them is no weight
 * @returns undefined when no grade is named, null when it is not certain how much of which is meant
 */
export function saidGrades(
  text: string,
  codes: readonly string[],
): GradeWeights | null | undefined {
  const [before = '', ...named] = text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(BEHIND, '')
    .split(GRADE);
  if (named.length === 0) return undefined;
  if (!NOTHING_ELSE.test(before)) return null;
  const weights = new Map<string, Grams>();
  for (let at = 0; at < named.length; at += 3) {
    const [number, letters, said = ''] = named.slice(at, at + 3);
    const grade = number === undefined ? (letters ?? '').toUpperCase() : `L${number}`;
    const bare = said.replaceAll(APART, '');
    const weight = NONE.test(bare) ? grams(0) : certainWeight(bare, codes);
    if (weight === undefined || weights.has(grade)) return null;
    weights.set(grade, weight);
  }
  return weights;
}
