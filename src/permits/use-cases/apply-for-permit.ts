import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { grams } from '../../kernel/units.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { KeptReason, PermitEntity } from '../data/permit.entities.js';
import { PermitsStore } from '../data/permits.store.js';
import { ProofsStore } from '../data/proofs.store.js';
import { planPermit, windowOf, type PermitPlan } from '../domain/issue-plan.js';
import { isInBand } from '../domain/kg-band.js';
import { driverMark } from '../domain/plate.js';
import { oneRefusalOf } from '../domain/problems.js';
import { refusalsOf, type RequestRefusal } from '../domain/refusal-checks.js';
import type { Reason } from '../domain/rule-findings.js';
import type { Traveller } from '../domain/test-proofs.js';
import { crewOf, oldestTest } from '../domain/travellers.js';
import { Issuing, newPermitId } from '../issuing.js';
import { Rules } from '../rules.js';
import { Trips, type Trip, type TripPath } from '../trips.js';

export type ApplyRefusal =
  | RequestRefusal['refused']
  | 'PERMIT_REQUEST_WRONG'
  | 'PERMIT_NOT_NEEDED'
  | 'PERMIT_ENDS_EARLY'
  | 'CREW_PERSON_UNKNOWN';

/** Asks for the permit of a trip: issued at once when every rule is met, else put before a reviewer. */
@Injectable()
export class ApplyForPermit {
  constructor(
    private readonly permits: PermitsStore,
    private readonly proofs: ProofsStore,
    private readonly rules: Rules,
    private readonly trips: Trips,
    private readonly issuing: Issuing,
    private readonly clock: Clock,
  ) {}

  /**
   * Applying again for the same trip and people answers the same permit; for other people, a load outside its weights or
   * other places it is replaced.
   */
  async run(
    tx: Tx,
    actor: Pick<Actor, 'personId'>,
    trip: Trip,
  ): Promise<{ permitId: string } | Refusal<ApplyRefusal>> {
    const now = this.clock.now();
    const path = await this.trips.pathOf(trip);
    await this.permits.lockPlate(tx, path.plate);
    const live = await this.livePermits(tx, trip, path.plate, now);
    const same = live.find((permit) => isSameTrip(permit, trip, path));
    if (same) return { permitId: same.id };

    const others = live.filter(({ runId }) => runId !== trip.runId);
    const problem =
      (await this.strangers(trip)) ?? oneRefusalOf(await this.problems(trip, path, others, now));
    if (problem) return problem;

    const crewIds = [trip.driverId, ...trip.companionIds];
    const proofs = await this.proofs.ofCrew(crewIds, now);
    const aboard = crewOf(crewIds, trip.persons - crewIds.length, proofs, now);
    const plan = planPermit({
      ...(await this.rules.all()),
      ...aboard,
      trip: { plate: path.plate, points: path.points, stops: path.stops },
      startsAt: trip.startsAt,
      endsAt: trip.endsAt,
      now,
    });
    if (isRefusal(plan)) return plan;

    if (live.length > 0) await this.permits.supersedeOfRun(tx, trip.runId);
    const permit = await this.newPermit(tx, actor, trip, path, plan, now);
    const added = await this.permits.add(tx, permit);
    if (isRefusal(added)) return added;
    if (plan.isAutomatic) {
      const proofAt = proofTime(plan, aboard.crew, now);
      const { validFrom, validTo, rulePackCode } = plan;
      const { reasons } = permit;
      const decision = { validFrom, validTo, rulePackCode, reasons, proofAt, by: null, at: now };
      await this.issuing.issue(tx, permit, decision);
    }
    return { permitId: permit.id };
  }

  /** All that would get the request refused, as the form shows it beforehand. */
  async problemsOf(trip: Trip): Promise<readonly RequestRefusal[]> {
    return this.problems(trip, await this.trips.pathOf(trip), [], this.clock.now());
  }

  private livePermits(tx: Tx, trip: Trip, plate: string, now: Date): Promise<PermitEntity[]> {
    const { validFrom: from, validTo: to } = windowOf(trip, now);
    return this.permits.liveOf(tx, { plate, driverId: trip.driverId, from, to });
  }

