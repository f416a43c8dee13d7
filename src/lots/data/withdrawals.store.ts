import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { ForceMajeure } from '../domain/force-majeure.js';

/** A withdrawal for force majeure that broke promises, and what the commune said of it. */
export interface LotWithdrawal {
  readonly lotId: string;
  readonly brokenCount: number;
  readonly forceMajeure: ForceMajeure;
  readonly decisionNote: string | null;
}

export interface WithdrawalToDecide {
  /** Of the lot. */
  readonly id: string;
  readonly householdName: string;
  readonly cropCode: string;
  readonly brokenCount: number;
  readonly brokenGrams: number;
  readonly note: string | null;
  /** When the promises were broken; what the list is ordered by. */
  readonly createdAt: Date;
}

/** Lots with what was broken by taking them back; parts of deals that ended are judged with the deal. */
const WITHDRAWN = `lots l join broken_promises b on b.lot_id = l.id and b.deal_id is null`;

@Injectable()
export class WithdrawalsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  ofLots(lotIds: readonly string[]): Promise<LotWithdrawal[]> {
    return this.dataSource.query(
      `select l.id as "lotId", count(b.id)::int as "brokenCount", w.note as "decisionNote",
              case when w.is_confirmed then 'CONFIRMED' when not w.is_confirmed then 'REFUSED' else 'CLAIMED' end
                as "forceMajeure"
       from ${WITHDRAWN} left join withdrawal_decisions w on w.lot_id = l.id
       where l.id = any($1::uuid[]) and l.withdraw_cause = 'FORCE_MAJEURE' group by l.id, w.lot_id`,
      [lotIds],
    );
  }

  /** Those of these communes that wait for a word, longest first. */
  waiting(
    communeIds: readonly string[],
    limit: number,
    after: readonly [Date | null, string | null],
  ): Promise<WithdrawalToDecide[]> {
    return this.dataSource.query(
      `select * from (
         select l.id, h.name as "householdName", l.crop_code as "cropCode", count(b.id)::int as "brokenCount",
                sum(b.grams)::float8 as "brokenGrams", l.close_note as note, min(b.broken_at) as "createdAt"
         from ${WITHDRAWN} join parties h on h.id = l.household_id
         where l.withdraw_cause = 'FORCE_MAJEURE' and h.commune_id = any($1::uuid[])
           and not exists (select 1 from withdrawal_decisions d where d.lot_id = l.id)
         group by l.id, h.id) w
       where $3::timestamptz is null or (w."createdAt", w.id) > ($3, $4::uuid)
       order by w."createdAt", w.id limit $2`,
      [communeIds, limit, ...after],
    );
  }
}
