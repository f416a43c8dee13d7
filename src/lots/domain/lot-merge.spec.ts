import { day } from '../../kernel/day.js';
import { isRefusal } from '../../kernel/refusal.js';
import { linesAfter, type LineChange, type LineStock } from './lot-edit.js';
import { freeLines, joinLots, partLots } from './lot-merge.js';

const line = (gradeCode: string, offeredG: number, over: Partial<LineStock> = {}): LineStock => ({
  gradeCode,
  askVndPerKg: 30_000,
  offeredG,
  reservedG: 0,
  weighedG: 0,
  writtenOffG: 0,
  ...over,
});
const lot = (id: string, lines: readonly LineStock[], over: object = {}) => ({
  lot: {
    id,
    householdId: 'lan',
    cropCode: 'NA',
    varietyCode: null,
    state: 'PUBLISHED' as const,
    readyFrom: new Date('2026-08-26T05:00:00+07:00'),
    readyTo: new Date('2026-08-26T10:00:00+07:00'),
    sprayedOn: null,
    intervalDays: null,
    ...over,
  },
  lines,
});

describe('two lots of one household that become one', () => {
  it('move what is left, gram for gram, and keep the price of the line that grows', () => {
    const from = lot('a', [line('L1', 100, { weighedG: 30, askVndPerKg: 28_000 }), line('L2', 50)]);
    const joined = joinLots(from, lot('b', [line('L1', 200, { reservedG: 150 })]));
    expect(joined).toMatchObject({
      from: [
        { gradeCode: 'L1', offeredG: 100, writtenOffG: 70, isNew: false },
        { gradeCode: 'L2', offeredG: 50, writtenOffG: 50, isNew: false },
      ],
      into: [
        { gradeCode: 'L1', offeredG: 270, askVndPerKg: 30_000, isNew: false },
        { gradeCode: 'L2', offeredG: 50, isNew: true },
      ],
    });
  });

  it('wait for the later of two sprayings', () => {
    const sprayed = (sprayedOn: string, intervalDays: number) => ({
      sprayedOn: day(sprayedOn),
      intervalDays,
    });
    const joined = joinLots(
      lot('a', [line('L1', 100)], sprayed('2026-08-10', 14)),
      lot('b', [line('L1', 100)], sprayed('2026-08-15', 7)),
    );
    expect(joined).toMatchObject(sprayed('2026-08-10', 14));
  });

  it.each([
    ['LOT_PROMISED', lot('a', [line('L1', 100, { reservedG: 1 })])],
    ['LOTS_UNLIKE', lot('a', [line('L1', 100)], { householdId: 'thang' })],
    ['LOTS_UNLIKE', lot('a', [line('L1', 100)], { cropCode: 'DUA_LE' })],
    ['LOTS_UNLIKE', lot('b', [line('L1', 100)])],
    [
      'LOTS_UNLIKE',
      lot('a', [line('L1', 100)], {
        readyFrom: new Date('2026-08-27T05:00:00+07:00'),
        readyTo: new Date('2026-08-27T10:00:00+07:00'),
      }),
    ],
    ['LOT_STEP_NOT_ALLOWED', lot('a', [line('L1', 100)], { state: 'CLOSED' })],
  ])('stay two: %s', (code, from) => {
    const joined = joinLots(from, lot('b', [line('L1', 100)]));
    expect(isRefusal(joined) && joined.refused).toBe(code);
  });
});

describe('two lots that were joined and stand apart again', () => {
  const from = [
    line('L1', 100, { weighedG: 30 }),
    line('L2', 50),
    line('L3', 20, { writtenOffG: 20 }),
  ];
  const into = [line('L1', 200, { reservedG: 150 })];
  const applied = (lines: readonly LineStock[], changes: readonly LineChange[]): LineStock[] => {
    const known = new Set(lines.map(({ gradeCode }) => gradeCode));
    const fresh = changes.filter(({ gradeCode }) => !known.has(gradeCode));
    return [...lines, ...fresh.map(({ gradeCode, offeredG }) => line(gradeCode, offeredG))].map(
      (one) => ({ ...one, ...changes.find(({ gradeCode }) => gradeCode === one.gradeCode) }),
    );
  };
  const joined = (): { from: LineStock[]; into: LineStock[] } => {
    const lots = joinLots(lot('a', from), lot('b', into));
    if (isRefusal(lots)) throw new Error(lots.refused);
    return { from: applied(from, lots.from), into: applied(into, lots.into) };
  };

  it('say what they said before, gram for gram', () => {
    const one = joined();
    const parted = partLots(one.from, one.into, freeLines(from));
    if (isRefusal(parted)) throw new Error(parted.refused);
    expect(linesAfter(one.from, parted.from)).toEqual(linesAfter(from, []));
    expect(linesAfter(one.into, parted.into)).toEqual(linesAfter(into, []));
  });

  it.each([
    ['L1', { reservedG: 201 }],
    ['L1', { weighedG: 51 }],
    ['L1', { writtenOffG: 51 }],
    ['L2', { reservedG: 1 }],
  ])('stay one when something that moved into %s is not free: %j', (gradeCode, taken) => {
    const one = joined();
    const lines = one.into.map((row) => (row.gradeCode === gradeCode ? { ...row, ...taken } : row));
    expect(partLots(one.from, lines, freeLines(from))).toMatchObject({ refused: 'LOT_PROMISED' });
  });
});
