import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Accounts1795000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table people (
        id         uuid        primary key,
        phone      text        not null,
        name       text        not null,
        locale     text        not null default 'vi' check (locale in ('vi','en')),
        created_at timestamptz not null,
        constraint people_phone unique (phone),
        constraint people_phone_e164 check (phone ~ '^\\+84[0-9]{9}$')
      );

      -- Whoever trades, carries or governs: one table, because every deal names two of them.
      create table parties (
        id             uuid        primary key,
        kind           text        not null,
        name           text        not null,
        state          text        not null default 'ACTIVE',
        state_reason   text,
        commune_id     uuid        references admin_units,
        hamlet_id      uuid        references admin_units,
        phone          text,
        lat            double precision,
        lon            double precision,
        bank_bin       text,
        bank_account   text,
        tax_code       text,
        created_at     timestamptz not null,
        constraint parties_kind check (kind in
          ('HOUSEHOLD','COOPERATIVE','TRADER','TRANSPORTER','OFFICE','CHECKPOINT','PLATFORM')),
        constraint parties_state check (state in ('PENDING_APPROVAL','ACTIVE','SUSPENDED','CLOSED')),
        constraint parties_reason check (state <> 'SUSPENDED' or state_reason is not null),
        constraint parties_bank check ((bank_bin is null) = (bank_account is null))
      );
      create index parties_by_kind_commune on parties (kind, commune_id);

      create table memberships (
        person_id uuid not null references people,
        party_id  uuid not null references parties,
        role      text not null,
        constraint memberships_pk primary key (person_id, party_id, role),
        constraint memberships_role check (role in ('GROWER','COOP_CLERK','TRADER','DRIVER','TRANSPORTER',
          'CHECKPOINT_OFFICER','COMMUNE_OFFICER','OFFICE_STAFF','ADMIN'))
      );
      create index memberships_by_party on memberships (party_id);

      -- What an office or a commune clerk answers for.
      create table party_territories (
        party_id uuid not null references parties,
        unit_id  uuid not null references admin_units,
        constraint party_territories_pk primary key (party_id, unit_id)
      );

      create table coop_members (
        coop_id      uuid not null references parties,
        household_id uuid not null references parties,
        joined_on    date not null,
        constraint coop_members_pk primary key (coop_id, household_id)
      );
      create index coop_members_by_household on coop_members (household_id);

      create table plots (
        id           uuid   primary key,
        household_id uuid   not null references parties,
        unit_id      uuid   not null references admin_units,
        crop_code    text   not null references crops,
        variety_code text   references varieties,
        area_m2      bigint not null check (area_m2 > 0),
        planted_year integer
      );
      create index plots_by_household on plots (household_id);

      create table otp_challenges (
        id         uuid        primary key,
        phone      text        not null,
        code_hash  text        not null,
        expires_at timestamptz not null,
        tries      integer     not null default 0 check (tries between 0 and 5),
        used_at    timestamptz,
        replaced_at timestamptz,
        created_at timestamptz not null
      );
      create unique index otp_one_live_code on otp_challenges (phone) where used_at is null and replaced_at is null;

      create table sessions (
        id           uuid        primary key,
        token_hash   text        not null,
        person_id    uuid        not null references people,
        party_id     uuid        references parties,
        role         text        not null,
        device       text,
        created_at   timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at   timestamptz not null,
        revoked_at   timestamptz,
        constraint sessions_token unique (token_hash)
      );
      create index sessions_by_person on sessions (person_id) where revoked_at is null;
    `);
  }

  async down(): Promise<void> {}
}
