import type { Actor, Role } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';
import type { Side } from '../../kernel/side.js';

/** Whose deal it is; `isGranted`: the household lets the actor's party sell for it. */
export interface DealStanding {
  readonly buyerId: string;
  readonly householdId: string;
  readonly isGranted: boolean;
}

const SIDES: readonly Role[] = ['TRADER', 'GROWER', 'COOP_CLERK'];
const OFFICERS: readonly Role[] = ['OFFICE_STAFF', 'COMMUNE_OFFICER'];

/** On which side of the deal the actor stands; undefined for everybody else. */
export function sideOf(actor: Actor, deal: DealStanding): Side | undefined {
  if (actor.role === 'TRADER' && actor.partyId === deal.buyerId) return 'BUYER';
  if (actor.role === 'GROWER' && actor.partyId === deal.householdId) return 'SELLER';
  return actor.role === 'COOP_CLERK' && deal.isGranted ? 'SELLER' : undefined;
}

const isSide = (actor: Actor, deal: DealStanding): boolean => sideOf(actor, deal) !== undefined;
const WHO = 'either side of the deal; a cooperative, for a household it may sell for';

export const changesPolicy = {
  end: rule<DealStanding>('changes.end', { who: WHO, roles: SIDES, allows: isSide }),
  propose: rule<DealStanding>('changes.propose', { who: WHO, roles: SIDES, allows: isSide }),
  confirm: rule<DealStanding>('changes.confirm', {
    who: 'the side that was asked, each household for its own deal; a cooperative, for a household it may sell for',
    roles: SIDES,
    allows: isSide,
  }),
  reply: rule<DealStanding>('changes.reply', {
    who: 'the side that is said to be at fault',
    roles: SIDES,
    allows: isSide,
  }),
  decide: rule<{ readonly isTerritory: boolean }>('changes.decide', {
    who: 'an office, for goods of its communes',
    roles: OFFICERS,
    allows: (_, { isTerritory }) => isTerritory,
  }),
  read: rule('changes.read', {
    who: 'both sides of the deal, the cooperative the household lets see or sell, and offices, of their communes',
    roles: [...SIDES, ...OFFICERS],
  }),
  readRecord: rule('changes.readRecord', {
    who: 'of a trader, everybody in the trade; of a household, itself, its cooperative, who has a deal with it, and its office',
    roles: [...SIDES, ...OFFICERS],
  }),
};
