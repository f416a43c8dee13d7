import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { WithdrawCause } from '../domain/lot.state.js';

/** What households promised and then took back. */
@Injectable()
export class PromisesStore {
  /** The accepted parts `holdIds` of a withdrawn lot count against its household. */
  async addBroken(tx: Tx, lotId: string, holdIds: readonly string[], now: Date): Promise<void> {
    await tx.query(
      `insert into broken_promises (id, lot_id, household_id, grams, broken_at)
       select b.id, l.id, l.household_id, h.grams, $4
       from unnest($2::uuid[], $3::uuid[]) as b (id, hold_id)
       join lot_holds h on h.id = b.hold_id join lots l on l.id = $1`,
      [lotId, holdIds.map(() => uuid()), holdIds, now],
    );
  }

  /** Locks the lot row, so that two officers excuse it once. */
  async lockCause(tx: Tx, lotId: string): Promise<WithdrawCause | null> {
    const [row]: { cause: WithdrawCause | null }[] = await tx.query(
      `select withdraw_cause as cause from lots where id = $1 for update`,
      [lotId],
    );
    return row?.cause ?? null;
  }

  /** @returns how many promises of the lot are excused now and were not before */
  async excuse(tx: Tx, lotId: string, officeId: string, now: Date): Promise<number> {
    const [, excused]: [unknown[], number] = await tx.query(
      `update broken_promises set excused_by = $2, excused_at = $3 where lot_id = $1 and excused_at is null`,
      [lotId, officeId, now],
    );
    return excused;
  }
}
