import { rule } from '../../platform/access/policy.js';
import { spokesmanOf, type HouseholdStanding } from './standing.js';

export const forecastPolicy = {
  report: rule<HouseholdStanding>('planning.report', {
    who: 'the household itself, whom it lets sell for it, or an officer of its commune',
    roles: ['GROWER', 'COOP_CLERK', 'COMMUNE_OFFICER'],
    allows: (actor, standing) => spokesmanOf(actor, standing) !== undefined,
  }),
  readOwn: rule('planning.readOwn', {
    who: 'the household, its own forecasts; a cooperative, those of households that let it see or sell',
    roles: ['GROWER', 'COOP_CLERK'],
  }),
  readHistory: rule<HouseholdStanding>('planning.readHistory', {
    who: 'the household itself, its cooperative, an officer of its commune',
    roles: ['GROWER', 'COOP_CLERK', 'COMMUNE_OFFICER'],
    allows: (actor, standing) => spokesmanOf(actor, standing) !== undefined,
  }),
  setContainer: rule<HouseholdStanding>('planning.setContainer', {
    who: 'the household itself, whom it lets sell for it, or an officer of its commune',
    roles: ['GROWER', 'COOP_CLERK', 'COMMUNE_OFFICER'],
    allows: (actor, standing) => spokesmanOf(actor, standing) !== undefined,
  }),
  readContainers: rule<HouseholdStanding>('planning.readContainers', {
    who: 'the household itself, whom it lets sell for it, or an officer of its commune',
    roles: ['GROWER', 'COOP_CLERK', 'COMMUNE_OFFICER'],
    allows: (actor, standing) => spokesmanOf(actor, standing) !== undefined,
  }),
  gather: rule('planning.gather', {
    who: 'a cooperative, of its members; a commune officer, of the households of her communes',
    roles: ['COOP_CLERK', 'COMMUNE_OFFICER'],
  }),
  bulk: rule('planning.bulk', {
    who: 'a commune officer, for households of her communes',
    roles: ['COMMUNE_OFFICER'],
  }),
  readEvents: rule('planning.readEvents', {
    who: 'the household and its cooperative, events of its commune and its own; officers and office staff, those of their communes',
    roles: ['GROWER', 'COOP_CLERK', 'COMMUNE_OFFICER', 'OFFICE_STAFF', 'ADMIN'],
  }),
};
