import { ROLES, type Role } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';

const SIGNED_IN: readonly Role[] = ROLES.filter((role) => role !== 'GUEST');

export const accountPolicy = {
  signIn: rule('accounts.signIn', { who: 'anyone, with the code sent to the phone', roles: ROLES }),
  me: rule('accounts.me', { who: 'anyone; a guest gets nothing', roles: ROLES }),
  signOut: rule('accounts.signOut', { who: 'anyone, of the own device', roles: ROLES }),
  switchParty: rule('accounts.switchParty', {
    who: 'a signed-in person, to a party and role she holds',
    roles: SIGNED_IN,
  }),
  createHousehold: rule('accounts.createHousehold', {
    who: 'any signed-in person, for herself',
    roles: SIGNED_IN,
  }),
};
