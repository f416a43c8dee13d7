import { refuse, type Refusal } from '../../kernel/refusal.js';

/** Tax code of a firm (10 digits, 13 for a branch) or the 12 digits of a person's identity, which is one since 2025. */
const TAX_CODE = /^(\d{10}|\d{12}|\d{10}-?\d{3})$/;
/** Two digits of the province, one or two letters, four or five digits, as `98C-123.45`. */
const PLATE = /^(\d{2})([A-Z]{1,2})(\d{4,5})$/;

export function normaliseTaxCode(typed: string): string | Refusal<'TAX_CODE_INVALID'> {
  const code = typed.normalize('NFKC').replace(/\s/g, '');
  return TAX_CODE.test(code) ? code : refuse('TAX_CODE_INVALID', {}, 'taxCode');
}

export function normalisePlate(typed: string): string | Refusal<'PLATE_INVALID'> {
  const match = PLATE.exec(
    typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s.\-–]/g, ''),
  );
  if (!match) return refuse('PLATE_INVALID', {}, 'plate');
  const [, province, series, number = ''] = match;
  const written = number.length === 5 ? `${number.slice(0, 3)}.${number.slice(3)}` : number;
  return `${province}${series}-${written}`;
}

/** A name as it is kept: composed, single spaces; 2 to 80 characters. */
export function normaliseName(typed: string): string | Refusal<'NAME_MISSING'> {
  const name = typed.normalize('NFC').trim().replace(/\s+/g, ' ');
  return name.length < 2 || name.length > 80 ? refuse('NAME_MISSING', {}, 'name') : name;
}
