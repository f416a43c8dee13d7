import { type BasisPoints, grams, type Grams, toTenthsOfKilogram } from '../../kernel/units.js';

export interface DeductedWeight {
  readonly netG: Grams;
  readonly deductionG: Grams;
  readonly payableG: Grams;
}

/**
 * Gross less tare, then the agreed deduction on what remains, then half up to a tenth of a kilogram:
 * the order of operations changes the result, and the rounding is counted into the deduction.
 */
export function deducted(grossG: Grams, tareG: Grams, deductionBp: BasisPoints): DeductedWeight {
  const netG = grams(grossG - tareG);
  const payableG = toTenthsOfKilogram(Math.floor((netG * (10_000 - deductionBp)) / 10_000));
  return { netG, deductionG: grams(netG - payableG), payableG };
}
