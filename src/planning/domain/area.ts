import { refuse, type Refusal } from '../../kernel/refusal.js';

// The north counts fields in sào of 360 m² and mẫu of ten sào.
const M2_PER: Readonly<Record<string, number>> = {
  '': 1,
  m2: 1,
  'm²': 1,
  sào: 360,
  mẫu: 3_600,
  ha: 10_000,
};
const AREA = /^(\d+(?:[.,]\d+)?)\s*(m2|m²|sào|mẫu|ha)?$/;

/** Land as a list has it, `720`, `2 sào`, `0,5 ha`, in whole square metres. A bare number is square metres. */
export function parseArea(typed: string): number | Refusal<'AREA_UNREADABLE'> {
  const text = typed.normalize('NFC').trim().toLowerCase();
  // 1.250 is one thousand two hundred and fifty here; 1,25 and 1.5 are fractions.
  const plain = text.replace(/^(\d{1,3})\.(\d{3})(?!\d)/, '$1$2');
  const [, number, unit = ''] = AREA.exec(plain) ?? [];
  const factor = M2_PER[unit];
  if (number === undefined || factor === undefined)
    return refuse('AREA_UNREADABLE', { text: typed.slice(0, 40) });
  return Math.round(Number(number.replace(',', '.')) * factor);
}
