import type { Id } from '../../../../../src/kernel/id.js';
import type { Waiting } from '../../offline/queue.js';
import { countOf, scansOf, type Shift } from './shift.js';

const shift: Shift = { checkpointId: 'p', name: 'Chốt', startedAt: 1_000 };

const scan = (
  seq: number,
  createdAt: number,
  verdict: string,
  operation = 'RecordScan',
): Waiting => ({
  id: `00000000-0000-7000-8000-00000000000${seq}` as Id,
  seq,
  operation,
  text: '',
  variables: { input: { scans: [{ verdict, decision: 'LET_PASS' }] } },
  objectKey: '',
  title: `xe ${seq}`,
  baseVersion: null,
  expiresAt: null,
  photo: null,
  createdAt,
  notBefore: 0,
  state: 'waiting',
  tries: 0,
  refusal: null,
  settledAt: null,
});

describe('the log of a shift', () => {
  it('PE-17 has every scan of the shift, unsent ones too, newest first', () => {
    const queue = [scan(1, 900, 'RED'), scan(2, 1_000, 'GREEN'), scan(3, 1_100, 'AMBER')];
    expect(scansOf(queue, shift).map(({ title, state }) => [title, state])).toEqual([
      ['xe 3', 'waiting'],
      ['xe 2', 'waiting'],
    ]);
  });

  it('counts by verdict, and only scans', () => {
    const queue = [
      scan(1, 1_000, 'GREEN'),
      scan(2, 1_000, 'GREEN'),
      scan(3, 1_000, 'GREEN', 'StartShift'),
    ];
    const scans = scansOf(queue, shift);
    expect([countOf(scans, 'GREEN'), countOf(scans, 'RED')]).toEqual([2, 0]);
  });
});
