import type { Day } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import type { Grams } from '../../kernel/units.js';
import type { UnitKey } from '../facts/admin-units.js';
import type { CropCode } from '../facts/crops.js';

// One interface per table, plain values only. Weights are grams, money is đồng, instants are Date, business
// days are Day. Units, hamlets, markets and posts are named by their codes. Who wrote a row is left out: it is
// the one member of the party that acted.

export interface PersonRow {
  readonly id: Id;
  /** E.164, from the demo block +84 900 xxx xxx, which no person of the demo shares with another. */
  readonly phone: string;
  readonly name: string;
  readonly createdAt: Date;
}

export type PartyKind =
  'HOUSEHOLD' | 'COOPERATIVE' | 'TRADER' | 'TRANSPORTER' | 'OFFICE' | 'CHECKPOINT' | 'PLATFORM';

export interface PartyRow {
  readonly id: Id;
  readonly kind: PartyKind;
  readonly name: string;
  readonly unit: UnitKey;
  readonly hamletCode: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly bankBin: string | null;
  /** Invented: begins with 0000. */
  readonly bankAccount: string | null;
  /** Invented: begins with 00, which no tax office uses. */
  readonly taxCode: string | null;
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
  readonly personId: Id;
  readonly partyId: Id;
  readonly role: Role;
}

/** A unit that an office answers for. */
export interface TerritoryRow {
  readonly partyId: Id;
  readonly unit: UnitKey;
}

export interface CoopMemberRow {
  readonly coopId: Id;
  readonly householdId: Id;
  readonly joinedOn: Day;
}

export interface PlotRow {
  readonly id: Id;
  readonly householdId: Id;
  readonly unit: UnitKey;
  readonly hamletCode: string;
  readonly cropCode: CropCode;
  readonly varietyCode: string;
  readonly areaM2: number;
  readonly plantedYear: number | null;
  readonly lat: number;
  readonly lon: number;
  /** Trees pruned to bear late give their fruit from October to January. */
  readonly harvest: 'MAIN' | 'LATE';
  /** What one picking of this plot usually gives. */
  readonly pickG: Grams;
}

export interface ProductionPlanRow {
  readonly id: Id;
  readonly unit: UnitKey;
  readonly cropCode: CropCode;
  /** Year in which the season begins, and which of the year's seasons: `2021-MAIN`. */
  readonly season: string;
  readonly areaM2: number;
  readonly expectedG: Grams;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly createdAt: Date;
}

/** What one household expects of a season. */
export interface HouseholdPlanRow extends ProductionPlanRow {
  readonly householdId: Id;
  readonly state: 'SUBMITTED' | 'CONFIRMED';
  readonly source: 'GROWER';
  readonly enteredBy: Id;
}

export interface FieldEventRow {
  readonly id: Id;
  readonly kind: 'HAIL';
  readonly unit: UnitKey;
  readonly cropCode: CropCode;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly lossBp: number;
  readonly note: string;
  readonly source: 'OFFICER';
  readonly reportedBy: Id;
  readonly createdAt: Date;
}

export interface ForecastRow {
  readonly id: Id;
  readonly householdId: Id;
  readonly unit: UnitKey;
  readonly cropCode: CropCode;
  readonly day: Day;
  readonly grams: Grams;
  readonly revision: number;
  /** Only the last revision of a household, crop and day counts. */
  readonly isCurrent: boolean;
  readonly source: 'GROWER' | 'COOPERATIVE' | 'OFFICER';
  readonly reportedBy: Id;
  readonly bandBp: number;
  readonly reason: 'HAIL' | null;
  readonly eventId: Id | null;
  readonly createdAt: Date;
}
