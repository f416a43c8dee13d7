/** What a person answered by text message, as far as it can be read without doubt. */
export type Reply =
  | { readonly says: 'YES' | 'NO'; readonly codes: readonly string[]; readonly namesOther: boolean }
  | { readonly says: 'WEIGHT' }
  | { readonly says: 'UNCLEAR' };

const YES =
  /^(?:1|co|ok|oke|okie|okay|uh?|vang|da|duoc|dong y|nhan|ban|chot|yes|y)(?: (?:nhe|nha|a|ban|duoc|lay|nhan|em|anh|chi|bac|don|day|luon|co))*$/;
const NO =
  /^(?:2|ko|k|hong|khong(?: (?:nhan|ban|duoc|dong y|co|lay))?|thoi|huy|tu choi|no|n)(?: (?:nhe|nha|a|em|anh|chi|bac|don|ban|nua))*$/;

/**
 * Reads a reply the way people type it: "1", "1 nhé", "có", "OK", "không", "2", with the code of an order or without,
 * with or without marks. A number other than 1 and 2 is a weight, which a text message cannot agree to.
 *
 * @param codes numbers of the orders that could be meant, as `LN-0825-4K7`
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
  const other = rest.replace(ANY_CODE, ' ');
  const namesOther = other !== rest;
  const words = other
    .replaceAll(/[^a-z0-9 ]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (NO.test(words)) return { says: 'NO', codes: meant, namesOther };
  if (YES.test(words)) return { says: 'YES', codes: meant, namesOther };
  return /\d/.test(words.replace(/^[12]\b/, '')) ? { says: 'WEIGHT' } : { says: 'UNCLEAR' };
}

/** An order number that is not among the expected ones: month, day and a serial. */
const ANY_CODE = /\bln[\s.-]*\d{4}[\s.-]*[0-9a-z]{3,6}\b/;

/** How the code of an order may be typed: whole, without LN, or only its last part when that is no plain number. */
function namesOf(code: string): RegExp[] {
  const [, day = '', serial = ''] = code.toLowerCase().split('-');
  const whole = new RegExp(String.raw`\b(?:ln[\s.-]*)?${day}[\s.-]*${serial}\b`);
  return /[a-z]/.test(serial) ? [whole, new RegExp(String.raw`\b${serial}\b`)] : [whole];
}

const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase().trim();
