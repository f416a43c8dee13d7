import type { Day } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import type { BasisPoints, Grams, Vnd } from '../../kernel/units.js';
import type { CrateCode, CropCode, GradeCode } from '../facts/crops.js';
import type { InUnit } from './people-rows.js';

export interface LotRow extends InUnit {
  readonly id: Id;
  readonly code: string;
  readonly householdId: Id;
  readonly plotId: Id;
  readonly hamletCode: string;
  readonly cropCode: CropCode;
  readonly varietyCode: string;
  readonly buyingPointCode: string;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly minTakeG: Grams;
  readonly publishedAt: Date;
  state: 'PUBLISHED' | 'CLOSED';
  closedReason: 'SOLD' | 'EXPIRED' | null;
}

export interface LotGradeRow {
  readonly id: Id;
  readonly lotId: Id;
  readonly gradeCode: GradeCode;
  readonly offeredG: Grams;
  reservedG: Grams;
  /** Net weight that left on tickets both sides confirmed, before any agreed deduction. */
  weighedG: Grams;
  writtenOffG: Grams;
  /** Null is «theo giá đơn»: the order names the price. */
  readonly askVndPerKg: Vnd | null;
}

export interface LotHoldRow {
  readonly id: Id;
  readonly lotGradeId: Id;
  readonly allocationLineId: Id;
  readonly heldG: Grams;
  state: 'HELD' | 'CONSUMED' | 'RELEASED';
  /** Only an unanswered offer runs out. */
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
}

export type OrderState =
  'DRAFT' | 'SOURCING' | 'COMMITTED' | 'IN_PICKUP' | 'SETTLING' | 'COMPLETED';

export interface OrderRow {
  readonly id: Id;
  readonly code: string;
  readonly buyerId: Id;
  readonly policy: 'FAIR_SHARE' | 'FEWEST_STOPS' | 'SOONEST_EXPIRY';
  readonly marketCode: string;
  readonly pickupFrom: Date;
  readonly pickupTo: Date;
  readonly toleranceBp: BasisPoints;
  readonly createdAt: Date;
  state: OrderState;
}

export interface OrderLineRow {
  readonly id: Id;
  readonly orderId: Id;
  readonly cropCode: CropCode;
  readonly varietyCode: string;
  readonly gradeCode: GradeCode;
  readonly wantedG: Grams;
  readonly maxVndPerKg: Vnd | null;
}

export type AllocationState = 'OFFERED' | 'ACCEPTED' | 'DECLINED' | 'WEIGHED' | 'SHORT';

export interface AllocationLineRow {
  readonly id: Id;
  readonly orderId: Id;
  readonly orderLineId: Id;
  readonly lotId: Id;
  readonly lotGradeId: Id;
  readonly allocatedG: Grams;
  readonly vndPerKg: Vnd;
  readonly offeredAt: Date;
  readonly expiresAt: Date | null;
  readonly respondedAt: Date | null;
  state: AllocationState;
}

export interface DealRow {
  readonly id: Id;
  readonly code: string;
  readonly orderId: Id;
  readonly sellerId: Id;
  readonly buyerId: Id;
  readonly agreedG: Grams;
  readonly agreedVnd: Vnd;
  readonly deductionCapBp: BasisPoints;
  readonly depositVnd: Vnd;
  readonly paymentTermDays: number;
  readonly buyingPointCode: string;
  readonly pickupFrom: Date;
  readonly pickupTo: Date;
  readonly committedAt: Date;
  state: 'COMMITTED' | 'WEIGHED' | 'COMPLETED';
}

export interface DealLineRow {
  readonly id: Id;
  readonly dealId: Id;
  readonly allocationLineId: Id;
  readonly lotGradeId: Id;
  readonly cropCode: CropCode;
  readonly varietyCode: string;
  readonly gradeCode: GradeCode;
  readonly agreedG: Grams;
  readonly vndPerKg: Vnd;
}

interface Weights {
  readonly grossG: Grams;
  readonly tareG: Grams;
  readonly netG: Grams;
}

export interface WeighTicketRow extends Weights {
  readonly id: Id;
  readonly number: string;
  readonly dealId: Id;
  readonly runStopId: Id | null;
  readonly sellerId: Id;
  readonly buyerId: Id;
  readonly buyingPointCode: string;
  readonly weighedAt: Date;
  readonly confirmedAt: Date | null;
  readonly confirmedBy: 'OWN_PHONE' | 'SMS' | 'PIN' | null;
  readonly deductionG: Grams;
  readonly payableG: Grams;
  readonly amountVnd: Vnd;
  readonly state: 'SUBMITTED' | 'CONFIRMED';
}

export interface TicketLineRow extends Weights {
  readonly id: Id;
  readonly ticketId: Id;
  readonly dealLineId: Id;
  readonly gradeCode: GradeCode;
  readonly deductionBp: BasisPoints;
  readonly deductionG: Grams;
  readonly payableG: Grams;
  readonly vndPerKg: Vnd;
  readonly amountVnd: Vnd;
}

/** One time the pointer of the scale came to rest. */
export interface WeighRow extends Weights {
  readonly id: Id;
  readonly ticketId: Id;
  readonly ticketLineId: Id;
  readonly sequence: number;
  readonly crateCode: CrateCode;
  readonly crateCount: number;
}

export interface PayableRow {
  readonly id: Id;
  readonly ticketId: Id;
  readonly payerId: Id;
  readonly payeeId: Id;
  readonly amountVnd: Vnd;
  readonly paidVnd: Vnd;
  /** Cash is paid in whole thousands: paid in full is amount + this. */
  readonly cashRoundingVnd: Vnd;
  readonly method: 'CASH' | 'TRANSFER';
  readonly dueOn: Day;
  readonly paidAt: Date | null;
  readonly state: 'ACCRUED' | 'DUE' | 'DECLARED_PAID' | 'CONFIRMED';
}
