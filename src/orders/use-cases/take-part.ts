import { Injectable } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { sumGrams } from '../../kernel/units.js';
import { Lots } from '../../lots/index.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { LinesStore } from '../data/lines.store.js';
import { OrdersStore } from '../data/orders.store.js';
import type { ByHand } from '../domain/by-hand.js';
import type { PlannedPart } from './part-planning.js';
import { Rounds, type RoundRefusal } from './rounds.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A cooperative said yes for households it sells for; their kilograms are set aside for good. */
    'order.part-taken': { orderId: string; lineIds: string[] };
  }
}

export interface TakenPart {
  readonly grams: number;
  readonly households: number;
}

/**
 * A cooperative fills part of somebody's order from the lots of households that let it sell. Every line is that
 * household's own: told to it, and undone by it, as anything that is done in its name.
 */
@Injectable()
export class TakePart {
  constructor(
    private readonly orders: OrdersStore,
    private readonly lines: LinesStore,
    private readonly rounds: Rounds,
    private readonly lots: Lots,
    private readonly assisted: AssistedActs,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** A refusal that `isOvertaken`: plan and call again. */
  async run(
    tx: Tx,
    actor: Actor,
    { order: { id: orderId }, planned, asked }: PlannedPart,
    seen: { readonly fingerprint: string | null; readonly byHand: ByHand | null },
  ): Promise<TakenPart | Refusal<RoundRefusal>> {
    const coopId = actor.partyId ?? '';
    const order = await this.orders.lock(tx, orderId);
    if (!order) throw new Error(`no order ${orderId}`);
    const judged = await this.rounds.judge(tx, order, { planned, asked, ...seen });
    if (isRefusal(judged)) return judged;
    const { lines } = judged;
    const householdIds = [...new Set(lines.map((line) => line.householdId))];
    const trusting = await this.lines.sellingFor(tx, coopId, householdIds);
    if (trusting.length < householdIds.length) return refuse('ANSWERS_MOVED');
    const reserved = await this.lots.reserve(
      tx,
      lines.map(({ id, lotGradeId, grams }) => ({
        holdId: id,
        lotGradeId,
        grams,
        expiresAt: null,
      })),
    );
    if (isRefusal(reserved)) return reserved;

    const planId = await this.rounds.keep(tx, order, judged, { isRefill: false, coopId });
    const yes = { personId: actor.personId, at: this.clock.now(), planId };
    await this.lines.addAccepted(tx, orderId, lines, yes);
    await this.orders.markAllocatedWhenCovered(tx, orderId);
    const { cropCode } = order;
    const deeds = lines.map(({ id, householdId, grams }) => ({
      householdId,
      kind: 'OFFER_ACCEPTED' as const,
      subjectId: id,
      facts: { cropCode, grams },
    }));
    await this.assisted.recordAll(tx, actor, deeds);
    const lineIds = lines.map(({ id }) => id);
    await this.outbox.publish(tx, 'order.part-taken', { orderId, lineIds });
    return { grams: sumGrams(lines.map((line) => line.grams)), households: householdIds.length };
  }
}
