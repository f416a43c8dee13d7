import { EMPTY_OFFER, isDoubtful, linesOf, termsInput, worthOf } from './offer-draft.js';

describe('an offer as it is typed', () => {
  const draft = {
    ...EMPTY_OFFER,
    kg: { L1: '2 tạ', L2: '50 kg', L3: '', DB: '10 kg' },
    price: { L1: '30', L2: '25k', DB: 'rẻ thôi' },
  };

  it('has the lines whose weight and price can be heard one way', () => {
    expect(linesOf(draft)).toEqual([
      { gradeCode: 'L1', grams: 200_000, vndPerKg: 30_000 },
      { gradeCode: 'L2', grams: 50_000, vndPerKg: 25_000 },
    ]);
    expect(worthOf(linesOf(draft))).toBe(7_250_000);
  });

  it('does not leave while a grade in it has no price, or a figure is none', () => {
    expect(isDoubtful(draft)).toBe(true);
    const whole = { ...draft, price: { ...draft.price, DB: '20' } };
    expect(isDoubtful(whole)).toBe(false);
    expect(isDoubtful({ ...whole, kg: { ...whole.kg, L3: '2 tấn 15' } })).toBe(true);
    expect(isDoubtful({ ...whole, kg: { ...whole.kg, L3: '0' } })).toBe(false);
    expect(isDoubtful({ ...whole, paymentDays: '' })).toBe(true);
    expect(isDoubtful({ ...whole, deductionPercent: 'hai' })).toBe(true);
    expect(termsInput({ ...whole, deductionPercent: '2 %' }).deduction.basisPoints).toBe(200);
  });

  it('says nothing is taken off at 0 and how much at a comma', () => {
    expect(termsInput({ ...draft, deductionPercent: '0' }).deduction.kind).toBe('NONE');
    expect(termsInput({ ...draft, deductionPercent: '2,5' }).deduction).toMatchObject({
      kind: 'PERCENT',
      basisPoints: 250,
    });
  });

  it('sends a deposit nobody can hear as one that is refused at its field', () => {
    expect(termsInput({ ...draft, deposit: '2 triệu' }).depositVnd).toBe(2_000_000);
    expect(termsInput({ ...draft, deposit: 'để sau' }).depositVnd).toBe(Number.MAX_SAFE_INTEGER);
  });
});
