import { dayOf } from '../../kernel/day.js';
import { grams, priceOf, vnd, type Vnd } from '../../kernel/units.js';
import { kgText, momentText } from '../../platform/words/format.js';
import type { SheetDeduction, SheetLine } from './sheets.js';

/** `05:30 23/07/2021`, in Việt Nam: a paper is read years later. */
export const timeText = (at: Date): string => `${momentText(at)}/${dayOf(at).slice(0, 4)}`;

/** `+84912345678` as it is read aloud: `0912 345 678`. */
export const phoneText = (phone: string): string =>
  phone.replace(/^\+84(\d{2,3})(\d{3})(\d{3})$/, '0$1 $2 $3');

export const percentText = (basisPoints: number): string =>
  `${(basisPoints / 100).toString().replace('.', ',')} %`;

export function deductionText({ kind, bp, crateGrams }: SheetDeduction): string {
  switch (kind) {
    case 'NONE':
      return 'không trừ';
    case 'PERCENT':
      return `nhiều nhất ${percentText(bp)} sau khi trừ bì`;
    case 'FIXED_PER_CRATE':
      return `nhiều nhất ${kgText(crateGrams)} mỗi sọt`;
  }
}

export const windowText = (from: Date, to: Date): string =>
  `từ ${timeText(from)} đến ${timeText(to)}`;

export const paymentText = (days: number): string =>
  days === 0 ? 'trong ngày xác nhận phiếu cân' : `trong ${days} ngày từ ngày xác nhận phiếu cân`;

/** What the kilograms come to at their prices, before anything is weighed. */
export const worthOf = (lines: readonly SheetLine[]): Vnd =>
  vnd(lines.reduce((sum, line) => sum + priceOf(grams(line.grams), vnd(line.vndPerKg)), 0));

export const weightOf = (lines: readonly { readonly grams: number }[]): number =>
  lines.reduce((sum, line) => sum + line.grams, 0);

/** `LN-1126-6Y0/1` as part of a file's name: `ln-1126-6y0-1`. */
export const inFileName = (number: string): string =>
  number.toLowerCase().replaceAll(/[^0-9a-z]+/g, '-');
