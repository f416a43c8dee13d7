import type { Actor, Role } from '../../platform/access/actor.js';
import { rule } from '../../platform/access/policy.js';

/** Who asked for the run, whose vehicle it is, and who drives. */
export interface RunParties {
  readonly requesterId: string;
  readonly transporterId: string;
  readonly driverId: string;
}

const REQUESTERS: readonly Role[] = ['TRADER', 'COOP_CLERK'];
const OFFICERS: readonly Role[] = ['COMMUNE_OFFICER', 'OFFICE_STAFF'];

export const isDriver = (actor: Actor, run: RunParties): boolean =>
  actor.role === 'DRIVER' && actor.personId === run.driverId;
export const isDispatcher = (actor: Actor, run: RunParties): boolean =>
  actor.role === 'TRANSPORTER' && actor.partyId === run.transporterId;
export const isRequester = (actor: Actor, run: RunParties): boolean =>
  REQUESTERS.includes(actor.role) && actor.partyId === run.requesterId;

export const runPolicy = {
  plan: rule('runs.plan', {
    who: 'the buyer of the order; a cooperative clerk, for the deals of its members',
    roles: REQUESTERS,
  }),
  drive: rule<RunParties>('runs.drive', {
    who: 'its driver',
    roles: ['DRIVER'],
    allows: isDriver,
  }),
  replace: rule<RunParties>('runs.replace', {
    who: 'its driver, and the buyer who asked for it',
    roles: ['DRIVER', 'TRADER'],
    allows: (actor, run) => isDriver(actor, run) || isRequester(actor, run),
  }),
  cancel: rule<RunParties>('runs.cancel', {
    who: 'whoever asked for it',
    roles: REQUESTERS,
    allows: isRequester,
  }),
  applyPermit: rule<RunParties>('runs.applyPermit', {
    who: 'its driver, its transporter, or whoever asked for it',
    roles: ['DRIVER', 'TRANSPORTER', ...REQUESTERS],
    allows: (actor, run) =>
      isDriver(actor, run) || isDispatcher(actor, run) || isRequester(actor, run),
  }),
  read: rule('runs.read', {
    who: 'its driver, its transporter, whoever asked for it, and officers of the communes it stops in',
    roles: ['DRIVER', 'TRANSPORTER', ...REQUESTERS, ...OFFICERS],
  }),
  readVehicles: rule('runs.readVehicles', {
    who: 'a transporter and its drivers, the own vehicles',
    roles: ['TRANSPORTER', 'DRIVER'],
  }),
};
