import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CooperativesParts1796140000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The cooperative that took a part of the order and divided it among households it sells for; null: the buyer's round.
      alter table allocation_plans
        add column coop_id uuid references parties,
        add constraint allocation_plans_no_refill_of_coops check (coop_id is null or not is_refill);
    `);
  }

  async down(): Promise<void> {}
}
