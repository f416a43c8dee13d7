import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { isRefusal, type Refusal } from '../kernel/refusal.js';
import { grams, type Grams } from '../kernel/units.js';
import type { Actor, Locale } from '../platform/access/actor.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Checking, type SelfCheck } from './checking.js';
import { byRun, Departures, type Need } from './departures.js';
import type { PermitEntity } from './data/permit.entities.js';
import { LIVE_STATES, PermitsStore } from './data/permits.store.js';
import { ProofsStore } from './data/proofs.store.js';
import { isInBand } from './domain/kg-band.js';
import { windowOf } from './domain/issue-plan.js';
import { isReviewer, permitPolicy } from './domain/permit.policy.js';
import type { RequestRefusal } from './domain/refusal-checks.js';
import { saidNeed, type SaidNeed } from './said.js';
import type { Trip } from './trips.js';
import { ApplyForPermit, type ApplyRefusal } from './use-cases/apply-for-permit.js';

export type Permit = Readonly<PermitEntity>;

/** Transport permits, for the features that plan journeys and for public pages. */
@Injectable()
export class Permits {
  constructor(
    private readonly departures: Departures,
    private readonly applying: ApplyForPermit,
    private readonly checking: Checking,
    private readonly store: PermitsStore,
    private readonly proofs: ProofsStore,
    private readonly clock: Clock,
  ) {}

  /** What the rules in force when these trips leave ask of them, in the order asked; `permits` as permitsOfRuns tells. */
  needsOf(trips: readonly Trip[], permits: ReadonlyMap<string, Permit>): Promise<Need[]> {
    return this.departures.needsOf(trips, permits);
  }

  /** Everything that would get a request for this trip refused; none when it may be sent. */
  problemsOf(trip: Trip): Promise<readonly RequestRefusal[]> {
    return this.applying.problemsOf(trip);
  }

  /** Asks for the permit of a trip. The same trip and people again answer the same permit. */
  apply(tx: Tx, actor: Actor, trip: Trip): Promise<{ permitId: string } | Refusal<ApplyRefusal>> {
    return this.applying.run(tx, actor, trip);
  }

  /** Whether a load is within the weights a permit was asked for. */
  covers(permit: Permit, load: Grams): boolean {
    return isInBand(load, grams(permit.loadG));
  }

  /** The run was changed, called off, or is over and its vehicle goes on another: its permit no longer counts. */
  async supersedeForRun(tx: Tx, runId: string): Promise<void> {
    await this.store.supersedeOfRun(tx, runId);
  }

  /**
   * A run that has not left carries another load by now. A permit whose weights no longer hold it is asked for anew, in
   * the name of whoever asked for it; where it cannot be had, it does not count any more (AL-11).
   */
  async followLoad(tx: Tx, trip: Trip): Promise<void> {
    const [permit] = await this.store.newestOfRuns([trip.runId]);
    if (!permit || !LIVE_STATES.includes(permit.state) || this.covers(permit, trip.loadG)) return;
    const again = await this.applying.run(tx, { personId: permit.createdBy }, trip);
    if (isRefusal(again)) await this.store.supersedeOfRun(tx, trip.runId);
  }

  /** Deletes what is kept about a person's health; signed permits name nobody and stay. */
  async forgetPerson(tx: Tx, personId: string): Promise<void> {
    await this.proofs.forgetPerson(tx, personId);
  }

  /** The newest permit of each run, whatever became of it; runs that never had one are missing. */
  async permitsOfRuns(runIds: readonly string[]): Promise<ReadonlyMap<string, Permit>> {
    return byRun(await this.store.newestOfRuns(runIds));
  }

  /** PU-17: nothing when the trip may leave at that instant, else why not. */
  mayDepart(
    trip: Trip,
    at: Date,
  ): Promise<Refusal<'PERMIT_MISSING' | 'DEPARTURE_HELD'> | undefined> {
    return this.departures.mayDepart(trip, at);
  }

  /** The longest window a permit of this trip could have. */
  windowOf(trip: Trip): { readonly validFrom: Date; readonly validTo: Date } {
    return windowOf(trip, this.clock.now());
  }

  /** A need in the reader's language, and no more of people's health than she may know. */
  said(need: Need, reader: Actor): SaidNeed {
    return saidNeed(need, reader.locale, isReviewer(reader));
  }

  isVisibleTo(actor: Actor, permit: Permit): boolean {
    return permitPolicy.read.allows(actor, permit);
  }

  async find(id: string): Promise<Permit | undefined> {
    return (await this.store.find(id)) ?? undefined;
  }

  /** For the public page `/p/:code`: what an officer would see. */
  selfCheck(code: string, locale: Locale): Promise<SelfCheck> {
    return this.checking.selfCheck(code, locale);
  }
}
