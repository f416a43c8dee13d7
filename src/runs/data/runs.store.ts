import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { isId } from '../../kernel/id.js';
import type { Actor, Role } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { TimeCursor } from '../../platform/graphql/time-pages.js';
import type { StopLog } from '../domain/stop-acts.js';
import type { RunState } from '../domain/run.state.js';
import { LOAD_FOLLOWS } from './load-follows.js';
import {
  RUN_COLUMNS,
  RUN_TABLES,
  toRun,
  toVehicle,
  VEHICLE_JSON,
  type Run,
  type RunRow,
  type Vehicle,
} from './run.rows.js';

// Who sees which runs, as a filter: the same words as runs.read in docs/permissions.md. $1 is the party, $2 the person.
const REQUESTED = 'r.requester_id = $1 and $2::uuid is not null';
// A territory may name the units of today, while a deal keeps the commune of its day.
const TERRITORY = `$2::uuid is not null and exists (
  select 1 from run_stops s join deals d on d.id = s.deal_id
  where s.run_id = r.id and d.commune_id in (
    select u.id from party_territories p join admin_units u on u.id = p.unit_id or u.successor_id = p.unit_id
    where p.party_id = $1))`;
const SCOPES: Partial<Record<Role, string>> = {
  DRIVER: 'r.driver_id = $2 and $1::uuid is not null',
  TRANSPORTER: 'r.transporter_id = $1 and $2::uuid is not null',
  TRADER: REQUESTED,
  COOP_CLERK: REQUESTED,
  COMMUNE_OFFICER: TERRITORY,
  OFFICE_STAFF: TERRITORY,
};
const NOBODY = '$1::uuid is null and $2::uuid is null and false';

