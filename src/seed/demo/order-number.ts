import type { Day } from '../../kernel/day.js';

// No letters or figures that are mistaken for one another when said or written by hand.
const ALPHABET = '23456789ACDEFGHKLMNPQRTUVWXY';

/**
 * A sayable order number such as `LN-0825-2K7`: month and day, a count of the day's orders in two characters
 * (more on a very busy day), and a check character over all before it. The count carries the last figure of
 * the year, so that the same date of another year gives other numbers.
 */
export function orderNumber(on: Day, index: number): string {
  const monthDay = on.slice(5).replace('-', '');
  const counted = inAlphabet(index * 10 + Number(on[3])).padStart(2, ALPHABET[0]);
  return `LN-${monthDay}-${counted}${checkCharacter(monthDay + counted)}`;
}

function inAlphabet(value: number): string {
  const last = ALPHABET[value % ALPHABET.length]!;
  return value < ALPHABET.length ? last : inAlphabet(Math.floor(value / ALPHABET.length)) + last;
}

/** Weights 1, 2, 3 … so that swapping two neighbours shows. */
function checkCharacter(text: string): string {
  let sum = 0;
  for (let index = 0; index < text.length; index++) {
    sum += (index + 1) * (Number.parseInt(text[index]!, 36) + 1);
  }
  return ALPHABET[sum % ALPHABET.length]!;
}
