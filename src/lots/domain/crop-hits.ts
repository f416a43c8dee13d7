/** A crop, or one variety of it, that typed words mean. */
export interface CropHit {
  readonly cropCode: string;
  readonly varietyCode: string | null;
  /** How well the words fit, 0 best. */
  readonly rank: number;
}

/**
 * Hits of which no two find the same lot at the same rank. A variety that fits worse than its whole crop says nothing
 * more and is left out; one that fits as well comes before the rest of the crop: "na bở" is a word for both.
 */
export function clearest(hits: readonly CropHit[]): CropHit[] {
  const whole = new Map(
    hits.filter(({ varietyCode }) => varietyCode === null).map((hit) => [hit.cropCode, hit.rank]),
  );
  const kept = hits.filter(
    ({ cropCode, varietyCode, rank }) =>
      varietyCode === null || rank <= (whole.get(cropCode) ?? rank),
  );
  const hasOwn = new Set(
    kept.filter(({ varietyCode }) => varietyCode !== null).map(({ cropCode }) => cropCode),
  );
  return kept.map((hit) => ({
    ...hit,
    rank: 2 * hit.rank + (hit.varietyCode === null && hasOwn.has(hit.cropCode) ? 1 : 0),
  }));
}
