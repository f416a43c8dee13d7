import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallsStore, type CallOutcome } from '../data/calls.store.js';
import { QuestionsStore } from '../data/questions.store.js';
import { Answering } from './answering.js';

export interface CallWish {
  readonly clientMutationId: string;
  readonly orderId: string;
  readonly householdId: string;
  readonly outcome: CallOutcome;
  /** With ACCEPTED: the household agrees to these only. */
  readonly grams?: number | null;
}

type Recorded = { orderId: string; householdId: string } | Refusal;

const WEEK_MS = 7 * 86_400_000;

/** What a household said when it was called: the same act as its own answer, kept as done by somebody else. */
@Injectable()
export class RecordCallAnswer {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly questions: QuestionsStore,
    private readonly calls: CallsStore,
    private readonly answering: Answering,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: CallWish): Promise<Recorded> {
    const { clientMutationId, orderId, householdId, outcome, grams = null } = wish;
    if (grams !== null && outcome !== 'ACCEPTED') return refuse('OFFER_GRAMS_WITH_NO', {}, 'grams');
    if (!isId(orderId) || !isId(householdId)) return refuse('CALL_NOT_FOUND');
    if (!(await this.calls.mayCall(actor.partyId ?? '', householdId)))
      return refuse('CALL_NOT_FOUND');
    const isAnswer = outcome === 'ACCEPTED' || outcome === 'DECLINED';
    const act = {
      actor,
      operation: 'recordCallAnswer',
      key: clientMutationId,
      request: { orderId, householdId, outcome, ...(grams !== null && { grams }) },
    };
    // The id is looked at before the household is bound by it.
    return this.uow.onceProved<{ answered: number } | Refusal, Recorded>(
      act,
      () => (isAnswer ? this.answer(actor, wish) : Promise.resolve({ answered: 0 })),
      async (tx) => {
        const call = { id: uuid(), orderId, householdId, callerId: actor.personId, outcome };
        await this.calls.add(tx, call, this.clock.now());
        return { orderId, householdId };
      },
    );
  }

  private async answer(
    actor: Actor,
    { clientMutationId, orderId, householdId, outcome, grams = null }: CallWish,
  ): Promise<{ answered: number } | Refusal> {
    const now = this.clock.now();
    const asked = await this.questions.of([householdId], new Date(now.getTime() - WEEK_MS), now);
    const question = asked.find((one) => one.orderId === orderId);
    if (!question) return refuse('CALL_NOT_FOUND');
    const accept = outcome === 'ACCEPTED';
    if (question.state === 'OPEN')
      return this.answering.answer(actor, question, { accept, grams }, clientMutationId);
    if (question.state === outcome) return { answered: 0 };
    return refuse('CALL_ALREADY_ANSWERED', { state: question.state });
  }
}
