import { day } from '../../kernel/day.js';
import { monthOf, seasonAround, seasonOn, windowsFor, type CropWindow } from './season.js';
import { estimateOf, bandOf } from './trend.js';
import { planFlags, plausibleGrams } from './yield.js';

const window = (over: Partial<CropWindow>): CropWindow => ({
  cropCode: 'NA',
  varietyCode: null,
  season: 'MAIN',
  opens: '07-15',
  closes: '09-30',
  usualKgPerHa: 8300,
  mostKgPerHa: 14_000,
  ...over,
});
const main = window({});
const late = window({ season: 'OFF', opens: '10-15', closes: '01-31' });
const thai = window({ varietyCode: 'NA_THAI', opens: '07-20', closes: '10-10' });

describe('PL-10 the season of a day', () => {
  it.each([
    ['2026-08-21', '2026-MAIN'],
    ['2026-10-15', '2026-OFF'],
    ['2027-01-31', '2026-OFF'],
  ])('%s lies in %s', (on, code) => {
    expect(seasonOn([main, late], day(on))?.code).toBe(code);
  });

  it.each([
    ['2026-05-01', '2026-MAIN'],
    ['2026-10-03', '2026-MAIN'],
    ['2026-10-13', '2026-OFF'],
    ['2027-02-10', '2026-OFF'],
  ])('%s lies in none, and is nearest to %s', (on, code) => {
    expect(seasonOn([main, late], day(on))).toBeUndefined();
    expect(seasonAround([main, late], day(on))?.code).toBe(code);
  });

  it('a variety with windows of its own has no others', () => {
    expect(windowsFor([main, late, thai], 'NA', 'NA_THAI')).toEqual([thai]);
    expect(windowsFor([main, late, thai], 'NA', 'NA_BO')).toEqual([main, late]);
    expect(windowsFor([main, late, thai], 'NA', null)).toEqual([main, late]);
    expect(windowsFor([main], 'VAI', null)).toEqual([]);
  });

  it('PL-01 a month is its first and last day', () => {
    expect(monthOf('2026-12')).toEqual({ firstDay: '2026-12-01', lastDay: '2026-12-31' });
    expect(monthOf('2028-02')).toEqual({ firstDay: '2028-02-01', lastDay: '2028-02-29' });
  });
});

describe('PL-07 what land can plausibly give', () => {
  it('is half as much again as usual: 0.3 ha of na bear 3,735 kg at most', () => {
    expect(plausibleGrams(3000, main)).toBe(3_735_000);
    expect(plausibleGrams(0, main)).toBeNull();
    expect(plausibleGrams(3000, undefined)).toBeNull();
  });

  const season = { firstDay: '2026-07-15', lastDay: '2026-09-30', window: main };
  const plan = {
    expectedG: 2_500_000,
    areaM2: 3000,
    firstDay: '2026-08-01',
    lastDay: '2026-08-31',
    plotsM2: 3000,
    season,
  };

  it.each([
    [{}, []],
    [{ expectedG: 4_300_000 }, ['YIELD_HIGH']],
    [{ expectedG: 800_000 }, ['YIELD_LOW']],
    [{ areaM2: 3400 }, ['AREA_OVER_PLOTS']],
    [{ areaM2: null }, []],
    [{ areaM2: null, plotsM2: 0 }, ['AREA_MISSING']],
    [{ firstDay: '2026-03-01', lastDay: '2026-03-31' }, ['OUT_OF_SEASON']],
    [{ season: undefined }, ['OUT_OF_SEASON']],
  ])('%j is flagged with %j', (over, flags) => {
    expect(planFlags({ ...plan, ...over })).toEqual(flags);
  });
});

describe('PL-04 an arrow instead of a number', () => {
  it('is a quarter more, the same or a quarter less, with twice the doubt of a number', () => {
    expect(estimateOf('UP', 200_000)).toEqual({ grams: 250_000, bandBp: 3000 });
    expect(estimateOf('SAME', 200_000)).toEqual({ grams: 200_000, bandBp: 3000 });
    expect(estimateOf('DOWN', 200_000)).toEqual({ grams: 150_000, bandBp: 3000 });
    expect(bandOf({ grams: 200_000, bandBp: 3000 })).toEqual({ low: 140_000, high: 260_000 });
    expect(bandOf({ grams: 200_000, bandBp: 1500 })).toEqual({ low: 170_000, high: 230_000 });
  });
});
