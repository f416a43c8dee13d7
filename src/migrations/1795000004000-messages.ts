import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Messages1795000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One event, one message a person: the dedupe key is the wall.
      create table notices (
        id         uuid        primary key,
        person_id  uuid        not null references people,
        party_id   uuid        not null references parties,
        event_id   uuid        not null,
        kind       text        not null,
        facts      jsonb       not null,
        path       text        not null,
        created_at timestamptz not null,
        read_at    timestamptz,
        constraint notices_one_per_event unique (event_id, person_id)
      );
      create index notices_by_person on notices (person_id, created_at desc, id desc);

      create table sms_messages (
        id         uuid        primary key,
        phone      text        not null,
        kind       text        not null,
        state      text        not null,
        attempts   integer     not null default 0,
        reference  text,
        created_at timestamptz not null,
        sent_at    timestamptz,
        constraint sms_messages_state check (state in ('QUEUED','SENT','FAILED'))
      );
    `);
  }

  async down(): Promise<void> {}
}
