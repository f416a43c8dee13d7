import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { parseSafe } from '../../platform/database/columns.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { byGivenName } from '../../platform/database/vietnamese-order.js';

export type CallOutcome = 'ACCEPTED' | 'DECLINED' | 'NO_ANSWER' | 'WRONG_NUMBER';

/** A household that has not answered an offer, and should be called. */
export interface ToCall {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly householdId: string;
  readonly householdName: string;
  /** E.164, of everyone who answers for it. */
  readonly phones: readonly string[];
  readonly cropCode: string;
  readonly grams: number;
  /** The lowest of its lines. */
  readonly vndPerKg: number;
  readonly readyFrom: Date;
  readonly offeredAt: Date;
  readonly expiresAt: Date;
  /** Whether any message left for it. */
  readonly isTold: boolean;
  readonly lastOutcome: CallOutcome | null;
  readonly lastCallAt: Date | null;
  readonly calls: number;
}

const LISTED = 200;

@Injectable()
export class CallsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Offers to households that let the cooperative sell for them, which wait unanswered since before `since`, or that no message left for; whose time runs out first
   * comes first.
   */
  async toCall(coopId: string, since: Date, now: Date): Promise<ToCall[]> {
    const rows: (Omit<ToCall, 'grams' | 'vndPerKg'> & { grams: string; vndPerKg: string })[] =
      await this.dataSource.query(
        `with waiting as (
           select l.order_id, l.household_id, sum(l.grams) as grams, min(l.vnd_per_kg) as vnd_per_kg,
                  min(l.offered_at) as offered_at, min(l.expires_at) as expires_at
           from allocation_lines l join standing_grants g on g.household_id = l.household_id and g.party_id = $1 and g.power = 'SELL_FOR'
           where l.state = 'OFFERED' and l.expires_at > $3
           group by l.order_id, l.household_id
         )
         select w.order_id as "orderId", o.number as "orderNumber", w.household_id as "householdId",
                h.name as "householdName", o.crop_code as "cropCode", w.grams, w.vnd_per_kg as "vndPerKg",
                o.ready_from as "readyFrom", w.offered_at as "offeredAt", w.expires_at as "expiresAt",
                told.is_told as "isTold", last.outcome as "lastOutcome", last.at as "lastCallAt",
                coalesce(last.calls, 0)::int as calls,
                coalesce((select array_agg(distinct p.phone) from memberships g join people p on p.id = g.person_id
                  where g.party_id = w.household_id and g.role = 'GROWER'), '{}') as phones
         from waiting w join orders o on o.id = w.order_id join parties h on h.id = w.household_id
         cross join lateral (
           select exists (select 1 from notices n left join deliveries d on d.notice_id = n.id
             where n.subject_id = w.order_id and n.party_id = w.household_id
               and (n.read_at is not null or d.state in ('SENT', 'DELIVERED', 'READ'))) as is_told
         ) told
         left join lateral (
           select c.outcome, c.at, count(*) over () as calls from call_answers c
           where c.order_id = w.order_id and c.household_id = w.household_id order by c.at desc limit 1
         ) last on true
         where w.offered_at <= $2 or not told.is_told
         order by w.expires_at, ${byGivenName('h.name')}, w.household_id limit ${LISTED}`,
        [coopId, since, now],
      );
    return rows.map((row) => ({
      ...row,
      grams: parseSafe(row.grams),
      vndPerKg: parseSafe(row.vndPerKg),
    }));
  }

  /** Whether the household lets this party answer for it. */
  async mayCall(partyId: string, householdId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `select 1 from standing_grants where party_id = $1 and household_id = $2 and power = 'SELL_FOR'`,
      [partyId, householdId],
    );
    return rows.length > 0;
  }

  async add(
    tx: Tx,
    call: {
      readonly id: string;
      readonly orderId: string;
      readonly householdId: string;
      readonly callerId: string;
      readonly outcome: CallOutcome;
    },
    now: Date,
  ): Promise<void> {
    await tx.query(
      `insert into call_answers (id, order_id, household_id, caller_id, outcome, at) values ($1, $2, $3, $4, $5, $6)`,
      [call.id, call.orderId, call.householdId, call.callerId, call.outcome, now],
    );
  }
}
