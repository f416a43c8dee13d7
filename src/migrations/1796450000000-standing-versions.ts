import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StandingVersions1796450000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table standing_orders
        -- Counts on with every change of its lines, its calendar or one of its days, so that the second of two phones is told.
        add column version integer not null default 1 check (version > 0);
    `);
  }

  async down(): Promise<void> {}
}
