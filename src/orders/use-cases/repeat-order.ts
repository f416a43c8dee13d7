import { Injectable } from '@nestjs/common';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf, type Day } from '../../kernel/day.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { grams, vnd, type Grams, type Vnd } from '../../kernel/units.js';
import { Lots } from '../../lots/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal, type Tx } from '../../platform/database/unit-of-work.js';
import type { Order } from '../data/order.rows.js';
import { OrdersStore } from '../data/orders.store.js';
import { orderPolicy } from '../domain/order.policy.js';
import { priceToday, sameHours } from '../domain/repeat.js';
import { CreateBulkOrder, type BulkOrderWish, type CreateRefusal } from './create-bulk-order.js';

/** One grade as it was wished and as it would be today. */
interface RepeatedLine {
  readonly gradeCode: string;
  readonly grams: Grams;
  readonly lastVndPerKg: Vnd | null;
  readonly referenceVndPerKg: Vnd | null;
  /** null: to be agreed, or nobody knows it today. */
  readonly maxVndPerKg: Vnd | null;
}

export interface OrderDraft {
  readonly order: Order;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly lines: readonly RepeatedLine[];
  /** Grades that are not graded so any more; they are left out. */
  readonly goneGrades: readonly string[];
  /** The pooled listing it was gathered from is closed: this one is gathered from the whole market. */
  readonly isPoolGone: boolean;
}

export interface RepeatWish {
  readonly clientMutationId: string;
  readonly orderId: string;
  readonly day: Day;
  /** As the buyer has seen and written them; nothing is taken from the last order unseen. */
  readonly lines: BulkOrderWish['lines'];
}

type NotRepeatable = 'ORDER_NOT_FOUND' | 'ORDER_NOT_REPEATABLE';

/** An order as last time, priced and checked anew (OR-10). */
@Injectable()
export class RepeatOrder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrdersStore,
    private readonly catalog: Catalog,
    private readonly lots: Lots,
    private readonly creating: CreateBulkOrder,
    private readonly clock: Clock,
  ) {}

  /** What the order would be on that day; writes nothing. */
  async draft(
    actor: Actor,
    orderId: string,
    onDay: Day,
  ): Promise<OrderDraft | Refusal<NotRepeatable>> {
    const order = isId(orderId) ? await this.orders.find(actor, orderId) : undefined;
    if (!order || !orderPolicy.repeat.allows(actor, order))
      return refuse('ORDER_NOT_FOUND', {}, 'orderId');
    if (order.kind !== 'BULK') return refuse('ORDER_NOT_REPEATABLE', {}, 'orderId');
    return this.draftOf(order, onDay);
  }

  /** @param order a bulk order */
  async draftOf(order: Order, onDay: Day): Promise<OrderDraft> {
    const hours = sameHours(order, onDay);
    const today = dayOf(this.clock.now());
    const then = dayOf(order.createdAt);
    const graded = await this.catalog.gradesOf(order.cropCode, dayOf(hours.readyFrom));
    const known = new Set(graded.map(({ code }) => code));
    const lines = await Promise.all(
      order.lines
        .filter(({ gradeCode }) => known.has(gradeCode))
        .map(async ({ gradeCode, wantedGrams, maxVndPerKg: last }) => {
          const [referenceThen, referenceNow] = await Promise.all(
            [then, today].map((on) => this.catalog.referencePrice(order.cropCode, gradeCode, on)),
          );
          return {
            gradeCode,
            grams: wantedGrams,
            lastVndPerKg: last,
            referenceVndPerKg: referenceNow ?? null,
            maxVndPerKg: priceToday({ last, referenceThen, referenceNow }),
          };
        }),
    );
    const { pooledListingId: pool } = order;
    return {
      order,
      ...hours,
      lines,
      goneGrades: order.lines.flatMap(({ gradeCode }) => (known.has(gradeCode) ? [] : [gradeCode])),
      isPoolGone: pool !== null && !(await this.lots.isPoolOf(pool, order.cropCode)),
    };
  }

  run(
    actor: Actor,
    { clientMutationId, ...request }: RepeatWish,
  ): Promise<{ orderId: string } | Refusal<NotRepeatable | CreateRefusal | ActRefusal>> {
    const act = { actor, operation: 'repeatOrder', key: clientMutationId, request };
    type Done = { orderId: string } | Refusal<NotRepeatable | CreateRefusal>;
    return this.uow.once<Done>(act, async (tx) => {
      const draft = await this.draft(actor, request.orderId, request.day);
      if (isRefusal(draft)) return draft;
      return this.open(tx, draft, request.lines, actor.personId);
    });
  }

  /** Why the draft can be no order with these lines; undefined when it can. Writes nothing. */
  impossible(
    draft: OrderDraft,
    lines: BulkOrderWish['lines'],
  ): Promise<Refusal<CreateRefusal> | undefined> {
    return this.creating.impossible(wishOf(draft, lines));
  }

  /** The draft as an order of its own, with these lines. */
  open(
    tx: Tx,
    draft: OrderDraft,
    lines: BulkOrderWish['lines'],
    personId: string,
  ): Promise<{ orderId: string } | Refusal<CreateRefusal>> {
    return this.creating.open(tx, { buyerId: draft.order.buyerId, personId }, wishOf(draft, lines));
  }
}

