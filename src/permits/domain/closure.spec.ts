import { closureOver } from './closure.js';
import type { Measure, ZoneStatus } from './rule-pack.js';

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
    ).toEqual({ source: 'QĐ 6', until: at(11) });
    expect(
      over([
        zone('province:24', 'BLOCKADE', 0, null),
        zone('commune:07486@2025', 'NEW_NORMAL', 0, null),
      ]),
    ).toBeUndefined();
  });
});
