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
  askForHelp: rule('replies.askForHelp', {
    who: 'a grower, for her own household',
    roles: ['GROWER'],
  }),
  help: rule('replies.help', {
    who: 'a cooperative, its members and those that trust it; a commune officer and the farming office, households of the territory',
    roles: ['COOP_CLERK', 'COMMUNE_OFFICER', 'OFFICE_STAFF'],
  }),
};
