import { otpText } from './otp-text.js';

describe('NO-07 the message with a sign-in code', () => {
  it('has no marks, fits one SMS, and ends with the line that fills the code in', () => {
    const text = otpText('042917', 5, 'choluc.example');
    expect(text).toBe(
      'Ma dang nhap Cho Luc Nam: 042917. Dung trong 5 phut. Khong dua ma nay cho ai.\n\n@choluc.example #042917',
    );
    expect(text).toMatch(/^[\x20-\x7e\n]{1,160}$/);
  });

  it('leaves the domain out where it would cost a second SMS', () => {
    expect(otpText('042917', 5, `${'x'.repeat(80)}.vn`)).toBe(
      'Ma dang nhap Cho Luc Nam: 042917. Dung trong 5 phut. Khong dua ma nay cho ai.',
    );
  });
});
