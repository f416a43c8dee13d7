import type { Actor, Role } from '../../platform/access/actor.js';

interface Card {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

// The household itself and the cooperative that speaks for it; an office watches volumes and calls nobody from a list.
const SPEAKS_FOR_HOUSEHOLD: readonly Role[] = ['GROWER', 'COOP_CLERK'];

/** A household without a deal, for somebody who may know whose it is: phone and point only for those who speak for it. */
export const householdCard = <Shown extends Card>(actor: Actor, household: Shown): Shown =>
  SPEAKS_FOR_HOUSEHOLD.includes(actor.role)
    ? household
    : { ...household, phone: null, lat: null, lon: null };
