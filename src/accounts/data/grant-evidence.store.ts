import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { isOwnRight, type CounterWish } from '../domain/grants.js';

/** What a code is bound to: who asked, whom, for what. */
export interface GrantAsked {
  readonly householdId: string;
  readonly partyId: string;
  readonly power: CounterWish;
}

export interface GrantPaper {
  readonly id: string;
  readonly partyId: string;
  readonly householdId: string | null;
  readonly isList: boolean;
  readonly createdAt: Date;
  readonly erasedAt: Date | null;
}

const PAPER = `id, party_id as "partyId", household_id as "householdId", is_list as "isList",
  created_at as "createdAt", erased_at as "erasedAt"`;

/** What a word given at the counter rests on: codes that were read out, photographs of signed papers. */
@Injectable()
export class GrantEvidenceStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** When this party last asked the household for that; the household is locked until the end of the transaction. */
  async lastAsked(tx: Tx, { householdId, partyId, power }: GrantAsked): Promise<Date | null> {
    await tx.query(`select 1 from parties where id = $1 for no key update`, [householdId]);
    const [row]: { at: Date | null }[] = await tx.query(
      `select max(asked_at) as at from grant_codes
       where household_id = $1 and party_id = $2 and power = $3 and used_at is null`,
      [householdId, partyId, power],
    );
    return row?.at ?? null;
  }

  /** One code lives for what is asked: an earlier one is worth nothing from now on. */
  async addCode(
    tx: Tx,
    code: GrantAsked & {
      readonly id: string;
      readonly codeHash: string;
      readonly askedBy: string;
      readonly askedAt: Date;
      readonly expiresAt: Date;
    },
  ): Promise<void> {
    const { id, householdId, partyId, power, codeHash, askedBy, askedAt, expiresAt } = code;
    await tx.query(
      `update grant_codes set replaced_at = $4
       where household_id = $1 and party_id = $2 and power = $3 and used_at is null and replaced_at is null`,
      [householdId, partyId, power, askedAt],
    );
    await tx.query(
      `insert into grant_codes (id, household_id, party_id, power, code_hash, asked_by, asked_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, householdId, partyId, power, codeHash, askedBy, askedAt, expiresAt],
    );
  }

  /** Counts one try against the live code, committed by itself; nothing when none lives or no try is left. */
  async spendTry(
    { householdId, partyId, power }: GrantAsked,
    now: Date,
  ): Promise<{ id: string; codeHash: string } | undefined> {
    const [rows]: [{ id: string; codeHash: string }[], number] = await this.dataSource.query(
      `update grant_codes set tries = tries + 1
       where household_id = $1 and party_id = $2 and power = $3
         and used_at is null and replaced_at is null and expires_at > $4 and tries < 5
       returning id, code_hash as "codeHash"`,
      [householdId, partyId, power, now],
    );
    return rows[0];
  }

  /** False when another request used it first. */
  async useCode(tx: Tx, id: string, now: Date): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.query(
      `update grant_codes set used_at = $2 where id = $1 and used_at is null and replaced_at is null returning 1`,
      [id, now],
    );
    return rows.length === 1;
  }

  async addPaper(paper: {
    readonly id: string;
    readonly partyId: string;
    readonly recordedBy: string;
    readonly picture: Buffer;
    readonly createdAt: Date;
  }): Promise<void> {
    const { id, partyId, recordedBy, picture, createdAt } = paper;
    await this.dataSource.query(
      `insert into grant_papers (id, party_id, recorded_by, picture, created_at) values ($1, $2, $3, $4, $5)`,
      [id, partyId, recordedBy, picture, createdAt],
    );
  }

  /**
   * Puts a paper of this party on record for one household. One paper may give several powers; what is the household's own
   * right stands on a paper of its own.
   * @returns false when it is another's, shows somebody else's word, or gave this word or one of another kind before
   */
  async useForHousehold(
    tx: Tx,
    id: string,
    { householdId, partyId, power }: GrantAsked,
  ): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.query(
      `update grant_papers set household_id = $3, wish = $5
       where id = $1 and party_id = $2 and not is_list and picture is not null
         and (household_id is null or household_id = $3 and wish = 'GRANT' and $5 = 'GRANT')
         and not exists (select 1 from party_grants g where g.paper_id = $1 and g.power = $4)
       returning 1`,
      [id, partyId, householdId, power, isOwnRight(power) ? power : 'GRANT'],
    );
    return rows.length === 1;
  }

  /** Puts a paper of this party on record for a list of households. */
  async useForList(tx: Tx, id: string, partyId: string): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.query(
      `update grant_papers set is_list = true
       where id = $1 and party_id = $2 and household_id is null and picture is not null returning 1`,
      [id, partyId],
    );
    return rows.length === 1;
  }

  papers(ids: readonly string[]): Promise<GrantPaper[]> {
    return this.dataSource.query(`select ${PAPER} from grant_papers where id = any($1::uuid[])`, [
      ids,
    ]);
  }

  async picture(id: string): Promise<Buffer | undefined> {
    const rows: { picture: Buffer | null }[] = await this.dataSource.query(
      `select picture from grant_papers where id = $1`,
      [id],
    );
    return rows[0]?.picture ?? undefined;
  }

  /** Households whose word stands on a paper: its own, or those of the list. */
  async householdsOn(paperId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select grantor_id as id from party_grants where paper_id = $1
       union select household_id from household_entries where paper_id = $1
       union select household_id from grant_papers where id = $1 and household_id is not null`,
      [paperId],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Pictures on which one of these households stands. One household cannot be cut out of a list, so the picture of the list
   * goes with the first: the grants of the others stay, and the paper itself is with whoever holds it.
   */
  async forget(tx: Tx, householdIds: readonly string[], now: Date): Promise<void> {
    await tx.query(
      `update grant_papers p set picture = null, erased_at = $2
       where p.picture is not null and (p.household_id = any($1::uuid[])
         or exists (select 1 from party_grants g where g.paper_id = p.id and g.grantor_id = any($1::uuid[]))
         or exists (select 1 from household_entries e where e.paper_id = p.id and e.household_id = any($1::uuid[])))`,
      [householdIds, now],
    );
  }

  /** Codes and papers that were never used, and pictures of words that were all taken back long ago. */
  async forgetOld(
    tx: Tx,
    { unusedSince, revokedSince, now }: { unusedSince: Date; revokedSince: Date; now: Date },
  ): Promise<void> {
    await tx.query(`delete from grant_codes where used_at is null and asked_at < $1`, [
      unusedSince,
    ]);
    await tx.query(
      `delete from grant_papers where household_id is null and not is_list and created_at < $1`,
      [unusedSince],
    );
    await tx.query(
      `update grant_papers p set picture = null, erased_at = $2
       where p.picture is not null and p.household_id is not null
         and not exists (select 1 from party_grants g where g.paper_id = p.id
                         and (g.revoked_at is null or g.revoked_at >= $1))
         and not exists (select 1 from erasures e where e.paper_id = p.id
                         and coalesce(e.cancelled_at, e.done_at, $2) >= $1)
         and not (p.wish = 'EXPORT' and p.created_at >= $1)`,
      [revokedSince, now],
    );
  }
}
