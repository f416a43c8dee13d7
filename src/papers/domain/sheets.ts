import type { Side } from '../../kernel/side.js';

/** What a paper may say of a deal; terms that were never agreed on are null. */
export interface DealSheet {
  readonly number: string;
  readonly orderNumber: string;
  readonly createdAt: Date;
  readonly buyer: string;
  readonly household: string;
  readonly hamlet: string | null;
  readonly commune: string;
  readonly crop: string;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  /** null: fetched at the garden. */
  readonly destination: string | null;
  readonly lines: readonly SheetLine[];
  readonly deduction: SheetDeduction;
  readonly toleranceBp: number;
  readonly paymentDays: number;
  readonly depositVnd: number;
  readonly depositDueAt: Date | null;
  readonly cancelDispatchedBp: number;
  readonly cancelGateBp: number;
  readonly releaseBy: Date | null;
  /** What only a bargain settles; null when the deal was made without one. */
  readonly bargain: {
    readonly pricePlace: 'GARDEN' | 'SCALE';
    readonly loadingBy: Side;
    readonly transportBy: Side;
    readonly cratesBy: Side;
    readonly bandMoveBp: number | null;
    readonly bandBuyerShareBp: number | null;
  } | null;
}

export interface SheetLine {
  readonly grade: string;
  readonly grams: number;
  readonly vndPerKg: number;
}

export interface SheetDeduction {
  readonly kind: 'NONE' | 'PERCENT' | 'FIXED_PER_CRATE';
  readonly bp: number;
  readonly crateGrams: number;
}

/** One household's part of an order: who, where, how to call it. */
export interface Part {
  readonly number: string;
  readonly householdId: string;
  readonly household: string;
  readonly phone: string | null;
  readonly hamlet: string | null;
  readonly commune: string;
  readonly lines: readonly SheetLine[];
}

/** What a paper may say of a committed order. */
export interface OrderSheet {
  readonly number: string;
  readonly createdAt: Date;
  readonly buyer: string;
  readonly crop: string;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly destination: string | null;
  readonly toleranceBp: number;
  readonly deduction: SheetDeduction;
  readonly paymentDays: number;
  readonly wanted: readonly { readonly grade: string; readonly grams: number }[];
  /** By commune, hamlet and name, as Vietnamese are sorted. */
  readonly parts: readonly Part[];
}
