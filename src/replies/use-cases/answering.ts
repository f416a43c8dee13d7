import { Injectable } from '@nestjs/common';
import { v5 as uuidOf } from 'uuid';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { RespondAllocationOffer } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Question } from '../data/questions.store.js';

// Any fixed UUID does: it makes the ids of acts from the id of a message or call, so that a repeat is the same act.
const NAMESPACE = '0192f7d4-2f55-7b3e-9d0c-6a1f4c3b2e10';

/** The id of the act by which one message or call settles one thing: a repeat is the same act. */
export const actIdOf = (causeId: string, subjectId: string): string =>
  uuidOf(`${causeId} ${subjectId}`, NAMESPACE);

export interface Said {
  readonly accept: boolean;
  /** A yes to these only; null is a yes to all. */
  readonly grams: number | null;
}

/** Says yes or no to one question: the same act as the household's own tap, for every line of it that waits. */
@Injectable()
export class Answering {
  constructor(private readonly responding: RespondAllocationOffer) {}

  /**
   * @param causeId of the message or call that answers; the same cause answers once
   * @returns the refusal of the first line when not one could be answered; kilograms of several lines together are refused
   */
  async answer(
    actor: Actor,
    question: Pick<Question, 'openLineIds' | 'grams'>,
    { accept, grams }: Said,
    causeId: string,
  ): Promise<{ answered: number } | Refusal> {
    // Kilograms of all lines together are a yes to each of them, and of fewer nobody knows whose they are.
    const part = grams === question.grams ? null : grams;
    if (part !== null && question.openLineIds.length > 1) return refuse('OFFER_OF_SEVERAL_GRADES');
    let answered = 0;
    let refusal: Refusal | undefined;
    for (const offerId of question.openLineIds) {
      const clientMutationId = actIdOf(causeId, offerId);
      const outcome = await this.responding.run(actor, {
        clientMutationId,
        offerId,
        accept,
        grams: part,
      });
      if (isRefusal(outcome)) refusal ??= outcome;
      else answered += 1;
    }
    return answered === 0 && refusal ? refusal : { answered };
  }
}