@Injectable()
export class RunsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The run as far as the actor may see it; what is not hers looks like what is not there. */
  async find(actor: Actor, id: string): Promise<Run | undefined> {
    if (!isId(id)) return undefined;
    return this.one(this.dataSource, `${scopeOf(actor)} and r.id = $3`, [
      actor.partyId,
      actor.personId,
      id,
    ]);
  }

  /** The run of a stop as far as the actor may see it. */
  async ofStop(actor: Actor, stopId: string): Promise<Run | undefined> {
    if (!isId(stopId)) return undefined;
    const where = `${scopeOf(actor)} and r.id = (select run_id from run_stops where id = $3)`;
    return this.one(this.dataSource, where, [actor.partyId, actor.personId, stopId]);
  }

  byId(id: string): Promise<Run | undefined> {
    return this.one(this.dataSource, 'r.id = $1', [id]);
  }

  async byIds(ids: readonly string[]): Promise<Run[]> {
    const rows: RunRow[] = await this.dataSource.query(
      `select ${RUN_COLUMNS} from ${RUN_TABLES} where r.id = any ($1::uuid[]) order by r.number`,
      [ids],
    );
    return rows.map(toRun);
  }

  /** Latest start first, one row more than asked. */
  async page(actor: Actor, first: number, after: TimeCursor | undefined): Promise<Run[]> {
    const rows: RunRow[] = await this.dataSource.query(
      `select ${RUN_COLUMNS} from ${RUN_TABLES}
       where ${scopeOf(actor)} and ($3::timestamptz is null or (r.starts_at, r.id) < ($3, $4::uuid))
       order by r.starts_at desc, r.id desc limit $5`,
      [actor.partyId, actor.personId, after?.at ?? null, after?.id ?? null, first + 1],
    );
    return rows.map(toRun);
  }

  /** Every writer of a run or its stops locks the run first. */
  async lock(tx: Tx, id: string): Promise<Run | undefined> {
    if (!isId(id)) return undefined;
    const found: unknown[] = await tx.query(`select 1 from runs where id = $1 for update`, [id]);
    return found.length === 0 ? undefined : this.one(tx, 'r.id = $1', [id]);
  }

  async lockOfStop(tx: Tx, stopId: string): Promise<Run | undefined> {
    if (!isId(stopId)) return undefined;
    const [stop]: { runId: string }[] = await tx.query(
      `select run_id as "runId" from run_stops where id = $1`,
      [stopId],
    );
    return stop && this.lock(tx, stop.runId);
  }

  async setState(
    tx: Tx,
    id: string,
    state: RunState,
    more: {
      readonly acceptedAt?: Date;
      readonly startedAt?: Date;
      readonly deliveredAt?: Date;
      readonly cancelReason?: string;
    } = {},
  ): Promise<void> {
    await tx.query(
      `update runs set state = $2, accepted_at = coalesce($3, accepted_at), started_at = coalesce($4, started_at),
         delivered_at = coalesce($5, delivered_at), cancel_reason = coalesce($6, cancel_reason) where id = $1`,
      [
        id,
        state,
        more.acceptedAt ?? null,
        more.startedAt ?? null,
        more.deliveredAt ?? null,
        more.cancelReason ?? null,
      ],
    );
  }

  async setCrew(
    tx: Tx,
    id: string,
    persons: number,
    companionIds: readonly string[],
  ): Promise<void> {
    await tx.query(`update runs set persons = $2, companion_ids = $3::uuid[] where id = $1`, [
      id,
      persons,
      companionIds,
    ]);
  }

  async setStop(tx: Tx, stopId: string, log: StopLog): Promise<void> {
    await tx.query(
      `update run_stops set state = $2, arrived_at = $3, arrived_heard_at = $4, done_at = $5, done_heard_at = $6,
         issue = $7 where id = $1`,
      [
        stopId,
        log.state,
        log.arrivedAt,
        log.arrivedHeardAt,
        log.doneAt,
        log.doneHeardAt,
        log.issue,
      ],
    );
  }

  /** Stops are called off; the drop and the run no longer carry their load. */
  async skipStops(tx: Tx, runId: string, stopIds: readonly string[]): Promise<void> {
    if (stopIds.length === 0) return;
    await tx.query(
      `update run_stops set state = 'SKIPPED' where run_id = $1 and id = any ($2::uuid[])`,
      [runId, stopIds],
    );
    await tx.query(LOAD_FOLLOWS, [runId]);
  }

  /** What stops carry from now on; the drop and the run carry their sum. */
  async setLoads(
    tx: Tx,
    runId: string,
    stops: readonly { readonly stopId: string; readonly grams: number }[],
  ): Promise<void> {
    await tx.query(
      `update run_stops s set grams = w.grams from unnest($2::uuid[], $3::int8[]) as w (id, grams)
       where s.id = w.id and s.run_id = $1`,
      [runId, stops.map(({ stopId }) => stopId), stops.map(({ grams }) => grams)],
    );
    await tx.query(LOAD_FOLLOWS, [runId]);
  }

  /** Stops nobody has been to are called off. */
  async skipOpenStops(tx: Tx, runId: string): Promise<void> {
    await tx.query(
      `update run_stops set state = 'SKIPPED' where run_id = $1 and state in ('PENDING','ARRIVED')`,
      [runId],
    );
  }

  /** Runs of the vehicle that are over: their permits must not stand in the way of its next one. */
  async deliveredOfVehicle(tx: Tx, vehicleId: string, since: Date): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `select id from runs where vehicle_id = $1 and state in ('DELIVERED','CLOSED') and ends_at > $2`,
      [vehicleId, since],
    );
    return rows.map(({ id }) => id);
  }

  /** The run that fetches each deal, the newest that was not called off. */
  async ofDeals(dealIds: readonly string[]): Promise<{ dealId: string; run: Run }[]> {
    const rows: (RunRow & { dealId: string })[] = await this.dataSource.query(
      `select distinct on (wanted.deal_id) wanted.deal_id as "dealId", ${RUN_COLUMNS}
       from run_stops wanted join ${RUN_TABLES} on r.id = wanted.run_id
       where wanted.deal_id = any ($1::uuid[]) and r.state <> 'CANCELLED'
       order by wanted.deal_id, r.starts_at desc, r.id desc`,
      [dealIds],
    );
    return rows.map(({ dealId, ...row }) => ({ dealId, run: toRun(row) }));
  }

  async vehiclesOf(transporterId: string): Promise<Vehicle[]> {
    const rows: { vehicle: Parameters<typeof toVehicle>[0] }[] = await this.dataSource.query(
      `select ${VEHICLE_JSON} as vehicle from vehicles v join parties carrier on carrier.id = v.transporter_id
       where v.transporter_id = $1 order by v.plate`,
      [transporterId],
    );
    return rows.map(({ vehicle }) => toVehicle(vehicle));
  }

  private async one(
    db: Pick<DataSource, 'query'>,
    where: string,
    parameters: readonly unknown[],
  ): Promise<Run | undefined> {
    const rows: RunRow[] = await db.query(
      `select ${RUN_COLUMNS} from ${RUN_TABLES} where ${where}`,
      [...parameters],
    );
    return rows[0] && toRun(rows[0]);
  }
}

const scopeOf = ({ role }: Actor): string => SCOPES[role] ?? NOBODY;
