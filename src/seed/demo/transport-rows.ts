import type { Day } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import type { Grams, Vnd } from '../../kernel/units.js';
import type { Reason } from '../../permits/domain/rule-findings.js';
import type { TripPoint } from '../../permits/domain/rule-pack.js';
import type { UnitKey } from '../facts/admin-units.js';
import type { CropCode } from '../facts/crops.js';
import type { VehicleBody } from '../facts/vehicle-kinds.js';

export interface VehicleRow {
  readonly id: Id;
  readonly transporterId: Id;
  readonly plate: string;
  readonly kind: VehicleBody;
  readonly payloadG: Grams;
  readonly crates: number;
  readonly vndPerKm: Vnd;
  readonly baseVnd: Vnd;
  readonly inspectedUntil: Day;
  /** Who usually drives it. */
  readonly driverId: Id;
}

export interface RunRow {
  readonly id: Id;
  readonly number: string;
  readonly orderId: Id;
  readonly requesterId: Id;
  readonly transporterId: Id;
  readonly vehicleId: Id;
  readonly driverId: Id;
  /** Everyone aboard, the driver first. */
  crewIds: readonly Id[];
  readonly marketCode: string;
  state: 'PLANNED' | 'ACCEPTED' | 'DISPATCHED' | 'DELIVERED';
  readonly startsAt: Date;
  endsAt: Date;
  readonly loadG: Grams;
  readonly metres: number;
  readonly costVnd: Vnd;
  acceptedAt: Date | null;
  startedAt: Date | null;
  deliveredAt: Date | null;
  readonly createdAt: Date;
}

export interface RunStopRow {
  readonly id: Id;
  readonly runId: Id;
  readonly seq: number;
  readonly kind: 'PICKUP' | 'DROP';
  readonly dealId: Id | null;
  readonly householdId: Id | null;
  readonly lat: number;
  readonly lon: number;
  readonly grams: Grams;
  plannedAt: Date;
  state: 'PENDING' | 'DONE';
  arrivedAt: Date | null;
  doneAt: Date | null;
}

export interface HealthProofRow {
  readonly id: Id;
  readonly personId: Id;
  readonly kind: 'RT_PCR' | 'RAPID_AG';
  readonly isNegative: true;
  readonly sampledAt: Date;
  readonly resultAt: Date;
  /** Names the pool whose one test answered for all its members. */
  readonly poolId: string | null;
}

/** A permit but for its code and its signed token, which are made when it is inserted. */
export interface PermitRow {
  readonly id: Id;
  /** Counted from 0. */
  readonly statusIndex: number;
  readonly state: 'ISSUED' | 'SUBMITTED';
  readonly runId: Id;
  readonly holderId: Id;
  readonly requesterId: Id;
  /** As it is signed: no dashes, no dots. */
  readonly plate: string;
  readonly driverId: Id;
  readonly driverMark: string;
  /** Everyone aboard, the driver first. */
  readonly crewIds: readonly Id[];
  readonly points: readonly TripPoint[];
  readonly marketCode: string;
  readonly cropCode: CropCode;
  readonly loadG: Grams;
  /** The trip as it was planned. */
  readonly leavesAt: Date;
  readonly arrivesAt: Date;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly rulePackCode: string;
  /** When the oldest test aboard was sampled; null while nothing is issued. */
  readonly proofAt: Date | null;
  readonly reasons: readonly Pick<Reason, 'code' | 'ruleId' | 'facts'>[];
  readonly createdAt: Date;
}

export interface CheckpointRow {
  readonly code: string;
  /** The force that stands there. */
  readonly partyId: Id;
  readonly unit: UnitKey;
  readonly openFrom: Date;
  readonly openTo: Date;
}

export type HoldReason = 'EXPIRED_TEST' | 'CREW_MISSING' | 'WRONG_PLATE' | 'OFF_ROUTE';

export interface ScanRow {
  readonly id: Id;
  readonly permitId: Id;
  readonly checkpointCode: string;
  readonly officerId: Id;
  readonly verdict: 'GREEN' | 'RED';
  /** The machine's word. */
  readonly reason: 'VALID' | 'EXPIRED' | 'PLATE_MISMATCH' | 'TOO_MANY_PERSONS';
  readonly decision: 'LET_PASS' | 'HELD';
  /** The officer's word for a hold. */
  readonly decisionReason: HoldReason | null;
  readonly dataAgeS: number;
  /** From the truck's stop to its leave. */
  readonly handlingS: number;
  readonly scannedAt: Date;
  readonly receivedAt: Date;
}
