import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Weighing1795000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence ticket_serial;

      create table weigh_tickets (
        id             uuid        primary key,
        number         text        not null,
        deal_id        uuid        not null references deals,
        order_id       uuid        not null references orders,
        buyer_id       uuid        not null references parties,
        household_id   uuid        not null references parties,
        commune_id     uuid        not null references admin_units,
        crop_code      text        not null references crops,
        state          text        not null,
        deduction_kind text        not null,
        deduction_bp   integer     not null,
        deduction_crate_g bigint   not null,
        payable_g      bigint,
        amount_vnd     bigint,
        cash_vnd       bigint,
        submitted_at   timestamptz,
        submitted_by   uuid        references people,
        confirmed_at   timestamptz,
        confirmed_by   uuid        references people,
        confirm_method text,
        disputed_at    timestamptz,
        dispute_reason text,
        void_reason    text,
        created_by     uuid        not null references people,
        created_at     timestamptz not null,
        constraint weigh_tickets_number unique (number),
        constraint weigh_tickets_state check (state in ('OPEN','SUBMITTED','CONFIRMED','DISPUTED','VOID')),
        constraint weigh_tickets_method check (confirm_method in ('OWN_PHONE','PIN','WITNESS')),
        constraint weigh_tickets_totals check
          (state = 'OPEN' or state = 'VOID' or (payable_g is not null and amount_vnd is not null and cash_vnd is not null)),
        constraint weigh_tickets_confirmed check (state <> 'CONFIRMED' or (confirmed_at is not null and confirm_method is not null)),
        constraint weigh_tickets_submitted check (state <> 'SUBMITTED' or submitted_at is not null),
        constraint weigh_tickets_disputed check (state <> 'DISPUTED' or (disputed_at is not null and dispute_reason is not null))
      );
      create unique index weigh_tickets_one_live on weigh_tickets (deal_id) where state <> 'VOID';
      create index weigh_tickets_confirmed_by_time on weigh_tickets (confirmed_at, crop_code, commune_id) where state = 'CONFIRMED';
      create index weigh_tickets_by_household on weigh_tickets (household_id, created_at desc, id desc);
      create index weigh_tickets_by_buyer on weigh_tickets (buyer_id, created_at desc, id desc);
      create index weigh_tickets_by_commune on weigh_tickets (commune_id, created_at desc, id desc);

      -- Who besides the buyer may put this deal on a scale: the driver who fetches it, a clerk of the cooperative.
      create table weighers (
        deal_id   uuid not null references deals,
        person_id uuid not null references people,
        constraint weighers_pk primary key (deal_id, person_id)
      );
      create index weighers_by_person on weighers (person_id);

      -- One basket load on the scale. Corrected rows are replaced, never edited.
      create table weigh_rows (
        id          uuid        primary key,
        ticket_id   uuid        not null references weigh_tickets,
        seq         integer     not null,
        grade_code  text        not null,
        gross_g     bigint      not null check (gross_g > 0),
        crate_code  text        references crate_types,
        crates      integer     not null check (crates >= 0),
        tare_g      bigint      not null check (tare_g >= 0 and tare_g < gross_g),
        replaced_by uuid        references weigh_rows,
        removed_at  timestamptz,
        weighed_at  timestamptz not null,
        created_at  timestamptz not null,
        constraint weigh_rows_seq unique (ticket_id, seq)
      );

      create table ticket_lines (
        ticket_id   uuid   not null references weigh_tickets,
        grade_code  text   not null,
        crates      integer not null,
        gross_g     bigint not null,
        tare_g      bigint not null,
        deduction_g bigint not null,
        payable_g   bigint not null,
        vnd_per_kg  bigint not null,
        amount_vnd  bigint not null,
        constraint ticket_lines_pk primary key (ticket_id, grade_code),
        constraint ticket_lines_add_up check (gross_g - tare_g - deduction_g = payable_g and payable_g >= 0)
      );

      -- A confirmed ticket is a document: neither it nor the rows and lines it was made of ever change again.
      create function confirmed_ticket_stays() returns trigger language plpgsql as $$
      begin
        if old.state = 'CONFIRMED' then
          raise exception 'a confirmed weigh ticket cannot change'
            using errcode = 'check_violation', constraint = 'confirmed_ticket_stays';
        end if;
        if tg_op = 'DELETE' then return old; end if;
        return new;
      end $$;
      create trigger confirmed_ticket_stays before update or delete on weigh_tickets
        for each row execute function confirmed_ticket_stays();

      create function confirmed_ticket_parts_stay() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from weigh_tickets where id = old.ticket_id and state = 'CONFIRMED') then
          raise exception 'a confirmed weigh ticket cannot change'
            using errcode = 'check_violation', constraint = 'confirmed_ticket_stays';
        end if;
        if tg_op = 'DELETE' then return old; end if;
        return new;
      end $$;
      create trigger confirmed_ticket_rows_stay before update or delete on weigh_rows
        for each row execute function confirmed_ticket_parts_stay();
      create trigger confirmed_ticket_lines_stay before update or delete on ticket_lines
        for each row execute function confirmed_ticket_parts_stay();
    `);
  }

  async down(): Promise<void> {}
}
