import { refuse, type Refusal } from '../../kernel/refusal.js';

export interface BoxSaleNumbers {
  readonly boxGrams: number;
  readonly boxes: number;
  readonly vndPerBox: number;
  readonly ordersUntil: Date;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  /** Tidied. */
  readonly place: string;
}

/** What one person carries on a motorbike; the usual ones hold 5 or 10 kg. */
const BOX_G = [1_000, 20_000] as const;
const BOXES = [1, 1_000] as const;
const BOX_VND = [1_000, 20_000_000] as const;
const PLACE_SIGNS = [3, 200] as const;
const DAY_MS = 86_400_000;
const LONGEST_HAND_OVER_MS = 2 * DAY_MS;
const FURTHEST_MS = 30 * DAY_MS;

export type BoxNumbersRefusal =
  | 'BOX_SIZE_IMPLAUSIBLE'
  | 'BOXES_IMPLAUSIBLE'
  | 'BOX_PRICE_IMPLAUSIBLE'
  | 'BOX_HOURS_IMPLAUSIBLE'
  | 'BOX_PLACE_MISSING';

/** The first number of a sale that cannot be meant, at its field; undefined when all can. */
export function impossibleBoxSale(
  sale: BoxSaleNumbers,
  now: Date,
): Refusal<BoxNumbersRefusal> | undefined {
  if (!isWithin(sale.boxGrams, BOX_G))
    return refuse('BOX_SIZE_IMPLAUSIBLE', { least: BOX_G[0], most: BOX_G[1] }, 'boxGrams');
  if (!isWithin(sale.boxes, BOXES)) return refuse('BOXES_IMPLAUSIBLE', { most: BOXES[1] }, 'boxes');
  if (!isWithin(sale.vndPerBox, BOX_VND))
    return refuse('BOX_PRICE_IMPLAUSIBLE', { least: BOX_VND[0], most: BOX_VND[1] }, 'vndPerBox');
  const { ordersUntil, readyFrom, readyTo } = sale;
  if (readyFrom >= readyTo) return refuse('BOX_HOURS_IMPLAUSIBLE', {}, 'readyTo');
  const isInOrder = now < ordersUntil && ordersUntil <= readyTo;
  if (!isInOrder) return refuse('BOX_HOURS_IMPLAUSIBLE', {}, 'ordersUntil');
  const isNear =
    readyTo.getTime() - readyFrom.getTime() <= LONGEST_HAND_OVER_MS &&
    readyTo.getTime() - now.getTime() <= FURTHEST_MS;
  if (!isNear) return refuse('BOX_HOURS_IMPLAUSIBLE', {}, 'readyTo');
  const signs = sale.place.length;
  if (signs < PLACE_SIGNS[0] || signs > PLACE_SIGNS[1])
    return refuse('BOX_PLACE_MISSING', {}, 'place');
}

const isWithin = (value: number, [least, most]: readonly [number, number]): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;
