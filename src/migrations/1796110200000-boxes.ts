import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Boxes1796110200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Fruit of one lot line sold by the box. Its id is the id of its hold: every box there is, is set aside.
      create table box_sales (
        id           uuid        primary key references lot_holds,
        seller_id    uuid        not null references parties,
        lot_grade_id uuid        not null references lot_grades,
        box_g        bigint      not null,
        vnd_per_box  bigint      not null,
        boxes        integer     not null,
        taken        integer     not null default 0,
        orders_until timestamptz not null,
        ready_from   timestamptz not null,
        ready_to     timestamptz not null,
        by_courier   boolean     not null,
        place        text        not null,
        closed_at    timestamptz,
        close_reason text,
        -- What was not taken is free again, and what was handed over has left the lot.
        settled_at   timestamptz,
        created_by   uuid        not null references people,
        created_at   timestamptz not null,
        constraint box_sales_never_oversold check (taken between 0 and boxes),
        constraint box_sales_size check (boxes > 0 and box_g between 1000 and 20000 and vnd_per_box > 0),
        constraint box_sales_window check (ready_to > ready_from and orders_until <= ready_to),
        constraint box_sales_closed check ((closed_at is null) = (close_reason is null)),
        constraint box_sales_reason check (close_reason in ('FULL','TIME','SELLER','LOT')),
        constraint box_sales_full check (closed_at is not null or taken < boxes),
        constraint box_sales_settled check (settled_at is null or closed_at is not null)
      );
      create index box_sales_open on box_sales (orders_until, id) where closed_at is null;
      create index box_sales_by_seller on box_sales (seller_id, created_at desc, id desc);
      create index box_sales_by_line on box_sales (lot_grade_id);

      create table box_orders (
        id            uuid        primary key,
        number        text        not null,
        sale_id       uuid        not null references box_sales,
        buyer_id      uuid        not null references people,
        -- Whom the buyer acted for, when for anybody.
        party_id      uuid        references parties,
        boxes         integer     not null check (boxes > 0),
        amount_vnd    bigint      not null check (amount_vnd > 0),
        -- Where a courier brings it; forgotten when the order is over.
        address       text,
        state         text        not null,
        cancelled_by  text,
        cancel_reason text,
        paid_at       timestamptz,
        created_at    timestamptz not null,
        constraint box_orders_number unique (number),
        constraint box_orders_state check
          (state in ('PLACED','CONFIRMED','PACKED','HANDED_OVER','DELIVERED','CANCELLED')),
        constraint box_orders_cancelled check ((state = 'CANCELLED') = (cancelled_by is not null)),
        constraint box_orders_side check (cancelled_by in ('BUYER','SELLER')),
        constraint box_orders_address check (address is null or state in ('PLACED','CONFIRMED','PACKED','HANDED_OVER'))
      );
      create index box_orders_by_sale on box_orders (sale_id, created_at);
      create index box_orders_by_buyer on box_orders (buyer_id, created_at desc, id desc);
    `);
  }

  async down(): Promise<void> {}
}
