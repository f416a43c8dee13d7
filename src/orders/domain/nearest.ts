import { grams, sumGrams, vnd, type Grams, type Vnd } from '../../kernel/units.js';
import type { CostModel } from './allocation/cost-model.js';
import { preview } from './allocation/preview.js';
import type { CandidateLot, Wish } from './allocation/wish.js';

/**
 * What comes nearest to a wish the market cannot fill: less of it, the next day, a higher price, a grade beside it,
 * or lots of any commune. `grams` is what could be had in all.
 */
export interface NearestAnswer {
  readonly kind: 'TAKE_LESS' | 'NEXT_DAY' | 'HIGHER_PRICE' | 'OTHER_GRADE' | 'ANY_COMMUNE';
  readonly grams: Grams;
  /** Of HIGHER_PRICE: the price a kilogram the dearest lot of it asks. */
  readonly vndPerKg: Vnd | null;
  /** Of OTHER_GRADE: the grade. */
  readonly gradeCode: string | null;
}

const DAY_MS = 86_400_000;

/** The possible answers that bring more than the plan does, the one that brings most first; none when nothing is missing. */
export function nearestAnswers(
  wish: Wish,
  market: readonly CandidateLot[],
  planned: Grams,
  costModel: CostModel,
): readonly NearestAnswer[] {
  const wanted = sumGrams(wish.lines.map((line) => line.wanted));
  if (planned >= wanted) return [];
  const reach = (changed: Wish): Grams =>
    preview(changed, market, 'FIRST_COME', costModel).totals.planned;
  const answer = (
    kind: NearestAnswer['kind'],
    changed: Wish,
    more: Partial<NearestAnswer> = {},
  ): NearestAnswer => ({ kind, grams: reach(changed), vndPerKg: null, gradeCode: null, ...more });

  const answers: NearestAnswer[] = [
    answer('NEXT_DAY', {
      ...wish,
      readyFrom: new Date(wish.readyFrom.getTime() + DAY_MS),
      readyTo: new Date(wish.readyTo.getTime() + DAY_MS),
    }),
  ];
  if ((wish.communeIds ?? []).length > 0)
    answers.push(answer('ANY_COMMUNE', { ...wish, communeIds: [] }));
  const dearest = priceThatFills(wish, market);
  if (dearest !== null) {
    const lines = wish.lines.map((line) => ({ ...line, maxVndPerKg: dearest }));
    answers.push(answer('HIGHER_PRICE', { ...wish, lines }, { vndPerKg: dearest }));
  }
  for (const gradeCode of otherGrades(wish, market)) {
    const line = {
      gradeCode,
      wanted: grams(wanted - planned),
      maxVndPerKg: wish.lines[0]?.maxVndPerKg ?? null,
    };
    answers.push(answer('OTHER_GRADE', { ...wish, lines: [...wish.lines, line] }, { gradeCode }));
  }
  const better = answers.filter((one) => one.grams > planned).toSorted((a, b) => b.grams - a.grams);
  const less: NearestAnswer = {
    kind: 'TAKE_LESS',
    grams: planned,
    vndPerKg: null,
    gradeCode: null,
  };
  return planned > 0 ? [less, ...better] : better;
}

/** The lowest price at which the lots of the wished grades would do, or the highest anybody asks; null when price is not it. */
function priceThatFills(wish: Wish, market: readonly CandidateLot[]): Vnd | null {
  let highest = 0;
  for (const { gradeCode, wanted, maxVndPerKg } of wish.lines) {
    if (maxVndPerKg === null) continue;
    let missing: number = wanted;
    const asks = market
      .filter((lot) => lot.gradeCode === gradeCode)
      .toSorted((a, b) => (a.askVndPerKg ?? 0) - (b.askVndPerKg ?? 0));
    for (const { askVndPerKg, free } of asks) {
      if (missing <= 0) break;
      missing -= free;
      if (askVndPerKg !== null && askVndPerKg > maxVndPerKg)
        highest = Math.max(highest, askVndPerKg);
    }
  }
  return highest === 0 ? null : vnd(highest);
}

/** At most two grades nobody asked for, the one with most on offer first. */
function otherGrades(wish: Wish, market: readonly CandidateLot[]): readonly string[] {
  const asked = new Set(wish.lines.map((line) => line.gradeCode));
  const offered = new Map<string, number>();
  for (const { gradeCode, free } of market) {
    if (!asked.has(gradeCode)) offered.set(gradeCode, (offered.get(gradeCode) ?? 0) + free);
  }
  return [...offered]
    .toSorted(([a, gramsA], [b, gramsB]) => gramsB - gramsA || (a < b ? -1 : 1))
    .slice(0, 2)
    .map(([gradeCode]) => gradeCode);
}
