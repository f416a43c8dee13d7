import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OverWeight1796190000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The most this ticket may pay without asking the buyer: the deal's kilograms and the order's tolerance above them,
      -- as they were when it was submitted. More is paid only with the yes of one of the buyer's people, who submitted it
      -- (at submitted_at). Null: submitted before the rule.
      alter table weigh_tickets
        add column unasked_g bigint,
        add column over_agreed_by uuid references people,
        add constraint weigh_tickets_over_agreed check (payable_g <= unasked_g or over_agreed_by is not null),
        add constraint weigh_tickets_over_agreed_by check (over_agreed_by = submitted_by);
    `);
  }

  async down(): Promise<void> {}
}
