import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AllocationByHand1796000700001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- gini_bp: how unevenly the plan takes from the households in question. A plan written by hand keeps the computed one.
      alter table allocation_plans
        add column gini_bp          integer check (gini_bp between 0 and 10000),
        add column by_hand_reason   text,
        add column computed         jsonb,
        add column computed_gini_bp integer check (computed_gini_bp between 0 and 10000),
        add constraint allocation_plans_by_hand check
          ((policy = 'MANUAL') = (by_hand_reason is not null) and (by_hand_reason is null) = (computed is null));
    `);
  }

  async down(): Promise<void> {}
}