/** The draft as planning reads it before there is such an order. */
export function orderOf(draft: OrderDraft, lines: BulkOrderWish['lines']): Order {
  const { order, readyFrom, readyTo, isPoolGone } = draft;
  return {
    ...order,
    readyFrom,
    readyTo,
    pooledListingId: isPoolGone ? null : order.pooledListingId,
    minGrams: grams(leastOf(order, lines)),
    lines: lines.map(({ gradeCode, grams: wanted, maxVndPerKg }) => ({
      gradeCode,
      wantedGrams: grams(wanted),
      maxVndPerKg: maxVndPerKg === null ? null : vnd(maxVndPerKg),
    })),
  };
}

/** The same share of what is wanted now. */
function leastOf(order: Order, lines: BulkOrderWish['lines']): number {
  const wanted = lines.reduce((sum, line) => sum + line.grams, 0);
  const wantedLast = order.lines.reduce((sum, line) => sum + line.wantedGrams, 0);
  return Number((BigInt(order.minGrams) * BigInt(wanted)) / BigInt(wantedLast));
}

/** The draft as a wish of its own: terms as last time, hours of the new day, prices and kilograms as given. */
function wishOf(
  { order, readyFrom, readyTo, isPoolGone }: OrderDraft,
  lines: BulkOrderWish['lines'],
): Omit<BulkOrderWish, 'clientMutationId'> {
  const { deduction, cutOff } = order;
  const later = (at: Date): Date =>
    new Date(at.getTime() + readyFrom.getTime() - order.readyFrom.getTime());
  // An order that was extended kept only its later hour; the one like it is not extended again.
  const extendUntil =
    cutOff?.extendUntil && cutOff.extendUntil > cutOff.until ? later(cutOff.extendUntil) : null;
  return {
    cropCode: order.cropCode,
    varietyCode: order.varietyCode,
    destinationId: order.destinationId ?? '',
    policy: order.policy,
    communeIds: order.communeIds,
    pooledListingId: isPoolGone ? null : order.pooledListingId,
    limits: order.limits,
    cutOff: cutOff && { until: later(cutOff.until), extendUntil },
    depositBp: order.depositBp,
    cancelTerms: order.cancelTerms,
    lines,
    readyFrom,
    readyTo,
    toleranceBp: order.toleranceBp,
    minGrams: leastOf(order, lines),
    householdCapGrams: order.householdCapGrams,
    deduction: {
      kind: deduction.kind,
      basisPoints: deduction.kind === 'PERCENT' ? deduction.basisPoints : null,
      gramsPerCrate: deduction.kind === 'FIXED_PER_CRATE' ? deduction.grams : null,
    },
    paymentDays: order.paymentDays,
    offerTtlMinutes: order.offerTtlMinutes,
  };
}
