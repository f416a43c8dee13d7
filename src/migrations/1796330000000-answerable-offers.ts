import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AnswerableOffers1796330000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Nobody says yes to hours that are over. Offers made before are evidence and stay as they were made.
      alter table negotiation_offers
        add constraint negotiation_offers_answerable check (expires_at <= ready_to) not valid;
    `);
  }

  async down(): Promise<void> {}
}
