import { Injectable } from '@nestjs/common';
import { v5 as uuidOf } from 'uuid';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { RespondAllocationOffer } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import type { OpenLine, Question } from '../data/questions.store.js';
import type { GradeWeights } from '../domain/said-grades.js';

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
    question: Pick<Question, 'open' | 'grams'>,
    { accept, grams }: Said,
    causeId: string,
  ): Promise<{ answered: number } | Refusal> {
    // Kilograms of all lines together are a yes to each of them, and of fewer nobody knows whose they are.
    const part = grams === question.grams ? null : grams;
    if (part !== null && question.open.length > 1) return refuse('OFFER_OF_SEVERAL_GRADES');
    const answered = await this.answerEach(actor, question.open, causeId, () => ({
      accept,
      grams: part,
    }));
    return isRefusal(answered) ? answered : { answered: answered.length };
  }

  /**
   * Kilograms of each grade, 0 for a no to it: an answer only where they name every line that waits and nothing else, and
   * none above what was asked.
   *
   * @returns what was said yes to in grams, or the refusal when not one line could be answered
   */
  async answerGrades(
    actor: Actor,
    { open }: Pick<Question, 'open'>,
    weights: GradeWeights,
    causeId: string,
  ): Promise<{ grams: number } | Refusal> {
    const of = ({ gradeCode }: OpenLine): number => weights.get(gradeCode) ?? 0;
    const named = new Set(open.map(({ gradeCode }) => gradeCode));
    const isEach = named.size === open.length && named.size === weights.size;
    if (!isEach || open.some((line) => !weights.has(line.gradeCode) || of(line) > line.grams))
      return refuse('OFFER_OF_SEVERAL_GRADES');
    const answered = await this.answerEach(actor, open, causeId, (line) => ({
      accept: of(line) > 0,
      grams: of(line) === 0 || of(line) === line.grams ? null : of(line),
    }));
    return isRefusal(answered)
      ? answered
      : { grams: answered.reduce((sum, line) => sum + of(line), 0) };
  }

  /** @returns the lines that could be answered; the refusal of the first when none could */
  private async answerEach(
    actor: Actor,
    lines: readonly OpenLine[],
    causeId: string,
    said: (line: OpenLine) => Said,
  ): Promise<OpenLine[] | Refusal> {
    const answered: OpenLine[] = [];
    let refusal: Refusal | undefined;
    for (const line of lines) {
      const clientMutationId = actIdOf(causeId, line.id);
      const answer = { clientMutationId, offerId: line.id, ...said(line) };
      const outcome = await this.responding.run(actor, answer);
      if (isRefusal(outcome)) refusal ??= outcome;
      else answered.push(line);
    }
    return answered.length === 0 && refusal ? refusal : answered;
  }
}
