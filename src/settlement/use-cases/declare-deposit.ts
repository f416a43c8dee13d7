import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { Orders } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { DepositsStore } from '../data/deposits.store.js';
import type { PayMethod } from '../data/payable.entity.js';
import { readReference } from '../domain/reference.js';
import { settlementPolicy } from '../domain/settlement.policy.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** The buyer says the deposit is paid; only the household can say that it came. */
    'deposit.declared': { dealId: string };
  }
}

export interface DeclareDepositWish {
  readonly clientMutationId: string;
  readonly dealId: string;
  readonly method: PayMethod;
  readonly reference?: string | null;
}

export type DepositRefusal =
  | 'DEPOSIT_NOT_FOUND'
  | 'DEPOSIT_NOT_AGREED'
  | 'DEPOSIT_STEP_NOT_ALLOWED'
  | 'REFERENCE_TOO_LONG'
  | ActRefusal;
type Declared = { dealId: string } | Refusal<DepositRefusal>;

/** The buyer says that the deposit of a deal is paid. */
@Injectable()
export class DeclareDeposit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: Orders,
    private readonly deposits: DepositsStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { clientMutationId, ...request }: DeclareDepositWish): Promise<Declared> {
    const { dealId, method } = request;
    if (!isId(dealId)) return refuse('DEPOSIT_NOT_FOUND');
    const reference = readReference(request.reference);
    if (isRefusal(reference)) return reference;
    const act = { actor, operation: 'declareDeposit', key: clientMutationId, request };
    return this.uow.once<Declared>(act, async (tx) => {
      const deal = await this.orders.lockDeal(tx, dealId);
      const standing = deal && {
        payerId: deal.buyerId,
        payeeId: deal.householdId,
        isGranted: false,
      };
      if (!deal || !standing || !settlementPolicy.declare.allows(actor, standing))
        return refuse('DEPOSIT_NOT_FOUND');
      if (deal.depositVnd === 0) return refuse('DEPOSIT_NOT_AGREED');
      if (deal.state !== 'COMMITTED' || (await this.deposits.lock(tx, dealId)))
        return refuse('DEPOSIT_STEP_NOT_ALLOWED', { step: 'declare' });
      const declaredAt = this.clock.now();
      const amountVnd = deal.depositVnd;
      const deposit = { dealId, amountVnd, method, reference, declaredAt };
      await this.deposits.declare(tx, deposit, actor.personId);
      await this.outbox.publish(tx, 'deposit.declared', { dealId });
      return { dealId };
    });
  }
}
