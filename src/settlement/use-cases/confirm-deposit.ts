import { Injectable } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { Orders } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DepositsStore } from '../data/deposits.store.js';
import { afterDepositStep } from '../domain/deposit.state.js';
import { SumsOwed } from '../sums-owed.js';
import { settlementPolicy } from '../domain/settlement.policy.js';
import type { DepositRefusal } from './declare-deposit.js';

export interface ConfirmDepositWish {
  readonly clientMutationId: string;
  readonly dealId: string;
}

type Confirmed = { dealId: string } | Refusal<DepositRefusal>;

/** The household, or whom it lets receive its money, says that the deposit came. */
@Injectable()
export class ConfirmDeposit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: Orders,
    private readonly deposits: DepositsStore,
    private readonly sums: SumsOwed,
    private readonly assisted: AssistedActs,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    { clientMutationId, ...request }: ConfirmDepositWish,
  ): Promise<Confirmed> {
    const { dealId } = request;
    if (!isId(dealId)) return refuse('DEPOSIT_NOT_FOUND');
    const act = { actor, operation: 'confirmDeposit', key: clientMutationId, request };
    return this.uow.once<Confirmed>(act, async (tx) => {
      const deal = await this.orders.lockDeal(tx, dealId);
      const deposit = deal && (await this.deposits.lock(tx, dealId));
      if (!deal || !deposit) return refuse('DEPOSIT_NOT_FOUND');
      const isGranted = await this.deposits.isReceiver(tx, deal.householdId, actor.partyId);
      const standing = { payerId: deal.buyerId, payeeId: deal.householdId, isGranted };
      if (!settlementPolicy.answer.allows(actor, standing)) return refuse('DEPOSIT_NOT_FOUND');
      const state = afterDepositStep(deposit.state, 'confirm');
      if (isRefusal(state)) return state;
      // A deal that ended meanwhile has had its consequences counted without this money.
      if (deal.state === 'CANCELLED')
        return refuse('DEPOSIT_STEP_NOT_ALLOWED', { step: 'confirm' });
      await this.deposits.confirm(tx, dealId, actor.personId, this.clock.now());
      // The scale may have been quicker than the household's word.
      await this.sums.takeDeposit(tx, dealId);
      await this.assisted.record(tx, actor, {
        householdId: deal.householdId,
        kind: 'DEPOSIT_CONFIRMED',
        subjectId: dealId,
        facts: { vnd: deposit.amountVnd },
      });
      return { dealId };
    });
  }
}
