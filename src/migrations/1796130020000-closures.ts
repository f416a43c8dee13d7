import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Closures1796130020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who declared a commune closed, and who opened it again before its time; the decrees of old days have neither.
      alter table zone_statuses
        add column declared_by uuid references people,
        add column ended_by uuid references people,
        add constraint zone_statuses_window check (effective_to is null or effective_to >= effective_from);
    `);
  }

  async down(): Promise<void> {}
}
