import { grams, type Grams } from '../../kernel/units.js';
import type { CropWindow } from './season.js';

/** Half as much again as usual: a very good year on very good land. */
const PLAUSIBLE_SHARE = 1.5;
const M2_PER_HA = 10_000;
/** Below a third of the usual yield, area or kilograms were mistyped more often than the year was bad. */
const LOW_SHARE = 1 / 3;
/** People round their land; a tenth more than the plots say is no contradiction. */
const AREA_TOLERANCE = 1.1;

export type PlanFlag =
  'YIELD_HIGH' | 'YIELD_LOW' | 'AREA_MISSING' | 'AREA_OVER_PLOTS' | 'OUT_OF_SEASON';

/** The most a season can plausibly bring from that land; null while the land is not known. */
export function plausibleGrams(areaM2: number, window: CropWindow | undefined): Grams | null {
  if (!window || areaM2 <= 0) return null;
  return grams(Math.round((areaM2 / M2_PER_HA) * window.usualKgPerHa * PLAUSIBLE_SHARE * 1000));
}

export const kgPerHa = (weight: number, areaM2: number): number =>
  Math.round(((weight / 1000) * M2_PER_HA) / areaM2);

interface PlanFacts {
  readonly expectedG: number;
  readonly areaM2: number | null;
  readonly firstDay: string;
  readonly lastDay: string;
  /** Of the same household and crop; null for a plan of a whole commune. */
  readonly plotsM2: number | null;
  readonly season:
    | { readonly firstDay: string; readonly lastDay: string; readonly window: CropWindow }
    | undefined;
}

/** What a reviewer should look at before confirming; never a refusal. */
export function planFlags(plan: PlanFacts): PlanFlag[] {
  const { expectedG, areaM2, plotsM2, season } = plan;
  const flags: PlanFlag[] = [];
  const land = areaM2 ?? plotsM2 ?? 0;
  if (land === 0) flags.push('AREA_MISSING');
  if (season && land > 0) {
    const perHa = kgPerHa(expectedG, land);
    if (perHa > season.window.mostKgPerHa) flags.push('YIELD_HIGH');
    if (perHa < season.window.usualKgPerHa * LOW_SHARE) flags.push('YIELD_LOW');
  }
  if (areaM2 !== null && plotsM2 !== null && areaM2 > plotsM2 * AREA_TOLERANCE)
    flags.push('AREA_OVER_PLOTS');
  if (!season || plan.lastDay < season.firstDay || plan.firstDay > season.lastDay)
    flags.push('OUT_OF_SEASON');
  return flags;
}
