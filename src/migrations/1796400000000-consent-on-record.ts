import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ConsentOnRecord1796400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A code sent to a household's own numbers: whoever reads it to that party lets it do that one thing.
      create table grant_codes (
        id           uuid        primary key,
        household_id uuid        not null references parties,
        party_id     uuid        not null references parties,
        power        text        not null check (power in ('SELL_FOR','SEE_LOTS','RECEIVE_PAYMENT')),
        code_hash    text        not null,
        asked_by     uuid        not null references people,
        asked_at     timestamptz not null,
        expires_at   timestamptz not null,
        tries        integer     not null default 0 check (tries between 0 and 5),
        used_at      timestamptz,
        replaced_at  timestamptz
      );
      create unique index grant_codes_one_live on grant_codes (household_id, party_id, power)
        where used_at is null and replaced_at is null;
      create index grant_codes_asked_at on grant_codes (asked_at) where used_at is null;

      -- The photograph of a paper that one household signed, or several on a list. The picture goes and the row stays when
      -- somebody on it is forgotten: it says what was there.
      create table grant_papers (
        id           uuid        primary key,
        party_id     uuid        not null references parties,
        recorded_by  uuid        not null references people,
        -- Whose paper it is, once it is on record; null for a list of several households.
        household_id uuid        references parties,
        is_list      boolean     not null default false,
        picture      bytea,
        created_at   timestamptz not null,
        erased_at    timestamptz,
        constraint grant_papers_erased check ((picture is null) = (erased_at is not null)),
        constraint grant_papers_list check (not (is_list and household_id is not null))
      );
      create index grant_papers_of on grant_papers (household_id);

      alter table party_grants
        add column code_id  uuid unique references grant_codes,
        add column paper_id uuid references grant_papers,
        add constraint party_grants_on_record check (
          (consent = 'SPOKEN_CODE') = (code_id is not null) and (consent = 'SIGNED_PAPER') = (paper_id is not null));
      -- A paper says a thing once: after the household took its word back, an old photograph gives it to nobody again.
      create unique index party_grants_paper_once on party_grants (paper_id, grantor_id, power) where paper_id is not null;

      alter table household_entries
        add column paper_id uuid references grant_papers,
        -- Entries of before rest on the word of whoever made them.
        add constraint household_entries_on_record check (consent = 'SIGNED_PAPER' and paper_id is not null) not valid;
      create index household_entries_paper on household_entries (paper_id) where paper_id is not null;
    `);
  }

  async down(): Promise<void> {}
}
