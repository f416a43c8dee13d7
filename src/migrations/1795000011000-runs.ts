import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Runs1795000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence run_serial;

      create table vehicles (
        id             uuid   primary key,
        transporter_id uuid   not null references parties,
        plate          text   not null,
        kind           text   not null check (kind in ('MOTORBIKE','THREE_WHEELER','TRUCK','REEFER')),
        payload_g      bigint not null check (payload_g > 0),
        crates         integer not null check (crates > 0),
        vnd_per_km     bigint not null check (vnd_per_km >= 0),
        base_vnd       bigint not null check (base_vnd >= 0),
        inspected_until date  not null,
        -- Who usually drives it; any driver of the transporter may.
        driver_id      uuid   references people,
        constraint vehicles_plate unique (plate)
      );
      create index vehicles_by_transporter on vehicles (transporter_id);

      create table runs (
        id             uuid        primary key,
        number         text        not null,
        order_id       uuid        not null references orders,
        requester_id   uuid        not null references parties,
        transporter_id uuid        not null references parties,
        vehicle_id     uuid        not null references vehicles,
        driver_id      uuid        not null references people,
        persons        integer     not null check (persons between 1 and 5),
        -- Those aboard besides the driver who were named; persons counts the others too.
        companion_ids  uuid[]      not null default '{}',
        destination_id uuid        not null references places,
        state          text        not null,
        starts_at      timestamptz not null,
        ends_at        timestamptz not null,
        load_g         bigint      not null check (load_g > 0),
        metres         bigint      not null check (metres >= 0),
        cost_vnd       bigint      not null check (cost_vnd >= 0),
        accepted_at    timestamptz,
        started_at     timestamptz,
        delivered_at   timestamptz,
        cancel_reason  text,
        created_by     uuid        not null references people,
        created_at     timestamptz not null,
        constraint runs_number unique (number),
        constraint runs_state check (state in ('PLANNED','ACCEPTED','DISPATCHED','DELIVERED','CLOSED','CANCELLED')),
        constraint runs_window check (ends_at > starts_at),
        constraint runs_cancelled check (state <> 'CANCELLED' or cancel_reason is not null),
        constraint runs_one_vehicle exclude using gist
          (vehicle_id with =, tstzrange(starts_at, ends_at) with &&) where (state <> 'CANCELLED'),
        constraint runs_one_driver exclude using gist
          (driver_id with =, tstzrange(starts_at, ends_at) with &&) where (state <> 'CANCELLED')
      );
      create index runs_by_driver on runs (driver_id, starts_at desc, id desc);
      create index runs_by_requester on runs (requester_id, starts_at desc, id desc);
      create index runs_by_transporter on runs (transporter_id, starts_at desc, id desc);

      create table run_stops (
        id          uuid             primary key,
        run_id      uuid             not null references runs,
        seq         integer          not null,
        kind        text             not null check (kind in ('PICKUP','DROP')),
        deal_id     uuid             references deals,
        household_id uuid            references parties,
        lat         double precision not null,
        lon         double precision not null,
        grams       bigint           not null check (grams >= 0),
        planned_at  timestamptz      not null,
        state       text             not null,
        -- By the driver's phone, and when we heard of it: without signal these lie hours apart.
        arrived_at  timestamptz,
        arrived_heard_at timestamptz,
        done_at     timestamptz,
        done_heard_at timestamptz,
        issue       text,
        constraint run_stops_seq unique (run_id, seq),
        constraint run_stops_state check (state in ('PENDING','ARRIVED','DONE','PARTIAL','FAILED','SKIPPED')),
        constraint run_stops_pickup check ((kind = 'PICKUP') = (deal_id is not null))
      );
      -- A deal rides on one run at a time.
      create unique index run_stops_one_run_per_deal on run_stops (deal_id) where state in ('PENDING','ARRIVED','DONE');
      create index run_stops_by_deal on run_stops (deal_id) where deal_id is not null;
    `);
  }

  async down(): Promise<void> {}
}
