import { kilograms } from '../../../../src/kernel/units.js';
import {
  EMPTY,
  entryOf,
  isEmpty,
  pressed,
  weightOf,
  type Entry,
  type Key,
} from './keypad-entry.js';

const type = (...keys: Key[]): Entry => keys.reduce(pressed, EMPTY);

describe('a weight typed on the pad', () => {
  it('UX-02 reads 3 tạ 2 yến as 320 kg', () => {
    expect(weightOf(type('3', 'ta', '2', 'yen'))).toBe(kilograms(320));
  });

  it('takes figures without a unit as kilograms', () => {
    expect(weightOf(type('4', '5'))).toBe(kilograms(45));
    expect(weightOf(type('3', 'ta', '5'))).toBe(kilograms(305));
  });

  it('knows the decimal comma of the scale', () => {
    expect(weightOf(type('2', '8', ',', '5'))).toBe(28_500);
    expect(weightOf(type('1', ',', '5', 'tan'))).toBe(kilograms(1500));
    expect(weightOf(type('2', ',', 'ta'))).toBe(kilograms(200));
  });

  it('a second comma, a comma before figures and a third decimal change nothing', () => {
    expect(type('1', ',', '2', ',')).toEqual(type('1', ',', '2'));
    expect(type(',')).toEqual(EMPTY);
    expect(type('1', ',', '2', '3', '4')).toEqual(type('1', ',', '2', '3'));
  });

  it('no number begins with nought unless a comma follows, and none has seven figures', () => {
    expect(type('0', '7').figures).toBe('7');
    expect(type('0', ',', '5').figures).toBe('0,5');
    expect(type('1', '2', '3', '4', '5', '6', '7').figures).toBe('123456');
  });

  it('another unit straight after one corrects it', () => {
    expect(weightOf(type('5', 'ta', 'yen'))).toBe(kilograms(50));
  });

  it('units fall as they are spoken, and a unit needs figures', () => {
    expect(type('3', 'yen', '2', 'ta')).toEqual(type('3', 'yen', '2'));
    expect(type('ta')).toEqual(EMPTY);
  });

  it('erases the last figure, then opens the part before', () => {
    const entry = type('3', 'ta', '2');
    expect(pressed(entry, 'erase')).toEqual(type('3', 'ta'));
    expect(pressed(pressed(entry, 'erase'), 'erase')).toEqual(type('3'));
    expect(pressed(EMPTY, 'erase')).toEqual(EMPTY);
  });

  it('is nothing while empty and nothing over fifty tonnes', () => {
    expect(weightOf(EMPTY)).toBeNull();
    expect(isEmpty(EMPTY)).toBe(true);
    expect(weightOf(type('5', '0', 'tan'))).toBe(kilograms(50_000));
    expect(weightOf(type('5', '1', 'tan'))).toBeNull();
  });

  it('opens with the weight of last time', () => {
    expect(weightOf(entryOf(kilograms(128.5)))).toBe(128_500);
    expect(weightOf(pressed(entryOf(kilograms(120)), 'erase'))).toBe(kilograms(120));
  });
});
