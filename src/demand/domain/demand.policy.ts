import { rule } from '../../platform/access/policy.js';
import { binderOf, type HouseholdStanding } from '../../planning/index.js';

export const demandPolicy = {
  look: rule('demand.look', {
    who: 'growers, cooperatives, traders and offices; another trader’s name and price stay hidden from traders',
    roles: ['GROWER', 'COOP_CLERK', 'TRADER', 'OFFICE_STAFF', 'COMMUNE_OFFICER'],
  }),
  publish: rule<{ readonly buyerId: string }>('demand.publish', {
    who: 'the buyer of the order',
    roles: ['TRADER'],
    allows: (actor, order) => actor.partyId === order.buyerId,
  }),
  takeUp: rule('demand.takeUp', {
    who: 'a cooperative, for households that let it sell',
    roles: ['COOP_CLERK'],
  }),
  intend: rule<{ readonly buyerId: string }>('demand.intend', {
    who: 'the buyer of the order',
    roles: ['TRADER'],
    allows: (actor, order) => actor.partyId === order.buyerId,
  }),
  foretold: rule('demand.foretold', {
    who: 'a household, of what it foretold itself',
    roles: ['GROWER'],
  }),
  answer: rule<HouseholdStanding>('demand.answer', {
    who: 'the household itself, whom it lets sell for it, an officer of its commune only with its recorded consent',
    roles: ['GROWER', 'COOP_CLERK', 'COMMUNE_OFFICER'],
    allows: (actor, standing) => binderOf(actor, standing) !== undefined,
  }),
};
