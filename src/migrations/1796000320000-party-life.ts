import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PartyLife1796000320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table parties add column plate text, add column merged_into_id uuid references parties;
      alter table parties drop constraint parties_state;
      alter table parties add constraint parties_state
        check (state in ('DRAFT','PENDING_APPROVAL','ACTIVE','SUSPENDED','CLOSED'));
      alter table parties add constraint parties_not_into_itself check (merged_into_id <> id);
      create index parties_waiting on parties (created_at, id) where state = 'PENDING_APPROVAL';
      create index parties_by_name on parties (fold(name), commune_id);

      -- A merge moves no row: the merged household points at the kept one, and the same people stand behind both.
      create table party_merges (
        id         uuid        primary key,
        kept_id    uuid        not null references parties,
        merged_id  uuid        not null references parties,
        reason     text        not null,
        -- What the merge added, so that undoing it takes away exactly that: [{ person_id, party_id }].
        joined     jsonb       not null,
        created_at timestamptz not null,
        created_by uuid        not null references people,
        undone_at  timestamptz,
        undone_by  uuid        references people,
        constraint party_merges_two check (kept_id <> merged_id),
        constraint party_merges_reason check (reason <> ''),
        constraint party_merges_undone check ((undone_at is null) = (undone_by is null))
      );
      create unique index party_merges_one_standing on party_merges (merged_id) where undone_at is null;
      create index party_merges_newest on party_merges (created_at desc, id desc);

      create table coop_invitations (
        id           uuid        primary key,
        coop_id      uuid        not null references parties,
        household_id uuid        not null references parties,
        invited_by   uuid        not null references people,
        created_at   timestamptz not null,
        answered_at  timestamptz,
        is_accepted  boolean,
        constraint coop_invitations_answer check ((answered_at is null) = (is_accepted is null))
      );
      create unique index coop_invitations_one_open on coop_invitations (coop_id, household_id) where answered_at is null;
      create index coop_invitations_to on coop_invitations (household_id) where answered_at is null;
    `);
  }

  async down(): Promise<void> {}
}
