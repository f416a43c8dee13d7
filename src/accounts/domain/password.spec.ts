import { weakness } from './password.js';

const PHONE = '+84912345678';
const codeOf = (password: string): string | undefined => weakness(password, PHONE)?.refused;

describe('ID-03 passwords of the staff', () => {
  it.each([['ba bó lúa trên đồi'], ['Quả-na-chín-7-hạt'], ['x7#kqp!mz2wv']])(
    'takes %s',
    (password) => {
      expect(codeOf(password)).toBeUndefined();
    },
  );

  it.each([
    ['', 'PASSWORD_SHORT'],
    ['ngắn quá', 'PASSWORD_SHORT'],
    ['x'.repeat(201), 'PASSWORD_SHORT'],
    ['aaaaaaaaaaaaaaaa', 'PASSWORD_GUESSED'],
    ['Mật khẩu 123456', 'PASSWORD_GUESSED'],
    ['Lục Nam 912345678', 'PASSWORD_GUESSED'],
    ['cho luc nam 123456', 'PASSWORD_GUESSED'],
  ])('refuses "%s"', (password, code) => {
    expect(codeOf(password)).toBe(code);
  });
});
