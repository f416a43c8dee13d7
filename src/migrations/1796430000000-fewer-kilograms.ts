import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FewerKilograms1796430000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table allocation_lines
        -- What the household was asked for when it agreed to fewer kilograms; null when it was asked for what stands here.
        add column asked_g bigint check (asked_g > 0);
    `);
  }

  async down(): Promise<void> {}
}
