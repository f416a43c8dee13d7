import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SourcingCutOff1796090500100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table orders
        -- When gathering ends; null: when the pick-up window does.
        add column sourcing_until timestamptz,
        -- The buyer's choice beforehand when too little is there by then: gather on until here; null: give up.
        add column extend_until timestamptz,
        add constraint orders_cut_off check (sourcing_until <= ready_to and extend_until <= ready_to
          and (extend_until is null or extend_until >= sourcing_until and sourcing_until is not null));
      create index orders_open_by_cut_off on orders (sourcing_until) where state in ('SOURCING','ALLOCATED');
    `);
  }

  async down(): Promise<void> {}
}
