import { ROLES, type Role } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';

const SIGNED_IN: readonly Role[] = ROLES.filter((role) => role !== 'GUEST');

export const messagePolicy = {
  read: rule('messages.read', {
    who: 'a signed-in person, the messages sent to herself',
    roles: SIGNED_IN,
  }),
  settings: rule('messages.settings', {
    who: 'a signed-in person, how she herself is told',
    roles: SIGNED_IN,
  }),
  stats: rule('messages.stats', {
    who: 'administrators and the district office; a cooperative, its own cost',
    roles: ['ADMIN', 'OFFICE_STAFF', 'COOP_CLERK'],
  }),
  templates: rule('messages.templates', { who: 'administrators', roles: ['ADMIN'] }),
  webhook: rule('messages.webhook', {
    who: 'a gateway that signs with the shared key; the rule lets all in, the signature keeps all others out',
    roles: ROLES,
  }),
};
