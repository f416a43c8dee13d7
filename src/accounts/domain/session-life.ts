import { audienceOf, type Audience, type Role } from '../../platform/access/actor.js';

const DAY_MS = 86_400_000;

/** How long a sign-in lasts unused: a season for growers and traders, a shift for staff. */
export const sessionLife = (audience: Audience): number =>
  audience === 'STAFF' ? DAY_MS / 2 : 90 * DAY_MS;

// The role a person starts with when she has several: the one most of her mornings need.
const FIRST: readonly Role[] = [
  'ADMIN',
  'OFFICE_STAFF',
  'CHECKPOINT_OFFICER',
  'COMMUNE_OFFICER',
  'COOP_CLERK',
  'TRADER',
  'TRANSPORTER',
  'DRIVER',
  'GROWER',
];

export const startsAs = <Held extends { role: Role }>(
  held: readonly Held[],
  audience: Audience,
): Held | undefined =>
  held
    .filter(({ role }) => audienceOf(role) === audience)
    .toSorted((a, b) => FIRST.indexOf(a.role) - FIRST.indexOf(b.role))[0];
