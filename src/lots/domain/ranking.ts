/** The most points each factor gives; together a hundred. Nothing else counts, and nobody can pay for a place. */
export const MOST_POINTS = { near: 40, fresh: 25, fit: 20, kept: 15 } as const;

type RankFactor = keyof typeof MOST_POINTS;

export const RANKING = {
  /** No points for distance from here on: the far end of the district. */
  farMetres: 40_000,
  /** A lot of two days ago may be sold over the fence. */
  staleHours: 48,
  /** Hours of the wished day in which it can be fetched, that are enough for any round. */
  enoughHours: 4,
} as const;

/** What a place was decided on; figures a buyer can check. */
export interface Ranked {
  readonly near: number;
  readonly fresh: number;
  readonly fit: number;
  readonly kept: number;
  readonly metres: number | null;
  readonly publishedAt: Date;
  readonly reliability: number;
}

export interface RankReason {
  readonly factor: RankFactor;
  readonly points: number;
  readonly mostPoints: number;
  /** Kilometres, hours since it was listed, or the share of promises kept in percent; null where points say it all. */
  readonly figure: number | null;
}

/** Why a lot stands where it stands, the factor that gave most first; what was not asked for is left out. */
export function reasonsOf(
  ranked: Ranked,
  asOf: Date,
  asked: { readonly hasPlace: boolean; readonly hasDay: boolean },
): RankReason[] {
  const hours = Math.floor((asOf.getTime() - ranked.publishedAt.getTime()) / 3_600_000);
  const figures: Readonly<Record<RankFactor, number | null>> = {
    near: ranked.metres === null ? null : Math.round(ranked.metres / 1000),
    fresh: hours,
    fit: null,
    kept: Math.floor(ranked.reliability * 100),
  };
  const factors: RankFactor[] = ['near', 'fresh', 'fit', 'kept'];
  return factors
    .filter((factor) => (factor !== 'near' || asked.hasPlace) && (factor !== 'fit' || asked.hasDay))
    .map((factor) => ({
      factor,
      points: ranked[factor],
      mostPoints: MOST_POINTS[factor],
      figure: figures[factor],
    }))
    .toSorted((a, b) => b.points - a.points);
}
