import {
  deductionOf,
  isDoubtful,
  linesOf,
  wantedOf,
  windowOf,
  type OrderDraft,
} from './order-draft.js';

const draft = (kg: Record<string, string>, price: Record<string, string> = {}): OrderDraft => ({
  cropCode: 'NA',
  kg,
  price,
  daysAhead: 1,
  destinationId: '',
  policy: 'FAIR_SHARE',
  deductionPercent: '2',
  paymentDays: '3',
});

describe('a bulk order as it is typed', () => {
  it('reads Vietnamese figures', () => {
    expect(wantedOf(draft({ L1: '2.000', L2: '2 tấn rưỡi', L3: '0,5' }))).toBe(4_500_500);
  });

  it('reads 35 and 35k as thousands of đồng, 35000 and 35.000 as they stand', () => {
    const prices = ['35', '35k', '35000', '35.000', '35,5'].map(
      (typed) => linesOf(draft({ L1: '1' }, { L1: typed }))[0]?.maxVndPerKg,
    );
    expect(prices).toEqual([35_000, 35_000, 35_000, 35_000, 35_500]);
  });

  it('leaves the price open when none was typed, and leaves out what is no weight', () => {
    expect(linesOf(draft({ L1: '10', L2: '', L3: 'abc', L4: '-5' }))).toEqual([
      { gradeCode: 'L1', grams: 10_000, maxVndPerKg: null },
    ]);
  });

  it('is not sent while something in it is no number, or two', () => {
    expect(isDoubtful(draft({ L1: '2 tấn', L2: '' }, { L1: '35k' }))).toBe(false);
    expect(isDoubtful(draft({ L1: '2 tấn 15' }))).toBe(true);
    expect(isDoubtful(draft({ L1: '2 tấn' }, { L1: 'rẻ' }))).toBe(true);
    // Nothing typed is not "paid at once", nor "nothing taken off".
    expect(isDoubtful({ ...draft({ L1: '2 tấn' }), paymentDays: '' })).toBe(true);
    expect(isDoubtful({ ...draft({ L1: '2 tấn' }), paymentDays: '3 hay 4' })).toBe(true);
    expect(isDoubtful({ ...draft({ L1: '2 tấn' }), deductionPercent: '' })).toBe(true);
    expect(isDoubtful({ ...draft({ L1: '2 tấn' }), deductionPercent: '2 %' })).toBe(false);
    expect(deductionOf({ deductionPercent: '2,5 %' })).toMatchObject({ basisPoints: 250 });
  });

  it('fetches in the sale hours of a morning, or half an hour from now', () => {
    const now = new Date('2026-11-23T18:00:00+07:00');
    expect(windowOf(1, now)).toEqual({
      readyFrom: '2026-11-23T21:30:00.000Z',
      readyTo: '2026-11-24T02:00:00.000Z',
    });
    expect(windowOf(0, now).readyFrom).toBe('2026-11-23T11:30:00.000Z');
  });
});
