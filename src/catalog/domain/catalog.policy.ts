import { ROLES } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';

export const catalogPolicy = {
  read: rule('catalog.read', { who: 'anyone', roles: ROLES }),
};
