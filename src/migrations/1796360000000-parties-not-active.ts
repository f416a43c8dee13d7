import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PartiesNotActive1796360000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Every look at the market leaves out the lots of these few.
      create index parties_not_active on parties (id) where state <> 'ACTIVE';
    `);
  }

  async down(): Promise<void> {}
}
