import { POLICY_CODES } from './allocation/preview.js';
import { explain, explainPolicy, nearestReason } from './explanation.js';

describe('AL-15 why a lot was not chosen', () => {
  it('is one sentence in the language of the reader', () => {
    expect(explain('WINDOW', 'vi')).toBe('Giờ lấy hàng của lô không trùng giờ của đơn.');
    expect(explain('WINDOW', 'en')).toBe(
      'The pick-up hours of the lot and of the order do not meet.',
    );
  });

  it('speaks to the household and to the buyer each in their own words', () => {
    expect(explain('HOUSEHOLD_CAP', 'vi')).toBe(
      'Người mua chỉ lấy mỗi hộ đến một mức, và hộ mình đã đủ mức đó.',
    );
    expect(explain('HOUSEHOLD_CAP', 'vi', 'TRADER')).toBe('Hộ đã đủ mức mỗi hộ được lấy.');
  });

  it('says of every policy how it chose, in both languages', () => {
    const told = POLICY_CODES.flatMap((code) => [
      explainPolicy(code, 'vi'),
      explainPolicy(code, 'en'),
    ]);
    expect(new Set(told).size).toBe(2 * POLICY_CODES.length);
  });

  it('says so of the cooperative that took a part, where its rule it was', () => {
    expect(explainPolicy('FAIR_SHARE', 'vi', 'COOPERATIVE')).toBe(
      'Hợp tác xã chia đều cho các hộ; hộ ít hàng được lấy hết trước.',
    );
    expect(explainPolicy('MANUAL', 'en', 'COOPERATIVE')).toBe(
      'The cooperative chose lot by lot, for a reason it wrote down.',
    );
  });

  it('tells a household of several lots about the one that came nearest', () => {
    expect(nearestReason(['GRADE', 'PRICE', 'WINDOW'])).toBe('PRICE');
    expect(nearestReason(['GRADE', 'POLICY_RANK'])).toBe('POLICY_RANK');
  });

  it('has nothing to tell a household that was not looked at', () => {
    expect(nearestReason([])).toBeUndefined();
  });
});
