import { basisPoints, grams, vnd } from '../../kernel/units.js';
import type { Deal } from '../../orders/index.js';
import { isAsProposed, partOf, type ChangedPart } from './order-change.js';

const NOW = new Date('2026-08-25T18:00:00+07:00');
const FROM = new Date('2026-08-26T05:00:00+07:00');
const TO = new Date('2026-08-26T09:00:00+07:00');
const line = (id: string, gradeCode: string, kg: number, vndPerKg: number): Deal['lines'][0] => ({
  id,
  lotId: `lot ${id}`,
  lotGradeId: `grade ${id}`,
  holdId: `hold ${id}`,
  gradeCode,
  grams: grams(kg * 1000),
  vndPerKg: vnd(vndPerKg),
});
const deal = (lines: Deal['lines'], depositVnd = 0): Deal => ({
  id: 'deal',
  number: 'LN-0826-4K7/1',
  orderId: 'order',
  orderNumber: 'LN-0826-4K7',
  buyerId: 'buyer',
  householdId: 'household',
  cropCode: 'NA',
  communeId: 'commune',
  state: 'COMMITTED',
  readyFrom: FROM,
  readyTo: TO,
  destinationId: null,
  deduction: { kind: 'NONE' },
  paymentDays: 3,
  depositVnd: vnd(depositVnd),
  depositDueAt: null,
  cancelTerms: { afterDispatchBp: basisPoints(0), atGateBp: basisPoints(0) },
  releaseBy: TO,
  createdAt: NOW,
  lines,
  totalGrams: grams(lines.reduce((sum, one) => sum + one.grams, 0)),
});
const TWO_LOTS = [
  line('a', 'L1', 300, 30_000),
  line('b', 'L1', 100, 30_000),
  line('c', 'L2', 50, 20_000),
];
const change = (one: Deal, kg: Record<string, number>) =>
  partOf(
    one,
    {
      dealId: one.id,
      grades: Object.entries(kg).map(([gradeCode, n]) => ({ gradeCode, grams: n * 1000 })),
    },
    null,
    { now: NOW, field: 'deals.0' },
  );

describe('OR-05 what a deal would become', () => {
  it.each([
    [200, [150, 50, 50]],
    [400.001, [300.001, 100, 50]],
    [1_000, [750, 250, 50]],
    [1, [0.75, 0.25, 50]],
  ])('%d kg of a grade from two lots are shared as before', (kg, shared) => {
    const part = change(deal(TWO_LOTS), { L1: kg }) as ChangedPart;
    expect(part.lines.map((one) => one.grams / 1000)).toEqual(shared);
  });

  it('says at its field what cannot be meant', () => {
    expect(change(deal(TWO_LOTS), { L1: 400, L2: 50 })).toMatchObject({
      refused: 'CHANGE_EMPTY',
      field: 'deals.0',
    });
    expect(change(deal(TWO_LOTS), { L3: 1 })).toMatchObject({
      refused: 'CHANGE_GRADE_UNKNOWN',
      field: 'deals.0.grades.0.gradeCode',
    });
    expect(change(deal(TWO_LOTS), { L1: 0 })).toMatchObject({
      refused: 'ORDER_GRAMS_IMPLAUSIBLE',
      field: 'deals.0.grades.0.grams',
    });
    expect(change(deal(TWO_LOTS, 10_000_000), { L1: 299 })).toMatchObject({
      refused: 'CHANGE_BELOW_DEPOSIT',
    });
    expect(change(deal(TWO_LOTS, 10_000_000), { L1: 300 })).toMatchObject({ dealId: 'deal' });
  });

  it('knows whether the deal still stands as it was', () => {
    const before = deal(TWO_LOTS);
    const part = change(before, { L1: 200 }) as ChangedPart;
    expect(isAsProposed(part, before)).toBe(true);
    expect(isAsProposed(part, { ...before, state: 'WEIGHED' })).toBe(false);
    expect(isAsProposed(part, { ...before, readyTo: NOW })).toBe(false);
    expect(isAsProposed(part, deal([line('a', 'L1', 299, 30_000), ...TWO_LOTS.slice(1)]))).toBe(
      false,
    );
  });
});
