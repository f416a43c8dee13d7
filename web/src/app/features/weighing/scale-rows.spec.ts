import type { Id } from '../../../../../src/kernel/id.js';
import { grams, vnd, type Grams } from '../../../../../src/kernel/units.js';
import type { Waiting } from '../../offline/queue.js';
import { rowsOnScreen, scaleKey, sumsOf, unheardActs, type SentRow } from './scale-rows.js';

const TARES: ReadonlyMap<string, Grams> = new Map([['SOT', grams(1_500)]]);

const act = (
  seq: number,
  operation: string,
  input: object,
  change: Partial<Waiting> = {},
): Waiting => ({
  id: `00000000-0000-7000-8000-00000000000${seq}` as Id,
  seq,
  operation,
  text: '',
  variables: { input },
  objectKey: scaleKey('t'),
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
  ...change,
});

const load = { gradeCode: 'L1', grossGrams: grams(41_500), crateCode: 'SOT', crates: 2 };

const sentRow: SentRow = {
  id: 'a',
  gradeCode: 'L1',
  grossGrams: grams(20_000),
  crateCode: null,
  crates: 0,
  tareGrams: grams(0),
  isRemoved: false,
};

describe('rows of the scale on the phone', () => {
  it('UX-07 show a load that has not been sent, with the tare of its crates', () => {
    const rows = rowsOnScreen([sentRow], [act(1, 'RecordWeigh', load)], TARES);
    expect(rows.map(({ tareGrams, isUnsent }) => [tareGrams, isUnsent])).toEqual([
      [0, false],
      [3_000, true],
    ]);
  });

  it('follow a correction and a removal written on top of an unsent load', () => {
    const first = act(1, 'RecordWeigh', load);
    const corrected = act(2, 'CorrectWeigh', { ...load, rowId: first.id, crates: 1 });
    const [row] = rowsOnScreen([], [first, corrected], TARES);
    expect([row?.id, row?.tareGrams]).toEqual([corrected.id, 1_500]);
    const removed = act(3, 'RemoveWeigh', { rowId: corrected.id });
    expect(rowsOnScreen([], [first, corrected, removed], TARES)).toEqual([]);
  });

  it('UX-08 show a load once when the server counted it before its word came back', () => {
    const sending = act(1, 'RecordWeigh', load, { state: 'sending' });
    const counted = { ...sentRow, id: sending.id };
    expect(rowsOnScreen([counted], [sending], TARES)).toHaveLength(1);
  });

  it('leave out removed rows, refused acts, and what the server was heard of since', () => {
    const queue = [
      act(1, 'RecordWeigh', load, { state: 'refused' }),
      act(2, 'RecordWeigh', load, { state: 'sent', settledAt: 1_000 }),
      act(3, 'RecordWeigh', load, { objectKey: scaleKey('another') }),
    ];
    expect(unheardActs('t', queue, 2_000)).toEqual([]);
    expect(unheardActs('t', queue, 500).map(({ seq }) => seq)).toEqual([2]);
    expect(rowsOnScreen([{ ...sentRow, isRemoved: true }], [], TARES)).toEqual([]);
  });
});

describe('running sums of the scale', () => {
  it('WE-02 are gross − tare − the deduction of the deal, to 0.1 kg', () => {
    const rows = rowsOnScreen([], [act(1, 'RecordWeigh', load)], TARES);
    const sums = sumsOf(rows, {
      prices: [{ gradeCode: 'L1', vndPerKg: vnd(35_000) }],
      deduction: { kind: 'PERCENT', basisPoints: 200, gramsPerCrate: grams(0) },
    });
    // 41.5 − 3.0 = 38.5 kg; less 2 % is 37.73, weighed out as 37.7.
    expect([sums?.gross, sums?.tare, sums?.payable]).toEqual([41_500, 3_000, 37_700]);
    expect(sums?.amountVnd).toBe(1_319_500);
  });

  it('are none while nothing is on the scale', () => {
    const terms = {
      prices: [],
      deduction: { kind: 'NONE', basisPoints: 0, gramsPerCrate: grams(0) },
    } as const;
    expect(sumsOf([], terms)).toBeUndefined();
  });
});
