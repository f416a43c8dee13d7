import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StaffSignIn1796000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A session is of the market or of the staff from its first moment, and acts in roles of its own audience alone:
      -- whatever asks for a change of role later, a token that a phone code opened never becomes an officer's.
      alter table sessions add column audience text not null default 'MARKET';
      update sessions set audience = 'STAFF'
        where role in ('CHECKPOINT_OFFICER','COMMUNE_OFFICER','OFFICE_STAFF','ADMIN');
      alter table sessions
        add constraint sessions_audience check (
          audience = case when role in ('CHECKPOINT_OFFICER','COMMUNE_OFFICER','OFFICE_STAFF','ADMIN')
                          then 'STAFF' else 'MARKET' end);

      -- Password and second factor of one who serves an office. Until ready_at the set-up is under way.
      create table staff_credentials (
        person_id     uuid        primary key references people,
        password_hash text,
        totp_sealed   text        not null,
        -- The last thirty-second step whose code was used: a code opens one session.
        totp_step     bigint      not null default 0,
        tries         integer     not null default 0,
        tries_since   timestamptz not null,
        created_at    timestamptz not null,
        ready_at      timestamptz,
        constraint staff_credentials_ready check (ready_at is null or password_hash is not null),
        constraint staff_credentials_tries check (tries between 0 and 5)
      );

      -- Two people of the staff let a third set up anew: one asks, another agrees and reads the code out.
      create table staff_recoveries (
        id           uuid        primary key,
        person_id    uuid        not null references people,
        reason       text        not null,
        requested_by uuid        not null references people,
        requested_at timestamptz not null,
        approved_by  uuid        references people,
        approved_at  timestamptz,
        code_hash    text,
        expires_at   timestamptz,
        used_at      timestamptz,
        constraint staff_recoveries_four_eyes check (
          approved_by <> requested_by and approved_by <> person_id and requested_by <> person_id),
        constraint staff_recoveries_approved check (
          num_nonnulls(approved_by, approved_at, code_hash, expires_at) in (0, 4)),
        constraint staff_recoveries_used check (used_at is null or approved_at is not null)
      );
      create unique index staff_recoveries_one_open on staff_recoveries (person_id) where approved_at is null;
      create index staff_recoveries_by_person on staff_recoveries (person_id, approved_at desc);
    `);
  }

  async down(): Promise<void> {}
}
