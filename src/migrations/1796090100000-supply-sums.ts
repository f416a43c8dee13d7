import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SupplySums1796090100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A grade line is offered and unsold at once: the board sums both in one pass over this view.
      create view supply_lots as
        select vn_day(l.ready_from) as day, l.commune_id, l.crop_code, l.household_id, g.grade_code as label,
               l.published_at as at, g.offered_g,
               g.offered_g - g.reserved_g - g.weighed_g - g.written_off_g as unsold_g
          from lots l join lot_grades g on g.lot_id = l.id
         where l.state <> 'DRAFT' and l.close_reason is distinct from 'WITHDRAWN';

      create or replace view supply_rows as
        select 'PLANNED'::text as measure, d.day::date as day, p.commune_id, p.crop_code, p.household_id,
               p.season as label, null::timestamptz as at,
               round(p.expected_g::numeric / (p.last_day - p.first_day + 1))::bigint as grams
          from production_plans p
          cross join lateral generate_series(p.first_day, p.last_day, interval '1 day') as d(day)
         where p.household_id is null
        union all
        select 'FORECAST', f.day, f.commune_id, f.crop_code, f.household_id, f.source, f.created_at, f.grams
          from forecasts f where f.is_current
        union all
        select 'OFFERED', day, commune_id, crop_code, household_id, label, at, offered_g from supply_lots
        union all
        select 'UNSOLD', day, commune_id, crop_code, household_id, label, at, unsold_g from supply_lots
        union all
        select 'COMMITTED', vn_day(d.ready_from), d.commune_id, d.crop_code, d.household_id, d.number,
               d.created_at, l.grams
          from deals d join deal_lines l on l.deal_id = d.id
         where d.state <> 'CANCELLED'
        union all
        select 'WEIGHED', vn_day(t.confirmed_at), t.commune_id, t.crop_code, t.household_id, t.number,
               t.confirmed_at, t.payable_g
          from weigh_tickets t where t.state = 'CONFIRMED';

      -- What the planner knows of an index on an expression it does not use for a partial one: without these it takes
      -- every day for a two-hundredth of the season and joins a busy day row by row.
      create statistics lots_ready_days on vn_day(ready_from) from lots;
      create statistics deals_ready_days on vn_day(ready_from) from deals;
      create statistics weigh_tickets_confirmed_days on vn_day(confirmed_at) from weigh_tickets;
      analyze lots, deals, weigh_tickets;
    `);
  }

  async down(): Promise<void> {}
}
