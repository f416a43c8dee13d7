import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { BuyerRecord } from './negotiation.rows.js';

/** What is known of a buyer before anybody says yes to him (NG-11). */
@Injectable()
export class RecordsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** From confirmed tickets of the last `days` before `now` and what was paid for them. */
  ofBuyers(buyerIds: readonly string[], now: Date, days: number): Promise<BuyerRecord[]> {
    return this.dataSource.query(
      `with ticket as (
         select t.id, t.buyer_id, t.confirmed_at, t.payable_g,
                (select sum(l.gross_g - l.tare_g) from ticket_lines l where l.ticket_id = t.id) as net_g
         from weigh_tickets t
         where t.buyer_id = any ($1::uuid[]) and t.state = 'CONFIRMED'
           and t.confirmed_at between $2::timestamptz - make_interval(days => $3) and $2
       )
       select t.buyer_id as "buyerId", count(*)::int as tickets,
              round((1 - sum(t.payable_g)::numeric / nullif(sum(t.net_g), 0)) * 10000)::int as "deductionBp",
              round(avg(extract(epoch from p.confirmed_at - t.confirmed_at) / 86400), 1)::float8 as "daysToPay"
       from ticket t left join payables p on p.ticket_id = t.id and p.state = 'CONFIRMED'
       group by t.buyer_id`,
      [buyerIds, now, days],
    );
  }

  /** The trader whose phone this is; undefined when no trader has it. */
  async traderByPhone(phone: string): Promise<string | undefined> {
    const [row]: { partyId: string }[] = await this.dataSource.query(
      `select m.party_id as "partyId" from people p join memberships m on m.person_id = p.id
       where p.phone = $1 and m.role = 'TRADER' order by m.party_id limit 1`,
      [phone],
    );
    return row?.partyId;
  }
}
