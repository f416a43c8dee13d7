import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { inAlphabet } from '../../platform/database/vietnamese-order.js';
import type { Channel } from '../domain/route.js';
import { DEFAULT_CAPS } from '../domain/caps.js';

/** What one payer's messages cost in a month. */
export interface Spent {
  /** Null: the district. */
  readonly payerId: string | null;
  readonly payerName: string | null;
  readonly zalo: number;
  readonly sms: number;
  readonly otp: number;
  readonly spentVnd: number;
  readonly capVnd: number;
}

/** What became of the messages tried by one channel in a month. */
export interface ChannelStats {
  readonly channel: Channel;
  readonly tried: number;
  readonly delivered: number;
  readonly read: number;
  readonly failed: number;
}

@Injectable()
export class StatsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The district first, then the cooperatives that spent most; `payerId` narrows to one cooperative. */
  async spent(month: Day, payerId: string | undefined): Promise<Spent[]> {
    const rows: (Omit<Spent, 'spentVnd' | 'capVnd'> & { spentVnd: string; capVnd: string })[] =
      await this.dataSource.query(
        `select p.id as "payerId", p.name as "payerName", coalesce(s.zalo, 0) as zalo, coalesce(s.sms, 0) as sms,
                coalesce(s.otp, 0) as otp, coalesce(s.spent_vnd, 0) as "spentVnd",
                coalesce(c.cap_vnd, case when p.id is null then $2::bigint else $3::bigint end) as "capVnd"
         from (select null::uuid as id, null::text as name
               union all select id, name from parties where kind = 'COOPERATIVE') p
         left join message_spend s on s.month = $1 and s.payer_id is not distinct from p.id
         left join message_caps c on c.payer_id is not distinct from p.id
         where $4::uuid is null or p.id = $4
         order by p.id is not null, coalesce(s.spent_vnd, 0) desc, ${inAlphabet('p.name')} limit 100`,
        [month, DEFAULT_CAPS.district, DEFAULT_CAPS.cooperative, payerId ?? null],
      );
    return rows.map((row) => ({
      ...row,
      spentVnd: parseSafe(row.spentVnd),
      capVnd: parseSafe(row.capVnd),
    }));
  }

  channels(from: Date, to: Date): Promise<ChannelStats[]> {
    return this.dataSource.query(
      `select channel, count(*)::int as tried, count(*) filter (where state in ('DELIVERED','READ'))::int as delivered,
              count(*) filter (where state = 'READ')::int as read, count(*) filter (where state = 'FAILED')::int as failed
       from deliveries where tried_at >= $1 and tried_at < $2
       group by channel order by array_position(array['PUSH','ZALO','SMS'], channel)`,
      [from, to],
    );
  }

  async isPayer(id: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `select 1 from parties where id = $1 and kind = 'COOPERATIVE'`,
      [id],
    );
    return rows.length > 0;
  }

  async setCap(tx: Tx, payerId: string | null, capVnd: number): Promise<void> {
    await tx.query(
      `insert into message_caps (payer_id, cap_vnd) values ($1, $2)
       on conflict on constraint message_caps_one_row do update set cap_vnd = $2`,
      [payerId, capVnd],
    );
  }
}
