import type { Id } from '../../kernel/id.js';
import { basisPoints, grams, type Grams, priceOf, sumGrams, vnd } from '../../kernel/units.js';
import { type CrateCode, crateFacts, crop, type CropCode } from '../facts/crops.js';
import { apportion, type Random, randomFrom } from '../random.js';
import type { DayBook } from './day-book.js';
import type { AgreedLine, Agreement } from './deals.js';
import { idOf } from './ids.js';
import { freeG } from './lots.js';
import { deducted } from './ticket-arithmetic.js';
import type { DealRow, TicketLineRow, WeighRow, WeighTicketRow } from './trade-rows.js';

export interface Weighing {
  readonly number: string;
  readonly at: Date;
  readonly runStopId: Id | null;
  readonly isConfirmed: boolean;
}

/** A line that gave less than this share of the agreed weight came up short. */
const SHORT_BELOW = 0.9;
const SHORT_LINES = 0.03;
/** A basket's weight over the agreed one; a run is planned with this much room to spare. */
export const MOST_OVER = 1.03;
const CONFIRMED_AFTER_MS = 4 * 60_000;
const STEP_G = 100;

/** Weighs all that a household brought; a confirmed ticket moves the weight out of its lots. */
export function weigh(book: DayBook, agreement: Agreement, weighing: Weighing): WeighTicketRow {
  const { deal, lines } = agreement;
  const id = idOf(`ticket/${deal.id}`);
  const random = randomFrom(`ticket/${deal.id}`);
  const weighRows: WeighRow[] = [];
  const ticketLines = lines.map((line) => {
    const rows = basketsOf(line, id, weighRows.length, random);
    weighRows.push(...rows);
    return ticketLine(line, id, rows, deal, random);
  });

  const ticket = ticketOf(id, deal, ticketLines, weighing, random);
  book.weighTickets.push(ticket);
  book.ticketLines.push(...ticketLines);
  book.weighRows.push(...weighRows);
  if (weighing.isConfirmed) {
    lines.forEach(({ taken }, index) => moveOut(taken, ticketLines[index]!.netG));
    deal.state = 'WEIGHED';
  }
  return ticket;
}

function ticketOf(
  id: Id,
  deal: DealRow,
  lines: readonly TicketLineRow[],
  { number, at, runStopId, isConfirmed }: Weighing,
  random: Random,
): WeighTicketRow {
  const total = (of: (line: TicketLineRow) => number): Grams => sumGrams(lines.map(of));
  return {
    id,
    number,
    dealId: deal.id,
    runStopId,
    sellerId: deal.sellerId,
    buyerId: deal.buyerId,
    buyingPointCode: deal.buyingPointCode,
    weighedAt: at,
    confirmedAt: isConfirmed ? new Date(at.getTime() + CONFIRMED_AFTER_MS) : null,
    confirmedBy: isConfirmed ? random.pick(['OWN_PHONE', 'OWN_PHONE', 'SMS', 'PIN']) : null,
    grossG: total(({ grossG }) => grossG),
    tareG: total(({ tareG }) => tareG),
    netG: total(({ netG }) => netG),
    deductionG: total(({ deductionG }) => deductionG),
    payableG: total(({ payableG }) => payableG),
    amountVnd: vnd(lines.reduce((sum, { amountVnd }) => sum + amountVnd, 0)),
    state: isConfirmed ? 'CONFIRMED' : 'SUBMITTED',
  };
}

function ticketLine(
  { dealLine }: AgreedLine,
  ticketId: Id,
  rows: readonly WeighRow[],
  { deductionCapBp }: DealRow,
  random: Random,
): TicketLineRow {
  // Only wet or overripe baskets lose the whole agreed share.
  const deductionBp = random.chance(0.6) ? deductionCapBp : basisPoints(0);
  const grossG = sumGrams(rows.map((row) => row.grossG));
  const tareG = sumGrams(rows.map((row) => row.tareG));
  const weights = deducted(grossG, tareG, deductionBp);
  return {
    id: rows[0]!.ticketLineId,
    ticketId,
    dealLineId: dealLine.id,
    gradeCode: dealLine.gradeCode,
    grossG,
    tareG,
    ...weights,
    deductionBp,
    vndPerKg: dealLine.vndPerKg,
    amountVnd: priceOf(weights.payableG, dealLine.vndPerKg),
  };
}

/** The baskets of one grade, up to three on the scale at a time, to tenths of a kilogram. */
function basketsOf(
  { dealLine, taken }: AgreedLine,
  ticketId: Id,
  weighedBefore: number,
  random: Random,
): WeighRow[] {
  const crateCode = crateFor(dealLine.cropCode, random);
  const { tareG, netRangeG } = crateFacts(crateCode);
  const netG = broughtG(dealLine.agreedG, grams(freeG(taken.grade) + dealLine.agreedG), random);
  const crates = Math.max(1, Math.round(netG / ((netRangeG[0] + netRangeG[1]) / 2)));
  const atOnce = crateCode === 'BAO' ? 2 : 3;
  const counts = Array.from({ length: Math.ceil(crates / atOnce) }, (_, index) =>
    Math.min(atOnce, crates - index * atOnce),
  );
  const nets = apportion(
    netG / STEP_G,
    counts.map((count) => count * random.between(0.95, 1.05)),
  );
  return counts.map((crateCount, index) => {
    const net = nets[index]! * STEP_G;
    const tare = crateCount * tareG;
    return {
      id: idOf(`weigh-row/${dealLine.id}/${index}`),
      ticketId,
      ticketLineId: idOf(`ticket-line/${dealLine.id}`),
      sequence: weighedBefore + index + 1,
      crateCode,
      crateCount,
      grossG: grams(net + tare),
      tareG: grams(tare),
      netG: grams(net),
    };
  });
}

/** Close to what was agreed, at times well short of it, never more than the lot has. */
function broughtG(agreedG: Grams, mostG: Grams, random: Random): Grams {
  const share = random.chance(SHORT_LINES)
    ? random.between(0.75, 0.89)
    : random.between(0.95, MOST_OVER);
  const brought = Math.min(agreedG * share, mostG);
  return grams(Math.floor(brought / STEP_G) * STEP_G);
}

const crateFor = (cropCode: CropCode, random: Random): CrateCode =>
  cropCode === 'NA'
    ? random.pickWeighted<CrateCode>([
        ['SOT', 75],
        ['THUNG_XOP', 15],
        ['KHAY_NHUA', 10],
      ])
    : crop(cropCode).crate;

function moveOut({ line, hold, grade }: AgreedLine['taken'], netG: Grams): void {
  grade.reservedG = grams(grade.reservedG - line.allocatedG);
  grade.weighedG = grams(grade.weighedG + netG);
  hold.state = 'CONSUMED';
  line.state = netG < line.allocatedG * SHORT_BELOW ? 'SHORT' : 'WEIGHED';
}
