import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BrokenOnce1796330010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One part of a lot is broken once, however often it is judged. null: broken before parts were named.
      alter table broken_promises add column hold_id uuid references lot_holds;
      delete from broken_promises again using broken_promises first
        where again.deal_id = first.deal_id and again.lot_id = first.lot_id and again.broken_at > first.broken_at;
      create unique index broken_promises_once on broken_promises (hold_id);

      -- Where the office found nobody at fault, the deposit that had been kept goes back.
      update deposits d set state = 'REFUNDED', to_return_vnd = d.amount_vnd, ended_at = e.decided_at
        from deal_endings e where e.deal_id = d.deal_id and e.force_majeure = 'CONFIRMED' and d.state = 'FORFEITED';
    `);
  }

  async down(): Promise<void> {}
}
