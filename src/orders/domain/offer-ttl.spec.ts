import fc from 'fast-check';
import { offerExpiry } from './offer-ttl.js';

const at = (clock: string): Date => new Date(`${clock}+07:00`);

describe('when an offer runs out', () => {
  it('NG-06 is simply so many minutes later by day', () => {
    expect(offerExpiry(at('2021-08-20T15:00:00'), 120)).toEqual(at('2021-08-20T17:00:00'));
    expect(offerExpiry(at('2021-08-20T20:00:00'), 60)).toEqual(at('2021-08-20T21:00:00'));
    expect(offerExpiry(at('2021-08-20T20:00:00'), 1440)).toEqual(at('2021-08-21T20:00:00'));
  });

  it('NG-06 moves an end in the quiet hours to half past five', () => {
    expect(offerExpiry(at('2021-08-20T20:00:00'), 61)).toEqual(at('2021-08-21T05:30:00'));
    expect(offerExpiry(at('2021-08-20T18:30:00'), 600)).toEqual(at('2021-08-21T05:30:00'));
  });

  it('NG-06 leaves an hour of daylight to whoever was asked late in the evening or at night', () => {
    expect(offerExpiry(at('2021-08-20T20:30:00'), 90)).toEqual(at('2021-08-21T06:00:00'));
    expect(offerExpiry(at('2021-08-20T23:00:00'), 90)).toEqual(at('2021-08-21T06:30:00'));
    expect(offerExpiry(at('2021-08-21T02:00:00'), 30)).toEqual(at('2021-08-21T06:00:00'));
    expect(offerExpiry(at('2021-08-20T20:40:00'), 30)).toEqual(at('2021-08-21T05:40:00'));
  });

  it('NG-06 never ends at night, never earlier than asked, and a longer time never ends sooner', () => {
    const minutes = fc.integer({ min: 10, max: 2880 });
    const moment = fc.integer({ min: 0, max: 4 * 1440 });
    fc.assert(
      fc.property(moment, minutes, minutes, (from, a, b) => {
        const offeredAt = new Date(at('2021-08-20T00:00:00').getTime() + from * 60_000);
        const expiry = offerExpiry(offeredAt, a);
        const local = new Date(expiry.getTime() + 7 * 3_600_000);
        const clock = local.getUTCHours() * 60 + local.getUTCMinutes();
        expect(clock).toBeGreaterThanOrEqual(5 * 60 + 30);
        expect(clock).toBeLessThanOrEqual(21 * 60);
        expect(expiry.getTime() - offeredAt.getTime()).toBeGreaterThanOrEqual(a * 60_000);
        const [shorter, longer] = [Math.min(a, b), Math.max(a, b)];
        expect(offerExpiry(offeredAt, shorter).getTime()).toBeLessThanOrEqual(
          offerExpiry(offeredAt, longer).getTime(),
        );
      }),
    );
  });
});
