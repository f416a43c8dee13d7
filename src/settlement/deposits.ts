import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { isRefusal } from '../kernel/refusal.js';
import { vnd, type Vnd } from '../kernel/units.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { DepositsStore } from './data/deposits.store.js';
import { afterDepositStep } from './domain/deposit.state.js';

/** Deposits of deals, for the feature that ends a deal before it is weighed. */
@Injectable()
export class Deposits {
  constructor(
    private readonly deposits: DepositsStore,
    private readonly clock: Clock,
  ) {}

  /** What the payee has said is in hand; 0 while it is only the payer's word. */
  async inHand(dealId: string): Promise<Vnd> {
    const [deposit] = await this.deposits.ofDeals([dealId]);
    return deposit?.state === 'CONFIRMED' ? deposit.amountVnd : vnd(0);
  }

  /** The deal ended: the deposit in hand goes back, or stays. Nothing happens when none is in hand. */
  async settle(tx: Tx, dealId: string, step: 'refund' | 'forfeit'): Promise<void> {
    const deposit = await this.deposits.lock(tx, dealId);
    const state = deposit && afterDepositStep(deposit.state, step);
    if (state && !isRefusal(state)) await this.deposits.end(tx, dealId, state, this.clock.now());
  }
}
