import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ForecastIntentions1796160000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A buyer means to take what a household foretold for a day. A word: it sets nothing aside and lapses with its day.
      create table forecast_intentions (
        id           uuid        primary key,
        order_id     uuid        not null references demand_posts,
        household_id uuid        not null references parties,
        forecast_id  uuid        not null references forecasts,
        day          date        not null,
        grams        bigint      not null check (grams > 0),
        state        text        not null,
        lot_id       uuid        references lots,
        created_by   uuid        not null references people,
        created_at   timestamptz not null,
        constraint forecast_intentions_once unique (order_id, household_id, day),
        constraint forecast_intentions_state check (state in ('NOTED','ASKED','CONFIRMED','DROPPED')),
        constraint forecast_intentions_lot check (state not in ('ASKED','CONFIRMED') or lot_id is not null)
      );
      create index forecast_intentions_of_household on forecast_intentions (household_id, day);
      create index forecast_intentions_of_forecast on forecast_intentions (forecast_id);
      create index forecast_intentions_of_lot on forecast_intentions (lot_id) where lot_id is not null;
    `);
  }

  async down(): Promise<void> {}
}
