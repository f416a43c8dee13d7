import type { Day } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import type { Grams } from '../../kernel/units.js';
import type { CropCode } from '../facts/crops.js';

// One interface per table, plain values only. Weights are grams, money is đồng, instants are Date,
// business days are Day. An administrative unit is always code and first day together.

export interface InUnit {
  readonly unitCode: string;
  readonly unitValidFrom: Day;
}

export interface PersonRow {
  readonly id: Id;
  readonly fullName: string;
  /** E.164, from the demo block +84 900 000 000 … which is never given to a subscriber here. */
  readonly phone: string;
  /** Invented: begins with 000, which is no province of birth. Null when not seen yet. */
  readonly idNumber: string | null;
  readonly createdAt: Date;
}

export type PartyKind =
  'HOUSEHOLD' | 'COOPERATIVE' | 'TRADER' | 'TRANSPORTER' | 'OFFICE' | 'CHECKPOINT' | 'PLATFORM';

export interface PartyRow extends InUnit {
  readonly id: Id;
  readonly kind: PartyKind;
  readonly name: string;
  readonly hamletCode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Invented: begins with 00, which no tax office uses. */
  readonly taxCode: string | null;
  readonly bankBin: string | null;
  /** Invented: begins with 0000. */
  readonly bankAccount: string | null;
  readonly bankHolder: string | null;
  readonly state: 'ACTIVE' | 'PENDING_APPROVAL';
  readonly createdAt: Date;
}

export type Role =
  | 'GROWER'
  | 'COOP_CLERK'
  | 'TRADER'
  | 'DRIVER'
  | 'TRANSPORTER'
  | 'CHECKPOINT_OFFICER'
  | 'COMMUNE_OFFICER'
  | 'OFFICE_STAFF'
  | 'ADMIN';

export interface MembershipRow {
  readonly id: Id;
  readonly personId: Id;
  readonly partyId: Id;
  readonly role: Role;
  readonly createdAt: Date;
}

export type Grant = 'SELL_FOR' | 'SEE_LOTS' | 'RECEIVE_PAYMENT';

export interface CoopMemberRow {
  readonly id: Id;
  readonly cooperativeId: Id;
  readonly householdId: Id;
  readonly grants: readonly Grant[];
  readonly since: Day;
}

export interface PlotRow extends InUnit {
  readonly id: Id;
  readonly householdId: Id;
  readonly hamletCode: string;
  readonly name: string;
  readonly cropCode: CropCode;
  readonly varietyCode: string;
  readonly areaM2: number;
  readonly treeCount: number | null;
  readonly plantedYear: number | null;
  readonly certificate: 'VIETGAP' | 'VIETGAP_STYLE' | null;
  /** Trees pruned to bear late give their fruit from October to January. */
  readonly harvest: 'MAIN' | 'LATE';
  /** What one picking of this plot usually gives. */
  readonly pickG: Grams;
  readonly latitude: number;
  readonly longitude: number;
}

export interface ProductionPlanRow extends InUnit {
  readonly id: Id;
  readonly cropCode: CropCode;
  readonly season: 'MAIN' | 'OFF';
  /** Year in which the season begins. */
  readonly year: number;
  readonly areaM2: number;
  readonly vietgapAreaM2: number;
  readonly plannedG: Grams;
  readonly windowFrom: Day;
  readonly windowTo: Day;
  readonly state: 'CONFIRMED' | 'CLOSED';
}

export interface ForecastRow {
  readonly id: Id;
  readonly householdId: Id;
  readonly plotId: Id;
  readonly cropCode: CropCode;
  readonly varietyCode: string;
  readonly on: Day;
  readonly expectedG: Grams;
  readonly source: 'HOUSEHOLD' | 'COOPERATIVE' | 'OFFICER';
  readonly revision: number;
  readonly reportedAt: Date;
}
