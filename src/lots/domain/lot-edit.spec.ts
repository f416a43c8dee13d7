import { editLines, type LineStock } from './lot-edit.js';

const kept = (gradeCode: string, over: Partial<LineStock> = {}): LineStock => ({
  gradeCode,
  askVndPerKg: 30_000,
  offeredG: 300_000,
  reservedG: 0,
  weighedG: 0,
  writtenOffG: 0,
  ...over,
});
const wish = (gradeCode: string, grams: number) => ({ gradeCode, grams, askVndPerKg: 32_000 });

describe('LI-04 changing the kilograms of a lot', () => {
  it('raises and lowers down to what is promised and weighed', () => {
    const line = kept('L1', { reservedG: 120_000, weighedG: 30_000 });
    expect(editLines([line], [wish('L1', 150_000)])).toEqual([
      { gradeCode: 'L1', askVndPerKg: 32_000, offeredG: 150_000, writtenOffG: 0, isNew: false },
    ]);
    expect(editLines([line], [wish('L1', 900_000)])).toMatchObject([{ offeredG: 900_000 }]);
  });

  it('refuses one gram less, with every line that is too low', () => {
    const lines = [
      kept('L1', { reservedG: 120_000, weighedG: 30_000 }),
      kept('L2', { reservedG: 50_000 }),
      kept('XO'),
    ];
    expect(editLines(lines, [wish('L1', 149_999), wish('L2', 1_000), wish('XO', 1_000)])).toEqual({
      refused: 'LOT_BELOW_RESERVED',
      facts: { L1: 150_000, L2: 50_000 },
      field: 'grades',
    });
  });

  it('refuses to leave out a line that somebody was promised', () => {
    const lines = [kept('L1', { reservedG: 1 }), kept('L2')];
    expect(editLines(lines, [wish('L2', 5_000)])).toMatchObject({ facts: { L1: 1 } });
  });

  it('writes off the rest of a line that is left out, and takes it up again when it is named again', () => {
    const weighed = kept('L1', { weighedG: 80_000 });
    expect(editLines([weighed], [wish('L2', 5_000)])).toEqual([
      {
        gradeCode: 'L1',
        askVndPerKg: 30_000,
        offeredG: 300_000,
        writtenOffG: 220_000,
        isNew: false,
      },
      { gradeCode: 'L2', askVndPerKg: 32_000, offeredG: 5_000, writtenOffG: 0, isNew: true },
    ]);
    expect(editLines([kept('L1', { writtenOffG: 300_000 })], [wish('L1', 70_000)])).toMatchObject([
      { offeredG: 70_000, writtenOffG: 0 },
    ]);
  });
});
