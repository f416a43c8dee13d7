import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CertificatesAskedFor1796340000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What every lot of an order must have (OR-01), and how many of its promises a household must have kept (AL-01).
      alter table orders add column certificate text,
        add column least_kept_bp integer,
        add constraint orders_certificate check (certificate in ('VIETGAP','GLOBALGAP','ORGANIC','GROWING_AREA')),
        add constraint orders_least_kept check (least_kept_bp between 1 and 10000);
    `);
  }

  async down(): Promise<void> {}
}
