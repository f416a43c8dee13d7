import { rule } from '../../platform/access/policy.js';
import { spokesmanOf, type HouseholdStanding } from './standing.js';

export const planPolicy = {
  save: rule<HouseholdStanding>('planning.savePlan', {
    who: 'the household itself, whom it lets sell for it, or an officer of its commune; the officer also for the commune as a whole',
    roles: ['GROWER', 'COOP_CLERK', 'COMMUNE_OFFICER'],
    allows: (actor, standing) => spokesmanOf(actor, standing) !== undefined,
  }),
  readOwn: rule('planning.readOwnPlans', {
    who: 'the household, its own plans; a cooperative, those of its members',
    roles: ['GROWER', 'COOP_CLERK'],
  }),
  review: rule('planning.reviewPlan', {
    who: 'office staff and commune officers, plans of the communes they answer for; a cooperative, those of its members; the plan of a whole commune only the office',
    roles: ['COOP_CLERK', 'COMMUNE_OFFICER', 'OFFICE_STAFF', 'ADMIN'],
  }),
  readCalendar: rule('planning.readCalendar', {
    who: 'whoever is signed in',
    roles: ['GROWER', 'COOP_CLERK', 'COMMUNE_OFFICER', 'OFFICE_STAFF', 'TRADER', 'ADMIN'],
  }),
  setCalendar: rule('planning.setCalendar', {
    who: 'office staff and administrators',
    roles: ['OFFICE_STAFF', 'ADMIN'],
  }),
};
