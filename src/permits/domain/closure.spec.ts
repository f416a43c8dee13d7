import { closureOver, impasseOver } from './closure.js';
import type { Measure, RulePack, TripPoint, ZoneStatus } from './rule-pack.js';
import { drill2026 } from '../rule-packs/drill-2026.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 27, hour));
const zone = (unit: string, measure: Measure, from: number, to: number | null): ZoneStatus => ({
  unit,
  measure,
  from: at(from).toISOString(),
  to: to === null ? null : at(to).toISOString(),
  sourceNote: `QĐ ${from}`,
  confidence: 'SOURCED',
});
const UNITS = ['commune:07486@2025', 'province:24'];
const over = (zones: readonly ZoneStatus[], from = 4, to = 10) =>
  closureOver(UNITS, zones, at(from), at(to));

describe('SM-07 where goods cannot leave', () => {
  it('is closed while a blockade holds for the whole time, by whichever unit it was declared', () => {
    expect(over([zone('commune:07486@2025', 'BLOCKADE', 0, 12)])).toEqual({
      kind: 'ZONE',
      source: 'QĐ 0',
      until: at(12),
    });
    expect(over([zone('province:24', 'BLOCKADE', 0, null)])).toMatchObject({ until: null });
  });

  it('is open when goods may leave at some moment, and under every milder measure', () => {
    expect(over([zone('commune:07486@2025', 'BLOCKADE', 0, 9)])).toBeUndefined();
    expect(over([zone('commune:07486@2025', 'BLOCKADE', 5, 12)])).toBeUndefined();
    expect(over([zone('commune:07486@2025', 'CT16', 0, null)])).toBeUndefined();
    expect(over([zone('commune:07489@2025', 'BLOCKADE', 0, null)])).toBeUndefined();
  });

  it('goes on from one blockade to the next, and a commune may be released before its province', () => {
    expect(
      over([
        zone('commune:07486@2025', 'BLOCKADE', 0, 6),
        zone('commune:07486@2025', 'BLOCKADE', 6, 11),
      ]),
    ).toEqual({ kind: 'ZONE', source: 'QĐ 6', until: at(11) });
    expect(
      over([
        zone('province:24', 'BLOCKADE', 0, null),
        zone('commune:07486@2025', 'NEW_NORMAL', 0, null),
      ]),
    ).toBeUndefined();
  });
});

describe('SM-07 a date for which no permit could be had', () => {
  // 27 November by the clock in Việt Nam.
  const clock = (hour: number): Date => at(hour - 7);
  const GARDEN: TripPoint = { code: '07486', province: '24', units: UNITS };
  const MARKET: TripPoint = { code: 'LONG_BIEN', province: '01', units: ['city:Hà Nội'] };
  const daytime: RulePack = {
    ...drill2026({ from: clock(0), to: clock(240) }),
    scope: { origins: ['commune:07486@2025'], destinations: ['city:Hà Nội'] },
    openHours: [
      { from: '05:00', to: '11:00' },
      { from: '14:00', to: '20:00' },
    ],
  };
  const way = (
    from: number,
    to: number,
    known: { zones?: readonly ZoneStatus[]; packs?: readonly RulePack[]; points?: TripPoint[] },
  ) =>
    impasseOver(
      known.points ?? [GARDEN, MARKET],
      { zones: known.zones ?? [], rulePacks: known.packs ?? [] },
      clock(from),
      clock(to),
    );

  it('is impossible where the goods go to a closed place, also when theirs is open', () => {
    const zones = [zone('city:Hà Nội', 'BLOCKADE', 0, 12)];
    expect(way(8, 10, { zones })).toEqual({ kind: 'ZONE', source: 'QĐ 0', until: at(12) });
    expect(way(8, 20, { zones })).toBeUndefined();
    expect(way(8, 10, { zones, points: [GARDEN] })).toBeUndefined();
  });

  it('is impossible in hours in which a rule lets no goods on the road, until they open', () => {
    const packs = [daytime];
    const shut = (until: number) => ({
      kind: 'HOURS',
      source: daytime.document,
      until: clock(until),
    });
    expect(way(11, 14, { packs })).toEqual(shut(14));
    expect(way(20, 29, { packs })).toEqual(shut(29));
    expect(way(1, 4, { packs })).toEqual(shut(5));
    expect(way(10, 12, { packs })).toBeUndefined();
    expect(way(20, 30, { packs })).toBeUndefined();
  });

  it('is possible on a way, or at a time, of which that rule does not speak; tests and papers can be got', () => {
    const packs = [daytime];
    expect(way(21, 23, { packs, points: [GARDEN] })).toBeUndefined();
    expect(way(264, 267, { packs })).toBeUndefined();
    expect(way(21, 23, { packs: [drill2026({ from: clock(0), to: clock(240) })] })).toBeUndefined();
  });

  it('goes on from closed hours to a blockade', () => {
    const zones = [zone('commune:07486@2025', 'BLOCKADE', 5 - 7, 9 - 7)];
    expect(way(1, 8, { packs: [daytime], zones })).toMatchObject({ kind: 'ZONE', until: clock(9) });
  });
});
