import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MessageJourneys1796000400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- subject_id: the thing a message is about, so that the thing can say who was told. due_at: when to look at the
      -- message again; null once nothing is left to send.
      alter table notices add column subject_id uuid, add column due_at timestamptz;
      create index notices_due on notices (due_at) where due_at is not null;
      create index notices_by_subject on notices (subject_id) where subject_id is not null;

      -- One row for each channel a message was sent by. Its id goes to the gateway, who must not carry one id twice.
      create table deliveries (
        id         uuid        primary key,
        notice_id  uuid        not null references notices,
        channel    text        not null,
        state      text        not null,
        attempts   integer     not null default 1 check (attempts > 0),
        reason     text,
        reference  text,
        words      text,
        vnd        integer     not null default 0 check (vnd >= 0),
        tried_at   timestamptz not null,
        constraint deliveries_one_per_channel unique (notice_id, channel),
        constraint deliveries_channel check (channel in ('PUSH','ZALO','SMS')),
        constraint deliveries_state check (state in ('QUEUED','SENT','DELIVERED','READ','FAILED')),
        constraint deliveries_reason check ((state = 'FAILED') = (reason is not null))
      );
      create index deliveries_by_time on deliveries (tried_at);

      create table push_subscriptions (
        id         uuid        primary key,
        person_id  uuid        not null references people,
        endpoint   text        not null,
        p256dh     text        not null,
        auth       text        not null,
        created_at timestamptz not null,
        constraint push_subscriptions_endpoint unique (endpoint)
      );
      create index push_subscriptions_by_person on push_subscriptions (person_id);

      -- Whoever has no row is reached by every channel and sleeps from 21:00 to 03:00.
      create table message_settings (
        person_id  uuid   primary key references people,
        channels   text[] not null,
        quiet_from text   not null,
        quiet_to   text   not null,
        muted      text[] not null,
        constraint message_settings_channels check (channels <@ array['PUSH','ZALO','SMS']),
        constraint message_settings_quiet check (quiet_from ~ '^[0-2][0-9]:[0-5][0-9]$' and quiet_to ~ '^[0-2][0-9]:[0-5][0-9]$')
      );

      -- Version 0 of a template is in the code; rows are later versions, newest last, never changed.
      create table message_templates (
        kind             text        not null,
        version          integer     not null check (version > 0),
        zalo_template_id text,
        zalo             text        not null check (char_length(zalo) <= 400),
        sms              text        not null check (sms ~ '^[\\x20-\\x7e]+$'),
        written_by       uuid        not null references people,
        created_at       timestamptz not null,
        constraint message_templates_pk primary key (kind, version)
      );

      -- What messages cost in a month, by who pays: a cooperative for its members, else the district (null).
      create table message_spend (
        month     date    not null,
        payer_id  uuid    references parties,
        zalo      integer not null default 0,
        sms       integer not null default 0,
        otp       integer not null default 0,
        spent_vnd bigint  not null default 0,
        constraint message_spend_one_row unique nulls not distinct (month, payer_id)
      );
      create table message_caps (
        payer_id uuid   references parties,
        cap_vnd  bigint not null check (cap_vnd >= 0),
        constraint message_caps_one_row unique nulls not distinct (payer_id)
      );

      -- Signed words from outside, each taken once.
      create table webhook_receipts (
        id text        primary key,
        at timestamptz not null
      );
    `);
  }

  async down(): Promise<void> {}
}
