import type { Actor } from '../../platform/access/actor.js';
import type { AllocationLineState } from './allocation-line.state.js';

/** A party with everything that may ever be shown of it. */
export interface FullCard {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** Who trades with whom; `isTrusted`: the household lets the viewer's party see or sell. */
export interface Sides {
  readonly buyerId: string;
  readonly householdId: string;
  readonly isTrusted: boolean;
  /** Both sides said yes. */
  readonly isAgreed: boolean;
}

/** Both sides said yes, whatever came after. */
export const isAgreed = (state: AllocationLineState): boolean =>
  state === 'ACCEPTED' || state === 'COMMITTED' || state === 'WEIGHED';

/** Before acceptance a buyer sees commune, weight and grade, never whose lot it is (ID-08). */
export const seesHousehold = (actor: Actor, sides: Sides): boolean =>
  sides.isAgreed || actor.partyId !== sides.buyerId;

/** Phone and point are for the two sides of an agreed deal, and for the cooperative that speaks for one. */
export function cardFor<Card extends FullCard>(actor: Actor, sides: Sides, card: Card): Card {
  const isSide =
    actor.partyId === sides.buyerId || actor.partyId === sides.householdId || sides.isTrusted;
  return sides.isAgreed && isSide ? card : { ...card, phone: null, lat: null, lon: null };
}
