import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.js';
import type { Actor } from '../platform/access/actor.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import {
  CandidatesStore,
  type CandidateLine,
  type CandidateWish,
  type CheapestLines,
  type CheapestWish,
} from './data/candidates.store.js';
import { HoldsStore, type HoldWish, type ResizedHold } from './data/holds.store.js';
import { LotsStore, type LotFacts } from './data/lots.store.js';
import { PoolsStore } from './data/pools.store.js';
import { PromisesStore } from './data/promises.store.js';
import { lotPolicy } from './domain/lot.policy.js';
import { OwnLots, type OwnRefusal } from './use-cases/own-lots.js';

/** What smallholders offer, for the features that set kilograms aside and weigh them. */
@Injectable()
export class Lots {
  constructor(
    private readonly lots: LotsStore,
    private readonly market: CandidatesStore,
    private readonly holds: HoldsStore,
    private readonly promises: PromisesStore,
    private readonly pools: PoolsStore,
    private readonly own: OwnLots,
    private readonly clock: Clock,
  ) {}

  /** Every published line of a crop of an active household whose window is within a day of the wished one. */
  candidates(wanted: CandidateWish): Promise<CandidateLine[]> {
    return this.market.near(wanted, this.clock.now());
  }

  /** Lines that can be had in those hours, the cheapest first until there are enough. */
  cheapest(wanted: CheapestWish): Promise<CheapestLines> {
    return this.market.cheapest(wanted, this.clock.now());
  }

  /**
   * Sets kilograms aside, all lines or none. Facts of a refusal: `lotGradeId` and `freeGrams` of the first
   * line that cannot be had; a lot that is not open any more has 0 g free.
   */
  async reserve(tx: Tx, wanted: readonly HoldWish[]): Promise<void | Refusal<'LOT_NOT_ENOUGH'>> {
    if (wanted.length === 0) return;
    const missing = await this.holds.reserve(tx, wanted, this.clock.now());
    if (missing) return refuse('LOT_NOT_ENOUGH', { ...missing });
  }

  /** Makes holds that are still in time permanent. @returns those kept; one that is missing came too late, or its lot is gone */
  async keep(tx: Tx, holdIds: readonly string[], now: Date): Promise<string[]> {
    return holdIds.length === 0 ? [] : this.holds.keep(tx, holdIds, now);
  }

  /** Why promises could not be made this large now; undefined when they could. Writes nothing. */
  async shortOf(tx: Tx, wanted: readonly ResizedHold[]): Promise<void | Refusal<'LOT_NOT_ENOUGH'>> {
    const missing = await this.holds.short(tx, wanted, this.clock.now());
    if (missing) return refuse('LOT_NOT_ENOUGH', { ...missing });
  }

  /** Makes promises larger or smaller, all or none; facts of a refusal as `reserve`. */
  async resize(tx: Tx, wanted: readonly ResizedHold[]): Promise<void | Refusal<'LOT_NOT_ENOUGH'>> {
    const missing = await this.holds.resize(tx, wanted, this.clock.now());
    if (missing) return refuse('LOT_NOT_ENOUGH', { ...missing });
  }

  /** Gives kilograms back; holds that are not held any more are passed over. */
  async release(tx: Tx, holdIds: readonly string[]): Promise<void> {
    if (holdIds.length > 0) await this.holds.release(tx, holdIds);
  }

  /**
   * Replaces promises by what the scale showed. What was promised and not weighed is free again.
   * @throws Error when one of the holds is not held: its ticket was counted before, or it was released
   */
  async weigh(tx: Tx, weighed: readonly { holdId: string; grams: number }[]): Promise<void> {
    if (weighed.length === 0) return;
    const held = await this.holds.weigh(tx, weighed);
    if (held !== weighed.length)
      throw new Error(`${weighed.length - held} holds were not held when weighed`);
  }

  /**
   * Accepted parts of a lot its household took back: they count against it (LI-08).
   * @param dealId the deal they were of and ended with; null when the lot was withdrawn before there was one
   */
  async countBroken(
    tx: Tx,
    lotId: string,
    holdIds: readonly string[],
    dealId: string | null,
  ): Promise<void> {
    if (holdIds.length > 0)
      await this.promises.addBroken(tx, lotId, holdIds, dealId, this.clock.now());
  }

  /** An office has confirmed force majeure: what was broken with this deal counts against the household no more. */
  async excuseBroken(tx: Tx, dealId: string, officeId: string): Promise<void> {
    await this.promises.excuseDeal(tx, dealId, officeId, this.clock.now());
  }

  /** A lot the actor may change and withdraw. */
  async ownLot(actor: Actor, lotId: string): Promise<LotFacts | Refusal<OwnRefusal>> {
    const found = await this.own.find(actor, lotId);
    return isRefusal(found) ? found : found.lot;
  }

  /** A lot whose household the actor may read everything of. */
  readLot(actor: Actor, lotId: string): Promise<LotFacts | Refusal<'LOT_NOT_FOUND'>> {
    return this.own.under(lotPolicy.readFor, actor, lotId);
  }

  /** There is such a pooled listing, open, of this crop. */
  isPoolOf(listingId: string, cropCode: string): Promise<boolean> {
    return this.pools.isOpen(listingId, cropCode);
  }

  lotsByIds(ids: readonly string[]): Promise<LotFacts[]> {
    return this.lots.facts(ids);
  }

  async findLot(id: string): Promise<LotFacts | undefined> {
    return (await this.lots.facts([id]))[0];
  }
}
