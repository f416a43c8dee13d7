import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Lots1795000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table photos (
        id         uuid        primary key,
        party_id   uuid        not null references parties,
        taken_at   timestamptz not null,
        width      integer     not null,
        height     integer     not null,
        card       bytea       not null,
        full_size  bytea       not null,
        created_at timestamptz not null
      );

      create table lots (
        id             uuid        primary key,
        household_id   uuid        not null references parties,
        commune_id     uuid        not null references admin_units,
        crop_code      text        not null references crops,
        variety_code   text        references varieties,
        state          text        not null,
        ready_from     timestamptz not null,
        ready_to       timestamptz not null,
        lat            double precision not null,
        lon            double precision not null,
        pickup_note    text        not null default '',
        min_take_g     bigint      not null check (min_take_g >= 0),
        photo_id       uuid        references photos,
        confirmed_by   uuid        references parties,
        sprayed_on     date,
        interval_days  integer     check (interval_days >= 0),
        version        integer     not null default 1,
        close_reason   text,
        published_at   timestamptz,
        created_by     uuid        not null references people,
        created_at     timestamptz not null,
        close_note     text,
        constraint lots_state check (state in ('DRAFT','PUBLISHED','PAUSED','CLOSED')),
        constraint lots_window check (ready_to > ready_from),
        constraint lots_close_reason check
          ((state = 'CLOSED') = (close_reason is not null)
           and (close_reason is null or close_reason in ('SOLD','EXPIRED','WITHDRAWN','SPOILED','MERGED'))),
        constraint lots_published check (state not in ('PUBLISHED','PAUSED') or published_at is not null)
      );
      create index lots_open on lots (published_at desc, id desc) where state = 'PUBLISHED';
      create index lots_open_by_crop on lots (crop_code, published_at desc, id desc) where state = 'PUBLISHED';
      create index lots_open_by_window on lots (crop_code, ready_from, ready_to) where state = 'PUBLISHED';
      create index lots_by_household on lots (household_id, created_at desc);

      -- available = offered − reserved − weighed − written off, and the CHECK is the last wall against overselling.
      create table lot_grades (
        id            uuid   primary key,
        lot_id        uuid   not null references lots,
        grade_code    text   not null,
        ask_vnd_per_kg bigint check (ask_vnd_per_kg > 0),
        offered_g     bigint not null,
        reserved_g    bigint not null default 0,
        weighed_g     bigint not null default 0,
        written_off_g bigint not null default 0,
        constraint lot_grades_one_line unique (lot_id, grade_code),
        constraint lot_grades_never_oversold check (reserved_g + weighed_g + written_off_g <= offered_g),
        constraint lot_grades_counted check
          (offered_g > 0 and reserved_g >= 0 and weighed_g >= 0 and written_off_g >= 0)
      );

      -- Kilograms set aside for somebody. expires_at null: promised for good.
      create table lot_holds (
        id           uuid        primary key,
        lot_grade_id uuid        not null references lot_grades,
        grams        bigint      not null check (grams > 0),
        expires_at   timestamptz,
        state        text        not null,
        created_at   timestamptz not null,
        constraint lot_holds_state check (state in ('HELD','RELEASED','WEIGHED'))
      );
      create index lot_holds_open on lot_holds (lot_grade_id) where state = 'HELD';
      create index lot_holds_expiring on lot_holds (expires_at) where state = 'HELD' and expires_at is not null;
    `);
  }

  async down(): Promise<void> {}
}
