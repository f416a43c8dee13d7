import { ROLES } from '../platform/access/actor.js';
import { rule } from '../platform/access/policy.js';

export const pagePolicy = {
  read: rule('pages.read', {
    who: 'anyone; no name or phone of a household is on them',
    roles: ROLES,
  }),
};
