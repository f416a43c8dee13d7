import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

/** Households of one order by how far its question came to them; whoever answered was told, by whatever way. */
export interface Told {
  readonly orderId: string;
  readonly households: number;
  readonly told: number;
  readonly delivered: number;
  readonly answered: number;
  /** Still waited for, and no message left for them: somebody must call. */
  readonly toCall: number;
}

@Injectable()
export class ToldStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  of(orderIds: readonly string[], now: Date): Promise<Told[]> {
    return this.dataSource.query(
      `with asked as (
         select order_id, household_id,
                bool_or(state in ('ACCEPTED', 'DECLINED', 'COMMITTED', 'WEIGHED')) as answered,
                bool_or(state = 'OFFERED' and expires_at > $2) as waiting
         from allocation_lines where order_id = any ($1::uuid[]) group by order_id, household_id
       ), reached as (
         select n.subject_id as order_id, n.party_id as household_id,
                bool_or(n.read_at is not null or d.state in ('SENT', 'DELIVERED', 'READ')) as told,
                bool_or(n.read_at is not null or d.state in ('DELIVERED', 'READ')) as delivered
         from notices n left join deliveries d on d.notice_id = n.id
         where n.subject_id = any ($1::uuid[]) and n.kind = 'ORDER_OFFERED' group by n.subject_id, n.party_id
       )
       select a.order_id as "orderId", count(*)::int as households,
              count(*) filter (where a.answered or r.told)::int as told,
              count(*) filter (where a.answered or r.delivered)::int as delivered,
              count(*) filter (where a.answered)::int as answered,
              count(*) filter (where a.waiting and not coalesce(r.told, false))::int as "toCall"
       from asked a left join reached r using (order_id, household_id) group by a.order_id`,
      [orderIds, now],
    );
  }
}
