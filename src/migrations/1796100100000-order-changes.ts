import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OrderChanges1796100100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What one side wants different after the commit. Nothing changes before the other side has said yes to it.
      create table order_changes (
        id           uuid        primary key,
        order_id     uuid        not null references orders,
        proposed_by  text        not null,
        person_id    uuid        not null references people,
        note         text,
        state        text        not null,
        proposed_at  timestamptz not null,
        expires_at   timestamptz not null,
        closed_at    timestamptz,
        constraint order_changes_side check (proposed_by in ('BUYER','SELLER')),
        constraint order_changes_state check (state in ('OPEN','APPLIED','REFUSED','WITHDRAWN','EXPIRED','STALE')),
        constraint order_changes_closed check ((state = 'OPEN') = (closed_at is null)),
        constraint order_changes_time check (expires_at > proposed_at)
      );
      create unique index order_changes_one_open on order_changes (order_id) where state = 'OPEN';
      create index order_changes_by_order on order_changes (order_id, proposed_at desc);

      -- Every deal concerned, as it stood and as it would stand.
      create table order_change_deals (
        change_id         uuid        not null references order_changes,
        deal_id           uuid        not null references deals,
        ready_from_before timestamptz not null,
        ready_to_before   timestamptz not null,
        ready_from        timestamptz not null,
        ready_to          timestamptz not null,
        accepted_at       timestamptz,
        accepted_by       uuid        references people,
        primary key (change_id, deal_id),
        constraint order_change_deals_window check (ready_to > ready_from),
        constraint order_change_deals_accepted check ((accepted_at is null) = (accepted_by is null))
      );
      create index order_change_deals_by_deal on order_change_deals (deal_id);
      create table order_change_lines (
        change_id    uuid   not null,
        deal_id      uuid   not null,
        deal_line_id uuid   not null references deal_lines,
        grams_before bigint not null check (grams_before > 0),
        grams        bigint not null check (grams > 0),
        primary key (change_id, deal_line_id),
        foreign key (change_id, deal_id) references order_change_deals
      );
    `);
  }

  async down(): Promise<void> {}
}
