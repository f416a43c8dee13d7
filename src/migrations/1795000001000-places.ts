import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Places1795000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The same code means another commune after 1/7/2025, so the key is code + valid_from.
      create table admin_units (
        id            uuid             primary key,
        code          text             not null,
        name          text             not null,
        kind          text             not null,
        parent_id     uuid             references admin_units,
        valid_from    date             not null,
        valid_to      date,
        successor_id  uuid             references admin_units,
        lat           double precision,
        lon           double precision,
        population    integer,
        area_km2      double precision,
        is_gi_na_dai  boolean          not null default false,
        constraint admin_units_kind check (kind in ('PROVINCE','DISTRICT','COMMUNE','TOWNSHIP','HAMLET')),
        constraint admin_units_dates check (valid_to is null or valid_to >= valid_from),
        constraint admin_units_code_from unique (code, kind, valid_from)
      );
      create index admin_units_by_parent on admin_units (parent_id);

      create table places (
        id       uuid             primary key,
        code     text             not null,
        name     text             not null,
        kind     text             not null,
        lat      double precision not null,
        lon      double precision not null,
        road     text,
        unit_id  uuid             references admin_units,
        -- The unit outside the district whose rules apply on arrival: 'Hà Nội', 'Hải Phòng'.
        jurisdiction text,
        constraint places_code unique (code),
        constraint places_kind check (kind in ('WHOLESALE_MARKET','BUYING_POINT','BORDER_GATE','TOWN','CHECKPOINT'))
      );
    `);
  }

  async down(): Promise<void> {}
}
