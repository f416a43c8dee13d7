import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import { parseSafe } from '../../platform/database/columns.js';

export interface HomeFigures {
  readonly forecastTomorrowGrams: number | null;
  readonly openLots: number;
  readonly freeGrams: number;
  readonly offersWaiting: number;
  readonly dealsToday: number;
  readonly toReceiveVnd: number;
  readonly ticketsToConfirm: number;
  readonly lastLotId: string | null;
}

type RawFigures = { [Key in keyof HomeFigures]: string | null };

@Injectable()
export class HomeStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Everything a grower's first screen counts, in one statement. */
  async figures(partyId: string, today: Day, tomorrow: Day, now: Date): Promise<HomeFigures> {
    const [row]: RawFigures[] = await this.dataSource.query(
      `select
         (select sum(grams) from forecasts where household_id = $1 and day = $3 and is_current) as "forecastTomorrowGrams",
         (select count(*) from lots where household_id = $1 and state = 'PUBLISHED') as "openLots",
         (select coalesce(sum(g.offered_g - g.reserved_g - g.weighed_g - g.written_off_g), 0)
            from lots l join lot_grades g on g.lot_id = l.id
           where l.household_id = $1 and l.state = 'PUBLISHED') as "freeGrams",
         (select count(*) from allocation_lines
           where household_id = $1 and state = 'OFFERED' and expires_at > $4) as "offersWaiting",
         (select count(*) from deals
           where (household_id = $1 or buyer_id = $1) and vn_day(ready_from) = $2 and state <> 'CANCELLED') as "dealsToday",
         (select coalesce(sum(amount_vnd), 0) from payables where payee_id = $1 and state <> 'CONFIRMED') as "toReceiveVnd",
         (select count(*) from weigh_tickets where household_id = $1 and state = 'SUBMITTED') as "ticketsToConfirm",
         (select id from lots where household_id = $1 order by created_at desc limit 1) as "lastLotId"`,
      [partyId, today, tomorrow, now],
    );
    const count = (value: string | null | undefined): number => parseSafe(value ?? 0);
    return {
      forecastTomorrowGrams:
        row?.forecastTomorrowGrams == null ? null : count(row.forecastTomorrowGrams),
      openLots: count(row?.openLots),
      freeGrams: count(row?.freeGrams),
      offersWaiting: count(row?.offersWaiting),
      dealsToday: count(row?.dealsToday),
      toReceiveVnd: count(row?.toReceiveVnd),
      ticketsToConfirm: count(row?.ticketsToConfirm),
      lastLotId: row?.lastLotId ?? null,
    };
  }
}
