import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EveryAssistedAct1796390000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table assisted_acts
        -- What stood before, in the words of the feature that did it: what an undo puts back.
        add column before jsonb,
        drop constraint assisted_acts_kind,
        add constraint assisted_acts_kind check (kind in (
          'HARVEST_REPORTED','CONTAINER_SET','PLAN_SAVED','FIELD_EVENT_REPORTED','LOT_OFFERED','LOT_CHANGED',
          'LOT_PUBLISHED','LOT_PAUSED','LOT_RESTRICTED','LOT_WITHDRAWN','LOTS_MERGED','SELLING_PAUSED',
          'SELLING_RESUMED','CLAIM_DECLARED','CLAIM_WITHDRAWN','OFFER_ACCEPTED','OFFER_DECLINED',
          'BACKUP_ACCEPTED','BACKUP_DECLINED','PRICE_OFFERED','PRICE_COUNTERED','PRICE_ACCEPTED',
          'PRICE_REJECTED','PRICE_WITHDRAWN','CHANGE_PROPOSED','CHANGE_AGREED','CHANGE_REFUSED',
          'CHANGE_WITHDRAWN','DEAL_CANCELLED','BREACH_REPORTED','BREACH_ANSWERED','BOX_SALE_OPENED',
          'BOX_SALE_CLOSED','WEIGHT_CONFIRMED','DEPOSIT_CONFIRMED','MONEY_CONFIRMED','PAYMENT_CONTESTED')),
        -- A lot may be changed more than once; what makes or answers its subject happens once.
        drop constraint assisted_acts_once;
      create unique index assisted_acts_once on assisted_acts (kind, subject_id) where kind in (
          'HARVEST_REPORTED','CONTAINER_SET','LOT_OFFERED','OFFER_ACCEPTED','OFFER_DECLINED',
          'WEIGHT_CONFIRMED','MONEY_CONFIRMED');
    `);
  }

  async down(): Promise<void> {}
}
