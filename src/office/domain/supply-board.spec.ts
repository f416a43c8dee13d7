import { boardOf, totalOf, type MeasureSum } from './supply-board.js';

const sum = (communeId: string, measure: MeasureSum['measure'], kg: number): MeasureSum => ({
  communeId,
  cropCode: 'NA',
  measure,
  sum: measure === 'UNKNOWN' ? kg : kg * 1000,
});

describe('the supply board', () => {
  it('OF-08 tells zero, unknown and not reported apart', () => {
    const [row] = boardOf([sum('a', 'FORECAST', 0), sum('a', 'UNKNOWN', 7)], (id) => id);
    expect(row).toMatchObject({
      forecastGrams: 0,
      plannedGrams: null,
      unknownHouseholds: 7,
      offeredGrams: 0,
    });
  });

  it('OF-13 gathers two old communes under the one that followed them', () => {
    const rows = boardOf([sum('old 1', 'OFFERED', 100), sum('old 2', 'OFFERED', 50)], () => 'new');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ communeId: 'new', offeredGrams: 150_000 });
  });

  it('OF-06 totals equal rows', () => {
    const rows = boardOf(
      [sum('a', 'PLANNED', 3), sum('b', 'WEIGHED', 2), sum('b', 'PLANNED', 4)],
      (id) => id,
    );
    expect(totalOf(rows)).toMatchObject({
      plannedGrams: 7_000,
      weighedGrams: 2_000,
      forecastGrams: null,
    });
  });

  it('is empty of figures when there are no rows', () => {
    expect(totalOf([])).toMatchObject({ plannedGrams: null, weighedGrams: 0 });
  });
});
