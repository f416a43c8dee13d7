import { networkOf, prefixOf, sendsADay, waitBefore } from './otp-budget.js';

const now = new Date('2026-11-26T08:00:00Z');
const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);

describe('E1 the wait before another code', () => {
  it('is a minute after the first, two after the second, five from the third on', () => {
    expect(waitBefore([], now)).toBe(0);
    expect(waitBefore([ago(10)], now)).toBe(50_000);
    expect(waitBefore([ago(60)], now)).toBe(0);
    expect(waitBefore([ago(60), ago(200)], now)).toBe(60_000);
    expect(waitBefore([ago(200), ago(400), ago(600)], now)).toBe(100_000);
    expect(waitBefore([ago(299), ago(400), ago(600), ago(700)], now)).toBe(1_000);
  });
});

describe('E6 what a budget is counted for', () => {
  it('is ten thousand numbers side by side', () => {
    expect(prefixOf('+84912345678')).toBe('+8491234');
  });

  it('is the network of a household, whichever address it has today', () => {
    expect(networkOf('203.0.113.77')).toBe('203.0.113');
    expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113');
    expect(networkOf('2001:db8:1:2a01::1')).toBe(networkOf('2001:db8:1:2aff:9::2'));
    expect(networkOf('2001:db8:1:2b01::1')).not.toBe(networkOf('2001:db8:1:2a01::1'));
  });

  it('keeps a fifth of the day’s money for devices that are known', () => {
    const budgets = {
      perPhoneHour: 5,
      perPhoneDay: 10,
      perNetworkHour: 20,
      perDeviceHour: 10,
      perPrefixDay: 100,
      dayVnd: 200_000,
      messageVnd: 350,
    };
    expect([sendsADay(budgets, false), sendsADay(budgets, true)]).toEqual([457, 571]);
  });
});
