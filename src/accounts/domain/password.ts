import { refuse, type Refusal } from '../../kernel/refusal.js';

const SHORTEST = 12;
const LONGEST = 200;

// What a guesser of this very market tries first.
const GUESSED = ['matkhau', 'password', '123456', 'qwerty', 'cholucnam', 'lucnam'];

export type WeakPassword = Refusal<'PASSWORD_SHORT' | 'PASSWORD_GUESSED'>;

/**
 * Whether a password may be chosen: length decides, not kinds of characters (NIST SP 800-63B-4 §3.1.1.2).
 * @param phone E.164 of its owner, whose digits are no secret
 */
export function weakness(password: string, phone: string): WeakPassword | undefined {
  const { length } = password.normalize('NFC');
  if (length < SHORTEST || length > LONGEST)
    return refuse('PASSWORD_SHORT', { shortest: SHORTEST }, 'password');
  const plain = password
    .normalize('NFD')
    .replace(/[\u0300-\u036f\s]/g, '')
    .toLowerCase();
  // What is left once the guessed words are taken out must still be hard to guess.
  const left = [...GUESSED, phone.slice(3)].reduce(
    (text, word) => text.replaceAll(word, ''),
    plain,
  );
  return left.length < SHORTEST / 2 || new Set(left).size < 5
    ? refuse('PASSWORD_GUESSED', {}, 'password')
    : undefined;
}
