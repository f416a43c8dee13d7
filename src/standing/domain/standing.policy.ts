import { rule } from '../../platform/access/policy.js';

interface BoughtBy {
  readonly buyerId: string;
}

export const standingPolicy = {
  create: rule<BoughtBy>('standing.create', {
    who: 'the buyer of the order it takes its terms of',
    roles: ['TRADER'],
    allows: (actor, order) => actor.partyId === order.buyerId,
  }),
  keep: rule<BoughtBy>('standing.keep', {
    who: 'its buyer',
    roles: ['TRADER'],
    allows: (actor, standing) => actor.partyId === standing.buyerId,
  }),
  read: rule('standing.read', { who: 'its buyer', roles: ['TRADER'] }),
};
