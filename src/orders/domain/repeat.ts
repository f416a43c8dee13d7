import { dayOf, instant, type Day } from '../../kernel/day.js';
import { vnd, type Vnd } from '../../kernel/units.js';

const WHOLE_VND = 100;
const LEAST_VND = 100;

/** What the prices of one grade are known to be. */
interface KnownPrices {
  /** The most the buyer would pay then; null: to be agreed. */
  readonly last: Vnd | null;
  readonly referenceThen: Vnd | undefined;
  readonly referenceNow: Vnd | undefined;
}

/**
 * The most to pay today (OR-10): as far from today's reference price as the last price was from the one of its day, in whole
 * hundreds. Without a reference of both days nobody knows, and the price is asked for; an open price stays open.
 */
export function priceToday({ last, referenceThen, referenceNow }: KnownPrices): Vnd | null {
  if (last === null || referenceThen === undefined || referenceNow === undefined) return null;
  const moved = last + referenceNow - referenceThen;
  return vnd(Math.max(LEAST_VND, Math.round(moved / WHOLE_VND) * WHOLE_VND));
}

/** The same hours of another day. */
export function sameHours(
  of: { readonly readyFrom: Date; readonly readyTo: Date },
  on: Day,
): { readonly readyFrom: Date; readonly readyTo: Date } {
  const shift = instant(on, '00:00').getTime() - instant(dayOf(of.readyFrom), '00:00').getTime();
  return {
    readyFrom: new Date(of.readyFrom.getTime() + shift),
    readyTo: new Date(of.readyTo.getTime() + shift),
  };
}

/** Without anybody there to look at it, an order again pays what `priceToday` says, and never more than its buyer set. */
export function priceUnseen(most: Vnd | null, today: Vnd | null): Vnd | null {
  return most === null || today === null || most < today ? most : today;
}
