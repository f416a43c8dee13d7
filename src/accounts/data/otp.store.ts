import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { OtpChallengeEntity } from './account.entities.js';

@Injectable()
export class OtpStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** One live code per phone: an earlier one stops working when the next is sent. */
  async replace(tx: Tx, challenge: OtpChallengeEntity): Promise<void> {
    await tx.query(
      `update otp_challenges set replaced_at = $2
       where phone = $1 and used_at is null and replaced_at is null`,
      [challenge.phone, challenge.createdAt],
    );
    await tx.insert(OtpChallengeEntity, challenge);
  }

  /**
   * Counts one try against the live code and answers its hash; nothing when there is no live code or no try left.
   * Committed by itself, so that a refused try stays counted.
   */
  async spendTry(phone: string, now: Date): Promise<{ id: string; codeHash: string } | undefined> {
    const [rows]: [{ id: string; codeHash: string }[], number] = await this.dataSource.query(
      `update otp_challenges set tries = tries + 1
       where phone = $1 and used_at is null and replaced_at is null and expires_at > $2 and tries < 5
       returning id, code_hash as "codeHash"`,
      [phone, now],
    );
    return rows[0];
  }

  /** Whether five wrong codes in a row closed this phone since `since`. */
  async isLocked(phone: string, since: Date): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `select 1 from otp_challenges where phone = $1 and tries = 5 and used_at is null and created_at > $2 limit 1`,
      [phone, since],
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
