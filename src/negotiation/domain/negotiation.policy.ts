import type { Actor } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';
import type { Side } from '../../kernel/side.js';

/** Between whom; `isGranted`: the household lets the actor's party sell for it. */
export interface Between {
  readonly buyerId: string;
  readonly householdId: string;
  readonly isGranted: boolean;
}

/** On whose side the actor stands; null for everybody else. */
export function sideOf({ role, partyId }: Actor, between: Between): Side | null {
  if (role === 'TRADER' && partyId === between.buyerId) return 'BUYER';
  const isSeller =
    (role === 'GROWER' && partyId === between.householdId) ||
    (role === 'COOP_CLERK' && between.isGranted);
  return isSeller ? 'SELLER' : null;
}

const SIDES = ['TRADER', 'GROWER', 'COOP_CLERK'] as const;

export const negotiationPolicy = {
  open: rule('negotiation.open', {
    who: 'a trader, about any open lot; a household or the cooperative it lets sell, to write down what was agreed by telephone',
    roles: SIDES,
  }),
  answer: rule<Between>('negotiation.answer', {
    who: 'its two sides, each in turn; the cooperative a household lets sell speaks for it',
    roles: SIDES,
    allows: (actor, between) => sideOf(actor, between) !== null,
  }),
  read: rule('negotiation.read', {
    who: 'its two sides and the cooperative the household lets see or sell',
    roles: SIDES,
  }),
};
