import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ContainerWeights1796160100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a basket or crate of a household holds, as it or who speaks for it said; the last word counts, the others stay.
      create table container_weights (
        id           uuid        primary key,
        household_id uuid        not null references parties,
        container    text        not null,
        grams        bigint      not null,
        source       text        not null,
        set_by       uuid        not null references people,
        created_at   timestamptz not null,
        constraint container_weights_container check (container in ('SOT','THUNG')),
        constraint container_weights_grams check (grams between 1000 and 100000),
        constraint container_weights_source check (source in ('GROWER','COOPERATIVE','NEIGHBOUR','OFFICER'))
      );
      create index container_weights_last on container_weights (household_id, container, created_at desc, id desc);
    `);
  }

  async down(): Promise<void> {}
}
