import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists unaccent;
      create extension if not exists pg_trgm;
      create extension if not exists btree_gist;

      -- unaccent() is only STABLE because its dictionary may be edited; ours never is, so an index may use this.
      create function fold(words text) returns text
        language sql immutable parallel safe strict
        return lower(public.unaccent('public.unaccent'::regdictionary, normalize(words, NFC)));

      -- Every write anyone asked for, once: the idempotency key and the audit trail are the same row.
      create table acts (
        person_id    uuid        not null,
        operation    text        not null,
        key          uuid        not null,
        party_id     uuid,
        role         text        not null,
        request_hash text        not null,
        response     jsonb,
        at           timestamptz not null default now(),
        constraint acts_pk primary key (person_id, operation, key)
      );
      create index acts_by_time on acts (at);

      create table handled_events (
        event_id   uuid        not null,
        handler    text        not null,
        handled_at timestamptz not null default now(),
        constraint handled_events_pk primary key (event_id, handler)
      );

      -- Counters of limited things (codes sent, wrong tries) survive a crash because they live here.
      create table rate_counters (
        bucket       text        not null,
        window_start timestamptz not null,
        count        integer     not null,
        constraint rate_counters_pk primary key (bucket, window_start)
      );
    `);
  }

  async down(): Promise<void> {}
}
