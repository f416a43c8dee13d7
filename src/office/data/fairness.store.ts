import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import { grams } from '../../kernel/units.js';
import { parseSafe } from '../../platform/database/columns.js';
import { LEAST_TICKETS, type HouseholdShare } from '../domain/fairness.js';

/** How one buyer weighed and paid in a month. */
export interface BuyerConduct {
  readonly buyerId: string;
  readonly name: string;
  readonly tickets: number;
  /** Taken off of what was on the scale, in basis points. */
  readonly deductionBp: number;
  /** Of the tickets, those a household disputed. */
  readonly disputed: number;
  /** Of the tickets, those whose money came after its day, or has not come though its day is over. */
  readonly late: number;
}

/** A choice of lots by hand that took from the office's communes. */
export interface HandChoice {
  readonly id: string;
  readonly day: Day;
  readonly orderNumber: string;
  /** The buyer, or the cooperative that took a part of the order. */
  readonly chosenBy: string;
  readonly reason: string;
  readonly giniBp: number;
  readonly computedGiniBp: number;
}

const MOST_CHOICES = 100;

/** Reads of the monthly report; days are days in Việt Nam, the last one counts. */
@Injectable()
export class FairnessStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Offered as the board counts it, taken as its deals say. */
  async shares(from: Day, to: Day, communeIds: readonly string[]): Promise<HouseholdShare[]> {
    const rows: { communeId: string; householdId: string; offered: string; taken: string }[] =
      await this.dataSource.query(
        `select commune_id as "communeId", household_id as "householdId", sum(offered_g)::int8 as offered,
                sum(taken_g)::int8 as taken
           from (select commune_id, household_id, offered_g, 0 as taken_g
                   from supply_lots where day between $1 and $2 and commune_id = any ($3::uuid[])
                 union all
                 select commune_id, household_id, 0, grams
                   from supply_rows
                  where measure = 'COMMITTED' and day between $1 and $2 and commune_id = any ($3::uuid[])) s
          group by 1, 2`,
        [from, to, communeIds],
      );
    return rows.map((row) => ({
      ...row,
      offered: grams(parseSafe(row.offered)),
      taken: grams(parseSafe(row.taken)),
    }));
  }

  /** Buyers with tickets enough to be judged, by what they took off, the most first. */
  async conduct(
    from: Day,
    to: Day,
    communeIds: readonly string[],
    today: Day,
  ): Promise<BuyerConduct[]> {
    return this.dataSource.query(
      `with ticket as (
         select t.id, t.buyer_id, t.disputed_at is not null as is_disputed,
                exists (select 1 from payables p where p.ticket_id = t.id
                        and coalesce(vn_day(p.confirmed_at), $4::date) > p.due_on) as is_late
           from weigh_tickets t
          where t.state = 'CONFIRMED' and vn_day(t.confirmed_at) between $1 and $2
            and t.commune_id = any ($3::uuid[])
       ), weight as (
         select t.buyer_id, sum(l.deduction_g) as deduction_g, sum(l.gross_g - l.tare_g) as net_g
           from ticket t join ticket_lines l on l.ticket_id = t.id group by 1
       )
       select t.buyer_id as "buyerId", b.name, count(*)::int as tickets,
              coalesce(round(10000.0 * max(w.deduction_g) / nullif(max(w.net_g), 0)), 0)::int as "deductionBp",
              count(*) filter (where t.is_disputed)::int as disputed,
              count(*) filter (where t.is_late)::int as late
         from ticket t join parties b on b.id = t.buyer_id left join weight w on w.buyer_id = t.buyer_id
        group by t.buyer_id, b.name having count(*) >= ${LEAST_TICKETS}
        order by "deductionBp" desc, b.name, t.buyer_id`,
      [from, to, communeIds, today],
    );
  }

  /** Those that made it more uneven stand first. */
  handChoices(from: Day, to: Day, communeIds: readonly string[]): Promise<HandChoice[]> {
    return this.dataSource.query(
      `select p.id, vn_day(p.created_at)::text as day, o.number as "orderNumber", coalesce(c.name, b.name) as "chosenBy",
              p.by_hand_reason as reason, p.gini_bp as "giniBp", p.computed_gini_bp as "computedGiniBp"
         from allocation_plans p join orders o on o.id = p.order_id join parties b on b.id = o.buyer_id
         left join parties c on c.id = p.coop_id
        where p.by_hand_reason is not null and vn_day(p.created_at) between $1 and $2
          and exists (select 1 from allocation_lines a join lots l on l.id = a.lot_id
                      where a.plan_id = p.id and l.commune_id = any ($3::uuid[]))
        order by p.gini_bp - p.computed_gini_bp desc, p.created_at desc, p.id limit ${MOST_CHOICES}`,
      [from, to, communeIds],
    );
  }
}
