import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HelpCalls1796090610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A household asks to be called. What came of each call is kept; talking, or a wrong number, ends it.
      create table help_calls (
        id           uuid        primary key,
        household_id uuid        not null references parties,
        person_id    uuid        not null references people,
        -- The sign of the screen as it is read out on the telephone (A3), and the version of the app.
        screen       text        check (screen ~ '^[A-Z][0-9]{1,3}$'),
        app_version  text        check (length(app_version) <= 40),
        note         text        check (length(note) <= 300),
        asked_at     timestamptz not null,
        tries        integer     not null default 0 check (tries >= 0),
        last_try_at  timestamptz,
        outcome      text        check (outcome in ('TALKED','NO_ANSWER','WRONG_NUMBER')),
        last_by      uuid        references people,
        ended_at     timestamptz,
        constraint help_calls_tried check ((tries = 0) = (last_try_at is null) and (tries = 0) = (outcome is null)
          and (tries = 0) = (last_by is null)),
        constraint help_calls_ended check (ended_at is null or outcome in ('TALKED','WRONG_NUMBER'))
      );
      create unique index help_calls_one_open on help_calls (household_id) where ended_at is null;
      create index help_calls_waiting on help_calls (asked_at, id) where ended_at is null;
    `);
  }

  async down(): Promise<void> {}
}
