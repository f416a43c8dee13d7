import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Market1796000620000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table saved_searches (
        id         uuid        primary key,
        person_id  uuid        not null references people,
        party_id   uuid        not null references parties,
        name       text        not null check (name <> ''),
        filter     jsonb       not null,
        alerts     boolean     not null,
        created_at timestamptz not null
      );
      create index saved_searches_by_person on saved_searches (person_id, created_at desc, id desc);
      create index saved_searches_alerting on saved_searches (person_id) where alerts;

      -- One message an hour a person, whatever she searches for: when she was told, and up to when lots were looked at.
      create table search_digests (
        person_id uuid        primary key references people,
        told_at   timestamptz,
        looked_at timestamptz not null
      );

      -- The daily sheet: a party has it at one hour of the day; sent_on is the last day it went out.
      create table sheet_subscriptions (
        party_id   uuid        primary key references parties,
        at_hour    integer     not null check (at_hour between 0 and 23),
        sent_on    date,
        created_by uuid        not null references people,
        created_at timestamptz not null
      );
    `);
  }

  async down(): Promise<void> {}
}
