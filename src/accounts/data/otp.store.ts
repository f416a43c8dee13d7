import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { OtpChallengeEntity } from './account.entities.js';

@Injectable()
export class OtpStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** One live code per phone and browser: an earlier one stops working when the next is sent. */
  async replace(tx: Tx, challenge: OtpChallengeEntity): Promise<void> {
    // Two requests at once come one after the other: each would find no code to replace.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      `otp ${challenge.phone}`,
    ]);
    await tx.query(
      `update otp_challenges set replaced_at = $2
       where phone = $1 and used_at is null and replaced_at is null
         and (device_hash is null or device_hash = $3)`,
      [challenge.phone, challenge.createdAt, challenge.deviceHash],
    );
    await tx.insert(OtpChallengeEntity, challenge);
  }

  /**
   * Counts one try against the live code and answers its hash; nothing when there is no live code or no try left. A code
   * asked for by a browser with a mark works in that browser alone.
   * Committed by itself, so that a refused try stays counted.
   */
  async spendTry(
    phone: string,
    deviceHash: string | null,
    now: Date,
  ): Promise<{ id: string; codeHash: string } | undefined> {
    const [rows]: [{ id: string; codeHash: string }[], number] = await this.dataSource.query(
      `update otp_challenges set tries = tries + 1
       where id = (select id from otp_challenges
                   where phone = $1 and used_at is null and replaced_at is null and expires_at > $3
                     and (device_hash is null or device_hash = $2)
                   order by created_at desc, id desc limit 1)
         and tries < 5
       returning id, code_hash as "codeHash"`,
      [phone, deviceHash, now],
    );
    return rows[0];
  }

  /** Whether five wrong codes in a row closed this phone since \`since\`, in this browser or in none. */
  async isLocked(phone: string, deviceHash: string | null, since: Date): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `select 1 from otp_challenges
       where phone = $1 and tries = 5 and used_at is null and created_at > $3
         and device_hash is not distinct from $2 limit 1`,
      [phone, deviceHash, since],
    );
    return rows.length > 0;
  }

  /** When codes were sent since \`since\` that nobody used, newest first, down to the last one that was used. */
  async unused(phone: string, deviceHash: string | null, since: Date): Promise<Date[]> {
    const rows: { at: Date; usedAt: Date | null }[] = await this.dataSource.query(
      `select created_at as at, used_at as "usedAt" from otp_challenges
       where phone = $1 and created_at > $3 and device_hash is not distinct from $2
       order by created_at desc, id desc limit 10`,
      [phone, deviceHash, since],
    );
    const used = rows.findIndex(({ usedAt }) => usedAt !== null);
    return rows.slice(0, used === -1 ? undefined : used).map(({ at }) => at);
  }

  /** Whether this browser was ever signed in as the person of this phone; a phone nobody has costs the same. */
  async isKnownDevice(phone: string, deviceHash: string | null): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `select 1 from people p join sessions s on s.person_id = p.id
       where p.phone = $1 and s.device_hash = $2 limit 1`,
      [phone, deviceHash],
    );
    return rows.length > 0;
  }

  /** False when another request used the code first. */
  async use(tx: Tx, id: string, now: Date): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.query(
      `update otp_challenges set used_at = $2 where id = $1 and used_at is null returning id`,
      [id, now],
    );
    return rows.length === 1;
  }
}
