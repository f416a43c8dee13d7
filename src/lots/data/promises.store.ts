import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { WithdrawCause } from '../domain/lot.state.js';

/** What households promised and then took back. */
@Injectable()
export class PromisesStore {
  /**
   * The accepted parts `holdIds` of a lot count against its household, each of them once whatever is said later.
   * @param dealId which they were of; null when the lot was withdrawn before a deal was made
   */
  async addBroken(
    tx: Tx,
    lotId: string,
    holdIds: readonly string[],
    dealId: string | null,
    now: Date,
  ): Promise<void> {
    await tx.query(
      `insert into broken_promises (id, lot_id, household_id, grams, broken_at, deal_id, hold_id)
       select b.id, l.id, l.household_id, h.grams, $4, $5, h.id
       from unnest($2::uuid[], $3::uuid[]) as b (id, hold_id)
       join lot_holds h on h.id = b.hold_id join lots l on l.id = $1
       on conflict (hold_id) do nothing`,
      [lotId, holdIds.map(() => uuid()), holdIds, now, dealId],
    );
  }

  /** Locks the lot row, so that two officers decide once. */
  async lockCause(tx: Tx, lotId: string): Promise<WithdrawCause | null> {
    const [row]: { cause: WithdrawCause | null }[] = await tx.query(
      `select withdraw_cause as cause from lots where id = $1 for update`,
      [lotId],
    );
    return row?.cause ?? null;
  }

  /**
   * The one word on a withdrawal; when it is confirmed its broken promises count no more.
   * @returns false when no promise was broken, or the word was given before
   */
  async decide(
    tx: Tx,
    lotId: string,
    decision: { readonly isConfirmed: boolean; readonly note: string; readonly officeId: string },
    now: Date,
  ): Promise<boolean> {
    const { isConfirmed, note, officeId } = decision;
    const rows: unknown[] = await tx.query(
      `insert into withdrawal_decisions (lot_id, is_confirmed, note, office_id, decided_at)
       select $1, $2, $3, $4, $5
       where exists (select 1 from broken_promises where lot_id = $1 and deal_id is null)
       on conflict (lot_id) do nothing returning 1`,
      [lotId, isConfirmed, note, officeId, now],
    );
    if (rows.length === 0) return false;
    if (isConfirmed)
      await this.#excuse(tx, 'lot_id = $1 and deal_id is null', lotId, officeId, now);
    return true;
  }

  /** What was broken with this deal counts no more. */
  async excuseDeal(tx: Tx, dealId: string, officeId: string, now: Date): Promise<void> {
    await this.#excuse(tx, 'deal_id = $1', dealId, officeId, now);
  }

  async #excuse(tx: Tx, which: string, id: string, officeId: string, now: Date): Promise<void> {
    await tx.query(
      `update broken_promises set excused_by = $2, excused_at = $3 where ${which} and excused_at is null`,
      [id, officeId, now],
    );
  }
}
