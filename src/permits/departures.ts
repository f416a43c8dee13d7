import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { PermitEntity } from './data/permit.entities.js';
import { PermitsStore } from './data/permits.store.js';
import { ProofsStore, type CrewProof } from './data/proofs.store.js';
import { endOfTrip, ISSUER } from './domain/issue-plan.js';
import { stateAt } from './domain/permit.state.js';
import { discreet } from './domain/reason-words.js';
import { requirementsOf, type Requirement } from './domain/requirements.js';
import { evaluate, type Evaluation } from './domain/rule-engine.js';
import { crewOf } from './domain/travellers.js';
import type { VehiclePass } from './domain/vehicle-pass.js';
import { Rules, type RuleSet } from './rules.js';
import { Trips, type Trip, type TripPath } from './trips.js';

/** What the rules in force at its departure say of a trip, with the permit it has by now. */
export interface Need {
  readonly evaluation: Evaluation;
  readonly requirements: readonly Requirement[];
  /** The newest permit of the run, whatever became of it. */
  readonly permit: PermitEntity | undefined;
}

interface Known {
  readonly rules: RuleSet;
  readonly permits: ReadonlyMap<string, PermitEntity>;
  readonly proofs: readonly CrewProof[];
}

/** Judges trips before they leave. */
@Injectable()
export class Departures {
  constructor(
    private readonly permits: PermitsStore,
    private readonly proofs: ProofsStore,
    private readonly rules: Rules,
    private readonly trips: Trips,
    private readonly clock: Clock,
  ) {}

  /** For many trips at once, in the order asked, with the newest permit of each run. */
  async needsOf(
    trips: readonly Trip[],
    permits: ReadonlyMap<string, PermitEntity>,
  ): Promise<Need[]> {
    const known = await this.knownOf(trips, permits, this.clock.now());
    return Promise.all(trips.map((trip) => this.need(trip, known, this.departureOf(trip))));
  }

  /** PU-17: nothing when the trip may leave at that instant. */
  async mayDepart(
    trip: Trip,
    at: Date,
  ): Promise<Refusal<'PERMIT_MISSING' | 'DEPARTURE_HELD'> | undefined> {
    const permits = await this.permits.newestOfRuns([trip.runId]);
    const known = await this.knownOf([trip], byRun(permits), at);
    const { evaluation, permit } = await this.need(trip, known, at);
    if (evaluation.permitNeeded && !isGoodFor(permit, trip, at)) {
      const state = permit === undefined ? 'NONE' : stateAt(permit, at);
      return refuse('PERMIT_MISSING', { state });
    }
    const [reason] = evaluation.reasons;
    const mayGo = evaluation.verdict !== 'HOLD' && evaluation.verdict !== 'TURN_BACK';
    if (mayGo || reason === undefined) return undefined;
    const { personId, ...facts } = reason.facts;
    const code = personId === trip.driverId ? reason.code : discreet(reason.code);
    return refuse('DEPARTURE_HELD', { ...facts, code });
  }

  private departureOf({ startsAt }: Trip): Date {
    const now = this.clock.now();
    return startsAt > now ? startsAt : now;
  }

  private async knownOf(
    trips: readonly Trip[],
    permits: ReadonlyMap<string, PermitEntity>,
    at: Date,
  ): Promise<Known> {
    const people = [
      ...trips.flatMap(({ driverId, companionIds }) => [driverId, ...companionIds]),
      ...[...permits.values()].flatMap(({ crewIds }) => crewIds),
    ];
    const [rules, proofs] = await Promise.all([
      this.rules.all(),
      this.proofs.ofCrew([...new Set(people)], at),
    ]);
    return { rules, permits, proofs };
  }

  private async need(trip: Trip, known: Known, at: Date): Promise<Need> {
    const permit = known.permits.get(trip.runId);
    const path = await this.trips.pathOf(trip);
    const isLive = isGoodFor(permit, trip, at);
    // Whoever issued a permit has answered for those aboard whom nobody named.
    const named = isLive ? permit.crewIds : [trip.driverId, ...trip.companionIds];
    const unnamed = isLive ? 0 : trip.persons - named.length;
    const evaluation = evaluate({
      ...known.rules,
      ...crewOf(named, unnamed, known.proofs, at),
      trip: { plate: path.plate, points: path.points, stops: path.stops },
      pass: isLive ? passOf(permit, path) : null,
      at,
      where: 'ROAD',
    });
    return { evaluation, requirements: requirementsOf(evaluation, isLive), permit };
  }
}

export const byRun = (permits: readonly PermitEntity[]): ReadonlyMap<string, PermitEntity> =>
  new Map(permits.map((permit) => [permit.runId, permit]));

/** Issued, and good from that departure to the trip's own end. */
function isGoodFor(
  permit: PermitEntity | undefined,
  trip: Trip,
  departure: Date,
): permit is PermitEntity {
  if (permit?.state !== 'ISSUED') return false;
  return permit.validFrom <= departure && permit.validTo >= endOfTrip(trip, departure);
}

const passOf = (permit: PermitEntity, { stops }: TripPath): VehiclePass => ({
  kind: 'LUC_NAM_PERMIT',
  issuer: ISSUER,
  issuedAt: permit.decidedAt ?? permit.createdAt,
  validFrom: permit.validFrom,
  validTo: permit.validTo,
  plate: permit.plate,
  stops: permit.points.length === 0 ? stops : permit.points.map(({ code }) => code),
  personIds: permit.crewIds,
  isRevoked: false,
});
