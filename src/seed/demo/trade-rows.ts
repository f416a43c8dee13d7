import type { Day } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import type { BasisPoints, Grams, Vnd } from '../../kernel/units.js';
import type { UnitKey } from '../facts/admin-units.js';
import type { CrateCode, CropCode, GradeCode } from '../facts/crops.js';

export interface LotRow {
  readonly id: Id;
  readonly householdId: Id;
  readonly unit: UnitKey;
  readonly cropCode: CropCode;
  readonly varietyCode: string;
  state: 'PUBLISHED' | 'CLOSED';
  closeReason: 'SOLD' | 'EXPIRED' | null;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly lat: number;
  readonly lon: number;
  readonly minTakeG: Grams;
  /** The commune's office vouches for the lot, since there is no photo of invented fruit. */
  readonly confirmedBy: Id;
  readonly publishedAt: Date;
}

export interface LotGradeRow {
  readonly id: Id;
  readonly lotId: Id;
  readonly gradeCode: GradeCode;
  /** Null is «theo giá đơn»: the order names the price. */
  readonly askVndPerKg: Vnd | null;
  readonly offeredG: Grams;
  reservedG: Grams;
  /** Net weight that left on tickets both sides confirmed, before any agreed deduction. */
  weighedG: Grams;
  readonly writtenOffG: Grams;
}

/** Its id is that of the allocation line it holds the weight for. */
export interface LotHoldRow {
  readonly id: Id;
  readonly lotGradeId: Id;
  readonly grams: Grams;
  /** Only an unanswered offer runs out. */
  readonly expiresAt: Date | null;
  state: 'HELD' | 'RELEASED' | 'WEIGHED';
  readonly createdAt: Date;
}

export type OrderState =
  'DRAFT' | 'SOURCING' | 'COMMITTED' | 'IN_PICKUP' | 'SETTLING' | 'COMPLETED';

export interface OrderRow {
  readonly id: Id;
  readonly number: string;
  readonly buyerId: Id;
  readonly cropCode: CropCode;
  readonly varietyCode: string;
  state: OrderState;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly marketCode: string;
  readonly policy: 'FAIR_SHARE' | 'LOWEST_COST';
  readonly toleranceBp: BasisPoints;
  readonly deductionBp: BasisPoints;
  readonly paymentDays: number;
  readonly committedAt: Date | null;
  readonly createdAt: Date;
}

export interface OrderLineRow {
  readonly id: Id;
  readonly orderId: Id;
  readonly gradeCode: GradeCode;
  readonly wantedG: Grams;
  readonly maxVndPerKg: Vnd;
}

/** A round of asking as it was planned; the first of its order. */
export interface AllocationPlanRow {
  readonly id: Id;
  readonly orderId: Id;
  readonly policy: OrderRow['policy'];
  readonly wantedG: Grams;
  readonly plannedG: Grams;
  readonly goodsVnd: Vnd;
  readonly transportVnd: Vnd;
  readonly createdAt: Date;
}

export type AllocationState = 'OFFERED' | 'ACCEPTED' | 'DECLINED' | 'COMMITTED' | 'WEIGHED';

export interface AllocationLineRow {
  readonly id: Id;
  readonly orderId: Id;
  readonly planId: Id;
  readonly lotId: Id;
  readonly lotGradeId: Id;
  readonly householdId: Id;
  readonly gradeCode: GradeCode;
  readonly grams: Grams;
  readonly vndPerKg: Vnd;
  state: AllocationState;
  readonly offeredAt: Date;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
  dealId: Id | null;
}

export interface DealRow {
  readonly id: Id;
  readonly number: string;
  readonly orderId: Id;
  readonly buyerId: Id;
  readonly householdId: Id;
  readonly cropCode: CropCode;
  readonly unit: UnitKey;
  state: 'COMMITTED' | 'WEIGHED' | 'PAID';
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly deductionBp: BasisPoints;
  readonly paymentDays: number;
  readonly createdAt: Date;
}

export interface DealLineRow {
  readonly id: Id;
  readonly dealId: Id;
  readonly lotId: Id;
  readonly lotGradeId: Id;
  readonly holdId: Id;
  readonly gradeCode: GradeCode;
  readonly grams: Grams;
  readonly vndPerKg: Vnd;
}

export interface WeighTicketRow {
  readonly id: Id;
  readonly number: string;
  readonly dealId: Id;
  readonly orderId: Id;
  readonly buyerId: Id;
  readonly householdId: Id;
  readonly unit: UnitKey;
  readonly cropCode: CropCode;
  readonly state: 'SUBMITTED' | 'CONFIRMED';
  readonly deductionBp: BasisPoints;
  readonly payableG: Grams;
  readonly amountVnd: Vnd;
  readonly submittedAt: Date;
  readonly confirmedAt: Date | null;
  readonly confirmMethod: 'OWN_PHONE' | 'PIN' | 'WITNESS' | null;
  readonly createdAt: Date;
}

export interface TicketLineRow {
  readonly ticketId: Id;
  readonly gradeCode: GradeCode;
  readonly crates: number;
  readonly grossG: Grams;
  readonly tareG: Grams;
  /** Rounding to tenths of a kilogram included: below zero where it rounds up. */
  readonly deductionG: number;
  readonly payableG: Grams;
  readonly vndPerKg: Vnd;
  readonly amountVnd: Vnd;
}

/** One time the pointer of the scale came to rest. */
export interface WeighRow {
  readonly id: Id;
  readonly ticketId: Id;
  readonly seq: number;
  readonly gradeCode: GradeCode;
  readonly grossG: Grams;
  readonly crateCode: CrateCode;
  readonly crates: number;
  readonly tareG: Grams;
  readonly weighedAt: Date;
}

export interface PayableRow {
  readonly id: Id;
  readonly ticketId: Id;
  readonly orderId: Id;
  readonly payerId: Id;
  readonly payeeId: Id;
  readonly amountVnd: Vnd;
  readonly state: 'DUE' | 'DECLARED_PAID' | 'CONFIRMED' | 'CONTESTED';
  readonly dueOn: Day;
  readonly method: 'CASH' | 'TRANSFER' | null;
  readonly declaredAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly contestReason: string | null;
  readonly createdAt: Date;
}
