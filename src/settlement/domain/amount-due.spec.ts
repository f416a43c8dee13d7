import fc from 'fast-check';
import { grams, inNotes, vnd } from '../../kernel/units.js';
import { amountDue, type Supplement } from './amount-due.js';

const banded = (amountVnd: number): Supplement => ({
  kind: 'PRICE_BAND',
  gradeCode: 'L1',
  grams: grams(1000),
  vndPerKg: amountVnd,
  amountVnd: vnd(amountVnd),
});

describe('what a ticket owes', () => {
  it.each([
    ['the goods alone', 1_000, [], 0, { dueVnd: 1_000, takenVnd: 0, leftVnd: 0 }],
    ['a deposit comes off', 1_000, [], 300, { dueVnd: 700, takenVnd: 300, leftVnd: 0 }],
    [
      'what is left of it goes back',
      1_000,
      [],
      1_200,
      { dueVnd: 0, takenVnd: 1_000, leftVnd: 200 },
    ],
    ['a supplement', 1_000, [banded(100)], 300, { dueVnd: 800, takenVnd: 300, leftVnd: 0 }],
    [
      'a price cut to nothing',
      1_000,
      [banded(-1_000)],
      300,
      { dueVnd: 0, takenVnd: 0, leftVnd: 300 },
    ],
  ])('PA-07: %s', (_, goods, supplements, deposit, due) => {
    expect(amountDue(vnd(goods), supplements, vnd(deposit))).toEqual(due);
  });

  it('PA-07: no đồng is lost on the way', () => {
    const sum = fc.integer({ min: 0, max: 5_000_000_000 });
    fc.assert(
      fc.property(sum, fc.array(sum), sum, (goods, supplements, deposit) => {
        const due = amountDue(vnd(goods), supplements.map(banded), vnd(deposit));
        const owed = supplements.reduce((all, one) => all + one, goods);
        expect(due.dueVnd + due.takenVnd).toBe(owed);
        expect(due.takenVnd + due.leftVnd).toBe(deposit);
        expect(Math.min(due.dueVnd, due.leftVnd)).toBe(0);
      }),
    );
  });

  it('PA-07: nobody owes for having sold', () => {
    expect(() => amountDue(vnd(10), [banded(-11)], vnd(0))).toThrow(RangeError);
  });
});

describe('paid in notes', () => {
  it.each([
    [10_500, 11_000],
    [10_499, 10_000],
    [3_805_600, 3_806_000],
    [0, 0],
  ])('PA-01 rounds %i đồng to %i, a half thousand up', (due, notes) => {
    expect(inNotes(vnd(due))).toBe(notes);
  });
});
