import { afterFault, nextStep, type Journey, type Tried } from './journey.js';
import { quietUntil, QUIET } from './quiet-hours.js';
import { CHANNELS, routeOf } from './route.js';

const NOW = new Date('2026-08-25T18:00:00+07:00');
const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * 60_000);
const tried = (channel: Tried['channel'], state: Tried['state'], ago = 0, attempts = 1): Tried => ({
  channel,
  state,
  attempts,
  at: minutesAgo(ago),
});
const next = (wish: Partial<Journey>, now = NOW) =>
  nextStep(
    {
      route: routeOf('ORDER_OFFERED'),
      open: CHANNELS,
      tried: [],
      isRead: false,
      overAt: undefined,
      quietUntil: undefined,
      ...wish,
    },
    now,
  );
const send = (channel: Tried['channel']) => ({ step: 'SEND', channel });

describe('NO-01 the way of a message', () => {
  it('begins with the cheapest channel that reaches the person', () => {
    expect(next({})).toEqual(send('PUSH'));
    expect(next({ open: ['ZALO', 'SMS'] })).toEqual(send('ZALO'));
    expect(next({ open: [] })).toEqual({ step: 'END' });
  });

  it('leaves each channel its time before the next is tried', () => {
    expect(next({ tried: [tried('PUSH', 'SENT', 4)] })).toEqual({
      step: 'WAIT',
      until: new Date(NOW.getTime() + 60_000),
    });
    expect(next({ tried: [tried('PUSH', 'SENT', 5)] })).toEqual(send('ZALO'));
    expect(next({ tried: [tried('PUSH', 'SENT', 9), tried('ZALO', 'SENT', 5)] })).toEqual(
      send('SMS'),
    );
  });

  it('ends once the person has it, has read it, or the offer is over', () => {
    expect(next({ tried: [tried('ZALO', 'DELIVERED', 9)], open: ['ZALO', 'SMS'] })).toEqual({
      step: 'END',
    });
    expect(next({ tried: [tried('SMS', 'SENT', 9)], open: ['SMS'] })).toEqual({ step: 'END' });
    expect(next({ isRead: true })).toEqual({ step: 'END' });
    expect(next({ overAt: NOW })).toEqual({ step: 'END' });
  });

  it('NO-08 goes on to the next channel at once when one fails', () => {
    expect(next({ tried: [tried('PUSH', 'FAILED')] })).toEqual(send('ZALO'));
    expect(next({ tried: [tried('PUSH', 'FAILED'), tried('ZALO', 'FAILED')] })).toEqual(
      send('SMS'),
    );
    expect(afterFault('ZALO', CHANNELS, 1)).toBe('FAILED');
  });

  it('NO-08 tries the last channel again with growing pauses, and gives up after six', () => {
    expect(afterFault('SMS', CHANNELS, 5)).toBe('QUEUED');
    expect(afterFault('SMS', CHANNELS, 6)).toBe('FAILED');
    expect(next({ open: ['SMS'], tried: [tried('SMS', 'QUEUED', 3, 3)] })).toEqual({
      step: 'WAIT',
      until: new Date(NOW.getTime() + 60_000),
    });
    expect(next({ open: ['SMS'], tried: [tried('SMS', 'QUEUED', 4, 3)] })).toEqual(send('SMS'));
  });

  it('waits for the morning in quiet hours, but not with a change of a pick-up', () => {
    const night = new Date('2026-08-25T22:00:00+07:00');
    const until = quietUntil(night, QUIET);
    expect(next({ quietUntil: until }, night)).toEqual({ step: 'WAIT', until });
    expect(next({ quietUntil: until, route: routeOf('RUN_CANCELLED') }, night)).toEqual(
      send('PUSH'),
    );
  });
});

describe('quiet hours', () => {
  const at = (clock: string): Date => new Date(`2026-08-25T${clock}:00+07:00`);
  const morning = new Date('2026-08-26T03:00:00+07:00');

  it('reach over midnight', () => {
    expect(quietUntil(at('21:00'), QUIET)).toEqual(morning);
    expect(quietUntil(at('20:59'), QUIET)).toBeUndefined();
    expect(quietUntil(at('02:59'), QUIET)).toEqual(at('03:00'));
    expect(quietUntil(at('03:00'), QUIET)).toBeUndefined();
  });

  it('may lie within a day, or be none at all', () => {
    expect(quietUntil(at('12:30'), { from: '12:00', to: '13:00' })).toEqual(at('13:00'));
    expect(quietUntil(at('13:00'), { from: '12:00', to: '13:00' })).toBeUndefined();
    expect(quietUntil(at('23:00'), { from: '00:00', to: '00:00' })).toBeUndefined();
  });
});
