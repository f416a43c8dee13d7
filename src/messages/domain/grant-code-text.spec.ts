import { grantCodeText } from './grant-code-text.js';

const by = 'Hợp tác xã dịch vụ nông nghiệp Nghĩa Phương';

describe('ID-06 the question to a household', () => {
  it.each(['SELL_FOR', 'SEE_LOTS', 'RECEIVE_PAYMENT', 'FORGET', 'EXPORT'] as const)(
    'of %s has no marks and fits one SMS',
    (power) => {
      const text = grantCodeText('012345', { by, power, minutes: 10 });
      expect(text).toMatch(/^[\x20-\x7e]{1,160}$/);
    },
  );

  it('says who asks, for what, and what reading the code out means', () => {
    expect(grantCodeText('012345', { by: 'HTX Na Dai', power: 'SELL_FOR', minutes: 10 })).toBe(
      'HTX Na Dai xin ban hang thay nha minh. Dong y thi doc ma 012345 cho ho (trong 10 phut). Khong dong y: dung doc. Cho Luc Nam',
    );
  });
});
