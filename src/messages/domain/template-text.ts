import type { Filled } from './filling.js';
import { BLANKS, BLANKS_OF, type Blank, type PaidKind } from './templates.js';

export const ZALO_LENGTH = 400;
/** One SMS of the GSM alphabet. */
export const SMS_LENGTH = 160;

const BLANK = /\{(\w+)\}/g;

/** Without marks and signs a plain phone may not show: `300 kg, 32.000 ₫` → `300 kg, 32.000d`. */
export const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/\s*₫/g, 'd')
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[^\x20-\x7e]/g, '');

/** A template with its blanks filled in; each value is cut to the length it may have. */
const filled = (template: string, values: Filled): string =>
  template.replaceAll(BLANK, (_, name: Blank) => cut(values[name] ?? '', BLANKS[name]));

export const zaloText = (template: string, values: Filled): string => filled(template, values);
export const smsText = (template: string, values: Filled): string =>
  plainText(filled(template, values));

/** The values as Zalo takes them: each within its length. */
export const zaloValues = (template: string, values: Filled): Record<string, string> =>
  Object.fromEntries(
    blanksOf(template).map((name) => [name, cut(values[name] ?? '', BLANKS[name])]),
  );

export type TemplateFault =
  | 'TEMPLATE_BLANK_UNKNOWN'
  | 'TEMPLATE_BLANK_MISSING'
  | 'TEMPLATE_TOO_LONG'
  | 'TEMPLATE_HAS_MARKS'
  | 'TEMPLATE_EMPTY';

/** What keeps a text from being sent for this kind, measured with the longest values its blanks may have. */
export function templateFault(
  kind: PaidKind,
  channel: 'ZALO' | 'SMS',
  text: string,
):
  { readonly fault: TemplateFault; readonly blank?: string; readonly length?: number } | undefined {
  if (text.trim() === '') return { fault: 'TEMPLATE_EMPTY' };
  const known: readonly string[] = BLANKS_OF[kind];
  const names: readonly string[] = blanksOf(text);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) return { fault: 'TEMPLATE_BLANK_UNKNOWN', blank: unknown };
  const [needed] = BLANKS_OF[kind];
  if (!names.includes(needed)) return { fault: 'TEMPLATE_BLANK_MISSING', blank: needed };
  if (channel === 'SMS' && plainText(text) !== text) return { fault: 'TEMPLATE_HAS_MARKS' };
  const { length } = worstCase(text);
  const most = channel === 'SMS' ? SMS_LENGTH : ZALO_LENGTH;
  return length > most ? { fault: 'TEMPLATE_TOO_LONG', length } : undefined;
}

/** The longest text a template can become. */
export const worstCase = (template: string): string =>
  template.replaceAll(BLANK, (_, name: Blank) => 'W'.repeat(BLANKS[name]));

const blanksOf = (template: string): Blank[] => [
  ...new Set([...template.matchAll(BLANK)].map(([, name]) => name as Blank)),
];

const cut = (value: string, most: number): string =>
  value.length <= most ? value : `${value.slice(0, most - 1).trimEnd()}…`;
