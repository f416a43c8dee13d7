import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { Lots } from '../../lots/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { LinesStore } from '../data/lines.store.js';
import type { LockedOrder } from '../data/orders.store.js';
import { gatheringEnds } from '../domain/cut-off.js';
import { offerExpiry } from '../domain/offer-ttl.js';
import { Rounds, type ComputedRound, type RoundRefusal } from './rounds.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** Households were asked for kilograms, which are set aside for the order until the offer runs out. */
    'order.offered': { orderId: string; lineIds: string[] };
  }
}

/** One round of offers, planned before its order was locked: set aside what it needs, ask its households. */
@Injectable()
export class Offering {
  constructor(
    private readonly rounds: Rounds,
    private readonly lines: LinesStore,
    private readonly lots: Lots,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** A refusal that `isOvertaken`: look at the market, plan and call again. */
  async offer(
    tx: Tx,
    order: LockedOrder,
    round: ComputedRound,
    isRefill: boolean,
  ): Promise<{ lineIds: string[] } | Refusal<RoundRefusal>> {
    const judged = await this.rounds.judge(tx, order, round);
    if (isRefusal(judged)) return judged;
    const now = this.clock.now();
    const expiresAt = earlier(offerExpiry(now, order.offerTtlMinutes), gatheringEnds(order));
    const { lines } = judged;
    const reserved = await this.lots.reserve(
      tx,
      lines.map(({ id, lotGradeId, grams }) => ({ holdId: id, lotGradeId, grams, expiresAt })),
    );
    if (isRefusal(reserved)) return reserved;

    const planId = await this.rounds.keep(tx, order, judged, { isRefill, coopId: null });
    await this.lines.add(tx, order.id, planId, lines, { offeredAt: now, expiresAt });
    const lineIds = lines.map((line) => line.id);
    await this.outbox.publish(tx, 'order.offered', { orderId: order.id, lineIds });
    return { lineIds };
  }
}

/** Nobody answers after the truck has left. */
const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
