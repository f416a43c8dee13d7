import { Injectable } from '@nestjs/common';
import type { Grams } from '../kernel/units.js';
import type { GradeWeights } from './domain/said-grades.js';

/** A binding question that one text message answers: 1 is yes, 2 is no, a number is kilograms. */
export interface Asked {
  /** As it stands in the message that asked: `LN-0825-4K7`, `MC-7655C0`. */
  readonly code: string;
  readonly isOpen: boolean;
  /** A bare yes could mean an older question about the same: it is answered with its code only. */
  readonly isNamedOnly?: boolean;
  /** What is said to whoever answers when it can be answered no more; without marks. */
  readonly standing: string;
  /**
   * The same act as a tap in the app.
   *
   * @param causeId of the message that answers; the same one answers once
   * @returns what is said back, without marks
   */
  answer(accept: boolean, causeId: string): Promise<string>;
  /** A yes to these kilograms; where there is no such yes it does nothing and says what can be answered. */
  answerWeight(grams: Grams, causeId: string): Promise<string>;
  /** A yes to these kilograms of each grade; not where nobody is asked by grades. */
  answerGrades?(weights: GradeWeights, causeId: string): Promise<string>;
}

type Part = (personId: string, since: Date, now: Date) => Promise<readonly Asked[]>;

/** What features above have asked people; each names its own questions, newest first. */
@Injectable()
export class OtherQuestions {
  readonly #parts: Part[] = [];

  on(part: Part): void {
    this.#parts.push(part);
  }

  async of(personId: string, since: Date, now: Date): Promise<Asked[]> {
    return (await Promise.all(this.#parts.map((part) => part(personId, since, now)))).flat();
  }
}
