import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Orders1795000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence order_serial;

      -- kind BULK is filled from many lots; kind LOT asks one household for one grade of one lot.
      create table orders (
        id               uuid        primary key,
        number           text        not null,
        kind             text        not null,
        buyer_id         uuid        not null references parties,
        crop_code        text        not null references crops,
        variety_code     text        references varieties,
        state            text        not null,
        ready_from       timestamptz not null,
        ready_to         timestamptz not null,
        destination_id   uuid        references places,
        policy           text        not null,
        tolerance_bp     integer     not null default 0 check (tolerance_bp between 0 and 5000),
        min_g            bigint      not null default 0 check (min_g >= 0),
        household_cap_g  bigint      check (household_cap_g > 0),
        commune_ids      uuid[]      not null default '{}',
        deduction_kind   text        not null,
        deduction_bp     integer     not null default 0 check (deduction_bp between 0 and 2000),
        deduction_crate_g bigint     not null default 0 check (deduction_crate_g >= 0),
        payment_days     integer     not null check (payment_days between 0 and 60),
        offer_ttl_minutes integer    not null check (offer_ttl_minutes between 10 and 2880),
        committed_at     timestamptz,
        cancel_reason    text,
        created_by       uuid        not null references people,
        created_at       timestamptz not null,
        constraint orders_number unique (number),
        constraint orders_kind check (kind in ('BULK','LOT')),
        constraint orders_state check (state in ('DRAFT','SOURCING','ALLOCATED','COMMITTED','IN_PICKUP','WEIGHED',
          'SETTLING','COMPLETED','CANCELLED','EXPIRED')),
        constraint orders_policy check (policy in ('LOWEST_COST','FAIR_SHARE','PRO_RATA')),
        constraint orders_deduction check (deduction_kind in ('NONE','PERCENT','FIXED_PER_CRATE')),
        constraint orders_window check (ready_to > ready_from),
        constraint orders_cancelled check (state <> 'CANCELLED' or cancel_reason is not null)
      );
      create index orders_by_buyer on orders (buyer_id, created_at desc, id desc);
      create index orders_by_window on orders (crop_code, ready_from);
      create index orders_open_by_end on orders (ready_to) where state in ('SOURCING','ALLOCATED');

      create table order_lines (
        id             uuid   primary key,
        order_id       uuid   not null references orders,
        grade_code     text   not null,
        wanted_g       bigint not null check (wanted_g > 0),
        max_vnd_per_kg bigint check (max_vnd_per_kg > 0),
        constraint order_lines_one_grade unique (order_id, grade_code)
      );

      -- A plan as it was computed, with what was left out and why: the answer to "vì sao?".
      create table allocation_plans (
        id          uuid        primary key,
        order_id    uuid        not null references orders,
        policy      text        not null,
        -- The one automatic round after an answer fell away; its own lines start no further round.
        is_refill   boolean     not null default false,
        wanted_g    bigint      not null,
        planned_g   bigint      not null,
        goods_vnd   bigint      not null,
        transport_vnd bigint    not null,
        excluded    jsonb       not null,
        created_at  timestamptz not null
      );
      create index allocation_plans_by_order on allocation_plans (order_id, created_at desc);

      -- The id of a line is the id of its hold on the lot.
      create table allocation_lines (
        id           uuid        primary key,
        order_id     uuid        not null references orders,
        plan_id      uuid        references allocation_plans,
        lot_id       uuid        not null references lots,
        lot_grade_id uuid        not null references lot_grades,
        household_id uuid        not null references parties,
        grade_code   text        not null,
        grams        bigint      not null check (grams > 0),
        vnd_per_kg   bigint      not null check (vnd_per_kg > 0),
        state        text        not null,
        offered_at   timestamptz not null,
        expires_at   timestamptz not null,
        answered_at  timestamptz,
        answered_by  uuid        references people,
        deal_id      uuid,
        constraint allocation_lines_state check (state in
          ('OFFERED','ACCEPTED','DECLINED','EXPIRED','COMMITTED','WEIGHED','RELEASED'))
      );
      create index allocation_lines_by_order on allocation_lines (order_id);
      create index allocation_lines_by_household on allocation_lines (household_id, offered_at desc);
      create index allocation_lines_waiting on allocation_lines (expires_at) where state = 'OFFERED';

      -- The child order of one household, with its terms frozen at commit.
      create table deals (
        id             uuid        primary key,
        number         text        not null,
        order_id       uuid        not null references orders,
        buyer_id       uuid        not null references parties,
        household_id   uuid        not null references parties,
        crop_code      text        not null references crops,
        commune_id     uuid        not null references admin_units,
        state          text        not null,
        ready_from     timestamptz not null,
        ready_to       timestamptz not null,
        deduction_kind text        not null,
        deduction_bp   integer     not null,
        deduction_crate_g bigint   not null,
        payment_days   integer     not null,
        created_at     timestamptz not null,
        constraint deals_number unique (number),
        constraint deals_one_per_household unique (order_id, household_id),
        constraint deals_state check (state in ('COMMITTED','WEIGHED','PAID','CANCELLED'))
      );
      create index deals_by_household on deals (household_id, created_at desc);
      create index deals_by_buyer on deals (buyer_id, created_at desc, id desc);
      create index deals_by_ready on deals (ready_from);

      create table deal_lines (
        id           uuid   primary key,
        deal_id      uuid   not null references deals,
        lot_id       uuid   not null references lots,
        lot_grade_id uuid   not null references lot_grades,
        hold_id      uuid   not null references lot_holds,
        grade_code   text   not null,
        grams        bigint not null check (grams > 0),
        vnd_per_kg   bigint not null check (vnd_per_kg > 0),
        constraint deal_lines_hold unique (hold_id)
      );
      create index deal_lines_by_deal on deal_lines (deal_id);

      alter table allocation_lines add constraint allocation_lines_deal foreign key (deal_id) references deals;
    `);
  }

  async down(): Promise<void> {}
}
