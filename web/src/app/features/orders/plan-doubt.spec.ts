import { planDoubt } from './plan-doubt.js';

describe('AL-16 a plan on the screen', () => {
  const fresh = { isKept: false, isCut: false, moves: 0, askedAt: 0, answeredAt: 0 };

  it.each([
    ['just computed', {}, null],
    ['computed after the market moved', { moves: 2, askedAt: 2, answeredAt: 2 }, null],
    ['kept on the phone while the server is asked', { isKept: true }, 'AWAITED'],
    ['kept on the phone without signal', { isKept: true, isCut: true }, 'STALE'],
    ['older than the last move', { moves: 1 }, 'STALE'],
    ['asked for anew', { moves: 1, askedAt: 1 }, 'AWAITED'],
    ['asked for anew without signal', { moves: 1, askedAt: 1, isCut: true }, 'STALE'],
    ['overtaken again on its way', { moves: 2, askedAt: 1, answeredAt: 1 }, 'STALE'],
  ])('%s', (_, over, expected) => {
    expect(planDoubt({ ...fresh, ...over })).toBe(expected);
  });
});
