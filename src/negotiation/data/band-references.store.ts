import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Vnd } from '../../kernel/units.js';
import type { Tx } from '../../platform/database/unit-of-work.js';

/** What the market said of one grade of a deal when it was made, and when it was weighed. */
export interface BandReference {
  readonly dealId: string;
  readonly gradeCode: string;
  readonly thenVnd: number;
  /** null: not weighed yet, or too few sold to say a price. */
  readonly nowVnd: number | null;
}

/** The prices a price-band clause counts from and to, written down once each, so that anybody can reckon it again. */
@Injectable()
export class BandReferencesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async keepThen(tx: Tx, dealId: string, prices: ReadonlyMap<string, Vnd>): Promise<void> {
    await tx.query(
      `insert into band_references (deal_id, grade_code, then_vnd)
       select $1, grade, vnd from unnest($2::text[], $3::bigint[]) price (grade, vnd)`,
      [dealId, [...prices.keys()], [...prices.values()]],
    );
  }

  /** Grades without a price from the time of the deal stay without one. */
  async keepNow(
    tx: Tx,
    dealId: string,
    prices: ReadonlyMap<string, Vnd>,
  ): Promise<BandReference[]> {
    const [kept]: [BandReference[], number] = await tx.query(
      `update band_references b set now_vnd = price.vnd
       from unnest($2::text[], $3::bigint[]) price (grade, vnd)
       where b.deal_id = $1 and b.grade_code = price.grade
       returning b.deal_id as "dealId", b.grade_code as "gradeCode", b.then_vnd::float8 as "thenVnd",
         b.now_vnd::float8 as "nowVnd"`,
      [dealId, [...prices.keys()], [...prices.values()]],
    );
    return kept;
  }

  ofDeals(dealIds: readonly string[]): Promise<BandReference[]> {
    return this.dataSource.query(
      `select deal_id as "dealId", grade_code as "gradeCode", then_vnd::float8 as "thenVnd", now_vnd::float8 as "nowVnd"
       from band_references where deal_id = any ($1::uuid[]) order by deal_id, grade_code`,
      [dealIds],
    );
  }
}
