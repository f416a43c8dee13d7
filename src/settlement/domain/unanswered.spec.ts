import { isUnanswered } from './unanswered.js';

const declaredAt = new Date('2026-11-23T06:00:00+07:00');
const later = (hours: number, seconds = 0): Date =>
  new Date(declaredAt.getTime() + hours * 3_600_000 + seconds * 1000);

describe('a payment nobody answered', () => {
  it('PA-09 is so after 72 hours of silence', () => {
    expect(isUnanswered('DECLARED_PAID', declaredAt, later(72))).toBe(false);
    expect(isUnanswered('DECLARED_PAID', declaredAt, later(72, 1))).toBe(true);
  });

  it('PA-09 is not so once the payee spoke, or before the payer did', () => {
    expect(isUnanswered('CONFIRMED', declaredAt, later(100))).toBe(false);
    expect(isUnanswered('CONTESTED', declaredAt, later(100))).toBe(false);
    expect(isUnanswered('DUE', null, later(100))).toBe(false);
  });
});
