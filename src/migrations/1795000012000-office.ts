import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Office1795000012000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function vn_day(at timestamptz) returns date
        language sql immutable parallel safe strict
        return (at at time zone 'Asia/Ho_Chi_Minh')::date;

      create index lots_by_ready_day on lots (vn_day(ready_from)) where state <> 'DRAFT';
      create index deals_by_ready_day on deals (vn_day(ready_from)) where state <> 'CANCELLED';
      create index weigh_tickets_by_confirmed_day on weigh_tickets (vn_day(confirmed_at)) where state = 'CONFIRMED';

      -- What the boards add up. One row per thing that has kilograms on a day, so that every total drills to its rows.
      create view supply_rows as
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
        select 'OFFERED', vn_day(l.ready_from), l.commune_id, l.crop_code, l.household_id, g.grade_code,
               l.published_at, g.offered_g
          from lots l join lot_grades g on g.lot_id = l.id
         where l.state <> 'DRAFT' and l.close_reason is distinct from 'WITHDRAWN'
        union all
        select 'UNSOLD', vn_day(l.ready_from), l.commune_id, l.crop_code, l.household_id, g.grade_code,
               l.published_at, g.offered_g - g.reserved_g - g.weighed_g - g.written_off_g
          from lots l join lot_grades g on g.lot_id = l.id
         where l.state <> 'DRAFT' and l.close_reason is distinct from 'WITHDRAWN'
        union all
        select 'COMMITTED', vn_day(d.ready_from), d.commune_id, d.crop_code, d.household_id, d.number,
               d.created_at, l.grams
          from deals d join deal_lines l on l.deal_id = d.id
         where d.state <> 'CANCELLED'
        union all
        select 'WEIGHED', vn_day(t.confirmed_at), t.commune_id, t.crop_code, t.household_id, t.number,
               t.confirmed_at, t.payable_g
          from weigh_tickets t where t.state = 'CONFIRMED';
    `);
  }

  async down(): Promise<void> {}
}
