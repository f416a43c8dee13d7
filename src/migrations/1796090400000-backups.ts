import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Backups1796090400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Lots that stand by for a committed order. From the household's soft yes on, the id of a backup is the id of
      -- its hold on the lot, until the hour of release.
      create table backups (
        id           uuid        primary key,
        order_id     uuid        not null references orders,
        lot_id       uuid        not null references lots,
        lot_grade_id uuid        not null references lot_grades,
        household_id uuid        not null references parties,
        grade_code   text        not null,
        grams        bigint      not null check (grams > 0),
        vnd_per_kg   bigint      not null check (vnd_per_kg > 0),
        state        text        not null check (state in ('ASKED','READY','DECLINED','RELEASED','USED')),
        asked_at     timestamptz not null,
        release_at   timestamptz not null,
        answered_at  timestamptz,
        answered_by  uuid        references people,
        deal_id      uuid        references deals,
        constraint backups_once unique (order_id, lot_grade_id),
        constraint backups_used check ((state = 'USED') = (deal_id is not null)),
        constraint backups_ready check (state <> 'READY' or answered_by is not null)
      );
      create index backups_by_household on backups (household_id, asked_at desc);
      create index backups_standing on backups (release_at) where state in ('ASKED','READY');
    `);
  }

  async down(): Promise<void> {}
}
