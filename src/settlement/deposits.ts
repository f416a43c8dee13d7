import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { isRefusal } from '../kernel/refusal.js';
import { vnd, type Vnd } from '../kernel/units.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Outbox } from '../platform/events/outbox.js';
import { DepositsStore } from './data/deposits.store.js';
import { afterDepositStep } from './domain/deposit.state.js';

declare module '../platform/events/outbox.js' {
  interface DomainEvents {
    /** The household has money in hand that belongs to the buyer again. */
    'deposit.to-return': { dealId: string };
  }
}

/** Deposits of deals, as deals end or are weighed. */
@Injectable()
export class Deposits {
  constructor(
    private readonly deposits: DepositsStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** What the payee has said is in hand; 0 while it is only the payer's word. */
  async inHand(dealId: string): Promise<Vnd> {
    const [deposit] = await this.deposits.ofDeals([dealId]);
    return deposit?.state === 'CONFIRMED' ? deposit.amountVnd : vnd(0);
  }

  /**
   * The deposit in hand goes back, stays, or was counted towards the goods. Nothing happens when none is in hand, or it
   * was settled so before.
   *
   * @param leftVnd what the goods left of it, when it was counted
   */
  async settle(
    tx: Tx,
    dealId: string,
    step: 'refund' | 'forfeit' | 'apply',
    leftVnd = vnd(0),
  ): Promise<void> {
    const deposit = await this.deposits.lock(tx, dealId);
    const state = deposit && afterDepositStep(deposit.state, step);
    if (!state || isRefusal(state)) return;
    const toReturnVnd = step === 'refund' ? deposit.amountVnd : leftVnd;
    await this.deposits.end(tx, dealId, { state, toReturnVnd, at: this.clock.now() });
    if (toReturnVnd > 0) await this.outbox.publish(tx, 'deposit.to-return', { dealId });
  }
}
