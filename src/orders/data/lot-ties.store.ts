import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { parseSafe } from '../../platform/database/columns.js';

/** What becomes of one part of a lot when the lot is withdrawn. */
export type PromiseFate = 'OFFER_GONE' | 'PROMISE_BROKEN' | 'DEAL_STANDS';

export interface LotPromise {
  readonly id: string;
  readonly orderNumber: string;
  readonly gradeCode: string;
  readonly grams: number;
  readonly fate: PromiseFate;
}

/** Somebody who buys: a trader the household had a deal with, or its cooperative. */
export interface KnownBuyer {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

const MOST_BUYERS = 50;

/** Who counts on one lot, and who bought from its household before. */
@Injectable()
export class LotTiesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Parts of a lot that somebody counts on, the largest first. */
  async promisesOf(lotId: string, now: Date): Promise<LotPromise[]> {
    const rows: (LotPromise & { grams: string })[] = await this.dataSource.query(
      `select l.id, o.number as "orderNumber", l.grade_code as "gradeCode", l.grams,
              case l.state when 'OFFERED' then 'OFFER_GONE' when 'ACCEPTED' then 'PROMISE_BROKEN'
                else 'DEAL_STANDS' end as fate
       from allocation_lines l join orders o on o.id = l.order_id
       where l.lot_id = $1 and (l.state in ('ACCEPTED', 'COMMITTED') or (l.state = 'OFFERED' and l.expires_at > $2))
       order by l.grams desc, l.id`,
      [lotId, now],
    );
    return rows.map((row) => ({ ...row, grams: parseSafe(row.grams) }));
  }

  /** Its cooperative first, then buyers by how lately they bought. */
  knownBuyers(householdId: string): Promise<KnownBuyer[]> {
    return this.dataSource.query(
      `select p.id, p.name, p.kind from (
         select m.coop_id as id, 'infinity'::timestamptz as at from coop_members m where m.household_id = $1
         union all
         select d.buyer_id, max(d.created_at) from deals d
         where d.household_id = $1 and d.state <> 'CANCELLED' group by 1
       ) known join parties p on p.id = known.id and p.state = 'ACTIVE' and p.kind in ('TRADER', 'COOPERATIVE')
       order by known.at desc, p.id limit ${MOST_BUYERS}`,
      [householdId],
    );
  }
}
