import { rule } from '../../platform/access/policy.js';

export const rosterPolicy = {
  importHouseholds: rule('planning.importHouseholds', {
    who: 'a commune officer, households of her communes; a cooperative, its members-to-be; an administrator',
    roles: ['COOP_CLERK', 'COMMUNE_OFFICER', 'ADMIN'],
  }),
};
