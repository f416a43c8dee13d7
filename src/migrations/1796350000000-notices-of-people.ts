import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NoticesOfPeople1796350000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What concerns the telephone and not one of its profiles, such as a new browser, is told to the person herself.
      alter table notices alter column party_id drop not null;
    `);
  }

  async down(): Promise<void> {}
}
