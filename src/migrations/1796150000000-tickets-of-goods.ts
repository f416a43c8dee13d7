import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TicketsOfGoods1796150000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A ticket says what the goods come to. What is paid, in notes too, is the payable's: deposit and price band are in it.
      alter table weigh_tickets
        drop constraint weigh_tickets_totals,
        drop column cash_vnd,
        add constraint weigh_tickets_totals check
          (state in ('OPEN','VOID') or (payable_g is not null and amount_vnd is not null));
    `);
  }

  async down(): Promise<void> {}
}
