import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { tidied } from '../../kernel/written.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { PromisesStore } from '../data/promises.store.js';
import { impossibleDecision } from '../domain/force-majeure.js';
import { lotPolicy } from '../domain/lot.policy.js';
import { OwnLots } from './own-lots.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** The commune gave its word on a withdrawal for force majeure. */
    'withdrawal.decided': { lotId: string; isConfirmed: boolean; note: string };
  }
}

interface WithdrawalDecision {
  readonly lotId: string;
  readonly isConfirmed: boolean;
  /** Why; the household reads it. */
  readonly note: string;
}

type Decided =
  | { lotId: string }
  | Refusal<
      'LOT_NOT_FOUND' | 'WITHDRAWAL_NOT_TO_DECIDE' | 'DECISION_NOTE_IMPLAUSIBLE' | ActRefusal
    >;

/**
 * LI-08: an officer of the commune confirms that hail, flood or illness took the fruit, and what was broken with the lot
 * counts no more against its household; or refuses, and it keeps counting. One word for a withdrawal, and it stands. A deal
 * that ended is not touched by it: that is judged with the deal.
 */
@Injectable()
export class DecideWithdrawal {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly promises: PromisesStore,
    private readonly own: OwnLots,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(act: Act, { lotId, isConfirmed, ...said }: WithdrawalDecision): Promise<Decided> {
    const found = await this.own.under(lotPolicy.decide, act.actor, lotId);
    if (isRefusal(found)) return found;
    const note = tidied(said.note);
    const impossible = impossibleDecision(note);
    if (impossible) return impossible;

    return this.uow.once<Decided>(act, async (tx) => {
      if ((await this.promises.lockCause(tx, lotId)) !== 'FORCE_MAJEURE')
        return refuse('WITHDRAWAL_NOT_TO_DECIDE');
      const decision = { isConfirmed, note, officeId: act.actor.partyId ?? '' };
      if (!(await this.promises.decide(tx, lotId, decision, this.clock.now())))
        return refuse('WITHDRAWAL_NOT_TO_DECIDE');
      await this.outbox.publish(tx, 'withdrawal.decided', { lotId, isConfirmed, note });
      return { lotId };
    });
  }
}
