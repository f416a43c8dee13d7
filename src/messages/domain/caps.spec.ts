import { isNearCap, nowNearsCap } from './caps.js';

it('NO-09 warns once, with the message that passes four fifths of the cap', () => {
  expect(isNearCap(7_999, 10_000)).toBe(false);
  expect(isNearCap(8_000, 10_000)).toBe(true);
  expect(nowNearsCap(8_000, 800, 10_000)).toBe(true);
  expect(nowNearsCap(8_800, 800, 10_000)).toBe(false);
  expect(nowNearsCap(7_200, 800, 10_000)).toBe(false);
});
