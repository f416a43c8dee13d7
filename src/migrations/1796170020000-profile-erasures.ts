import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ProfileErasures1796170020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One telephone may serve several households: who asks in the profile of one is forgotten there and nowhere else.
      -- Null: everywhere, as an administrator does at the counter.
      alter table erasures add column party_id uuid references parties;
      drop index erasures_one_open;
      create unique index erasures_one_open on erasures (person_id, party_id) nulls not distinct
        where cancelled_at is null and done_at is null;
      create index erasures_of_party on erasures (party_id);
    `);
  }

  async down(): Promise<void> {}
}
