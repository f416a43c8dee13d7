import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';

/** What lots say of a household beside kilograms: words, numbers of papers and photos of papers. */
@Injectable()
export class HouseholdWordsStore {
  /** Of households that are forgotten. */
  async forget(tx: Tx, householdIds: readonly string[], now: Date): Promise<void> {
    const proofs: { id: string }[] = await tx.query(
      `select proof_id as id from claims where household_id = any($1::uuid[]) and proof_id is not null`,
      [householdIds],
    );
    await tx.query(
      `update claims set number = '', proof_id = null, withdrawn_at = coalesce(withdrawn_at, $2)
       where household_id = any($1::uuid[])`,
      [householdIds, now],
    );
    await tx.query(`delete from photos where id = any($1::uuid[])`, [proofs.map(({ id }) => id)]);
    await tx.query(
      `update lots set pickup_note = '', close_note = null where household_id = any($1::uuid[])`,
      [householdIds],
    );
  }
}
