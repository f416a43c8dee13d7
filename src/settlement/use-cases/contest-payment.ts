import { Injectable } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { actOf, type ActRefusal, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { PayablesStore } from '../data/payables.store.js';
import { afterStep } from '../domain/payable.state.js';
import { settlementPolicy } from '../domain/settlement.policy.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** The payee says that the declared money did not come. */
    'payment.contested': { payableId: string };
  }
}

export interface ContestWish {
  readonly clientMutationId: string;
  readonly payableId: string;
  readonly reason: string;
}

const LONGEST_REASON = 300;

type ContestRefusal = 'CONTEST_REASON_MISSING' | 'PAYABLE_NOT_FOUND' | 'PAYABLE_STEP_NOT_ALLOWED';
type Contested = { payableId: string } | Refusal<ContestRefusal | ActRefusal>;

/** The payee says that what was declared paid did not come, or not all of it. */
@Injectable()
export class ContestPayment {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly payables: PayablesStore,
    private readonly assisted: AssistedActs,
    private readonly outbox: Outbox,
  ) {}

  async run(actor: Actor, wish: ContestWish): Promise<Contested> {
    const contestReason = wish.reason.normalize('NFC').trim();
    if (contestReason === '' || contestReason.length > LONGEST_REASON) {
      return refuse('CONTEST_REASON_MISSING', { most: LONGEST_REASON }, 'reason');
    }

    const act = actOf(actor, 'contestPayment', wish);
    return this.uow.once(act, async (tx): Promise<Contested> => {
      const [payable] = await this.payables.lock(tx, actor, [wish.payableId]);
      if (!payable || !settlementPolicy.answer.allows(actor, payable)) {
        return refuse('PAYABLE_NOT_FOUND');
      }
      const state = afterStep(payable.state, 'contest');
      if (isRefusal(state)) return state;

      await this.payables.update(tx, [payable.id], { state, contestReason });
      await this.assisted.record(tx, actor, {
        householdId: payable.payeeId,
        kind: 'PAYMENT_CONTESTED',
        subjectId: payable.id,
        facts: { vnd: payable.amountVnd },
      });
      await this.outbox.publish(tx, 'payment.contested', { payableId: payable.id });
      return { payableId: payable.id };
    });
  }
}
