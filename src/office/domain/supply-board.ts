/** Kilograms of one crop in one commune on one day. null: nobody reported; 0: reported as none. */
export interface SupplyFigures {
  readonly plannedGrams: number | null;
  /** Reported for the day itself. */
  readonly forecastGrams: number | null;
  /** Last number of households that reported in the three days before, but not for this day. */
  readonly carriedGrams: number;
  /** Households that grow the crop and gave no number in four days. */
  readonly unknownHouseholds: number;
  readonly offeredGrams: number;
  readonly committedGrams: number;
  readonly weighedGrams: number;
  readonly unsoldGrams: number;
}

export interface SupplyRow extends SupplyFigures {
  readonly communeId: string;
  readonly cropCode: string;
}

export type Measure =
  'PLANNED' | 'FORECAST' | 'CARRIED' | 'UNKNOWN' | 'OFFERED' | 'COMMITTED' | 'WEIGHED' | 'UNSOLD';

/** One sum as the database groups it; UNKNOWN counts households, the others grams. */
export interface MeasureSum {
  readonly communeId: string;
  readonly cropCode: string;
  readonly measure: Measure;
  readonly sum: number;
}

const NOTHING: SupplyFigures = {
  plannedGrams: null,
  forecastGrams: null,
  carriedGrams: 0,
  unknownHouseholds: 0,
  offeredGrams: 0,
  committedGrams: 0,
  weighedGrams: 0,
  unsoldGrams: 0,
};

const FIELD: Record<Measure, keyof SupplyFigures> = {
  PLANNED: 'plannedGrams',
  FORECAST: 'forecastGrams',
  CARRIED: 'carriedGrams',
  UNKNOWN: 'unknownHouseholds',
  OFFERED: 'offeredGrams',
  COMMITTED: 'committedGrams',
  WEIGHED: 'weighedGrams',
  UNSOLD: 'unsoldGrams',
};

/**
 * The board of a day: sums of the database gathered under the commune that answers for the ground on that day.
 * `communeOn` maps a commune of 2021 to its successor; rows come by commune, then crop.
 */
export function boardOf(
  sums: readonly MeasureSum[],
  communeOn: (id: string) => string,
): SupplyRow[] {
  const rows = new Map<string, SupplyRow>();
  for (const { communeId, cropCode, measure, sum } of sums) {
    const commune = communeOn(communeId);
    const key = `${commune}/${cropCode}`;
    const row = rows.get(key) ?? { communeId: commune, cropCode, ...NOTHING };
    const field = FIELD[measure];
    rows.set(key, { ...row, [field]: (row[field] ?? 0) + sum });
  }
  return [...rows.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** Totals equal rows: an unreported figure adds nothing, and a total of nothing but unreported stays unreported. */
export function totalOf(rows: readonly SupplyFigures[]): SupplyFigures {
  const sum = (field: keyof SupplyFigures): number | null => {
    const known = rows.map((row) => row[field]).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
  };
  return {
    plannedGrams: sum('plannedGrams'),
    forecastGrams: sum('forecastGrams'),
    carriedGrams: sum('carriedGrams') ?? 0,
    unknownHouseholds: sum('unknownHouseholds') ?? 0,
    offeredGrams: sum('offeredGrams') ?? 0,
    committedGrams: sum('committedGrams') ?? 0,
    weighedGrams: sum('weighedGrams') ?? 0,
    unsoldGrams: sum('unsoldGrams') ?? 0,
  };
}
