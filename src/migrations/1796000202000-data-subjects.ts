import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DataSubjects1796000202000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who was shown whose number: written before the number leaves, one row a viewer, party and day.
      create table contact_views (
        subject_party_id uuid        not null references parties,
        viewer_person_id uuid        not null references people,
        viewer_party_id  uuid        not null references parties,
        day              date        not null,
        viewer_role      text        not null,
        first_at         timestamptz not null,
        last_at          timestamptz not null,
        times            integer     not null default 1 check (times > 0),
        constraint contact_views_pk primary key (subject_party_id, viewer_person_id, viewer_party_id, day),
        constraint contact_views_times check (last_at >= first_at)
      );
      create index contact_views_newest on contact_views (subject_party_id, last_at desc, viewer_person_id desc);
      create index contact_views_by_viewer on contact_views (viewer_person_id, day);

      -- Every word a person gave or took back, never changed: the newest of a purpose counts.
      create table consents (
        id        uuid        primary key,
        person_id uuid        not null references people,
        purpose   text        not null check (purpose in ('PUBLIC_NAME','NEWS')),
        -- Of the text that was shown.
        version   integer     not null check (version > 0),
        is_given  boolean     not null,
        at        timestamptz not null
      );
      create index consents_newest on consents (person_id, purpose, at desc, id desc);
      create function consents_never_change() returns trigger language plpgsql as
        $$ begin raise exception 'a consent is kept as it was given' using errcode = 'check_violation'; end $$;
      create trigger consents_kept before update or delete on consents
        for each row execute function consents_never_change();

      alter table people add column erased_at timestamptz;
      create sequence erased_phone;

      -- A day to think it over and to cry out, then it is done.
      create table erasures (
        id           uuid        primary key,
        person_id    uuid        not null references people,
        requested_by uuid        not null references people,
        requested_at timestamptz not null,
        effective_at timestamptz not null,
        -- Two working days: by then it must be done or told why not.
        due_at       timestamptz not null,
        cancelled_at timestamptz,
        done_at      timestamptz,
        constraint erasures_order check (effective_at >= requested_at and due_at >= effective_at),
        constraint erasures_one_end check (cancelled_at is null or done_at is null)
      );
      create unique index erasures_one_open on erasures (person_id) where cancelled_at is null and done_at is null;
    `);
  }

  async down(): Promise<void> {}
}
