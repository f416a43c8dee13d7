import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LookPurposes1796170010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Why somebody of the staff looks at what reaches a person: once for a party and a sign-in.
      create table stated_purposes (
        viewer_session_id uuid        not null references sessions on delete cascade,
        subject_party_id  uuid        not null references parties,
        purpose           text        not null check (purpose in ('HELP_CALL','PAPERS','DISPUTE','COUNTER','URGENT')),
        case_ref          text        check (char_length(case_ref) between 1 and 40),
        stated_at         timestamptz not null,
        constraint stated_purposes_pk primary key (viewer_session_id, subject_party_id)
      );
      create index stated_purposes_of_party on stated_purposes (subject_party_id);

      -- Looks of before were those of sides of a deal, of whom a household trusts, and of offices that were not asked.
      alter table contact_views
        add column purpose text not null default 'TRADE'
          check (purpose in ('HELP_CALL','PAPERS','DISPUTE','COUNTER','URGENT','TRADE','OFFER_CALL','PERMIT')),
        add column case_ref text check (char_length(case_ref) between 1 and 40),
        drop constraint contact_views_pk,
        add constraint contact_views_pk
          primary key (subject_party_id, viewer_person_id, viewer_party_id, day, purpose);
      alter table contact_views alter column purpose drop default;
      -- Who saw this number, from one hour to another.
      create index contact_views_of_time on contact_views (subject_party_id, first_at, last_at);
    `);
  }

  async down(): Promise<void> {}
}
