import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Planning1795000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table production_plans (
        id           uuid        primary key,
        commune_id   uuid        not null references admin_units,
        household_id uuid        references parties,
        crop_code    text        not null references crops,
        season       text        not null,
        area_m2      bigint      not null check (area_m2 > 0),
        expected_g   bigint      not null check (expected_g > 0),
        first_day    date        not null,
        last_day     date        not null,
        created_at   timestamptz not null,
        constraint production_plans_days check (last_day >= first_day)
      );
      create unique index production_plans_key on production_plans
        (commune_id, coalesce(household_id, '00000000-0000-0000-0000-000000000000'::uuid), crop_code, season);
      create index production_plans_by_days on production_plans (first_day, last_day);

      -- Reports are never overwritten: a second number for the same day is a new revision.
      create table forecasts (
        id           uuid        primary key,
        household_id uuid        not null references parties,
        commune_id   uuid        not null references admin_units,
        crop_code    text        not null references crops,
        day          date        not null,
        grams        bigint      not null check (grams >= 0),
        revision     integer     not null check (revision > 0),
        is_current   boolean     not null,
        source       text        not null check (source in ('GROWER','COOPERATIVE','OFFICER')),
        reported_by  uuid        not null references people,
        created_at   timestamptz not null,
        constraint forecasts_revision unique (household_id, crop_code, day, revision)
      );
      create unique index forecasts_one_current on forecasts (household_id, crop_code, day) where is_current;
      create index forecasts_by_day on forecasts (day, crop_code, commune_id) where is_current;
    `);
  }

  async down(): Promise<void> {}
}
