import type { Role } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';

const SEES_DEALS: readonly Role[] = [
  'GROWER',
  'COOP_CLERK',
  'TRADER',
  'OFFICE_STAFF',
  'COMMUNE_OFFICER',
];

export const papersPolicy = {
  deal: rule('papers.deal', {
    who: 'whoever may read the deal: its two sides, the cooperative the household lets see or sell, the office of the commune',
    roles: SEES_DEALS,
  }),
  order: rule('papers.order', { who: 'its buyer', roles: ['TRADER'] }),
};
