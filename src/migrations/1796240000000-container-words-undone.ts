import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ContainerWordsUndone1796240000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A word somebody else said for a household, which it took back: the word before it counts again.
      alter table container_weights add column taken_back_at timestamptz,
        add constraint container_weights_taken_back check (taken_back_at >= created_at);
      alter table assisted_acts drop constraint assisted_acts_kind,
        add constraint assisted_acts_kind check (kind in ('HARVEST_REPORTED','LOT_OFFERED','OFFER_ACCEPTED',
          'OFFER_DECLINED','WEIGHT_CONFIRMED','MONEY_CONFIRMED','CONTAINER_SET'));
    `);
  }

  async down(): Promise<void> {}
}
