import type { OrderState } from './order.state.js';

/** COMMITTED waits for the scale, WEIGHED for the money. */
export type DealState = 'COMMITTED' | 'WEIGHED' | 'PAID' | 'CANCELLED';

/**
 * Where a committed order stands, told by its deals: households are weighed and paid one by one, and nobody waits
 * for the slowest (OR-04). Cancelled deals do not count.
 */
export function orderStateOf(deals: readonly DealState[]): OrderState {
  const standing = deals.filter((state) => state !== 'CANCELLED');
  if (standing.length === 0) return 'CANCELLED';
  const all = (...states: DealState[]): boolean =>
    standing.every((state) => states.includes(state));
  if (all('COMMITTED')) return 'COMMITTED';
  if (all('PAID')) return 'COMPLETED';
  if (all('WEIGHED')) return 'WEIGHED';
  return all('WEIGHED', 'PAID') ? 'SETTLING' : 'IN_PICKUP';
}
