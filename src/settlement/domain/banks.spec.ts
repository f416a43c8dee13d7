import { bankName } from './banks.js';

describe('the name of a bank', () => {
  it('PA-03 is the one people know, or the digits of a bank that is not listed', () => {
    expect(bankName('970405')).toBe('Agribank');
    expect(bankName('970499')).toBe('970499');
  });
});
