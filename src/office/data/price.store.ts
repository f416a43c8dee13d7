import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { PaidPrice } from '../domain/price-board.js';

type RawPrice = Omit<PaidPrice, 'netGrams' | 'amountVnd' | 'nominalVndPerKg'> & {
  netGrams: string;
  amountVnd: string;
  nominalVndPerKg: string;
};

export interface UsualPrice {
  readonly day: Day;
  readonly cropCode: string;
  readonly gradeCode: string;
  readonly usualVnd: number;
}

@Injectable()
export class PriceStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Confirmed ticket lines of a day; disputed and void tickets are no prices. */
  async paidOn(day: Day): Promise<PaidPrice[]> {
    const rows: RawPrice[] = await this.dataSource.query(
      `select t.crop_code as "cropCode", l.grade_code as "gradeCode", t.buyer_id as "buyerId", t.id as "ticketId",
              l.gross_g - l.tare_g as "netGrams", l.amount_vnd as "amountVnd", l.vnd_per_kg as "nominalVndPerKg"
         from weigh_tickets t join ticket_lines l on l.ticket_id = t.id
        where t.state = 'CONFIRMED' and vn_day(t.confirmed_at) = $1 and l.gross_g > l.tare_g`,
      [day],
    );
    return rows.map((row) => ({
      ...row,
      netGrams: parseSafe(row.netGrams),
      amountVnd: parseSafe(row.amountVnd),
      nominalVndPerKg: parseSafe(row.nominalVndPerKg),
    }));
  }

  /** The last market day at or before `day`, null when nothing was ever weighed. */
  async lastMarketDay(day: Day): Promise<Day | null> {
    const [row]: { day: Day | null }[] = await this.dataSource.query(
      `select to_char(max(vn_day(confirmed_at)), 'YYYY-MM-DD') as day
         from weigh_tickets where state = 'CONFIRMED' and vn_day(confirmed_at) <= $1`,
      [day],
    );
    return row?.day ?? null;
  }

  /** What a kilogram usually brought, per market day, crop and grade; days without enough tickets are left out. */
  usualByDay(from: Day, to: Day): Promise<UsualPrice[]> {
    return this.dataSource.query(
      `select to_char(vn_day(t.confirmed_at), 'YYYY-MM-DD') as day, t.crop_code as "cropCode", l.grade_code as "gradeCode",
              (percentile_disc(0.5) within group (order by round(l.amount_vnd * 1000.0 / (l.gross_g - l.tare_g))))::int as "usualVnd"
         from weigh_tickets t join ticket_lines l on l.ticket_id = t.id
        where t.state = 'CONFIRMED' and vn_day(t.confirmed_at) between $1 and $2 and l.gross_g > l.tare_g
        group by 1, 2, 3
       having count(distinct t.id) >= 5 and count(distinct t.buyer_id) >= 3
        order by 1`,
      [from, to],
    );
  }
}
