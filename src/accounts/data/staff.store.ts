import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { parseSafe } from '../../platform/database/columns.js';

export interface SpentTry {
  readonly personId: string;
  readonly passwordHash: string;
  readonly totpSealed: string;
}

export interface StaffRecovery {
  readonly id: string;
  readonly personId: string;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly approvedBy: string | null;
}

// A quarter of an hour of five tries, then five more.
const TRIES_WINDOW = `interval '15 minutes'`;

/** Passwords and second factors of the staff, and how they are set up anew. */
@Injectable()
export class StaffStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Counts one try at the sign-in of this phone; nothing when nobody of the staff has it or no try is left.
   * Committed by itself, so that a refused try stays counted.
   */
  async spendTry(phone: string, now: Date): Promise<SpentTry | undefined> {
    const [rows]: [SpentTry[], number] = await this.dataSource.query(
      `update staff_credentials c
          set tries = case when c.tries_since <= $2::timestamptz - ${TRIES_WINDOW} then 1 else c.tries + 1 end,
              tries_since = case when c.tries_since <= $2::timestamptz - ${TRIES_WINDOW} then $2 else c.tries_since end
         from people p
        where p.phone = $1 and c.person_id = p.id and c.ready_at is not null
          and (c.tries < 5 or c.tries_since <= $2::timestamptz - ${TRIES_WINDOW})
       returning c.person_id as "personId", c.password_hash as "passwordHash", c.totp_sealed as "totpSealed"`,
      [phone, now],
    );
    return rows[0];
  }

  /** The same without a try, for a browser whose tries are counted by themselves. */
  async secretsOf(phone: string): Promise<SpentTry | undefined> {
    const rows: SpentTry[] = await this.dataSource.query(
      `select c.person_id as "personId", c.password_hash as "passwordHash", c.totp_sealed as "totpSealed"
       from staff_credentials c join people p on p.id = c.person_id
       where p.phone = $1 and c.ready_at is not null`,
      [phone],
    );
    return rows[0];
  }

  /** Whether this browser was ever signed in to the staff as the person of this phone; a phone nobody has costs the same. */
  async isKnownDevice(phone: string, deviceHash: string | null): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `select 1 from people p join sessions s on s.person_id = p.id
       where p.phone = $1 and s.device_hash = $2 and s.audience = 'STAFF' limit 1`,
      [phone, deviceHash],
    );
    return rows.length > 0;
  }

  /** Takes a code's step as used and forgets the tries; false when it, or a later one, was used before. */
  async useStep(tx: Tx, personId: string, step: number): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.query(
      `update staff_credentials set totp_step = $2, tries = 0
       where person_id = $1 and totp_step < $2 returning 1`,
      [personId, step],
    );
    return rows.length === 1;
  }

  async isReady(personId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `select 1 from staff_credentials where person_id = $1 and ready_at is not null`,
      [personId],
    );
    return rows.length === 1;
  }

  /** Begins, or begins again, a set-up that was not finished; false when there is a finished one. */
  async begin(tx: Tx, personId: string, totpSealed: string, now: Date): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `insert into staff_credentials (person_id, totp_sealed, tries_since, created_at) values ($1, $2, $3, $3)
       on conflict (person_id) do update set totp_sealed = excluded.totp_sealed, created_at = excluded.created_at
         where staff_credentials.ready_at is null
       returning 1`,
      [personId, totpSealed, now],
    );
    return rows.length === 1;
  }

  async begun(tx: Tx, personId: string): Promise<string | undefined> {
    const rows: { sealed: string }[] = await tx.query(
      `select totp_sealed as sealed from staff_credentials where person_id = $1 and ready_at is null for update`,
      [personId],
    );
    return rows[0]?.sealed;
  }

  async finish(
    tx: Tx,
    personId: string,
    done: { passwordHash: string; step: number; now: Date },
  ): Promise<void> {
    await tx.query(
      `update staff_credentials set password_hash = $2, totp_step = $3, tries = 0, ready_at = $4
       where person_id = $1 and ready_at is null`,
      [personId, done.passwordHash, done.step, done.now],
    );
  }

  async forget(tx: Tx, personId: string): Promise<void> {
    await tx.query(`delete from staff_credentials where person_id = $1`, [personId]);
  }

  /** False when one is already asked for. */
  async requestRecovery(tx: Tx, wish: Omit<StaffRecovery, 'approvedBy'>): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `insert into staff_recoveries (id, person_id, reason, requested_by, requested_at)
       values ($1, $2, $3, $4, $5) on conflict (person_id) where approved_at is null do nothing returning 1`,
      [wish.id, wish.personId, wish.reason, wish.requestedBy, wish.requestedAt],
    );
    return rows.length === 1;
  }

  async lockRecovery(tx: Tx, id: string): Promise<StaffRecovery | undefined> {
    const rows: StaffRecovery[] = await tx.query(
      `select id, person_id as "personId", reason, requested_by as "requestedBy",
              requested_at as "requestedAt", approved_by as "approvedBy"
       from staff_recoveries where id = $1 for update`,
      [id],
    );
    return rows[0];
  }

  async approveRecovery(
    tx: Tx,
    id: string,
    word: { by: string; now: Date; codeHash: string; expiresAt: Date },
  ): Promise<void> {
    await tx.query(
      `update staff_recoveries set approved_by = $2, approved_at = $3, code_hash = $4, expires_at = $5
       where id = $1 and approved_at is null`,
      [id, word.by, word.now, word.codeHash, word.expiresAt],
    );
  }

  /** What waits for a second person, oldest first; a handful at most. */
  waitingRecoveries(): Promise<StaffRecovery[]> {
    return this.dataSource.query(
      `select id, person_id as "personId", reason, requested_by as "requestedBy",
              requested_at as "requestedAt", approved_by as "approvedBy"
       from staff_recoveries where approved_at is null order by requested_at, id limit 100`,
    );
  }

  /** Whether this person ever set up before, so that a code read out by two others is needed now. */
  async recoveries(tx: Tx, personId: string): Promise<number> {
    const [row]: { count: string }[] = await tx.query(
      `select count(*) from staff_recoveries where person_id = $1 and approved_at is not null`,
      [personId],
    );
    return parseSafe(row?.count ?? 0);
  }

  /** Uses the code of a recovery up; false when it is wrong, old or used. */
  async useRecovery(tx: Tx, personId: string, codeHash: string, now: Date): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.query(
      `update staff_recoveries set used_at = $3
       where person_id = $1 and code_hash = $2 and used_at is null and expires_at > $3 returning 1`,
      [personId, codeHash, now],
    );
    return rows.length === 1;
  }
}
