import { isRefusal } from '../../../../../src/kernel/refusal.js';
import { basisPoints, type Grams, type Vnd } from '../../../../../src/kernel/units.js';
import {
  tareOf,
  weighUp,
  type DeductionRule,
  type TicketSums,
} from '../../../../../src/weighing/domain/ticket.js';
import type { Waiting } from '../../offline/queue.js';

/** One load as it stands on the phone. */
export interface ScaleRow {
  readonly id: string;
  readonly gradeCode: string;
  readonly grossGrams: Grams;
  readonly crateCode: string | null;
  readonly crates: number;
  readonly tareGrams: Grams;
  /** The server has not heard of it as it stands. */
  readonly isUnsent: boolean;
}

/** What a weighing act on this phone says; each field where the act has it. */
interface RowAct {
  readonly ticketId?: string;
  readonly rowId?: string;
  readonly gradeCode?: string;
  readonly grossGrams?: Grams;
  readonly crateCode?: string | null;
  readonly crates?: number;
}

export interface SentRow extends Omit<ScaleRow, 'isUnsent'> {
  readonly isRemoved: boolean;
}

const ACTS = ['RecordWeigh', 'CorrectWeigh', 'RemoveWeigh', 'SubmitTicket'];

export const scaleKey = (ticketId: string): string => `scale:${ticketId}`;

/** Acts on the ticket that the server had not counted when it was asked, in the order they were written. */
export const unheardActs = (
  ticketId: string,
  queue: readonly Waiting[],
  readAt: number,
): Waiting[] =>
  queue.filter(
    ({ operation, objectKey, state, settledAt }) =>
      objectKey === scaleKey(ticketId) &&
      ACTS.includes(operation) &&
      (state === 'waiting' ||
        state === 'sending' ||
        (state === 'sent' && (settledAt ?? 0) > readAt)),
  );

/** The rows as the weigher left them: what the server counted, then what it has yet to hear. */
export function rowsOnScreen(
  sent: readonly SentRow[],
  acts: readonly Waiting[],
  crateTares: ReadonlyMap<string, Grams>,
): ScaleRow[] {
  let rows: ScaleRow[] = sent
    .filter(({ isRemoved }) => !isRemoved)
    .map((row) => ({ ...row, isUnsent: false }));
  for (const act of acts) {
    const input = act.variables['input'] as RowAct;
    const isUnsent = act.state !== 'sent';
    // The server may have counted it although its word has not come back yet.
    const isCounted = sent.some(({ id }) => id === act.id);
    if (act.operation === 'RemoveWeigh') rows = rows.filter(({ id }) => id !== input.rowId);
    if (act.operation === 'RecordWeigh' && !isCounted) {
      rows = [...rows, rowOf(act.id, input, crateTares, isUnsent)];
    }
    if (act.operation === 'CorrectWeigh' && !isCounted) {
      rows = rows.map((row) =>
        row.id === input.rowId ? rowOf(act.id, input, crateTares, isUnsent) : row,
      );
    }
  }
  return rows;
}

function rowOf(
  id: string,
  { gradeCode = '', grossGrams = 0 as Grams, crateCode = null, crates = 0 }: RowAct,
  crateTares: ReadonlyMap<string, Grams>,
  isUnsent: boolean,
): ScaleRow {
  const perCrate = crateTares.get(crateCode ?? '');
  const tareGrams = perCrate === undefined ? (0 as Grams) : tareOf(perCrate, crates);
  return { id, gradeCode, grossGrams, crateCode, crates, tareGrams, isUnsent };
}

export interface ScaleTerms {
  readonly prices: readonly { readonly gradeCode: string; readonly vndPerKg: Vnd }[];
  readonly deduction: {
    readonly kind: DeductionRule['kind'];
    readonly basisPoints: number;
    readonly gramsPerCrate: Grams;
  };
}

/** The running sums by the deal's own rule, the same arithmetic as the server's; undefined while nothing is weighed. */
export function sumsOf(rows: readonly ScaleRow[], terms: ScaleTerms): TicketSums | undefined {
  const weighings = rows.map(({ gradeCode, grossGrams, crates, tareGrams }) => ({
    gradeCode,
    gross: grossGrams,
    crates,
    tare: tareGrams,
  }));
  const sums = weighUp(weighings, { prices: terms.prices, deduction: ruleOf(terms.deduction) });
  return isRefusal(sums) ? undefined : sums;
}

function ruleOf({ kind, ...terms }: ScaleTerms['deduction']): DeductionRule {
  switch (kind) {
    case 'NONE':
      return { kind };
    case 'PERCENT':
      return { kind, basisPoints: basisPoints(terms.basisPoints) };
    case 'FIXED_PER_CRATE':
      return { kind, grams: terms.gramsPerCrate };
  }
}
