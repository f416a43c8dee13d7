import { giniOf } from '../../../../../src/kernel/gini.js';
import type { SharePlan } from './documents.js';

/** Kilograms as they are written into a cell, in grams; an empty cell is nothing. null: it is no weight. */
export function gramsTyped(text: string): number | null {
  const said = text.trim().replaceAll(/\.(?=\d{3}(\D|$))/g, '');
  if (said === '') return 0;
  return /^\d{1,6}(,\d{1,3})?$/.test(said)
    ? Math.round(Number(said.replace(',', '.')) * 1000)
    : null;
}

/** What is written into the cell of a lot that gives so much. */
export const typedOf = (grams: number): string =>
  grams === 0 ? '' : String(grams / 1000).replace('.', ',');

/** Why a cell cannot stand. */
type Doubt = 'NUMBER' | 'MORE_THAN_OFFERED' | 'LESS_THAN_LEAST';

export interface OwnDivision {
  /** Grams by lot grade id, of the cells that can stand. */
  readonly amounts: ReadonlyMap<string, number>;
  readonly total: number;
  readonly households: number;
  /** Gini of what is taken against what is offered, household by household: 0 is even. */
  readonly gini: number;
  readonly doubts: ReadonlyMap<string, Doubt>;
  /** Grades of which more is given than the order takes. */
  readonly over: readonly string[];
}

/** A division by hand as it stands in the cells; reckoned on the phone by the formula the server keeps. */
export function ownDivision(
  { shares, grades }: Pick<SharePlan, 'shares' | 'grades'>,
  cells: ReadonlyMap<string, string>,
): OwnDivision {
  const amounts = new Map<string, number>();
  const doubts = new Map<string, Doubt>();
  const households = new Map<number, { offered: number; taken: number }>();
  for (const { lotGradeId, householdNumber, offeredGrams, leastGrams } of shares) {
    const typed = gramsTyped(cells.get(lotGradeId) ?? '');
    if (typed === null) doubts.set(lotGradeId, 'NUMBER');
    else if (typed > offeredGrams) doubts.set(lotGradeId, 'MORE_THAN_OFFERED');
    else if (typed > 0 && typed < leastGrams) doubts.set(lotGradeId, 'LESS_THAN_LEAST');
    const taken = doubts.has(lotGradeId) ? 0 : (typed ?? 0);
    if (taken > 0) amounts.set(lotGradeId, taken);
    const known = households.get(householdNumber) ?? { offered: 0, taken: 0 };
    households.set(householdNumber, {
      offered: known.offered + offeredGrams,
      taken: known.taken + taken,
    });
  }
  const givenOf = (code: string): number =>
    shares.reduce(
      (sum, { lotGradeId, grade }) =>
        grade.code === code ? sum + (amounts.get(lotGradeId) ?? 0) : sum,
      0,
    );
  return {
    amounts,
    total: [...amounts.values()].reduce((sum, one) => sum + one, 0),
    households: [...households.values()].filter(({ taken }) => taken > 0).length,
    gini: giniOf([...households.values()]) / 10_000,
    doubts,
    over: grades
      .filter(({ grade, mostGrams }) => givenOf(grade.code) > mostGrams)
      .map(({ grade }) => grade.code),
  };
}
