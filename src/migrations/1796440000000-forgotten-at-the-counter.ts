import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ForgottenAtTheCounter1796440000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who asks on her own telephone is a person; a household that asks across the counter is a party whose word is on record.
      alter table erasures
        alter column person_id drop not null,
        add column code_id  uuid unique references grant_codes,
        add column paper_id uuid unique references grant_papers,
        add constraint erasures_subject check (
          case when person_id is null then party_id is not null and num_nonnulls(code_id, paper_id) = 1
               else num_nonnulls(code_id, paper_id) = 0 end);
      alter table grant_codes
        drop constraint grant_codes_power_check,
        add constraint grant_codes_power check (power in ('SELL_FOR','SEE_LOTS','RECEIVE_PAYMENT','FORGET'));
    `);
  }

  async down(): Promise<void> {}
}
