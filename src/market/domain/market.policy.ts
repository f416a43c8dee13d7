import { ROLES, type Role } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';

const BUYERS: readonly Role[] = ['TRADER', 'COOP_CLERK'];

export const marketPolicy = {
  look: rule('market.look', {
    who: 'anyone, what is on the market; who offers it stays hidden',
    roles: ROLES,
  }),
  overview: rule('market.overview', {
    who: 'traders, cooperatives and offices; sums by commune, no household',
    roles: [...BUYERS, 'OFFICE_STAFF', 'COMMUNE_OFFICER'],
  }),
  saveSearch: rule('market.saveSearch', {
    who: 'a trader or cooperative clerk, for herself',
    roles: BUYERS,
  }),
  sheet: rule('market.sheet', {
    who: 'a trader or cooperative clerk, for the party acted for',
    roles: BUYERS,
  }),
};
