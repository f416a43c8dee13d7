import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MeantWords1796460000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table webhook_receipts
        -- What a reply answers, noted before it does; null once it is taken.
        add column meant text;
    `);
  }

  async down(): Promise<void> {}
}
