import { sumGrams, type Grams } from '../../kernel/units.js';
import type { StopState } from './stop.state.js';

/** What a deal becomes while a vehicle is planned for it. */
export interface ChangedDeal {
  readonly dealId: string;
  readonly grams: Grams;
  /** The new pick-up hours; null: they stay. */
  readonly hours: { readonly from: Date; readonly to: Date } | null;
}

interface PlannedStop {
  readonly id: string;
  readonly kind: 'PICKUP' | 'DROP';
  readonly dealId: string | null;
  readonly grams: Grams;
  readonly plannedAt: Date;
  readonly state: StopState;
}

export interface Refit {
  readonly stops: readonly {
    readonly stopId: string;
    readonly dealId: string;
    readonly grams: Grams;
    /** The vehicle would come outside the new hours: it does not come at all, and the buyer plans anew. */
    readonly isLeftOut: boolean;
  }[];
  readonly loadAfter: Grams;
}

const KEEPS_NO_LOAD: readonly StopState[] = ['SKIPPED', 'FAILED'];

/** How a planned run follows deals that changed: loads move with kilograms, a stop outside the new hours falls away. */
export function refit(stops: readonly PlannedStop[], changed: readonly ChangedDeal[]): Refit {
  const moved = changed.flatMap((deal) => {
    const stop = stops.find(({ dealId, state }) => dealId === deal.dealId && state === 'PENDING');
    if (!stop) return [];
    const { hours } = deal;
    const isLeftOut = hours !== null && (stop.plannedAt < hours.from || stop.plannedAt > hours.to);
    return [{ stopId: stop.id, dealId: deal.dealId, grams: deal.grams, isLeftOut }];
  });
  const after = stops
    .filter(({ kind, state }) => kind === 'PICKUP' && !KEEPS_NO_LOAD.includes(state))
    .map(({ id, grams }) => {
      const change = moved.find(({ stopId }) => stopId === id);
      if (!change) return grams;
      return change.isLeftOut ? 0 : change.grams;
    });
  return { stops: moved, loadAfter: sumGrams(after) };
}
