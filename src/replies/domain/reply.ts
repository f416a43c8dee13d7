import type { Grams } from '../../kernel/units.js';
import { saidGrades, type GradeWeights } from './said-grades.js';
import { isWeight, saidWeight } from './said-weight.js';

/** Which questions a text message names, and whether it names one that nobody asked. */
interface Named {
  readonly codes: readonly string[];
  readonly namesOther: boolean;
}

/** What a person answered by text message, as far as it can be read without doubt. */
export type Reply =
  | (Named & { readonly says: 'YES' | 'NO' })
  /** A number of kilograms; null when it could be something else. */
  | (Named & { readonly says: 'WEIGHT'; readonly grams: Grams | null })
  /** Kilograms of each grade that is named. */
  | (Named & { readonly says: 'GRADES'; readonly weights: GradeWeights })
  | { readonly says: 'UNCLEAR' };

const YES =
  /^(?:1|co|ok|oke|okie|okay|uh?|vang|da|duoc|dong y|nhan|ban|chot|yes|y)(?: (?:nhe|nha|a|ban|duoc|lay|nhan|em|anh|chi|bac|don|day|luon|co))*$/;
const NO =
  /^(?:2|ko|k|hong|khong(?: (?:nhan|ban|duoc|dong y|co|lay))?|thoi|huy|tu choi|no|n)(?: (?:nhe|nha|a|em|anh|chi|bac|don|ban|nua))*$/;

/** "Đã bán": it is sold already. Without marks it cannot be told from "dạ bán", a polite yes. */
const IS_DONE = /(?<!\p{L})(?:đã|đa|da (?:b[aá]n|nh[aậ]n|ch[oố]t))(?!\p{L})/u;

/**
 * Reads a reply the way people type it: "1", "1 nhé", "có", "OK", "không", "2", with the code of an order or without,
 * with or without marks. A number other than 1 and 2 is a weight, "150", "1 150kg" or "1 tạ rưỡi": never a yes to more;
 * "L1 100, L2 50" are weights of grades.
 *
 * @param codes of what could be meant, as `LN-0825-4K7`, `MC-7655C0` or `LO-7655C0`
 */
export function readReply(text: string, codes: readonly string[]): Reply {
  let rest = folded(text);
  const meant: string[] = [];
  for (const code of codes) {
    const found = namesOf(code).find((pattern) => pattern.test(rest));
    if (!found) continue;
    meant.push(code);
    rest = rest.replace(found, ' ');
  }
  const other = rest.replaceAll(ANY_CODE, ' ');
  const namesOther = other !== rest;
  const words = other
    .replaceAll(/[^a-z0-9 ]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (NO.test(words)) return { says: 'NO', codes: meant, namesOther };
  const isDone = IS_DONE.test(text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' '));
  if (YES.test(words) && !isDone) return { says: 'YES', codes: meant, namesOther };
  const named = { codes: meant, namesOther };
  const weights = isDone ? undefined : saidGrades(other, codes);
  if (weights) return { says: 'GRADES', weights, ...named };
  const weight = isDone ? undefined : weights === null ? null : saidWeight(other, codes);
  if (weight !== undefined) return { says: 'WEIGHT', grams: weight, ...named };
  const hasNumber = /\d/.test(words.replace(/^[12]\b/, ''));
  return hasNumber ? { says: 'WEIGHT', grams: null, ...named } : { says: 'UNCLEAR' };
}

/** A number that is not among the expected ones: of an order (month, day and a serial), a talk or a lot. */
const ANY_CODE = /\b(?:ln[\s.-]*\d{4}[\s.-]*[0-9a-z]{3,6}|(?:mc|lo)[\s.-]*[0-9a-f]{6})\b/g;

/** How a code may be typed: whole, without its first letters, or only its last part when that is no number and no weight. */
function namesOf(code: string): RegExp[] {
  const [letters = '', ...parts] = code.toLowerCase().split('-');
  const last = parts.at(-1) ?? '';
  const number = parts.join(String.raw`[\s.-]*`);
  // Digits alone could be a weight.
  const isPlain = parts.length === 1 && !/[a-z]/.test(last);
  const whole = new RegExp(String.raw`\b(?:${letters}[\s.-]*)${isPlain ? '' : '?'}${number}\b`);
  const isShort = /[a-z]/.test(last) && !isWeight(last);
  return isShort ? [whole, new RegExp(String.raw`\b${last}\b`)] : [whole];
}

const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase().trim();
