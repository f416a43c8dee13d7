import { wrongLine } from './wrong-line.js';

describe('which line a refusal is about', () => {
  it.each([
    ['lines.0.grams', { at: 0, part: 'grams' }],
    ['lots.3.lines.12.vndPerKg', { at: 12, part: 'vndPerKg' }],
    ['byHand.lines.1.grams', { at: 1, part: 'grams' }],
    ['lines', null],
    ['outlines.1.grams', null],
    ['depositVnd', null],
    [null, null],
  ])('%s', (field, expected) => {
    expect(wrongLine(field)).toEqual(expected);
  });
});
