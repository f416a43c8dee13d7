import { offerExpiry } from '../../orders/index.js';
import type { Side } from '../../kernel/side.js';

const MINUTE_MS = 60_000;

/**
 * When an offer runs out: a grower is never timed out at night (NG-06), a trader has exactly the minutes; and nobody
 * answers after the fruit could be fetched.
 *
 * @param side who made the offer; the other one answers
 * @param windows of the lot and of the offer; the fruit is fetched within both
 */
export function offerEnd(
  side: Side,
  madeAt: Date,
  minutes: number,
  ...windows: readonly { readonly readyTo: Date }[]
): Date {
  const end =
    side === 'BUYER'
      ? offerExpiry(madeAt, minutes)
      : new Date(madeAt.getTime() + minutes * MINUTE_MS);
  return new Date(Math.min(end.getTime(), ...windows.map(({ readyTo }) => readyTo.getTime())));
}
