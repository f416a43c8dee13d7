import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WithdrawalDecisions1796200010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The commune's one word on a withdrawal for force majeure, which the household reads.
      create table withdrawal_decisions (
        lot_id       uuid        primary key references lots,
        is_confirmed boolean     not null,
        note         text        not null check (char_length(note) between 5 and 300),
        office_id    uuid        not null references parties,
        decided_at   timestamptz not null
      );
      create index withdrawal_decisions_by_office on withdrawal_decisions (office_id);
      insert into withdrawal_decisions (lot_id, is_confirmed, note, office_id, decided_at)
        select distinct on (b.lot_id) b.lot_id, true, 'Xã đã xác nhận', b.excused_by, b.excused_at
        from broken_promises b join lots l on l.id = b.lot_id
        where l.withdraw_cause = 'FORCE_MAJEURE' and b.excused_at is not null order by b.lot_id, b.excused_at;

      -- Broken with this deal, whose ending the office judges; null: with the lot, whose withdrawal the commune judges.
      alter table broken_promises add column deal_id uuid references deals;
      create index broken_promises_by_deal on broken_promises (deal_id) where deal_id is not null;
      update broken_promises b set deal_id = e.deal_id
        from deal_endings e join deal_lines n on n.deal_id = e.deal_id
        where n.lot_id = b.lot_id and n.grams = b.grams and e.ended_at <= b.broken_at and e.at_fault = 'SELLER';
    `);
  }

  async down(): Promise<void> {}
}
