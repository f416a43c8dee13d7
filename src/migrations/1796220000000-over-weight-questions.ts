import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OverWeightQuestions1796220000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What somebody else's submission came to, for which only the buyer could say yes, and when the buyer was asked.
      alter table weigh_tickets
        add column over_asked_g bigint check (over_asked_g > 0),
        add column over_asked_at timestamptz,
        add constraint weigh_tickets_over_asked check ((over_asked_g is null) = (over_asked_at is null));
    `);
  }

  async down(): Promise<void> {}
}
