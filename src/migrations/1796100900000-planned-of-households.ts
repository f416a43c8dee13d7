import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlannedOfHouseholds1796100900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is planned for a day: the plan of the commune, and where it has none for the crop those days, the confirmed
      -- plans of its households. Never both: the commune's plan holds its households' harvest.
      create view supply_plans as
        select p.commune_id, p.crop_code, p.household_id, p.season as label, p.reviewed_at as at, p.first_day, p.last_day,
               round(p.expected_g::numeric / (p.last_day - p.first_day + 1))::bigint as day_g
          from production_plans p
         where p.household_id is null
            or (p.state = 'CONFIRMED' and not exists (
                 select 1 from production_plans c
                  where c.household_id is null and c.commune_id = p.commune_id and c.crop_code = p.crop_code
                    and c.first_day <= p.last_day and p.first_day <= c.last_day));

      drop view supply_rows;
      create view supply_rows as
        select 'FORECAST'::text as measure, f.day, f.commune_id, f.crop_code, f.household_id, f.source as label,
               f.created_at as at, f.grams
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
    `);
  }

  async down(): Promise<void> {}
}
