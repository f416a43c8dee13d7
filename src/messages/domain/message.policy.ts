import { ROLES, type Role } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';

const SIGNED_IN: readonly Role[] = ROLES.filter((role) => role !== 'GUEST');

export const messagePolicy = {
  read: rule('messages.read', {
    who: 'a signed-in person, the messages sent to herself',
    roles: SIGNED_IN,
  }),
};
