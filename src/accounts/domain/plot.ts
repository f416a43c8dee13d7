import { refuse, type Refusal } from '../../kernel/refusal.js';

/** The land of a household that does not know its size: one sào of the north. */
export const SAO_M2 = 360;
const SMALLEST_M2 = 10;
const LARGEST_M2 = 500_000;
const OLDEST_YEAR = 1900;

export type PlotRefusal = 'AREA_IMPLAUSIBLE' | 'PLANTED_YEAR_WRONG' | 'PLOTS_TOO_MANY';

/** Whether land can be that large and trees that old; undefined when all is well. */
export function checkPlot(
  { areaM2, plantedYear }: { readonly areaM2: number; readonly plantedYear: number | null },
  thisYear: number,
): Refusal<PlotRefusal> | undefined {
  if (areaM2 < SMALLEST_M2 || areaM2 > LARGEST_M2) return refuse('AREA_IMPLAUSIBLE', {}, 'areaM2');
  if (plantedYear !== null && (plantedYear < OLDEST_YEAR || plantedYear > thisYear))
    return refuse('PLANTED_YEAR_WRONG', {}, 'plantedYear');
  return undefined;
}
