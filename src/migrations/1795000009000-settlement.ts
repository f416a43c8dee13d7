import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Settlement1795000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One sum owed per confirmed ticket; nobody waits for the slowest household of an order.
      create table payables (
        id           uuid        primary key,
        ticket_id    uuid        not null references weigh_tickets,
        order_id     uuid        not null references orders,
        payer_id     uuid        not null references parties,
        payee_id     uuid        not null references parties,
        amount_vnd   bigint      not null check (amount_vnd >= 0),
        state        text        not null,
        due_on       date        not null,
        method       text,
        reference    text,
        declared_at  timestamptz,
        declared_by  uuid        references people,
        confirmed_at timestamptz,
        confirmed_by uuid        references people,
        contest_reason text,
        created_at   timestamptz not null,
        constraint payables_one_per_ticket unique (ticket_id),
        constraint payables_state check (state in ('DUE','DECLARED_PAID','CONFIRMED','CONTESTED')),
        constraint payables_method check (method in ('CASH','VIETQR','TRANSFER')),
        constraint payables_declared check (state not in ('DECLARED_PAID','CONFIRMED') or (method is not null and declared_at is not null)),
        constraint payables_confirmed check (state <> 'CONFIRMED' or confirmed_at is not null)
      );
      create index payables_by_payee on payables (payee_id, created_at desc, id desc);
      create index payables_by_payer on payables (payer_id, created_at desc, id desc);
      create index payables_by_order on payables (order_id);
    `);
  }

  async down(): Promise<void> {}
}
