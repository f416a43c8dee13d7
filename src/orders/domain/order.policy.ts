import type { Actor, Role } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';

interface BoughtBy {
  readonly buyerId: string;
}

/** Whose answer an offer waits for; `isGranted`: the household lets the actor's party sell for it. */
interface AskedOf {
  readonly householdId: string;
  readonly isGranted: boolean;
}

const OFFICERS: readonly Role[] = ['OFFICE_STAFF', 'COMMUNE_OFFICER'];
const isBuyer = (actor: Actor, order: BoughtBy): boolean => actor.partyId === order.buyerId;

export const orderPolicy = {
  create: rule('orders.create', { who: 'a trader, for the party acted for', roles: ['TRADER'] }),
  repeat: rule<BoughtBy>('orders.repeat', { who: 'its buyer', roles: ['TRADER'], allows: isBuyer }),
  preview: rule<BoughtBy>('orders.preview', {
    who: 'its buyer',
    roles: ['TRADER'],
    allows: isBuyer,
  }),
  fairness: rule('orders.fairness', {
    who: 'the office',
    roles: ['OFFICE_STAFF'],
  }),
  coverage: rule('orders.coverage', {
    who: 'traders, cooperatives and offices',
    roles: ['TRADER', 'COOP_CLERK', ...OFFICERS],
  }),
  offer: rule<BoughtBy>('orders.offer', { who: 'its buyer', roles: ['TRADER'], allows: isBuyer }),
  commit: rule<BoughtBy>('orders.commit', { who: 'its buyer', roles: ['TRADER'], allows: isBuyer }),
  cancel: rule<BoughtBy>('orders.cancel', { who: 'its buyer', roles: ['TRADER'], allows: isBuyer }),
  respond: rule<AskedOf>('orders.respond', {
    who: 'the household that was asked, or whom it lets sell for it',
    roles: ['GROWER', 'COOP_CLERK'],
    allows: (actor, offer) => actor.partyId === offer.householdId || offer.isGranted,
  }),
  askBackups: rule<BoughtBy>('orders.askBackups', {
    who: 'its buyer',
    roles: ['TRADER'],
    allows: isBuyer,
  }),
  respondBackup: rule<AskedOf>('orders.respondBackup', {
    who: 'the household that was asked, or whom it lets sell for it',
    roles: ['GROWER', 'COOP_CLERK'],
    allows: (actor, backup) => actor.partyId === backup.householdId || backup.isGranted,
  }),
  read: rule('orders.read', {
    who: 'its buyer; an office, when it touches the office’s territory',
    roles: ['TRADER', ...OFFICERS],
  }),
  readOffers: rule('orders.readOffers', {
    who: 'the household that was asked; a cooperative, of households that let it see or sell',
    roles: ['GROWER', 'COOP_CLERK'],
  }),
  readDeal: rule('orders.readDeal', {
    who: 'its two sides, the cooperative the household lets see or sell, and the office of the commune',
    roles: ['GROWER', 'COOP_CLERK', 'TRADER', ...OFFICERS],
  }),
  lotTies: rule('orders.lotTies', {
    who: 'the household of the lot, its cooperative, or an officer of its commune',
    roles: ['GROWER', 'COOP_CLERK', 'COMMUNE_OFFICER'],
  }),
  readDeals: rule('orders.readDeals', {
    who: 'a household or trader, the own ones; a cooperative, those of households that let it see or sell',
    roles: ['GROWER', 'COOP_CLERK', 'TRADER'],
  }),
  byHand: rule('orders.byHand', {
    who: 'whoever chose the lots: the buyer of the order, or the cooperative that took a part of it',
    roles: ['TRADER', 'COOP_CLERK'],
  }),
  explain: rule('orders.explain', {
    who: 'a household whose lots were looked at for the order; its buyer, of any lot looked at',
    roles: ['GROWER', 'TRADER'],
  }),
};

/** The same rules as a filter for lists: which column of a row must lead to the actor's party. */
export type Reach = 'BUYER' | 'HOUSEHOLD' | 'COOPERATIVE' | 'TERRITORY' | 'NOTHING';

const REACH: Partial<Record<Role, Reach>> = {
  TRADER: 'BUYER',
  GROWER: 'HOUSEHOLD',
  COOP_CLERK: 'COOPERATIVE',
  OFFICE_STAFF: 'TERRITORY',
  COMMUNE_OFFICER: 'TERRITORY',
};

export const reachOf = (actor: Actor): Reach => REACH[actor.role] ?? 'NOTHING';
