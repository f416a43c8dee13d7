import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { dayOf, type Day } from '../../kernel/day.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { DEFAULT_CAPS } from '../domain/caps.js';

/** A payer's month: spent so far, and the most it may be. */
export interface Purse {
  readonly spentVnd: number;
  readonly capVnd: number;
}

type Charged = 'ZALO' | 'SMS' | 'OTP';

/** First day of the month this moment lies in. */
export const monthOf = (at: Date): Day => `${dayOf(at).slice(0, 7)}-01` as Day;

@Injectable()
export class SpendStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Takes the price of one message from this month's purse. One conditional statement, so that however many processes
   * spend at once the cap holds to the đồng. A sign-in code is counted and never held back here, because its own limits do
   * that; nor is a warning of a theft.
   *
   * @returns what the month stands at; undefined when the cap would be passed, and then nothing is counted
   */
  async spend(
    tx: Tx,
    payerId: string | null,
    what: Charged,
    vnd: number,
    now: Date,
    isAlwaysSent = what === 'OTP',
  ): Promise<Purse | undefined> {
    const column = what.toLowerCase();
    const rows: { spentVnd: string; capVnd: string }[] = await tx.query(
      `with cap as (
         select coalesce((select cap_vnd from message_caps where payer_id is not distinct from $2::uuid), $4) as vnd
       )
       insert into message_spend as s (month, payer_id, ${column}, spent_vnd)
       select $1, $2, 1, $3 from cap where $3 <= cap.vnd or $5
       on conflict on constraint message_spend_one_row
       do update set ${column} = s.${column} + 1, spent_vnd = s.spent_vnd + $3
       where s.spent_vnd + $3 <= (select vnd from cap) or $5
       returning s.spent_vnd as "spentVnd", (select vnd from cap) as "capVnd"`,
      [
        monthOf(now),
        payerId,
        vnd,
        payerId === null ? DEFAULT_CAPS.district : DEFAULT_CAPS.cooperative,
        isAlwaysSent,
      ],
    );
    const row = rows[0];
    return row && { spentVnd: parseSafe(row.spentVnd), capVnd: parseSafe(row.capVnd) };
  }

  /** What was not carried is not paid for. */
  async giveBack(
    payerId: string | null,
    what: 'ZALO' | 'SMS',
    vnd: number,
    now: Date,
  ): Promise<void> {
    const column = what.toLowerCase();
    await this.dataSource.query(
      `update message_spend set ${column} = ${column} - 1, spent_vnd = spent_vnd - $3
       where month = $1 and payer_id is not distinct from $2::uuid and ${column} > 0 and spent_vnd >= $3`,
      [monthOf(now), payerId, vnd],
    );
  }
}
