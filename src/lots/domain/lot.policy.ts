import { ROLES, type Actor } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';
import { spokesmanOf, type HouseholdStanding } from '../../planning/index.js';

const SPEAKERS: readonly Actor['role'][] = ['GROWER', 'COOP_CLERK', 'COMMUNE_OFFICER'];
const speaks = (actor: Actor, standing: HouseholdStanding): boolean =>
  spokesmanOf(actor, standing) !== undefined;

export const lotPolicy = {
  search: rule('lots.search', {
    who: 'anyone, lots on the market; who offers them stays hidden',
    roles: ROLES,
  }),
  readOwn: rule('lots.readOwn', {
    who: 'the household, its own lots; a cooperative, those of households that let it see or sell; a commune officer, those of her territory',
    roles: SPEAKERS,
  }),
  create: rule<HouseholdStanding>('lots.create', {
    who: 'the household itself, whom it lets sell for it, or an officer of its commune',
    roles: SPEAKERS,
    allows: speaks,
  }),
  change: rule<HouseholdStanding>('lots.change', {
    who: 'the household of the lot, whom it lets sell for it, or an officer of its commune',
    roles: SPEAKERS,
    allows: speaks,
  }),
  speakFor: rule<HouseholdStanding>('lots.speakFor', {
    who: 'the household itself, its cooperative, or an officer of its commune',
    roles: SPEAKERS,
    allows: speaks,
  }),
  pool: rule('lots.pool', {
    who: 'a cooperative clerk, with lots of members',
    roles: ['COOP_CLERK'],
  }),
  decide: rule('lots.decide', {
    who: 'an officer of the commune of the household',
    roles: ['COMMUNE_OFFICER'],
  }),
  addPhoto: rule('lots.addPhoto', { who: 'whoever may offer a lot', roles: SPEAKERS }),
  seePhoto: rule('lots.seePhoto', { who: 'anyone: pictures of lots are public', roles: ROLES }),
};
