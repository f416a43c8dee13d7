import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import type { Tx } from '../../platform/database/unit-of-work.js';

/** Who has the daily sheet, and at which hour. */
@Injectable()
export class SheetsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** `sentOn` is today when the hour is over for today. */
  async put(
    tx: Tx,
    wish: { readonly partyId: string; readonly atHour: number; readonly sentOn: Day | null },
    by: string,
    now: Date,
  ): Promise<void> {
    await tx.query(
      `insert into sheet_subscriptions (party_id, at_hour, sent_on, created_by, created_at)
       values ($1, $2, $3, $4, $5)
       on conflict (party_id) do update
         set at_hour = excluded.at_hour, sent_on = coalesce(sheet_subscriptions.sent_on, excluded.sent_on)`,
      [wish.partyId, wish.atHour, wish.sentOn, by, now],
    );
  }

  async drop(tx: Tx, partyId: string): Promise<void> {
    await tx.query(`delete from sheet_subscriptions where party_id = $1`, [partyId]);
  }

  /** Null when the party has none. */
  async hourOf(partyId: string): Promise<number | null> {
    const rows: { hour: number }[] = await this.dataSource.query(
      `select at_hour as hour from sheet_subscriptions where party_id = $1`,
      [partyId],
    );
    return rows[0]?.hour ?? null;
  }

  /** Marks the sheets of this hour as sent, once a day. @returns whose they are */
  async claimDue(tx: Tx, today: Day, hour: number): Promise<string[]> {
    const [due]: [{ partyId: string }[], number] = await tx.query(
      `update sheet_subscriptions set sent_on = $1
       where at_hour <= $2 and (sent_on is null or sent_on < $1) and party_id in (
         select id from parties where state = 'ACTIVE')
       returning party_id as "partyId"`,
      [today, hour],
    );
    return due.map(({ partyId }) => partyId);
  }
}
