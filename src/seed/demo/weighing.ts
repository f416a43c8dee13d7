import type { Id } from '../../kernel/id.js';
import { isRefusal } from '../../kernel/refusal.js';
import { grams, type Grams } from '../../kernel/units.js';
import { type TicketSums, weighUp } from '../../weighing/domain/ticket.js';
import { type CrateCode, crateFacts, crop, type CropCode } from '../facts/crops.js';
import { apportion, type Random, randomFrom } from '../random.js';
import type { DayBook } from './day-book.js';
import type { AgreedLine, Agreement } from './deals.js';
import { idOf } from './ids.js';
import { freeG } from './lots.js';
import type { DealRow, TicketLineRow, WeighRow, WeighTicketRow } from './trade-rows.js';

interface Weighing {
  readonly number: string;
  readonly at: Date;
  readonly isConfirmed: boolean;
  /** Whether a cooperative can speak for the household. */
  readonly hasWitness: boolean;
}

/** Share of the lines that come up well short of what was agreed. */
const SHORT_LINES = 0.03;
/** The most that is brought over what was agreed; a run is planned with this much room to spare. */
export const MOST_OVER = 1.03;
const STEP_G = 100;
const MINUTE_MS = 60_000;

/** Weighs all that a household brought; a confirmed ticket moves the weight out of its lot. */
export function weigh(book: DayBook, agreement: Agreement, weighing: Weighing): WeighTicketRow {
  const { deal, lines } = agreement;
  const id = idOf(`ticket/${deal.id}`);
  const random = randomFrom(`ticket/${deal.id}`);
  const crateCode = crateFor(deal.cropCode, random);
  const rows: WeighRow[] = [];
  for (const line of lines) {
    const baskets = basketsOf(line, crateCode, random).map((basket, index): WeighRow => ({
      ...basket,
      id: idOf(`weigh-row/${line.dealLine.id}/${index}`),
      ticketId: id,
      seq: rows.length + index + 1,
      gradeCode: line.dealLine.gradeCode,
      weighedAt: weighing.at,
    }));
    rows.push(...baskets);
  }

  const sums = sumsOf(agreement, rows);
  const ticket = ticketOf(id, deal, sums, weighing, random);
  book.weighTickets.push(ticket);
  book.ticketLines.push(...sums.lines.map((line) => ticketLine(id, line)));
  book.weighRows.push(...rows);
  if (weighing.isConfirmed) {
    for (const { dealLine, taken } of lines) {
      moveOut(taken, sums.lines.find(({ gradeCode }) => gradeCode === dealLine.gradeCode)!.net);
    }
    deal.state = 'WEIGHED';
  }
  return ticket;
}

/** By the arithmetic of the product itself. */
function sumsOf({ deal, lines }: Agreement, rows: readonly WeighRow[]): TicketSums {
  const sums = weighUp(
    rows.map(({ gradeCode, grossG, crates, tareG }) => ({
      gradeCode,
      gross: grossG,
      crates,
      tare: tareG,
    })),
    {
      prices: lines.map(({ dealLine }) => dealLine),
      deduction:
        deal.deductionBp === 0
          ? { kind: 'NONE' }
          : { kind: 'PERCENT', basisPoints: deal.deductionBp },
    },
  );
  if (isRefusal(sums)) throw new Error(`deal ${deal.number} cannot be weighed: ${sums.refused}`);
  return sums;
}

function ticketOf(
  id: Id,
  deal: DealRow,
  { payable, amountVnd }: TicketSums,
  { number, at, isConfirmed, hasWitness }: Weighing,
  random: Random,
): WeighTicketRow {
  const confirmMethod = random.pick([
    'OWN_PHONE',
    'OWN_PHONE',
    'PIN',
    hasWitness ? 'WITNESS' : 'OWN_PHONE',
  ] as const);
  return {
    id,
    number,
    dealId: deal.id,
    orderId: deal.orderId,
    buyerId: deal.buyerId,
    householdId: deal.householdId,
    unit: deal.unit,
    cropCode: deal.cropCode,
    state: isConfirmed ? 'CONFIRMED' : 'SUBMITTED',
    deductionBp: deal.deductionBp,
    payableG: payable,
    amountVnd,
    submittedAt: new Date(at.getTime() + MINUTE_MS),
    confirmedAt: isConfirmed ? new Date(at.getTime() + 3 * MINUTE_MS) : null,
    confirmMethod: isConfirmed ? confirmMethod : null,
    createdAt: at,
  };
}

const ticketLine = (ticketId: Id, line: TicketSums['lines'][number]): TicketLineRow => ({
  ticketId,
  gradeCode: line.gradeCode as TicketLineRow['gradeCode'],
  crates: line.crates,
  grossG: line.gross,
  tareG: line.tare,
  deductionG: line.deductionGrams,
  payableG: line.payable,
  vndPerKg: line.vndPerKg,
  amountVnd: line.amountVnd,
});

type Basket = Pick<WeighRow, 'grossG' | 'crateCode' | 'crates' | 'tareG'>;

/** The baskets of one grade, up to three on the scale at a time, to tenths of a kilogram. */
function basketsOf(
  { dealLine, taken }: AgreedLine,
  crateCode: CrateCode,
  random: Random,
): Basket[] {
  const { tareG, netRangeG } = crateFacts(crateCode);
  const netG = broughtG(dealLine.grams, grams(freeG(taken.grade) + dealLine.grams), random);
  const crates = Math.max(1, Math.round(netG / ((netRangeG[0] + netRangeG[1]) / 2)));
  const atOnce = crateCode === 'BAO' ? 2 : 3;
  const counts = Array.from({ length: Math.ceil(crates / atOnce) }, (_, index) =>
    Math.min(atOnce, crates - index * atOnce),
  );
  const nets = apportion(
    netG / STEP_G,
    counts.map((count) => count * random.between(0.95, 1.05)),
  );
  return counts.map((count, index) => ({
    grossG: grams(nets[index]! * STEP_G + count * tareG),
    crateCode,
    crates: count,
    tareG: grams(count * tareG),
  }));
}

/** Close to what was agreed, at times well short of it, never more than the lot has. */
function broughtG(agreedG: Grams, mostG: Grams, random: Random): Grams {
  const share = random.chance(SHORT_LINES)
    ? random.between(0.75, 0.89)
    : random.between(0.95, MOST_OVER);
  return grams(Math.floor(Math.min(agreedG * share, mostG) / STEP_G) * STEP_G);
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
  grade.reservedG = grams(grade.reservedG - line.grams);
  grade.weighedG = grams(grade.weighedG + netG);
  hold.state = 'WEIGHED';
  line.state = 'WEIGHED';
}
