import type { Id } from '../../../../../src/kernel/id.js';
import type { Waiting } from '../../offline/queue.js';
import { nextStop, stopsOnScreen } from './stops-on-screen.js';

const act = (
  operation: string,
  input: object,
  state: Waiting['state'] = 'waiting',
  seq = 1,
): Waiting => ({
  id: `00000000-0000-7000-8000-00000000000${seq}` as Id,
  seq,
  operation,
  text: '',
  variables: { input },
  objectKey: 'run:1',
  title: '',
  baseVersion: null,
  expiresAt: null,
  photo: null,
  createdAt: 0,
  notBefore: 0,
  state,
  tries: 0,
  refusal: null,
  settledAt: null,
});

const stops = [
  { id: 'a', state: 'PENDING' as const, issue: null },
  { id: 'b', state: 'PENDING' as const, issue: null },
];

describe('stops of a run on the driver’s phone', () => {
  it('UX-07 show an arrival that has not been sent yet', () => {
    const [first, second] = stopsOnScreen(stops, [act('ArriveStop', { stopId: 'a' })], 0);
    expect([first?.state, first?.isUnsent]).toEqual(['ARRIVED', true]);
    expect([second?.state, second?.isUnsent]).toEqual(['PENDING', false]);
  });

  it('PU-10 show the outcome and the word for what went wrong, told after the arrival', () => {
    const queue = [
      act('ArriveStop', { stopId: 'a' }),
      act('CompleteStop', { stopId: 'a', outcome: 'FAILED', issue: 'Nhà đi vắng' }, 'sending', 2),
    ];
    const shown = stopsOnScreen(stops, queue, 0);
    expect([shown[0]?.state, shown[0]?.issue]).toEqual(['FAILED', 'Nhà đi vắng']);
    expect(nextStop(shown)?.id).toBe('b');
  });

  it('AL-11 show what was chosen in place of one, until it is sent, and what was refused of it', () => {
    const failed = act('CompleteStop', { stopId: 'a', outcome: 'FAILED', issue: 'x' });
    const chosen = act('ReplaceAllocation', { stopId: 'a', backupIds: ['s'] }, 'waiting', 2);
    const [first] = stopsOnScreen(stops, [failed, chosen], 0);
    expect(first).toMatchObject({ state: 'FAILED', issue: 'x', isUnsent: true, replacing: chosen });
    const refused = { ...chosen, state: 'refused' as const };
    expect(stopsOnScreen(stops, [{ ...failed, state: 'sent' }, refused], 0)[0]).toMatchObject({
      isUnsent: false,
      replacing: null,
      refused,
    });
  });

  it('leave a refused act out of the state and hand it over to be read', () => {
    const refused = act('CompleteStop', { stopId: 'a', outcome: 'DONE' }, 'refused');
    const [first] = stopsOnScreen(stops, [refused], 0);
    expect([first?.state, first?.isUnsent, first?.refused]).toEqual(['PENDING', false, refused]);
  });

  it('keep what was sent until the server has been asked again', () => {
    const sent = { ...act('ArriveStop', { stopId: 'a' }, 'sent'), settledAt: 2_000 };
    expect(stopsOnScreen(stops, [sent], 1_000)[0]?.state).toBe('ARRIVED');
    expect(stopsOnScreen(stops, [sent], 3_000)[0]?.state).toBe('PENDING');
  });
});
