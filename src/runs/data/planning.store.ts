import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { grams } from '../../kernel/units.js';
import type { Day } from '../../kernel/day.js';
import { parseSafe } from '../../platform/database/columns.js';
import { brokenConstraint, type Tx } from '../../platform/database/unit-of-work.js';
import type { Drivable } from '../domain/crewed.js';
import { TURNAROUND_MS, type IdleVehicle, type WaitingDeal } from '../domain/haul-of-deals.js';

export interface WaitingPickup extends WaitingDeal {
  readonly householdId: string;
}

/** A vehicle that stands idle at that time, with the drivers of its transporter who are free. */
export interface IdleCandidate extends IdleVehicle, Drivable {
  readonly transporterId: string;
}

export interface NewRun {
  readonly id: string;
  readonly number: string;
  readonly orderId: string;
  readonly requesterId: string;
  readonly transporterId: string;
  readonly vehicleId: string;
  readonly driverId: string;
  readonly destinationId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly loadG: number;
  readonly metres: number;
  readonly costVnd: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly stops: readonly NewStop[];
}

interface NewStop {
  readonly id: string;
  readonly seq: number;
  readonly kind: 'PICKUP' | 'DROP';
  readonly dealId: string | null;
  readonly householdId: string | null;
  readonly lat: number;
  readonly lon: number;
  readonly grams: number;
  readonly plannedAt: Date;
}

/** What a plan is made of and what it becomes. */
@Injectable()
export class PlanningStore {
  /** Planners stand in line: the second sees which vehicles and deals the first has taken. */
  async standInLine(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('runs:plan', 0))`);
  }

  /**
   * Deals of the order that no run fetches yet, each at the point of its largest lot.
   * @param coopId only deals of households that let this party sell for them; null for all
   */
  async waiting(tx: Tx, orderId: string, coopId: string | null): Promise<WaitingPickup[]> {
    const rows: (Omit<WaitingPickup, 'grams'> & { grams: string })[] = await tx.query(
      `select d.id, d.household_id as "householdId", d.ready_from as "readyFrom", d.ready_to as "readyTo",
              sum(n.grams)::int8 as grams, (array_agg(l.lat order by n.grams desc, n.id))[1] as lat,
              (array_agg(l.lon order by n.grams desc, n.id))[1] as lon
       from deals d
       join deal_lines n on n.deal_id = d.id
       join lots l on l.id = n.lot_id
       where d.order_id = $1 and d.state = 'COMMITTED'
         and ($2::uuid is null or d.household_id in
           (select household_id from standing_grants where party_id = $2 and power = 'SELL_FOR'))
         and not exists (select 1 from run_stops s where s.deal_id = d.id and s.state in ('PENDING','ARRIVED','DONE'))
       group by d.id
       order by d.id`,
      [orderId, coopId],
    );
    return rows.map((row) => ({ ...row, grams: grams(parseSafe(row.grams)) }));
  }

  /** Inspected on that day, back from its last trip, with at least one driver at home. */
  async idleVehicles(tx: Tx, startsAt: Date, on: Day): Promise<IdleCandidate[]> {
    const rows: (Omit<IdleCandidate, 'payloadG' | 'baseVnd' | 'vndPerKm'> & {
      payloadG: string;
      baseVnd: string;
      vndPerKm: string;
    })[] = await tx.query(
      `with near as (
         select vehicle_id, driver_id, starts_at, ends_at + make_interval(secs => $3) as back_at from runs
         where state <> 'CANCELLED' and ends_at + make_interval(secs => $3) > $1
       ), free as (
         select m.party_id, array_agg(m.person_id order by m.person_id) as driver_ids from memberships m
         where m.role = 'DRIVER' and not exists (
           select 1 from near n where n.driver_id = m.person_id and n.starts_at < $1::timestamptz + interval '10 hours')
         group by m.party_id
       )
       select v.id, v.transporter_id as "transporterId", v.kind, v.payload_g as "payloadG", v.crates,
              v.base_vnd as "baseVnd", v.vnd_per_km as "vndPerKm", v.driver_id as "usualDriverId",
              f.driver_ids as "driverIds",
              (select min(n.starts_at) from near n where n.vehicle_id = v.id) as "wantedAt"
       from vehicles v
       join parties p on p.id = v.transporter_id and p.state = 'ACTIVE'
       join free f on f.party_id = v.transporter_id
       where v.inspected_until >= $2::date
         and not exists (select 1 from near n where n.vehicle_id = v.id and n.starts_at <= $1)
       order by v.id`,
      [startsAt, on, TURNAROUND_MS / 1000],
    );
    return rows.map((row) => ({
      ...row,
      payloadG: grams(parseSafe(row.payloadG)),
      baseVnd: parseSafe(row.baseVnd),
      vndPerKm: parseSafe(row.vndPerKm),
    }));
  }

  async serials(tx: Tx, count: number): Promise<number[]> {
    const rows: { serial: string }[] = await tx.query(
      `select nextval('run_serial') as serial from generate_series(1, $1)`,
      [count],
    );
    return rows.map(({ serial }) => parseSafe(serial));
  }

  async add(tx: Tx, runs: readonly NewRun[]): Promise<void | Refusal<'RUN_PLAN_OVERTAKEN'>> {
    try {
      await this.insert(tx, runs);
    } catch (fault) {
      if (brokenConstraint(fault) === 'runs_one_vehicle') return refuse('RUN_PLAN_OVERTAKEN');
      throw fault;
    }
  }

  private async insert(tx: Tx, runs: readonly NewRun[]): Promise<void> {
    await tx.query(
      `insert into runs (id, number, order_id, requester_id, transporter_id, vehicle_id, driver_id, persons,
         destination_id, state, starts_at, ends_at, load_g, metres, cost_vnd, created_by, created_at)
       select id, number, order_id, requester_id, transporter_id, vehicle_id, driver_id, 1,
         destination_id, 'PLANNED', starts_at, ends_at, load_g, metres, cost_vnd, created_by, created_at
       from json_populate_recordset(null::runs, $1::json)`,
      [
        JSON.stringify(
          runs.map((run) => ({
            id: run.id,
            number: run.number,
            order_id: run.orderId,
            requester_id: run.requesterId,
            transporter_id: run.transporterId,
            vehicle_id: run.vehicleId,
            driver_id: run.driverId,
            destination_id: run.destinationId,
            starts_at: run.startsAt,
            ends_at: run.endsAt,
            load_g: run.loadG,
            metres: run.metres,
            cost_vnd: run.costVnd,
            created_by: run.createdBy,
            created_at: run.createdAt,
          })),
        ),
      ],
    );
    await tx.query(
      `insert into run_stops (id, run_id, seq, kind, deal_id, household_id, lat, lon, grams, planned_at, state)
       select id, run_id, seq, kind, deal_id, household_id, lat, lon, grams, planned_at, 'PENDING'
       from json_populate_recordset(null::run_stops, $1::json)`,
      [
        JSON.stringify(
          runs.flatMap(({ id: runId, stops }) =>
            stops.map((stop) => ({
              id: stop.id,
              run_id: runId,
              seq: stop.seq,
              kind: stop.kind,
              deal_id: stop.dealId,
              household_id: stop.householdId,
              lat: stop.lat,
              lon: stop.lon,
              grams: stop.grams,
              planned_at: stop.plannedAt,
            })),
          ),
        ),
      ],
    );
  }
}
