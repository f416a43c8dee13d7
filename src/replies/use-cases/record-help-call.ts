import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { HelpCallsStore, type HelpScope } from '../data/help-calls.store.js';
import { endsHelp, type HelpOutcome } from '../domain/help-call.js';

export interface HelpCallWish {
  readonly clientMutationId: string;
  readonly helpCallId: string;
  readonly outcome: HelpOutcome;
}

type Recorded = { helpCallId: string } | Refusal<'HELP_CALL_NOT_FOUND' | ActRefusal>;

/** What came of a call for help. Nobody picking up leaves it on the list. */
@Injectable()
export class RecordHelpCall {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly calls: HelpCallsStore,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, scope: HelpScope, wish: HelpCallWish): Promise<Recorded> {
    const { clientMutationId, helpCallId, outcome } = wish;
    if (!isId(helpCallId)) return refuse('HELP_CALL_NOT_FOUND');
    const request = { helpCallId, outcome };
    const act = { actor, operation: 'recordHelpCall', key: clientMutationId, request };
    return this.uow.once<Recorded>(act, async (tx) => {
      const now = this.clock.now();
      const call = {
        personId: actor.personId,
        outcome,
        endedAt: endsHelp(outcome) ? now : null,
      };
      const isDone = await this.calls.record(tx, helpCallId, scope, call, now);
      return isDone ? { helpCallId } : refuse('HELP_CALL_NOT_FOUND');
    });
  }
}
