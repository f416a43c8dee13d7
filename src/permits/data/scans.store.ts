import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';

/** One reading of a permit at a post, as the phone wrote it down. */
export interface NewScan {
  /** Made by the phone: the same scan sent again is the same row. */
  readonly id: string;
  readonly permitId: string | null;
  readonly tokenHash: string;
  readonly checkpointId: string;
  readonly officerId: string;
  readonly verdict: 'GREEN' | 'AMBER' | 'RED';
  readonly reason: string;
  readonly decision: 'LET_PASS' | 'TURNED_BACK' | 'HELD';
  readonly decisionReason: string | null;
  readonly dataAgeS: number;
  readonly handlingS: number | null;
  readonly scannedAt: Date;
  readonly receivedAt: Date;
}

export interface ShiftCounts {
  readonly green: number;
  readonly amber: number;
  readonly red: number;
  readonly total: number;
  /** null while nobody's handling was timed. */
  readonly meanHandlingSeconds: number | null;
}

@Injectable()
export class ScansStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns how many were new */
  async add(tx: Tx, scans: readonly NewScan[]): Promise<number> {
    const added: unknown[] = await tx.query(
      `insert into scans (id, permit_id, token_hash, checkpoint_id, officer_id, verdict, reason, decision,
         decision_reason, data_age_s, handling_s, scanned_at, received_at)
       select id, permit_id, token_hash, checkpoint_id, officer_id, verdict, reason, decision,
         decision_reason, data_age_s, handling_s, scanned_at, received_at
       from json_populate_recordset(null::scans, $1::json) on conflict (id) do nothing returning 1`,
      [
        JSON.stringify(
          scans.map((scan) => ({
            id: scan.id,
            permit_id: scan.permitId,
            token_hash: scan.tokenHash,
            checkpoint_id: scan.checkpointId,
            officer_id: scan.officerId,
            verdict: scan.verdict,
            reason: scan.reason,
            decision: scan.decision,
            decision_reason: scan.decisionReason,
            data_age_s: scan.dataAgeS,
            handling_s: scan.handlingS,
            scanned_at: scan.scannedAt,
            received_at: scan.receivedAt,
          })),
        ),
      ],
    );
    return added.length;
  }

  /** Deletes scans older than that; those of a red or of a vehicle that was not let pass are incidents. */
  async forget(tx: Tx, before: Date, incidentsBefore: Date): Promise<void> {
    await tx.query(
      `delete from scans
       where scanned_at < case when verdict = 'RED' or decision <> 'LET_PASS' then $2::timestamptz
                               else $1::timestamptz end`,
      [before, incidentsBefore],
    );
  }

  /** Where this permit was shown lately, newest first. */
  sightings(permitId: string, since: Date): Promise<{ checkpointId: string; at: Date }[]> {
    return this.dataSource.query(
      `select checkpoint_id as "checkpointId", scanned_at as at from scans
       where permit_id = $1 and scanned_at > $2 order by scanned_at desc limit 20`,
      [permitId, since],
    );
  }

  async counts(checkpointId: string, from: Date, to: Date): Promise<ShiftCounts> {
    const [row]: ShiftCounts[] = await this.dataSource.query(
      `select count(*) filter (where verdict = 'GREEN')::int as green,
              count(*) filter (where verdict = 'AMBER')::int as amber,
              count(*) filter (where verdict = 'RED')::int as red,
              count(*)::int as total, round(avg(handling_s))::int as "meanHandlingSeconds"
       from scans where checkpoint_id = $1 and scanned_at >= $2 and scanned_at < $3`,
      [checkpointId, from, to],
    );
    return row ?? { green: 0, amber: 0, red: 0, total: 0, meanHandlingSeconds: null };
  }
}
