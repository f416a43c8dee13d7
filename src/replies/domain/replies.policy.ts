import { ROLES } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';

export const repliesPolicy = {
  inbound: rule('replies.inbound', {
    who: 'a gateway that signs with the shared key; the rule lets all in, the signature keeps all others out',
    roles: ROLES,
  }),
  call: rule('replies.call', {
    who: 'a cooperative, for households that let it sell for them',
    roles: ['COOP_CLERK'],
  }),
};
