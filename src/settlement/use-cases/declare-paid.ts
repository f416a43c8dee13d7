import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { actOf, type ActRefusal, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import type { PayMethod } from '../data/payable.entity.js';
import { PayablesStore } from '../data/payables.store.js';
import { afterStep } from '../domain/payable.state.js';
import { readReference } from '../domain/reference.js';
import { settlementPolicy } from '../domain/settlement.policy.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** The payer says it is paid; only the payee can say that it came. */
    'payment.declared': { payableId: string };
  }
}

export interface DeclareWish {
  readonly clientMutationId: string;
  readonly payableIds: readonly string[];
  readonly method: PayMethod;
  readonly reference?: string | null;
}

const MOST_AT_ONCE = 200;

type DeclareRefusal =
  | 'PAYABLES_MISSING'
  | 'PAYABLES_TOO_MANY'
  | 'REFERENCE_TOO_LONG'
  | 'PAYABLE_NOT_FOUND'
  | 'PAYABLE_STEP_NOT_ALLOWED';
type Declared = { payableIds: string[] } | Refusal<DeclareRefusal | ActRefusal>;

/** Marks a whole morning's tickets as paid, all or none of them. */
@Injectable()
export class DeclarePaid {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly payables: PayablesStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: DeclareWish): Promise<Declared> {
    const payableIds = [...new Set(wish.payableIds)];
    if (payableIds.length === 0) return refuse('PAYABLES_MISSING', {}, 'payableIds');
    if (payableIds.length > MOST_AT_ONCE) {
      return refuse('PAYABLES_TOO_MANY', { most: MOST_AT_ONCE }, 'payableIds');
    }
    const reference = readReference(wish.reference);
    if (isRefusal(reference)) return reference;

    const act = actOf(actor, 'declarePaid', wish);
    return this.uow.once(act, async (tx): Promise<Declared> => {
      const held = await this.payables.lock(tx, actor, payableIds);
      const isAllMine = held.every((payable) => settlementPolicy.declare.allows(actor, payable));
      if (held.length !== payableIds.length || !isAllMine) return refuse('PAYABLE_NOT_FOUND');
      for (const payable of held) {
        const step = afterStep(payable.state, 'declare');
        if (isRefusal(step)) return step;
      }

      await this.payables.update(tx, payableIds, {
        state: 'DECLARED_PAID',
        method: wish.method,
        reference,
        declaredAt: this.clock.now(),
        declaredBy: actor.personId,
        contestReason: null,
      });

      for (const payableId of payableIds) {
        await this.outbox.publish(tx, 'payment.declared', { payableId });
      }
      return { payableIds };
    });
  }
}
