import { type Actor, ROLES, type Role } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';

/** Whose permit it is: who drives, who carries, who asked for the trip. */
export interface PermitParties {
  readonly driverId: string;
  readonly holderId: string;
  readonly requesterId: string | null;
}

/** Whose test it is, and how she stands to the actor. */
export interface ProofSubject {
  readonly personId: string;
  /** She drives for the party the actor acts for. */
  readonly isColleague: boolean;
}

const REVIEWERS: readonly Role[] = ['OFFICE_STAFF', 'ADMIN'];
const OFFICERS: readonly Role[] = [...REVIEWERS, 'COMMUNE_OFFICER', 'CHECKPOINT_OFFICER'];
const TRAVELLING: readonly Role[] = ['DRIVER', 'TRANSPORTER', 'TRADER', 'COOP_CLERK'];
const SIGNED_IN: readonly Role[] = ROLES.filter((role) => role !== 'GUEST');

export const isReviewer = ({ role }: Actor): boolean => REVIEWERS.includes(role);

function isHers({ role, personId, partyId }: Actor, permit: PermitParties): boolean {
  if (role === 'DRIVER') return personId === permit.driverId;
  return partyId === (role === 'TRANSPORTER' ? permit.holderId : permit.requesterId);
}

export const permitPolicy = {
  read: rule<PermitParties>('permits.read', {
    who: 'its driver, the transporter that holds it, whoever asked for the trip, and reviewers',
    roles: [...TRAVELLING, ...REVIEWERS],
    allows: (actor, permit) => isReviewer(actor) || isHers(actor, permit),
  }),
  readOwn: rule('permits.readOwn', {
    who: 'a driver, transporter, trader or cooperative clerk, of the own trips',
    roles: TRAVELLING,
  }),
  review: rule('permits.review', {
    who: 'office staff and administrators; one reviewer at a time',
    roles: REVIEWERS,
  }),
  endRules: rule('permits.endRules', { who: 'office staff and administrators', roles: REVIEWERS }),
  close: rule('permits.close', {
    who: 'office staff and administrators, with the decision it rests on',
    roles: REVIEWERS,
  }),
  readRules: rule('permits.readRules', { who: 'anyone: rules and public keys', roles: ROLES }),
  recordProof: rule<ProofSubject>('permits.recordProof', {
    who: 'a person for herself, a transporter for its drivers, an officer for anyone',
    roles: SIGNED_IN,
    allows: (actor, { personId, isColleague }) =>
      personId === actor.personId ||
      OFFICERS.includes(actor.role) ||
      (actor.role === 'TRANSPORTER' && isColleague),
  }),
  readProofs: rule('permits.readProofs', {
    who: 'the person tested, whoever recorded it, and reviewers',
    roles: SIGNED_IN,
  }),
  check: rule('permits.check', {
    who: 'checkpoint officers, reviewers and commune officers',
    roles: OFFICERS,
  }),
  guard: rule('permits.guard', {
    who: 'a checkpoint officer, at the post chosen for the shift',
    roles: ['CHECKPOINT_OFFICER'],
  }),
  readShift: rule('permits.readShift', {
    who: 'checkpoint officers and reviewers; counts only',
    roles: ['CHECKPOINT_OFFICER', ...REVIEWERS],
  }),
};
