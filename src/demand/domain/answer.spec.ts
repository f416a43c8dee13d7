import { day } from '../../kernel/day.js';
import { checkAnswers, daysOf } from './answer.js';

const need = {
  readyFrom: new Date('2026-08-26T05:00:00+07:00'),
  readyTo: new Date('2026-08-28T00:00:00+07:00'),
  gradeCodes: ['L1', 'L2'],
};
const answer = (over: object = {}) => ({
  day: day('2026-08-26'),
  gradeCode: 'L1',
  grams: 300_000,
  ...over,
});

describe('SM-03 the answer to a need', () => {
  it('is asked for each day the hours touch, midnight belonging to the day before', () => {
    expect(daysOf(need)).toEqual(['2026-08-26', '2026-08-27']);
  });

  it('is one number a day and grade; nought takes it back', () => {
    expect(checkAnswers([answer(), answer({ day: day('2026-08-27'), grams: 0 })], need)).toBe(
      undefined,
    );
  });

  it.each([
    [[], 'ANSWER_MISSING', 'answers'],
    [[answer(), answer({ day: day('2026-08-28') })], 'ANSWER_DAY_WRONG', 'answers.1.day'],
    [[answer(), answer({ grams: 0 })], 'ANSWER_TWICE', 'answers.1.day'],
    [[answer({ gradeCode: 'L3' })], 'ANSWER_GRADE_WRONG', 'answers.0.gradeCode'],
    [[answer({ grams: 36_000_001 })], 'ANSWER_GRAMS_WRONG', 'answers.0.grams'],
  ])('is refused at its field: %j', (answers, refused, field) => {
    expect(checkAnswers(answers, need)).toMatchObject({ refused, field });
  });
});
