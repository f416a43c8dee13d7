import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { isRefusal } from '../kernel/refusal.js';
import { vnd } from '../kernel/units.js';
import { Orders } from '../orders/index.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { DepositsStore } from './data/deposits.store.js';
import { PartsStore } from './data/parts.store.js';
import { PayablesStore, type NewPayable } from './data/payables.store.js';
import { Deposits } from './deposits.js';
import { amountDue, type Supplement } from './domain/amount-due.js';
import { afterStep } from './domain/payable.state.js';

/** What is owed for a deal, and its deposit. Whoever calls holds the deal. */
@Injectable()
export class SumsOwed {
  constructor(
    private readonly payables: PayablesStore,
    private readonly parts: PartsStore,
    private readonly inHand: DepositsStore,
    private readonly deposits: Deposits,
    private readonly orders: Orders,
    private readonly clock: Clock,
  ) {}

  /** Owes for a ticket, once: its goods, what was agreed on beyond them, less the deposit in hand. */
  async owe(
    tx: Tx,
    dealId: string,
    goods: NewPayable,
    supplements: readonly Supplement[],
  ): Promise<void> {
    const { dueVnd } = amountDue(vnd(goods.amountVnd), supplements, vnd(0));
    const payable = { ...goods, amountVnd: dueVnd };
    await this.payables.accrue(tx, payable);
    await this.parts.supplement(tx, payable.id, supplements, payable.createdAt);
    await this.takeDeposit(tx, dealId);
  }

  /**
   * Takes the deposit in hand off what the deal owes. What the goods leave of it goes back, and all of it where the payer
   * has said that she paid without it. Nothing happens before the ticket, or when no deposit is in hand.
   */
  async takeDeposit(tx: Tx, dealId: string): Promise<void> {
    const payable = await this.payables.ofDeal(tx, dealId);
    const deposit = payable && (await this.inHand.lock(tx, dealId));
    if (!payable || deposit?.state !== 'CONFIRMED') return;
    const { dueVnd, takenVnd, leftVnd } = amountDue(vnd(payable.amountVnd), [], deposit.amountVnd);
    if (payable.state !== 'DUE' || takenVnd === 0)
      return this.deposits.settle(tx, dealId, 'refund');

    const now = this.clock.now();
    await this.parts.takeDeposit(tx, payable.id, takenVnd, now);
    await this.payables.update(tx, [payable.id], { amountVnd: dueVnd });
    await this.deposits.settle(tx, dealId, 'apply', leftVnd);
    const covered = afterStep(payable.state, 'cover');
    if (dueVnd > 0 || isRefusal(covered)) return;
    const { method, reference, declaredAt } = deposit;
    await this.payables.update(tx, [payable.id], {
      state: covered,
      method,
      reference,
      declaredAt,
      confirmedAt: now,
    });
    await this.orders.markPaid(tx, dealId);
  }
}
