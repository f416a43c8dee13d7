import { Injectable } from '@nestjs/common';
import type { Day } from '../../kernel/day.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { vnd } from '../../kernel/units.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { OrdersStore } from '../data/orders.store.js';
import { priceUnseen } from '../domain/repeat.js';
import type { BulkOrderWish, CreateRefusal } from './create-bulk-order.js';
import { Offering } from './offering.js';
import { Planning, type PlannedRound } from './planning.js';
import type { RoundRefusal } from './rounds.js';
import { orderOf, RepeatOrder, type OrderDraft } from './repeat-order.js';

interface AgainWish {
  /** The order whose terms are taken; of kind BULK. */
  readonly templateId: string;
  readonly day: Day;
  /** `maxVndPerKg` is never exceeded, and not reached while the reference price says less. */
  readonly lines: BulkOrderWish['lines'];
}

/** An order like an earlier one, and whom it would ask first, before anything is written. */
export interface PlannedAgain {
  readonly draft: OrderDraft;
  /** At the prices of today. */
  readonly lines: BulkOrderWish['lines'];
  readonly round: PlannedRound;
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
    private readonly planning: Planning,
    private readonly offering: Offering,
  ) {}

  /** Reads the market and plans over it, while no transaction is open. */
  async plan({
    templateId,
    day,
    lines: wished,
  }: AgainWish): Promise<PlannedAgain | Refusal<AgainRefusal>> {
    const [template] = await this.orders.byIds([templateId]);
    if (!template) throw new Error(`no order ${templateId} to take the terms of`);
    const draft = await this.repeating.draftOf(template, day);
    const today = new Map(draft.lines.map((line) => [line.gradeCode, line.maxVndPerKg]));
    const lines = wished.map(({ gradeCode, grams, maxVndPerKg: most }) => ({
      gradeCode,
      grams,
      maxVndPerKg: priceUnseen(most === null ? null : vnd(most), today.get(gradeCode) ?? null),
    }));
    const impossible = await this.repeating.impossible(draft, lines);
    if (impossible) return impossible;
    const order = orderOf(draft, lines);
    const market = await this.planning.market(order);
    return { draft, lines, round: await this.planning.plan(order, [], market, false) };
  }

  /** A refusal that `isOvertaken`: plan and open again. */
  async open(
    tx: Tx,
    { draft, lines, round: planned }: PlannedAgain,
    personId: string,
  ): Promise<{ orderId: string } | Refusal<AgainRefusal>> {
    const opened = await this.repeating.open(tx, draft, lines, personId);
    if (isRefusal(opened)) return opened;
    const order = await this.orders.lock(tx, opened.orderId);
    if (!order) throw new Error(`order ${opened.orderId} is gone as it opens`);
    const round = { asked: [], planned, fingerprint: null };
    const offered = await this.offering.offer(tx, order, round, false);
    return isRefusal(offered) ? offered : opened;
  }
}
