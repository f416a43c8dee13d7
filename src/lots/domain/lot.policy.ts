import { ROLES, type Actor } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';
import { binderOf, spokesmanOf, type HouseholdStanding } from '../../planning/index.js';

const SPEAKERS: readonly Actor['role'][] = ['GROWER', 'COOP_CLERK', 'COMMUNE_OFFICER'];
const binds = (actor: Actor, standing: HouseholdStanding): boolean =>
  binderOf(actor, standing) !== undefined;
const BINDER = 'whom it lets sell for it, an officer of its commune only with its recorded consent';

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
    who: `the household itself, or ${BINDER}`,
    roles: SPEAKERS,
    allows: binds,
  }),
  change: rule<HouseholdStanding>('lots.change', {
    who: `the household of the lot, or ${BINDER}`,
    roles: SPEAKERS,
    allows: binds,
  }),
  speakFor: rule<HouseholdStanding>('lots.speakFor', {
    who: `the household itself, or ${BINDER}`,
    roles: SPEAKERS,
    allows: binds,
  }),
  readFor: rule<HouseholdStanding>('lots.readFor', {
    who: 'the household itself, its cooperative, or an officer of its commune',
    roles: SPEAKERS,
    allows: (actor, standing) => spokesmanOf(actor, standing) !== undefined,
  }),
  pool: rule('lots.pool', {
    who: 'a cooperative clerk, with lots of members',
    roles: ['COOP_CLERK'],
  }),
  decide: rule<HouseholdStanding>('lots.decide', {
    who: 'an officer of the commune of the household',
    roles: ['COMMUNE_OFFICER'],
    allows: (_, { isInTerritory }) => isInTerritory,
  }),
  addPhoto: rule('lots.addPhoto', { who: 'whoever may offer a lot', roles: SPEAKERS }),
  seePhoto: rule('lots.seePhoto', { who: 'anyone: pictures of lots are public', roles: ROLES }),
};
