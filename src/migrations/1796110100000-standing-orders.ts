import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StandingOrders1796110100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A wish that comes again: an order whose terms it takes, days of the week, and how long before pick-up it opens.
      create table standing_orders (
        id          uuid        primary key,
        buyer_id    uuid        not null references parties,
        template_id uuid        not null references orders,
        -- 1 is Monday, 7 is Sunday.
        weekdays    smallint[]  not null,
        lead_hours  smallint    not null,
        state       text        not null,
        created_by  uuid        not null references people,
        created_at  timestamptz not null,
        constraint standing_orders_weekdays check
          (cardinality(weekdays) between 1 and 7 and weekdays <@ array[1,2,3,4,5,6,7]::smallint[]),
        constraint standing_orders_lead check (lead_hours between 1 and 168),
        constraint standing_orders_state check (state in ('ACTIVE','PAUSED'))
      );
      create index standing_orders_by_buyer on standing_orders (buyer_id, created_at desc, id desc);
      create index standing_orders_active on standing_orders (id) where state = 'ACTIVE';

      create table standing_order_lines (
        standing_order_id uuid   not null references standing_orders,
        grade_code        text   not null,
        grams             bigint not null check (grams > 0),
        max_vnd_per_kg    bigint check (max_vnd_per_kg > 0),
        primary key (standing_order_id, grade_code)
      );

      -- One day of it, once something was decided about that day: the key is what keeps its order from being made twice.
      create table standing_occurrences (
        standing_order_id uuid        not null references standing_orders,
        day               date        not null,
        state             text        not null,
        order_id          uuid        references orders,
        empty_reason      text,
        decided_at        timestamptz not null,
        primary key (standing_order_id, day),
        constraint standing_occurrences_order unique (order_id),
        constraint standing_occurrences_state check (state in ('PLANNED','SKIPPED','EMPTY','OPENED')),
        constraint standing_occurrences_opened check ((state = 'OPENED') = (order_id is not null)),
        constraint standing_occurrences_empty check ((state = 'EMPTY') = (empty_reason is not null)),
        constraint standing_occurrences_reason check
          (empty_reason in ('NO_LOT','BUYER_NOT_ACTIVE','GRADE_GONE','TERMS'))
      );

      -- What is wanted on that day alone, in place of what is always wanted.
      create table standing_occurrence_lines (
        standing_order_id uuid   not null,
        day               date   not null,
        grade_code        text   not null,
        grams             bigint not null check (grams > 0),
        max_vnd_per_kg    bigint check (max_vnd_per_kg > 0),
        primary key (standing_order_id, day, grade_code),
        foreign key (standing_order_id, day) references standing_occurrences
      );
    `);
  }

  async down(): Promise<void> {}
}
