import { Injectable } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { Orders } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { PayablesStore } from '../data/payables.store.js';
import { afterStep } from '../domain/payable.state.js';
import { settlementPolicy } from '../domain/settlement.policy.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** The payee says that the money came. */
    'payment.confirmed': { payableId: string };
  }
}

export interface ReceiveWish {
  readonly clientMutationId: string;
  readonly payableId: string;
}

type Received =
  { payableId: string } | Refusal<'PAYABLE_NOT_FOUND' | 'PAYABLE_STEP_NOT_ALLOWED' | ActRefusal>;

/** The payee's yes: the only thing that settles a payable (PA-09). */
@Injectable()
export class ConfirmReceived {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly payables: PayablesStore,
    private readonly orders: Orders,
    private readonly assisted: AssistedActs,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, wish: ReceiveWish): Promise<Received> {
    const { clientMutationId, payableId } = wish;
    const act = {
      actor,
      operation: 'confirmReceived',
      key: clientMutationId,
      request: { payableId },
    };
    return this.uow.once(act, async (tx): Promise<Received> => {
      const [payable] = await this.payables.lock(tx, actor, [payableId]);
      if (!payable || !settlementPolicy.answer.allows(actor, payable)) {
        return refuse('PAYABLE_NOT_FOUND');
      }
      const state = afterStep(payable.state, 'confirm');
      if (isRefusal(state)) return state;

      await this.payables.update(tx, [payable.id], {
        state,
        confirmedAt: this.clock.now(),
        confirmedBy: actor.personId,
      });
      await this.orders.markPaid(tx, payable.dealId);

      await this.assisted.record(tx, actor, {
        householdId: payable.payeeId,
        kind: 'MONEY_CONFIRMED',
        subjectId: payable.id,
        facts: { vnd: payable.amountVnd },
      });
      await this.outbox.publish(tx, 'payment.confirmed', { payableId: payable.id });
      return { payableId: payable.id };
    });
  }
}
