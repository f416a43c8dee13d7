import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Catalog1795000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table crops (
        code            text     primary key,
        name_vi         text     not null,
        name_en         text     not null,
        synonyms        text[]   not null default '{}',
        shelf_life_days integer  not null check (shelf_life_days > 0),
        position        integer  not null
      );

      create table varieties (
        code      text primary key,
        crop_code text not null references crops,
        name_vi   text not null,
        name_en   text not null
      );

      -- Bounds are grams a fruit, half open; a change of scale is a new row with its own dates.
      create table grades (
        id          uuid    primary key,
        crop_code   text    not null references crops,
        code        text    not null,
        name_vi     text    not null,
        name_en     text    not null,
        fruit_g_from integer,
        fruit_g_to   integer,
        fruits_per_kg text,
        position    integer not null,
        valid_from  date    not null,
        valid_to    date,
        constraint grades_crop_code_from unique (crop_code, code, valid_from)
      );

      create table crate_types (
        code    text   primary key,
        name_vi text   not null,
        name_en text   not null,
        tare_g  bigint not null check (tare_g >= 0)
      );

      create table seasons (
        id         uuid    primary key,
        crop_code  text    not null references crops,
        name_vi    text    not null,
        month_from integer not null check (month_from between 1 and 12),
        month_to   integer not null check (month_to between 1 and 12),
        is_main    boolean not null
      );

      -- A price somebody may quote before there are tickets: the office's reference, per crop, grade and month.
      create table reference_prices (
        id         uuid    primary key,
        crop_code  text    not null references crops,
        grade_code text    not null,
        month      integer not null check (month between 1 and 12),
        vnd_per_kg bigint  not null check (vnd_per_kg > 0),
        constraint reference_prices_key unique (crop_code, grade_code, month)
      );
    `);
  }

  async down(): Promise<void> {}
}
