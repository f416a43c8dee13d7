import type { Id } from '../../../../../src/kernel/id.js';
import { kilograms, vnd } from '../../../../../src/kernel/units.js';
import type { Waiting } from '../../offline/queue.js';
import type { StopSpares } from './replace-documents.js';
import { shortageHere } from './shortage-here.js';

const kg = kilograms;
const READ_AT = 1_000;

const act = (operation: string, input: object, more: Partial<Waiting> = {}): Waiting => ({
  id: '00000000-0000-7000-8000-000000000001' as Id,
  seq: 1,
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
  state: 'waiting',
  tries: 0,
  refusal: null,
  settledAt: null,
  ...more,
});

const option = (backupId: string, has: number, least = 0): StopSpares['options'][number] => ({
  backupId,
  leastGrams: kg(least),
  detourMinutes: 12,
  backup: {
    grams: kg(has),
    vndPerKg: vnd(34_000),
    commune: { name: 'Nghĩa Phương' },
    household: { name: 'Hộ gần' },
  },
});

const spares = (counted = 150): StopSpares[] =>
  ['a', 'b'].map((stopId) => ({
    stopId,
    counted: kg(stopId === 'a' ? counted : 210),
    room: kg(500),
    balance: { promised: kg(360), expected: kg(counted + 210), tolerance: 0 },
    options: [option('near', 90), option('far', 90)],
  }));

const FAILED = act('CompleteStop', { stopId: 'a', outcome: 'FAILED' });
const stop = { id: 'a', promised: kg(150) };
const at = (queue: readonly Waiting[], stops = spares()) =>
  shortageHere(stop, stops, queue, READ_AT);

describe('AL-11 a stop that gave nothing, on a phone without signal', () => {
  it('lacks nothing before the driver says so, and all of it after', () => {
    expect(at([])).toMatchObject({ missing: 0, isShort: false, options: [] });
    const short = at([FAILED]);
    expect(short).toMatchObject({ missing: kg(150), isShort: true });
    expect(short?.options.map(({ backupId, takes }) => [backupId, takes])).toEqual([
      ['near', kg(90)],
      ['far', kg(90)],
    ]);
    expect([...short!.takenOf(['far', 'near'])]).toEqual([
      ['near', kg(90)],
      ['far', kg(60)],
    ]);
  });

  it('is counted once when the server has heard of it', () => {
    const heard = spares(0);
    const sent = act('CompleteStop', { stopId: 'a', outcome: 'FAILED' }, { state: 'sent' });
    expect(at([sent], heard)?.missing).toBe(kg(150));
  });

  it('leaves out what is already chosen, until the books have it', () => {
    const input = { stopId: 'a', backupIds: ['near'], seen: { takenGrams: kg(90) } };
    const chosen = at([FAILED, act('ReplaceAllocation', input)]);
    expect(chosen).toMatchObject({
      missing: kg(60),
      options: [{ backupId: 'far', takes: kg(60) }],
    });
    const settled = act('ReplaceAllocation', input, { state: 'sent', settledAt: READ_AT - 1 });
    expect(at([FAILED, settled])?.missing).toBe(kg(150));
    const refused = act('ReplaceAllocation', input, { state: 'refused' });
    expect(at([FAILED, refused])?.missing).toBe(kg(150));
  });

  it('takes no more than the truck bears, and nothing a household would not let go', () => {
    const small = spares().map((one) => ({ ...one, room: kg(100) }));
    expect(at([FAILED], small)?.options.map(({ takes }) => takes)).toEqual([kg(90), kg(90)]);
    expect([...at([FAILED], small)!.takenOf(['near', 'far']).values()]).toEqual([kg(90), kg(10)]);
    const least = spares().map((one) => ({ ...one, options: [option('near', 90, 100)] }));
    expect(at([FAILED], least)?.options).toEqual([]);
  });

  it('knows nothing of a stop the phone has not been told of', () => {
    expect(shortageHere({ id: 'c', promised: kg(1) }, spares(), [], READ_AT)).toBeUndefined();
  });
});
