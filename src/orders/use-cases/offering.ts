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
  | Overtaken;

/** Somebody answered, or the market moved, while the round was planned. */
type Overtaken = 'ANSWERS_MOVED' | 'LOT_NOT_ENOUGH';

/** How often a round is planned anew before whoever asked for it hears that it was overtaken. */
export const LOOKS = 3;

export const isOvertaken = ({ refused }: Refusal): boolean =>
  refused === 'ANSWERS_MOVED' || refused === 'LOT_NOT_ENOUGH';

export interface OfferedRound {
  readonly isAutomatic: boolean;
  /** The plan, made before the order was locked, and the answers it counted on. */
  readonly planned: PlannedRound;
  readonly asked: readonly Offer[];
  /** What a person wrote down instead of the computed plan. */
  readonly byHand?: ByHand;
  /** Of the preview the buyer looked at; null when none was. */
  readonly fingerprint: string | null;
}

const standingOf = (offers: readonly Offer[]): string =>
  JSON.stringify(offers.map(({ id, state }) => `${id} ${state}`).toSorted());

/** One round of offers, planned before its order was locked: set aside what it needs, ask its households. */
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

  /** The first round of an order that this very transaction opens or revises: planned inside it, by the market of now. */
  async offerAtSight(
    tx: Tx,
    order: LockedOrder,
  ): Promise<{ lineIds: string[] } | Refusal<OfferingRefusal>> {
    for (let look = 1; ; look += 1) {
      const asked = await this.offers.ofLockedOrder(tx, order.id, this.clock.now());
      const market = await this.planning.market(order);
      const planned = await this.planning.plan(order, asked, market, false);
      const round = { isAutomatic: false, asked, planned, fingerprint: null };
      const offered = await this.offer(tx, order, round);
      if (!isRefusal(offered) || !isOvertaken(offered) || look === LOOKS) return offered;
    }
  }

  /** A refusal that `isOvertaken`: look at the market, plan and call again. */
  async offer(
    tx: Tx,
    order: LockedOrder,
    round: OfferedRound,
  ): Promise<{ lineIds: string[] } | Refusal<OfferingRefusal>> {
    const now = this.clock.now();
    if (!order.isBuyerActive) return refuse('BUYER_NOT_ACTIVE');
    if (isRefusal(afterStep(order.state, 'commit'))) {
      return refuse('ORDER_STEP_NOT_ALLOWED', { state: order.state, step: 'offer' });
    }
    if (gatheringEnds(order) <= now) return refuse('ORDER_WINDOW_OVER');
    const asked = await this.offers.ofLockedOrder(tx, order.id, now);
    const { isAutomatic, planned: computed, fingerprint, byHand } = round;
    const amounts = byHand && amountsByHand(byHand);
    if (isRefusal(amounts)) return amounts;
    if (standingOf(round.asked) !== standingOf(asked)) return refuse('ANSWERS_MOVED');
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
