import type { Actor } from '../../platform/access/actor.js';
import { isDispatcher, isDriver, isRequester, type RunParties } from './run.policy.js';

export interface RunTimes {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const HOUR_MS = 3_600_000;
const BEFORE_MS = 24 * HOUR_MS;
const AFTER_MS = 48 * HOUR_MS;

/** ID-08: from 24 hours before a run to 48 hours after it, the people of the run may call each other. */
export const isContactTime = ({ startsAt, endsAt }: RunTimes, now: Date): boolean =>
  now.getTime() >= startsAt.getTime() - BEFORE_MS && now.getTime() <= endsAt.getTime() + AFTER_MS;

/** How much of the household at a stop the actor sees. */
export type StopSight = 'CONTACT' | 'NAME' | 'NOTHING';

/**
 * The driver and the dispatcher see name, phone and point in that time and nothing outside it. Whoever asked for the run
 * has an agreed deal with the household, and the household sees itself. Officers see names.
 */
export function sightOfStop(
  actor: Actor,
  run: RunParties & RunTimes,
  householdId: string | null,
  now: Date,
): StopSight {
  if (householdId !== null && actor.partyId === householdId) return 'CONTACT';
  if (isRequester(actor, run)) return 'CONTACT';
  if (isDriver(actor, run) || isDispatcher(actor, run)) {
    return isContactTime(run, now) ? 'CONTACT' : 'NOTHING';
  }
  return 'NAME';
}

/** Officers watch and call nobody; everybody else who sees the run may call its driver in that time. */
export function seesDriverPhone(actor: Actor, run: RunParties & RunTimes, now: Date): boolean {
  if (isDriver(actor, run) || isDispatcher(actor, run)) return true;
  const isOfficer = actor.role === 'COMMUNE_OFFICER' || actor.role === 'OFFICE_STAFF';
  return !isOfficer && isContactTime(run, now);
}
