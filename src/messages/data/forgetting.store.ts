import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';

/** Takes messages away for good; what they cost stays counted. */
@Injectable()
export class ForgettingStore {
  async person(tx: Tx, personId: string, phone: string): Promise<void> {
    await tx.query(
      `delete from deliveries d using notices n where n.id = d.notice_id and n.person_id = $1`,
      [personId],
    );
    await tx.query(`delete from notices where person_id = $1`, [personId]);
    await tx.query(`delete from push_subscriptions where person_id = $1`, [personId]);
    await tx.query(`delete from message_settings where person_id = $1`, [personId]);
    await tx.query(`delete from sms_messages where phone = $1`, [phone]);
  }

  async profile(tx: Tx, personId: string, partyIds: readonly string[]): Promise<void> {
    await tx.query(
      `delete from deliveries d using notices n
       where n.id = d.notice_id and n.person_id = $1 and n.party_id = any($2::uuid[])`,
      [personId, partyIds],
    );
    await tx.query(`delete from notices where person_id = $1 and party_id = any($2::uuid[])`, [
      personId,
      partyIds,
    ]);
  }

  async before(tx: Tx, moment: Date): Promise<void> {
    await tx.query(
      `delete from deliveries d using notices n where n.id = d.notice_id and n.created_at < $1`,
      [moment],
    );
    await tx.query(`delete from notices where created_at < $1`, [moment]);
    await tx.query(`delete from sms_messages where created_at < $1`, [moment]);
  }
}
