import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { Lots } from '../../lots/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { LinesStore } from '../data/lines.store.js';
import type { Offer } from '../data/offer.rows.js';
import { OffersStore } from '../data/offers.store.js';
import type { LockedOrder } from '../data/orders.store.js';
import { PlansStore } from '../data/plans.store.js';
import { unfairnessOf } from '../domain/allocation/unfairness.js';
import type { CandidateLot } from '../domain/allocation/wish.js';
import {
  amountsByHand,
  impossibleByHand,
  type ByHand,
  type ByHandRefusal,
} from '../domain/by-hand.js';
import { gatheringEnds } from '../domain/cut-off.js';
import { offerExpiry } from '../domain/offer-ttl.js';
import { afterStep } from '../domain/order.state.js';
import { Planning, type PlannedRound } from './planning.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** Households were asked for kilograms, which are set aside for the order until the offer runs out. */
    'order.offered': { orderId: string; lineIds: string[] };
  }
}

export type OfferingRefusal =
  | 'BUYER_NOT_ACTIVE'
  | 'ORDER_STEP_NOT_ALLOWED'
  | 'ORDER_WINDOW_OVER'
  | 'NOTHING_MISSING'
  | 'NO_LOT_FITS'
  | 'PREVIEW_STALE'
  | ByHandRefusal
  | 'LOT_NOT_ENOUGH';

export interface OfferedRound {
  readonly isAutomatic: boolean;
  /** A plan made before the order was locked; used when no answer moved since. */
  readonly prepared?: { readonly asked: readonly Offer[]; readonly planned: PlannedRound };
  /** What a person wrote down instead of the computed plan. */
  readonly byHand?: ByHand;
  /** Of the preview the buyer looked at; null when none was. */
  readonly fingerprint: string | null;
}

const standingOf = (offers: readonly Offer[]): string =>
  JSON.stringify(offers.map(({ id, state }) => `${id} ${state}`).toSorted());

// Two orders that plan over the same lots at once: the second finds them taken and plans again.
const LOOKS = 3;

/** One round of offers for an order that is locked: plan what is missing, set it aside, ask its households. */
@Injectable()
export class Offering {
  constructor(
    private readonly planning: Planning,
    private readonly offers: OffersStore,
    private readonly lines: LinesStore,
    private readonly plans: PlansStore,
    private readonly lots: Lots,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Plans by the market of now, anew when it moved meanwhile; nobody looked at a preview. */
  async offerAtSight(
    tx: Tx,
    order: LockedOrder,
    isAutomatic: boolean,
  ): Promise<{ lineIds: string[] } | Refusal<OfferingRefusal>> {
    for (let look = 1; ; look += 1) {
      const market = await this.planning.market(order);
      const offered = await this.offer(tx, order, market, { isAutomatic, fingerprint: null });
      const isStale = isRefusal(offered) && offered.refused === 'LOT_NOT_ENOUGH';
      if (!isStale || look === LOOKS) return offered;
    }
  }

  /** @returns LOT_NOT_ENOUGH when the market moved since it was looked at: look again and call again */
  async offer(
    tx: Tx,
    order: LockedOrder,
    market: readonly CandidateLot[],
    round: OfferedRound,
  ): Promise<{ lineIds: string[] } | Refusal<OfferingRefusal>> {
    const now = this.clock.now();
    if (!order.isBuyerActive) return refuse('BUYER_NOT_ACTIVE');
    if (isRefusal(afterStep(order.state, 'commit'))) {
      return refuse('ORDER_STEP_NOT_ALLOWED', { state: order.state, step: 'offer' });
    }
    if (gatheringEnds(order) <= now) return refuse('ORDER_WINDOW_OVER');
    const asked = await this.offers.ofLockedOrder(tx, order.id, now);
    const { isAutomatic, prepared, fingerprint, byHand } = round;
    const amounts = byHand && amountsByHand(byHand);
    if (isRefusal(amounts)) return amounts;
    const computed =
      prepared && standingOf(prepared.asked) === standingOf(asked)
        ? prepared.planned
        : await this.planning.plan(order, asked, market, isAutomatic);
    const planned = amounts ? this.planning.byHand(computed, amounts) : computed;
    const { plan, wantedGrams, excluded } = planned;
    if (wantedGrams === 0) return refuse('NOTHING_MISSING');
    if (fingerprint !== null && fingerprint !== computed.fingerprint)
      return refuse('PREVIEW_STALE');
    const impossible = amounts && impossibleByHand(planned.wish, amounts, plan);
    if (impossible) return impossible;
    if (plan.lines.length === 0) return refuse('NO_LOT_FITS', { wantedGrams });

    const expiresAt = earlier(offerExpiry(now, order.offerTtlMinutes), gatheringEnds(order));
    const lines = plan.lines.map((line) => ({ ...line, id: uuid() }));
    const reserved = await this.lots.reserve(
      tx,
      lines.map(({ id, lotGradeId, grams }) => ({ holdId: id, lotGradeId, grams, expiresAt })),
    );
    if (isRefusal(reserved)) return reserved;

    const planId = uuid();
    await this.plans.add(tx, {
      id: planId,
      orderId: order.id,
      policy: byHand ? 'MANUAL' : order.policy,
      giniBp: unfairnessOf(plan, planned.candidates),
      byHand: byHand
        ? {
            reason: byHand.reason.trim(),
            policy: order.policy,
            lines: computed.plan.lines.map(({ lotGradeId, grams }) => ({ lotGradeId, grams })),
            giniBp: unfairnessOf(computed.plan, planned.candidates),
          }
        : null,
      isRefill: isAutomatic,
      wantedGrams,
      plannedGrams: plan.totals.planned,
      goodsVnd: plan.totals.goodsVnd,
      transportVnd: plan.totals.transportVnd,
      parameters: { ...order.limits, householdCapGrams: order.householdCapGrams },
      proof: plan.proof,
      excluded,
      createdAt: now,
    });
    await this.lines.add(tx, order.id, planId, lines, { offeredAt: now, expiresAt });
    const lineIds = lines.map((line) => line.id);
    await this.outbox.publish(tx, 'order.offered', { orderId: order.id, lineIds });
    return { lineIds };
  }
}

/** Nobody answers after the truck has left. */
const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
