import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DataAcrossTheCounter1796465000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table grant_codes
        drop constraint grant_codes_power,
        add constraint grant_codes_power check (power in ('SELL_FOR','SEE_LOTS','RECEIVE_PAYMENT','FORGET','EXPORT'));
      -- For what a household signed: a paper may name several powers, and what is the household's own right stands on a paper alone.
      alter table grant_papers add column wish text check (wish in ('GRANT','FORGET','EXPORT'));
      update grant_papers p
        set wish = case when exists (select 1 from erasures e where e.paper_id = p.id) then 'FORGET' else 'GRANT' end
        where household_id is not null;
      alter table grant_papers add constraint grant_papers_wish check ((household_id is null) = (wish is null));
    `);
  }

  async down(): Promise<void> {}
}
