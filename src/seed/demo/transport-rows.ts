import type { Day } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import type { Grams, Vnd } from '../../kernel/units.js';
import type { CropCode } from '../facts/crops.js';
import type { VehicleKindCode } from '../facts/vehicle-kinds.js';
import type { InUnit } from './people-rows.js';

export interface VehicleRow {
  readonly id: Id;
  readonly plate: string;
  readonly kindCode: VehicleKindCode;
  readonly ownerId: Id;
  readonly driverId: Id;
  readonly payloadG: Grams;
  readonly boxCubicMetres: number;
  readonly isRefrigerated: boolean;
  readonly inspectedUntil: Day;
}

export interface RunRow {
  readonly id: Id;
  readonly code: string;
  readonly on: Day;
  readonly orderId: Id;
  readonly vehicleId: Id;
  readonly driverId: Id;
  /** Everyone aboard, the driver first. */
  readonly crewIds: readonly Id[];
  readonly carrierId: Id;
  readonly buyerId: Id;
  readonly marketCode: string;
  readonly plannedG: Grams;
  loadedG: Grams;
  readonly feeVnd: Vnd;
  readonly plannedDepartAt: Date;
  departedAt: Date | null;
  deliveredAt: Date | null;
  state: 'PLANNED' | 'IN_PROGRESS' | 'DELIVERED';
}

export interface RunStopRow {
  readonly id: Id;
  readonly runId: Id;
  readonly sequence: number;
  readonly kind: 'PICKUP' | 'DROP';
  readonly dealId: Id | null;
  readonly placeCode: string;
  readonly plannedG: Grams;
  loadedG: Grams | null;
  readonly plannedAt: Date;
  doneAt: Date | null;
  state: 'PENDING' | 'DONE';
}

export interface HealthProofRow {
  readonly id: Id;
  readonly personId: Id;
  readonly kind: 'RT_PCR' | 'RAPID_AG';
  readonly sampledAt: Date;
  readonly resultAt: Date;
  readonly result: 'NEGATIVE';
  readonly poolId: Id | null;
  readonly poolSize: 10 | 20 | null;
}

/** The facts of a permit, before it is signed. */
export interface PermitRow {
  readonly id: Id;
  readonly code: string;
  readonly type: 'VEHICLE_GREEN_LANE';
  readonly runId: Id | null;
  readonly vehicleId: Id;
  readonly plate: string;
  readonly carrierId: Id;
  readonly driverId: Id;
  readonly crewIds: readonly Id[];
  readonly marketCode: string;
  readonly cropCodes: readonly CropCode[];
  readonly fromG: Grams;
  readonly toG: Grams;
  readonly ruleId: string;
  readonly officialCardNumber: string;
  readonly issuedAt: Date;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly state: 'EXPIRED';
}

export interface CheckpointRow extends InUnit {
  readonly id: Id;
  readonly code: string;
  readonly name: string;
  readonly road: string;
  readonly partyId: Id;
  readonly latitude: number;
  readonly longitude: number;
  readonly openFrom: Date;
  readonly openTo: Date;
}

export type HoldReason = 'EXPIRED_TEST' | 'CREW_MISSING' | 'WRONG_PLATE' | 'OFF_ROUTE';

export interface ScanRow {
  readonly id: Id;
  readonly permitId: Id;
  readonly checkpointId: Id;
  readonly officerId: Id;
  readonly deviceAt: Date;
  readonly receivedAt: Date;
  readonly verdict: 'PASS' | 'HOLD';
  readonly reason: HoldReason | null;
  readonly plateSeen: string;
  readonly peopleAboard: number;
}

export interface ZoneStatusRow extends InUnit {
  readonly id: Id;
  readonly measure: 'CT16' | 'CT15' | 'NEW_NORMAL' | 'LEVEL_1';
  readonly from: Date;
  readonly to: Date;
  readonly source: string;
}
