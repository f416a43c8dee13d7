import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DealEndings1796090500200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What giving up costs, as shares of the goods, by how far the vehicle is; 0 where nothing was agreed.
      alter table orders
        add column deposit_bp           integer not null default 0 check (deposit_bp between 0 and 3000),
        add column cancel_dispatched_bp integer not null default 0 check (cancel_dispatched_bp between 0 and 3000),
        add column cancel_gate_bp       integer not null default 0 check (cancel_gate_bp between 0 and 3000),
        add constraint orders_cancel_terms check (cancel_gate_bp >= cancel_dispatched_bp);
      alter table deals
        add column deposit_vnd          bigint  not null default 0 check (deposit_vnd >= 0),
        add column deposit_due_at       timestamptz,
        add column cancel_dispatched_bp integer not null default 0 check (cancel_dispatched_bp between 0 and 3000),
        add column cancel_gate_bp       integer not null default 0 check (cancel_gate_bp between 0 and 3000),
        -- Not fetched by then, the fruit is free again; null: agreed on before there was such a clause.
        add column release_by           timestamptz,
        add column release_reminded_at  timestamptz,
        add constraint deals_cancel_terms check (cancel_gate_bp >= cancel_dispatched_bp),
        add constraint deals_deposit_due check ((deposit_vnd > 0) = (deposit_due_at is not null));
      create index deals_waiting_by_release on deals (release_by) where state = 'COMMITTED';

      -- Money that changed hands before the goods; one a deal, written down from the payer's first word on.
      create table deposits (
        deal_id      uuid        primary key references deals,
        amount_vnd   bigint      not null check (amount_vnd > 0),
        state        text        not null,
        method       text        not null,
        reference    text,
        declared_at  timestamptz not null,
        declared_by  uuid        not null references people,
        confirmed_at timestamptz,
        confirmed_by uuid        references people,
        ended_at     timestamptz,
        constraint deposits_state check (state in ('DECLARED','CONFIRMED','APPLIED','REFUNDED','FORFEITED')),
        constraint deposits_method check (method in ('CASH','VIETQR','TRANSFER')),
        constraint deposits_confirmed check ((state = 'DECLARED') = (confirmed_at is null)),
        constraint deposits_ended check ((state in ('DECLARED','CONFIRMED')) = (ended_at is null))
      );

      -- How a deal ended without being weighed: by whose word, through whose fault, with what consequences.
      create table deal_endings (
        deal_id             uuid        primary key references deals,
        cause               text        not null,
        at_fault            text        not null,
        at_fault_id         uuid        not null references parties,
        -- null: the clock spoke, the vehicle had not come.
        said_by             text,
        said_by_person      uuid        references people,
        note                text,
        stage               text        not null,
        damages_vnd         bigint      not null check (damages_vnd >= 0),
        from_deposit_vnd    bigint      not null check (from_deposit_vnd >= 0),
        deposit_returned_vnd bigint     not null check (deposit_returned_vnd >= 0),
        to_pay_vnd          bigint      not null check (to_pay_vnd >= 0),
        ended_at            timestamptz not null,
        reply_until         timestamptz not null,
        reply               text,
        replied_at          timestamptz,
        replied_by          uuid        references people,
        force_majeure       text,
        decided_at          timestamptz,
        decided_by          uuid        references people,
        decision_note       text,
        constraint deal_endings_cause check (cause in ('PRICE_CHANGED','SOLD_ELSEWHERE','NOT_RIPE','NO_VEHICLE','NO_MARKET',
          'OTHER','ZONE_CLOSED','STORM','ROAD_CUT','NO_PICKUP','PRICE_CUT_AT_GATE','DEPOSIT_UNPAID','NOT_READY')),
        constraint deal_endings_sides check (at_fault in ('BUYER','SELLER') and said_by in ('BUYER','SELLER')),
        constraint deal_endings_said check ((said_by is null) = (said_by_person is null)),
        constraint deal_endings_stage check (stage in ('BEFORE_DISPATCH','AFTER_DISPATCH','AT_GATE')),
        constraint deal_endings_sum check (damages_vnd = from_deposit_vnd + to_pay_vnd),
        constraint deal_endings_reply check ((reply is null) = (replied_at is null) and (reply is null) = (replied_by is null)
          and replied_at <= reply_until),
        constraint deal_endings_force_majeure check (force_majeure in ('CLAIMED','CONFIRMED','REFUSED')),
        constraint deal_endings_decided check ((force_majeure in ('CONFIRMED','REFUSED')) is true = (decided_at is not null)
          and (decided_at is null) = (decided_by is null))
      );
      create index deal_endings_by_fault on deal_endings (at_fault_id, ended_at desc);
      create index deal_endings_by_time on deal_endings (ended_at desc, deal_id desc);

      -- What was said is evidence: the first word, the reply and the decision are added once and never change.
      create function deal_endings_are_evidence() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE'
          or (old.deal_id, old.cause, old.at_fault, old.at_fault_id, old.said_by, old.said_by_person, old.note, old.stage,
              old.damages_vnd, old.from_deposit_vnd, old.deposit_returned_vnd, old.to_pay_vnd, old.ended_at, old.reply_until)
             is distinct from
             (new.deal_id, new.cause, new.at_fault, new.at_fault_id, new.said_by, new.said_by_person, new.note, new.stage,
              new.damages_vnd, new.from_deposit_vnd, new.deposit_returned_vnd, new.to_pay_vnd, new.ended_at, new.reply_until)
          or (old.reply is not null and old.reply is distinct from new.reply)
          or (old.decided_at is not null and old.force_majeure is distinct from new.force_majeure) then
          raise exception 'how a deal ended is evidence and never changes';
        end if;
        return new;
      end $$;
      create trigger deal_endings_never_change before update or delete on deal_endings
        for each row execute function deal_endings_are_evidence();
    `);
  }

  async down(): Promise<void> {}
}