  private async strangers(trip: Trip): Promise<Refusal<'CREW_PERSON_UNKNOWN'> | undefined> {
    const [personId] = await this.trips.strangersTo(trip.holderId, trip.companionIds);
    return personId === undefined
      ? undefined
      : refuse('CREW_PERSON_UNKNOWN', { personId }, 'companionIds');
  }

  private async problems(
    trip: Trip,
    path: TripPath,
    livePermits: readonly PermitEntity[],
    at: Date,
  ): Promise<readonly RequestRefusal[]> {
    const request = {
      id: trip.runId,
      type: 'TRANSPORT_PERMIT',
      plate: trip.plate,
      driverId: trip.driverId,
      crewIds: [trip.driverId, ...Array.from({ length: trip.persons - 1 }, (_, i) => String(i))],
      fromCode: path.fromCode,
      toCode: path.toCode,
      stops: path.stops,
      cropCode: trip.cropCode,
      loadKg: trip.loadG / 1000,
      payloadKg: trip.payloadG / 1000,
      ...windowOf(trip, at),
      signedAt: at,
    };
    return refusalsOf(request, {
      listedCrops: await this.trips.listedCrops(),
      knownPlaces: new Set(path.stops),
      runStops: path.stops,
      livePermits,
      at,
    });
  }

  private async newPermit(
    tx: Tx,
    actor: Pick<Actor, 'personId'>,
    trip: Trip,
    path: TripPath,
    plan: PermitPlan,
    now: Date,
  ): Promise<PermitEntity> {
    return {
      ...newPermitId(),
      statusIndex: await this.permits.nextStatusIndex(tx),
      type: 'TRANSPORT_PERMIT',
      state: 'SUBMITTED',
      runId: trip.runId,
      holderId: trip.holderId,
      requesterId: trip.requesterId,
      plate: path.plate,
      driverId: trip.driverId,
      crewIds: [trip.driverId, ...trip.companionIds],
      // A driver whose name has no letter of our alphabet still needs a mark on the permit.
      driverMark: driverMark(await this.trips.driverName(trip.driverId)) || 'X',
      persons: trip.persons,
      fromCode: path.fromCode ?? '',
      destinationId: trip.destinationId,
      points: [...path.points],
      cropCode: trip.cropCode,
      loadG: trip.loadG,
      leavesAt: trip.startsAt,
      arrivesAt: trip.endsAt,
      validFrom: plan.validFrom,
      validTo: plan.validTo,
      rulePackCode: plan.rulePackCode,
      proofAt: null,
      token: null,
      kid: null,
      reasons: plan.evaluation.reasons.map(keptReason),
      claimedBy: null,
      claimedAt: null,
      decidedBy: null,
      decidedAt: null,
      revokedAt: null,
      revokeReason: null,
      createdBy: actor.personId,
      createdAt: now,
    };
  }
}

export const keptReason = ({ code, ruleId, facts }: Reason): KeptReason => ({
  code,
  ruleId,
  facts,
});

/** PE-07: a permit tells of tests only where some rule asked for one. */
export const proofTime = (
  { evaluation }: Pick<PermitPlan, 'evaluation'>,
  crew: readonly Traveller[],
  at: Date,
): Date | null =>
  evaluation.reasons.some(({ code }) => code === 'TESTS_VALID' || code === 'SHOW_TEST_PAPERS')
    ? oldestTest(crew, at)
    : null;

/** The same run and places with the same people aboard: nothing a new permit would say differently. */
function isSameTrip(permit: PermitEntity, trip: Trip, { points }: TripPath): boolean {
  const known = new Set(permit.points.map(({ code }) => code));
  if (!isInBand(trip.loadG, grams(permit.loadG))) return false;
  if (known.size > 0 && !points.every(({ code }) => known.has(code))) return false;
  const crew = [trip.driverId, ...trip.companionIds];
  const isSameCrew =
    permit.crewIds.length === crew.length && permit.crewIds.every((id) => crew.includes(id));
  return permit.runId === trip.runId && permit.persons === trip.persons && isSameCrew;
}
