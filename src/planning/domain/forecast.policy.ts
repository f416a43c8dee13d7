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
};
