import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HouseholdEntries1796090620000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A household that somebody else entered from a list: who, for which party, and on what word.
      create table household_entries (
        household_id uuid        primary key references parties,
        party_id     uuid        not null references parties,
        entered_by   uuid        not null references people,
        consent      text        not null check (consent in ('SPOKEN_CODE','SIGNED_PAPER')),
        entered_at   timestamptz not null
      );
      create index household_entries_by on household_entries (party_id, entered_at desc);
    `);
  }

  async down(): Promise<void> {}
}
