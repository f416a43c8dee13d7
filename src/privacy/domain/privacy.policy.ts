import { ROLES, type Actor, type Role } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';

const SIGNED_IN: readonly Role[] = ROLES.filter((role) => role !== 'GUEST');

/** For whom a person asks: herself, or as an administrator at the counter for somebody else. */
interface Subject {
  readonly personId: string;
}

const isHerselfOrAdmin = (actor: Actor, { personId }: Subject): boolean =>
  actor.personId === personId || actor.role === 'ADMIN';

export const privacyPolicy = {
  own: rule('privacy.own', {
    who: 'a signed-in person, of what the market keeps about herself',
    roles: SIGNED_IN,
  }),
  export: rule<Subject>('privacy.export', {
    who: 'a signed-in person for herself; an administrator for whoever asked at the counter',
    roles: SIGNED_IN,
    allows: isHerselfOrAdmin,
  }),
  erase: rule<Subject>('privacy.erase', {
    who: 'a signed-in person for herself; an administrator for whoever asked at the counter',
    roles: SIGNED_IN,
    allows: isHerselfOrAdmin,
  }),
  forgetHousehold: rule('privacy.forgetHousehold', {
    who: 'a cooperative, for its members, and a commune officer, for households of her territory: with the code the household read out or the photo of what it signed, while nobody of it is signed in',
    roles: ['COOP_CLERK', 'COMMUNE_OFFICER'],
  }),
  exportHousehold: rule('privacy.exportHousehold', {
    who: 'a cooperative, for its members, and a commune officer, for households of her territory: with the code the household read out or the photo of what it signed for this alone, while nobody of it is signed in',
    roles: ['COOP_CLERK', 'COMMUNE_OFFICER'],
  }),
};
