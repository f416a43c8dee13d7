import { isRefusal } from '../../kernel/refusal.js';
import { normalisePhone, phoneText } from './phone.js';

describe('ID-01 phone numbers as people type them', () => {
  it.each([
    ['0912345678'],
    ['0912 345 678'],
    ['0912.345.678'],
    ['+84912345678'],
    ['+84 912 345 678'],
    ['84912345678'],
    ['０９１２３４５６７８'],
  ])('reads %s', (typed) => {
    expect(normalisePhone(typed)).toBe('+84912345678');
  });

  it.each([['01212345678'], ['0168 234 5678'], ['+84 199 234 5678']])(
    'says of %s that the prefix is an old one',
    (typed) => {
      expect(normalisePhone(typed)).toMatchObject({ refused: 'PHONE_OLD_PREFIX', field: 'phone' });
    },
  );

  it.each([
    [''],
    ['091234567'],
    ['09123456789'],
    ['0212345678'],
    ['abc'],
    ['+1 912 345 678'],
    ["'; drop"],
  ])('refuses %s', (typed) => {
    const read = normalisePhone(typed);
    expect(isRefusal(read) && read.refused).toBe('PHONE_INVALID');
  });

  it('says a number in threes', () => {
    expect(phoneText('+84912345678')).toBe('0912 345 678');
  });
});
