import { Injectable } from '@nestjs/common';
import type { Day } from '../../kernel/day.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { vnd } from '../../kernel/units.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { OrdersStore } from '../data/orders.store.js';
import { priceUnseen } from '../domain/repeat.js';
import type { BulkOrderWish, CreateRefusal } from './create-bulk-order.js';
import { Offering } from './offering.js';
import type { RoundRefusal } from './rounds.js';
import { RepeatOrder } from './repeat-order.js';

interface AgainWish {
  /** The order whose terms are taken; of kind BULK. */
  readonly templateId: string;
  readonly day: Day;
  /** `maxVndPerKg` is never exceeded, and not reached while the reference price says less. */
  readonly lines: BulkOrderWish['lines'];
  readonly personId: string;
}

export type AgainRefusal = CreateRefusal | RoundRefusal;

/**
 * An order as an earlier one, opened without its buyer looking on: priced and checked by the day it opens (OR-10), and its
 * first households asked in the same transaction. Where no lot fits there is no order either (ADR 38).
 */
@Injectable()
export class OrderAgain {
  constructor(
    private readonly orders: OrdersStore,
    private readonly repeating: RepeatOrder,
    private readonly offering: Offering,
  ) {}

  async run(tx: Tx, wish: AgainWish): Promise<{ orderId: string } | Refusal<AgainRefusal>> {
    const { templateId, day, personId } = wish;
    const [template] = await this.orders.byIds([templateId]);
    if (!template) throw new Error(`no order ${templateId} to take the terms of`);
    const draft = await this.repeating.draftOf(template, day);
    const today = new Map(draft.lines.map((line) => [line.gradeCode, line.maxVndPerKg]));
    const lines = wish.lines.map(({ gradeCode, grams, maxVndPerKg: most }) => ({
      gradeCode,
      grams,
      maxVndPerKg: priceUnseen(most === null ? null : vnd(most), today.get(gradeCode) ?? null),
    }));
    const opened = await this.repeating.open(tx, draft, lines, personId);
    if (isRefusal(opened)) return opened;
    const order = await this.orders.lock(tx, opened.orderId);
    if (!order) throw new Error(`order ${opened.orderId} is gone as it opens`);
    const offered = await this.offering.offerAtSight(tx, order);
    return isRefusal(offered) ? offered : opened;
  }
}
