import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { LOAD_FOLLOWS } from './load-follows.js';
import type { StopState } from '../domain/stop.state.js';

/** A household the truck goes to in place of another. */
export interface AddedStop {
  readonly id: string;
  readonly dealId: string;
  readonly householdId: string;
  readonly lat: number;
  readonly lon: number;
  readonly grams: number;
  readonly plannedAt: Date;
}

/** How a run changes while it is out; the run is locked before any of this. */
@Injectable()
export class ReplacingStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Where the newest stop of each deal of an order stands; deals no run fetches are missing. */
  async stopStates(orderId: string): Promise<Map<string, StopState>> {
    const rows: { dealId: string; state: StopState }[] = await this.dataSource.query(
      `select distinct on (s.deal_id) s.deal_id as "dealId", s.state
       from run_stops s join deals d on d.id = s.deal_id join runs r on r.id = s.run_id
       where d.order_id = $1 order by s.deal_id, r.created_at desc, r.id desc`,
      [orderId],
    );
    return new Map(rows.map(({ dealId, state }) => [dealId, state]));
  }

  /** The stop's goods are what was fetched; the new stops come right after it, all others so much later. */
  async insert(
    tx: Tx,
    after: { readonly runId: string; readonly seq: number; readonly fetchedG: number },
    stops: readonly AddedStop[],
    delayMinutes: number,
  ): Promise<void> {
    const { runId, seq, fetchedG } = after;
    await tx.query(`update run_stops set grams = $3 where run_id = $1 and seq = $2`, [
      runId,
      seq,
      fetchedG,
    ]);
    // Places are unique in a run at every moment: the later ones step aside and come back further on.
    await tx.query(
      `update run_stops set seq = -seq,
         planned_at = case when state = 'PENDING' then planned_at + make_interval(mins => $3) else planned_at end
       where run_id = $1 and seq > $2`,
      [runId, seq, delayMinutes],
    );
    await tx.query(`update run_stops set seq = -seq + $2 where run_id = $1 and seq < 0`, [
      runId,
      stops.length,
    ]);
    await tx.query(
      `insert into run_stops (id, run_id, seq, kind, deal_id, household_id, lat, lon, grams, planned_at, state)
       select id, $1, $2 + position, 'PICKUP', deal_id, household_id, lat, lon, grams, planned_at, 'PENDING'
       from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::float8[], $7::float8[], $8::int8[], $9::timestamptz[])
         with ordinality as s (id, deal_id, household_id, lat, lon, grams, planned_at, position)`,
      [
        runId,
        seq,
        stops.map((stop) => stop.id),
        stops.map((stop) => stop.dealId),
        stops.map((stop) => stop.householdId),
        stops.map((stop) => stop.lat),
        stops.map((stop) => stop.lon),
        stops.map((stop) => stop.grams),
        stops.map((stop) => stop.plannedAt),
      ],
    );
    await tx.query(LOAD_FOLLOWS, [runId]);
  }
}
