import { dayOf, plusDays, type Day } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';

/** "Tôi có … kg" for one day and grade; 0 takes it back. */
export interface DayAnswer {
  readonly day: Day;
  readonly gradeCode: string;
  readonly grams: number;
}

interface Need {
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly gradeCodes: readonly string[];
}

export type AnswerRefusal =
  | 'ANSWER_MISSING'
  | 'ANSWER_TWICE'
  | 'ANSWER_DAY_WRONG'
  | 'ANSWER_GRADE_WRONG'
  | 'ANSWER_GRAMS_WRONG';

/** No garden of the district gives more in a day. */
export const MOST_GRAMS = 36_000_000;

/** Business days that the hours of a need touch, in order. */
export function daysOf({ readyFrom, readyTo }: Pick<Need, 'readyFrom' | 'readyTo'>): Day[] {
  const days: Day[] = [];
  const last = dayOf(new Date(readyTo.getTime() - 1));
  for (let day = dayOf(readyFrom); day <= last; day = plusDays(day, 1)) days.push(day);
  return days;
}

export function checkAnswers(
  answers: readonly DayAnswer[],
  need: Need,
): Refusal<AnswerRefusal> | undefined {
  if (answers.length === 0) return refuse('ANSWER_MISSING', {}, 'answers');
  const days = new Set(daysOf(need));
  const named = new Set<string>();
  for (const [at, { day, gradeCode, grams }] of answers.entries()) {
    if (!days.has(day)) return refuse('ANSWER_DAY_WRONG', {}, `answers.${at}.day`);
    if (!need.gradeCodes.includes(gradeCode))
      return refuse('ANSWER_GRADE_WRONG', {}, `answers.${at}.gradeCode`);
    const key = `${day} ${gradeCode}`;
    if (named.has(key)) return refuse('ANSWER_TWICE', {}, `answers.${at}.day`);
    named.add(key);
    if (grams > MOST_GRAMS)
      return refuse('ANSWER_GRAMS_WRONG', { mostGrams: MOST_GRAMS }, `answers.${at}.grams`);
  }
  return undefined;
}
