import { basisPoints, grams, type Grams } from '../../kernel/units.js';
import type { PolicyCode } from './allocation/preview.js';
import type { Wish } from './allocation/wish.js';

/** What a cooperative takes of somebody's order for its households, and how it is divided among them. */
export interface OrderPart {
  readonly policy: PolicyCode;
  /** The most of each grade; a grade that is not named is not taken. null: all that is missing. */
  readonly most: ReadonlyMap<string, Grams> | null;
}

/**
 * The wish cut down to a part of it. Never more than is missing, and none of a grade whose price the buyer left open:
 * nobody fills her order at a price she has not named.
 */
export function partOf(wish: Wish, { most }: OrderPart): Wish {
  const lines = wish.lines.flatMap((line) => {
    const wanted = Math.min(
      line.wanted,
      most === null ? Infinity : (most.get(line.gradeCode) ?? 0),
    );
    return line.maxVndPerKg === null || wanted === 0 ? [] : [{ ...line, wanted: grams(wanted) }];
  });
  return { ...wish, lines, tolerance: basisPoints(0), leastGrams: grams(0) };
}
