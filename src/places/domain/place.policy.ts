import { ROLES } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';

export const placePolicy = {
  read: rule('places.read', { who: 'anyone', roles: ROLES }),
};
