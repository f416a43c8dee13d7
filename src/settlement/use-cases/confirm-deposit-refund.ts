import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { Orders } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { DepositsStore } from '../data/deposits.store.js';
import { settlementPolicy } from '../domain/settlement.policy.js';
import type { ConfirmDepositWish } from './confirm-deposit.js';
import type { DepositRefusal } from './declare-deposit.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** Whoever paid a deposit has back what was to be returned of it. */
    'deposit.returned': { dealId: string };
  }
}

type Returned = { dealId: string } | Refusal<DepositRefusal | 'DEPOSIT_NOTHING_TO_RETURN'>;

/** The buyer says that what was to be returned of a deposit came back: only her word ends it. */
@Injectable()
export class ConfirmDepositRefund {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: Orders,
    private readonly deposits: DepositsStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { clientMutationId, ...request }: ConfirmDepositWish): Promise<Returned> {
    const { dealId } = request;
    if (!isId(dealId)) return refuse('DEPOSIT_NOT_FOUND');
    const act = { actor, operation: 'confirmDepositRefund', key: clientMutationId, request };
    return this.uow.once<Returned>(act, async (tx) => {
      const deal = await this.orders.lockDeal(tx, dealId);
      const deposit = deal && (await this.deposits.lock(tx, dealId));
      const isPayer =
        deal && settlementPolicy.confirmRefund.allows(actor, { payerId: deal.buyerId });
      if (!deposit || !isPayer) return refuse('DEPOSIT_NOT_FOUND');
      if (deposit.toReturnVnd === 0) return refuse('DEPOSIT_NOTHING_TO_RETURN');
      if (deposit.returnedAt) return refuse('DEPOSIT_STEP_NOT_ALLOWED', { step: 'return' });
      await this.deposits.giveBack(tx, dealId, actor.personId, this.clock.now());
      await this.outbox.publish(tx, 'deposit.returned', { dealId });
      return { dealId };
    });
  }
}
