import {
  costModel,
  kilogramsOf,
  lot,
  reasonsOf,
  wishFor,
} from '../../../../../test/support/allocation-lots.js';
import { kilograms, vnd } from '../../../../kernel/units.js';
import { preview } from '../preview.js';

describe('the queues', () => {
  const at = (clock: string): Date => new Date(`2021-08-21T${clock}:00+07:00`);

  it('AL-02 FIRST_COME sells whole lots in the order they were published, the last in part', () => {
    const lots = [lot('a', 100), lot('b', 300), lot('c', 900)].map((one, i) => ({
      ...one,
      publishedAt: new Date(one.publishedAt.getTime() - i * 60_000),
    }));
    const plan = preview(wishFor(1000), lots, 'FIRST_COME', costModel);
    expect(kilogramsOf(plan)).toEqual({ c: 900, b: 100 });
    expect(reasonsOf(plan)).toEqual({ a: 'POLICY_RANK' });
  });

  it('AL-02 SOONEST_EXPIRY takes first what must leave the garden first', () => {
    const lots = [
      lot('all-day', 300, { readyTo: at('17:00') }),
      lot('until-six', 300, { readyTo: at('06:00') }),
      lot('until-eight', 300, { readyTo: at('08:00') }),
    ];
    expect(kilogramsOf(preview(wishFor(500), lots, 'SOONEST_EXPIRY', costModel))).toEqual({
      'until-six': 300,
      'until-eight': 200,
    });
  });

  it('AL-05 the end of a queue is taken at its minimum, and the lots before it give way', () => {
    const lots = [lot('a', 90), lot('b', 50, { leastTake: kilograms(20) })];
    expect(kilogramsOf(preview(wishFor(100), lots, 'FIRST_COME', costModel))).toEqual({
      a: 80,
      b: 20,
    });
    const rigid = [lot('a', 90, { leastTake: kilograms(85) }), lots[1]!];
    const plan = preview(wishFor(100), rigid, 'FIRST_COME', costModel);
    expect(kilogramsOf(plan)).toEqual({ a: 90 });
    expect(reasonsOf(plan)).toEqual({ b: 'MIN_TAKE' });
  });

  it('AL-14 a household that sold nothing this week comes first, and counts double where shares are given', () => {
    const lots = [lot('a', 500), lot('b', 500, { isUnsoldThisWeek: true })];
    const wish = wishFor(300, { isUnsoldFirst: true });
    expect(kilogramsOf(preview(wish, lots, 'FIRST_COME', costModel))).toEqual({ b: 300 });
    expect(kilogramsOf(preview(wish, lots, 'FAIR_SHARE', costModel))).toEqual({ a: 100, b: 200 });
    expect(kilogramsOf(preview(wishFor(300), lots, 'FAIR_SHARE', costModel))).toEqual({
      a: 150,
      b: 150,
    });
  });
});

describe('FEWEST_STOPS', () => {
  it('AL-02 stops where the most lies, and of equal stops takes the cheaper fruit', () => {
    const here = { id: 'here', lat: 21.3, lon: 106.4 };
    const there = { id: 'there', lat: 21.4, lon: 106.4 };
    const lots = [
      lot('a', 400, { point: here, askVndPerKg: vnd(31_000) }),
      lot('b', 400, { point: here, askVndPerKg: vnd(30_000) }),
      lot('c', 400, { point: here, askVndPerKg: vnd(29_000) }),
      lot('d', 300, { point: there, askVndPerKg: vnd(20_000) }),
      lot('e', 300, { askVndPerKg: vnd(20_000) }),
    ];
    const plan = preview(wishFor(1000), lots, 'FEWEST_STOPS', costModel);
    expect(kilogramsOf(plan)).toEqual({ a: 200, b: 400, c: 400 });
    expect(plan.totals.pickupPoints).toBe(1);
  });
});

describe('MANUAL', () => {
  it('AL-02 AL-18 keeps what was written down, priced and explained like any other plan', () => {
    const byHand = new Map([
      ['a', kilograms(40)],
      ['c', kilograms(500)],
    ]);
    const lots = [lot('a', 100), lot('b', 300), lot('c', 400)];
    const plan = preview(wishFor(1000, { byHand }), lots, 'MANUAL', costModel);
    expect(kilogramsOf(plan)).toEqual({ a: 40 });
    expect(reasonsOf(plan)).toEqual({ b: 'POLICY_RANK', c: 'POLICY_RANK' });
  });
});

describe('the trucks a buyer sends', () => {
  it('AL-02 a wish above them is cut, every grade by the same part, and the rest is told as missing', () => {
    const wish = wishFor(0, {
      lines: [
        { gradeCode: 'L1', wanted: kilograms(3_000), maxVndPerKg: vnd(32_000) },
        { gradeCode: 'L2', wanted: kilograms(1_000), maxVndPerKg: vnd(32_000) },
      ],
      mostGrams: kilograms(2_000),
    });
    const lots = [lot('a', 5_000, { gradeCode: 'L1' }), lot('b', 5_000)];
    const plan = preview(wish, lots, 'FAIR_SHARE', costModel);
    expect(kilogramsOf(plan)).toEqual({ a: 1_500, b: 500 });
    expect(plan.totals).toMatchObject({ truckloads: 1, wanted: 4_000_000 });
    expect(plan.shortfall).toEqual([
      { gradeCode: 'L1', missing: 1_500_000 },
      { gradeCode: 'L2', missing: 500_000 },
    ]);
  });
});
