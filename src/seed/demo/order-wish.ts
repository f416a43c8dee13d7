import type { Day } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import type { Grams } from '../../kernel/units.js';
import type { CropCode, GradeCode } from '../facts/crops.js';
import type { Offer } from './lots.js';
import type {
  AllocationLineRow,
  LotGradeRow,
  LotHoldRow,
  OrderRow,
  OrderState,
} from './trade-rows.js';

export interface OrderWish {
  /** Unique among the orders of its day: `hero/fetched`. */
  readonly name: string;
  readonly placedOn: Day;
  readonly pickupOn: Day;
  readonly buyerId: Id;
  readonly marketCode: string;
  readonly cropCode: CropCode;
  readonly varietyCode: string;
  readonly gradeCodes: readonly GradeCode[];
  /** How much the buyer wants; an order that is still being sourced may have found less. */
  readonly wantedG: Grams;
  /** How much of it may be taken from the board now. */
  readonly fillG: Grams;
  /** Lots are taken from near this commune first. */
  readonly nearCommuneCode: string;
  readonly state: OrderState;
  /** This household is asked before all others, for this share of what it still has. */
  readonly first?: { readonly householdId: Id; readonly share: number };
  /** What the buyer always agrees; drawn when left out. */
  readonly terms?: Pick<OrderRow, 'deductionBp' | 'paymentDays'>;
}

export interface Take {
  readonly offer: Offer;
  readonly grade: LotGradeRow;
  readonly takenG: Grams;
}

export interface Taken {
  readonly line: AllocationLineRow;
  readonly hold: LotHoldRow;
  readonly grade: LotGradeRow;
  readonly offer: Offer;
}
