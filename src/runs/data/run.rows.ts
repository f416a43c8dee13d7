import { grams, vnd, type Grams, type Vnd } from '../../kernel/units.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { RunState } from '../domain/run.state.js';
import type { StopState } from '../domain/stop.state.js';

export type VehicleKind = 'MOTORBIKE' | 'THREE_WHEELER' | 'TRUCK' | 'REEFER';

/** A party with the number to call. */
export interface Card {
  readonly id: string;
  readonly kind: 'HOUSEHOLD' | 'COOPERATIVE' | 'TRADER' | 'TRANSPORTER';
  readonly name: string;
  readonly phone: string | null;
}

export interface Vehicle {
  readonly id: string;
  readonly plate: string;
  readonly kind: VehicleKind;
  readonly payloadG: Grams;
  readonly crates: number;
  readonly vndPerKm: Vnd;
  readonly transporter: Card;
}

export interface Stop {
  readonly id: string;
  readonly seq: number;
  readonly kind: 'PICKUP' | 'DROP';
  readonly dealId: string | null;
  readonly communeId: string | null;
  readonly household: Card | null;
  readonly lat: number;
  readonly lon: number;
  readonly grams: Grams;
  readonly plannedAt: Date;
  readonly state: StopState;
  readonly arrivedAt: Date | null;
  readonly arrivedHeardAt: Date | null;
  readonly doneAt: Date | null;
  readonly doneHeardAt: Date | null;
  readonly issue: string | null;
}

/** A run with all that hangs on it, as one statement reads it. */
export interface Run {
  readonly id: string;
  readonly number: string;
  readonly orderId: string;
  readonly cropCode: string;
  readonly requesterId: string;
  readonly requester: Card;
  readonly transporterId: string;
  readonly vehicle: Vehicle;
  readonly driverId: string;
  readonly driverName: string;
  readonly driverPhone: string;
  readonly companionIds: readonly string[];
  readonly persons: number;
  readonly destinationId: string;
  readonly state: RunState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly metres: number;
  readonly costVnd: Vnd;
  readonly acceptedAt: Date | null;
  readonly startedAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly cancelReason: string | null;
  readonly stops: readonly Stop[];
}

type Dates = 'plannedAt' | 'arrivedAt' | 'arrivedHeardAt' | 'doneAt' | 'doneHeardAt';
/** JSON knows no dates. */
type StopJson = Omit<Stop, Dates | 'grams'> & { readonly grams: number } & {
  readonly [Name in Dates]: string | null;
};
type VehicleJson = Omit<Vehicle, 'payloadG' | 'vndPerKm'> & {
  readonly payloadG: number;
  readonly vndPerKm: number;
};
export type RunRow = Omit<Run, 'metres' | 'costVnd' | 'vehicle' | 'stops'> & {
  readonly metres: string;
  readonly costVnd: string;
  readonly vehicle: VehicleJson;
  readonly stops: readonly StopJson[];
};

/** The number of a party: its own, or that of the first person who joined it to trade or carry. */
const card = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'kind', ${alias}.kind, 'name', ${alias}.name, 'phone', coalesce(${alias}.phone, (
     select person.phone from memberships m join people person on person.id = m.person_id
     where m.party_id = ${alias}.id and m.role in ('GROWER','TRADER','COOP_CLERK','TRANSPORTER')
     order by person.created_at, person.id limit 1)))`;

export const VEHICLE_JSON = `json_build_object('id', v.id, 'plate', v.plate, 'kind', v.kind, 'payloadG', v.payload_g,
  'crates', v.crates, 'vndPerKm', v.vnd_per_km, 'transporter', ${card('carrier')})`;

export const RUN_COLUMNS = `r.id, r.number, r.order_id as "orderId", o.crop_code as "cropCode",
  r.requester_id as "requesterId", ${card('requester')} as requester, r.transporter_id as "transporterId",
  ${VEHICLE_JSON} as vehicle, r.driver_id as "driverId", driver.name as "driverName", driver.phone as "driverPhone",
  r.companion_ids as "companionIds", r.persons, r.destination_id as "destinationId", r.state,
  r.starts_at as "startsAt", r.ends_at as "endsAt", r.metres, r.cost_vnd as "costVnd",
  r.accepted_at as "acceptedAt", r.started_at as "startedAt", r.delivered_at as "deliveredAt",
  r.cancel_reason as "cancelReason",
  (select json_agg(json_build_object('id', s.id, 'seq', s.seq, 'kind', s.kind, 'dealId', s.deal_id,
     'communeId', d.commune_id, 'household', case when h.id is null then null else ${card('h')} end,
     'lat', s.lat, 'lon', s.lon, 'grams', s.grams, 'plannedAt', s.planned_at, 'state', s.state,
     'arrivedAt', s.arrived_at, 'arrivedHeardAt', s.arrived_heard_at, 'doneAt', s.done_at,
     'doneHeardAt', s.done_heard_at, 'issue', s.issue) order by s.seq)
   from run_stops s left join deals d on d.id = s.deal_id left join parties h on h.id = s.household_id
   where s.run_id = r.id) as stops`;

export const RUN_TABLES = `runs r
  join orders o on o.id = r.order_id
  join vehicles v on v.id = r.vehicle_id
  join parties carrier on carrier.id = r.transporter_id
  join parties requester on requester.id = r.requester_id
  join people driver on driver.id = r.driver_id`;

export const toRun = (row: RunRow): Run => ({
  ...row,
  metres: parseSafe(row.metres),
  costVnd: vnd(parseSafe(row.costVnd)),
  vehicle: toVehicle(row.vehicle),
  stops: row.stops.map(toStop),
});

export const toVehicle = (json: VehicleJson): Vehicle => ({
  ...json,
  payloadG: grams(json.payloadG),
  vndPerKm: vnd(json.vndPerKm),
});

const toStop = (json: StopJson): Stop => ({
  ...json,
  grams: grams(json.grams),
  plannedAt: new Date(json.plannedAt ?? Number.NaN),
  arrivedAt: dateOf(json.arrivedAt),
  arrivedHeardAt: dateOf(json.arrivedHeardAt),
  doneAt: dateOf(json.doneAt),
  doneHeardAt: dateOf(json.doneHeardAt),
});

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));
