import { grams, type Grams } from '../../kernel/units.js';

/** Kilograms that were set aside on a lot for one line of a deal. */
export interface PromisedLine {
  readonly holdId: string;
  readonly gradeCode: string;
  readonly grams: number;
}

/**
 * Which promise each weighed kilogram keeps: the lines of a grade are filled in the order they were made,
 * the last one takes what is left, more or less than it promised. A grade that never came weighs 0.
 * @param net gross − tare by grade: what left the lot, whatever is deducted from the payment
 */
export function weighedByHold(
  lines: readonly PromisedLine[],
  net: ReadonlyMap<string, Grams>,
): { holdId: string; grams: Grams }[] {
  const left = new Map(net);
  return lines.map(({ holdId, gradeCode, grams: promised }, index) => {
    const rest = left.get(gradeCode) ?? grams(0);
    const isLast = !lines.slice(index + 1).some((line) => line.gradeCode === gradeCode);
    const taken = isLast ? rest : grams(Math.min(rest, promised));
    left.set(gradeCode, grams(rest - taken));
    return { holdId, grams: taken };
  });
}
