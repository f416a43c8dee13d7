import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { lotCode } from '../../lots/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { NewLine } from '../data/new-lines.js';
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
import { afterStep } from '../domain/order.state.js';
import { Planning, type PlannedRound } from './planning.js';

export type RoundRefusal =
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

/** A round that was planned before its order was locked. */
export interface ComputedRound {
  readonly planned: PlannedRound;
  /** The answers the plan counted on. */
  readonly asked: readonly Offer[];
  /** What a person wrote down instead of the computed plan. */
  readonly byHand?: ByHand | null;
  /** Of the preview that was looked at; null when none was. */
  readonly fingerprint: string | null;
}

/** A round that may be carried out: its lines have ids and hold nothing yet. */
export interface JudgedRound {
  readonly lines: readonly NewLine[];
  readonly planned: PlannedRound;
  readonly computed: PlannedRound;
  readonly byHand: ByHand | null;
}

const standingOf = (offers: readonly Offer[]): string =>
  JSON.stringify(offers.map(({ id, state }) => `${id} ${state}`).toSorted());

/** The lots that were there to choose, by the codes everybody may read. */
function lotsOf(
  candidates: PlannedRound['candidates'],
): (lotGradeId: string) => string | undefined {
  const codes = new Map(candidates.map(({ lotGradeId, lotId }) => [lotGradeId, lotCode(lotId)]));
  return (lotGradeId) => codes.get(lotGradeId);
}

/** What every round of a locked order goes through, whoever carries it out: is it still allowed, and what is kept of it. */
@Injectable()
export class Rounds {
  constructor(
    private readonly planning: Planning,
    private readonly offers: OffersStore,
    private readonly plans: PlansStore,
    private readonly clock: Clock,
  ) {}

  async judge(
    tx: Tx,
    order: LockedOrder,
    round: ComputedRound,
  ): Promise<JudgedRound | Refusal<RoundRefusal>> {
    const now = this.clock.now();
    if (!order.isBuyerActive) return refuse('BUYER_NOT_ACTIVE');
    if (isRefusal(afterStep(order.state, 'commit'))) {
      return refuse('ORDER_STEP_NOT_ALLOWED', { state: order.state, step: 'offer' });
    }
    if (gatheringEnds(order) <= now) return refuse('ORDER_WINDOW_OVER');
    const asked = await this.offers.ofLockedOrder(tx, order.id, now);
    const { planned: computed, fingerprint, byHand = null } = round;
    const amounts = byHand ? amountsByHand(byHand) : undefined;
    if (isRefusal(amounts)) return amounts;
    if (standingOf(round.asked) !== standingOf(asked)) return refuse('ANSWERS_MOVED');
    const planned = amounts ? this.planning.byHand(computed, amounts) : computed;
    const { plan, wantedGrams } = planned;
    if (wantedGrams === 0) return refuse('NOTHING_MISSING');
    if (fingerprint !== null && fingerprint !== computed.fingerprint)
      return refuse('PREVIEW_STALE');
    const impossible =
      byHand && impossibleByHand(planned.wish, byHand, plan, lotsOf(computed.candidates));
    if (impossible) return impossible;
    if (plan.lines.length === 0) return refuse('NO_LOT_FITS', { wantedGrams });
    const lines = plan.lines.map((line) => ({ ...line, id: uuid() }));
    return { lines, planned, computed, byHand };
  }

  /** Keeps the plan, for "vì sao?" long after the lots have changed. @returns its id */
  async keep(
    tx: Tx,
    order: LockedOrder,
    { planned, computed, byHand }: JudgedRound,
    by: { readonly isRefill: boolean; readonly coopId: string | null },
  ): Promise<string> {
    const { plan, candidates, wantedGrams, excluded } = planned;
    const id = uuid();
    await this.plans.add(tx, {
      id,
      ...by,
      orderId: order.id,
      policy: byHand ? 'MANUAL' : computed.policy,
      giniBp: unfairnessOf(plan, candidates),
      byHand: byHand && {
        reason: byHand.reason.trim(),
        policy: computed.policy,
        lines: computed.plan.lines.map(({ lotGradeId, grams }) => ({ lotGradeId, grams })),
        giniBp: unfairnessOf(computed.plan, candidates),
      },
      wantedGrams,
      plannedGrams: plan.totals.planned,
      goodsVnd: plan.totals.goodsVnd,
      transportVnd: plan.totals.transportVnd,
      parameters: { ...order.limits, householdCapGrams: order.householdCapGrams },
      proof: plan.proof,
      excluded,
      createdAt: this.clock.now(),
    });
    return id;
  }
}
