import { Secret } from 'otpauth';
import { codeAt, newSecret, secretUri, stepOf } from './second-factor.js';

// The secret of RFC 6238, appendix B; its eight-digit codes end in these six digits.
const RFC_SECRET = Secret.fromUTF8('12345678901234567890').base32;

describe('ID-03 the second factor of the staff', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('is the code of RFC 6238 at second %i', (second, code) => {
    expect(codeAt(RFC_SECRET, new Date(second * 1000))).toBe(code);
  });

  it('takes the code of the step before and after, and names the step it belongs to', () => {
    const secret = newSecret();
    const at = new Date('2026-11-26T08:00:00Z');
    const step = at.getTime() / 30_000;
    const codeOfStep = (n: number): string => codeAt(secret, new Date(n * 30_000));
    expect([-2, -1, 0, 1, 2].map((d) => stepOf(secret, codeOfStep(step + d), at))).toEqual([
      undefined,
      step - 1,
      step,
      step + 1,
      undefined,
    ]);
    expect(stepOf(secret, 'không', at)).toBeUndefined();
  });

  it('is handed over as authenticator apps read it', () => {
    expect(secretUri(RFC_SECRET)).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}/);
  });
});
