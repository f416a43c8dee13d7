/** Why a day came to no order: no lot fitted, the buyer may not buy, a grade is no more, or a term is no longer taken. */
export type EmptyReason = 'NO_LOT' | 'BUYER_NOT_ACTIVE' | 'GRADE_GONE' | 'TERMS';

const KNOWN: Readonly<Record<string, EmptyReason>> = {
  NO_LOT_FITS: 'NO_LOT',
  LOT_NOT_ENOUGH: 'NO_LOT',
  BUYER_NOT_ACTIVE: 'BUYER_NOT_ACTIVE',
  ORDER_GRADE_UNKNOWN: 'GRADE_GONE',
};

/** @param refused the code with which an order was not made */
export const emptyReason = (refused: string): EmptyReason => KNOWN[refused] ?? 'TERMS';
