import { explain, nearestReason } from './explanation.js';

describe('AL-15 why a lot was not chosen', () => {
  it('is one sentence in the language of the reader', () => {
    expect(explain('WINDOW', 'vi')).toBe('Giờ lấy hàng của lô không trùng giờ của đơn.');
    expect(explain('WINDOW', 'en')).toBe(
      'The pick-up hours of the lot and of the order do not meet.',
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
