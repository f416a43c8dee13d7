import { isRefusal } from '../../kernel/refusal.js';
import { grams } from '../../kernel/units.js';
import { weighUp } from '../domain/ticket.js';
import { termsOf } from './terms.js';
import type { KeptLine, TicketParts } from './tickets.store.js';
import type { WeighTicketEntity } from './weighing.entities.js';

/** What a ticket comes to: as it was frozen, or so far while it is on the scale. */
export interface Slip {
  readonly lines: readonly KeptLine[];
  readonly payableG: number;
  readonly amountVnd: number;
}

const EMPTY: Slip = { lines: [], payableG: 0, amountVnd: 0 };

export function slipOf(ticket: WeighTicketEntity, parts: TicketParts): Slip {
  const { payableG, amountVnd } = ticket;
  if (payableG !== null && amountVnd !== null) {
    return { lines: parts.lines, payableG, amountVnd };
  }
  const weighings = parts.rows
    .filter((row) => !row.isRemoved)
    .map(({ gradeCode, grossG, crates, tareG }) => ({
      gradeCode,
      gross: grams(grossG),
      crates,
      tare: grams(tareG),
    }));
  const sums = weighUp(weighings, termsOf(ticket, parts.prices));
  if (isRefusal(sums)) return EMPTY;
  return {
    lines: sums.lines.map((line) => ({
      gradeCode: line.gradeCode,
      crates: line.crates,
      grossG: line.gross,
      tareG: line.tare,
      deductionG: line.deductionGrams,
      payableG: line.payable,
      vndPerKg: line.vndPerKg,
      amountVnd: line.amountVnd,
    })),
    payableG: sums.payable,
    amountVnd: sums.amountVnd,
  };
}
