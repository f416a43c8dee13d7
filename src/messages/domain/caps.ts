/** Đồng a month, until an administrator sets another: the district pays for whoever has no cooperative. */
export const DEFAULT_CAPS = { district: 20_000_000, cooperative: 2_000_000 } as const;

/** Of the cap: from here on somebody should look. */
const NEAR_PERCENT = 80;

export const isNearCap = (spentVnd: number, capVnd: number): boolean =>
  spentVnd * 100 >= capVnd * NEAR_PERCENT;

/** Whether this very message brought the month near its cap. */
export const nowNearsCap = (spentVnd: number, lastVnd: number, capVnd: number): boolean =>
  isNearCap(spentVnd, capVnd) && !isNearCap(spentVnd - lastVnd, capVnd);
