import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Demand1796000630000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- An order whose buyer shows her need to growers.
      create table demand_posts (
        order_id  uuid        primary key references orders,
        note      text        not null default '',
        posted_at timestamptz not null,
        ended_at  timestamptz
      );
      create index demand_posts_open on demand_posts (posted_at desc, order_id desc) where ended_at is null;

      -- "Tôi có … kg": a word, no stock. One number for a household, day and grade; saying it anew replaces it.
      create table demand_answers (
        order_id     uuid        not null references demand_posts,
        household_id uuid        not null references parties,
        day          date        not null,
        grade_code   text        not null,
        grams        bigint      not null check (grams > 0),
        answered_by  uuid        not null references people,
        answered_at  timestamptz not null,
        primary key (order_id, household_id, day, grade_code)
      );
      create index demand_answers_by_household on demand_answers (household_id, order_id);
    `);
  }

  async down(): Promise<void> {}
}
