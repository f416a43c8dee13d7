import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AmountsDue1796100200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a ticket owes besides kilograms times price: what the deal agreed on, and the deposit taken off. Signed.
      create table payable_adjustments (
        payable_id uuid        not null references payables,
        seq        integer     not null check (seq > 0),
        kind       text        not null,
        grade_code text,
        grams      bigint      check (grams > 0),
        vnd_per_kg bigint,
        amount_vnd bigint      not null check (amount_vnd <> 0),
        created_at timestamptz not null,
        constraint payable_adjustments_pk primary key (payable_id, seq),
        constraint payable_adjustments_kind check (kind in ('PRICE_BAND','DEPOSIT')),
        constraint payable_adjustments_by_grade check ((kind = 'PRICE_BAND') = (grade_code is not null)
          and (grade_code is null) = (grams is null) and (grade_code is null) = (vnd_per_kg is null)),
        constraint payable_adjustments_deposit_is_off check (kind <> 'DEPOSIT' or amount_vnd < 0)
      );
      create function payable_adjustments_stay() returns trigger language plpgsql as $$
      begin
        raise exception 'a part of a sum owed never changes';
      end $$;
      create trigger payable_adjustments_never_change before update or delete on payable_adjustments
        for each row execute function payable_adjustments_stay();

      -- At the end of every transaction a sum owed is its ticket and its parts.
      create function payable_adds_up() returns trigger language plpgsql as $$
      declare
        one uuid := case tg_table_name when 'payables' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'payable_id')::uuid end;
      begin
        if exists (
          select 1 from payables p join weigh_tickets t on t.id = p.ticket_id
          where p.id = one and p.amount_vnd is distinct from
            t.amount_vnd + (select coalesce(sum(a.amount_vnd), 0) from payable_adjustments a where a.payable_id = one)) then
          raise exception 'payable % is not what its ticket and its parts come to', one
            using errcode = 'check_violation', constraint = 'payable_adds_up';
        end if;
        return null;
      end $$;
      create constraint trigger payable_adds_up after insert or update of amount_vnd on payables
        deferrable initially deferred for each row execute function payable_adds_up();
      create constraint trigger payable_adjustments_add_up after insert on payable_adjustments
        deferrable initially deferred for each row execute function payable_adds_up();

      -- What of a deposit goes back to whoever paid it, until she says that it came.
      alter table deposits
        add column to_return_vnd bigint not null default 0,
        add column returned_at   timestamptz,
        add column returned_by   uuid references people;
      update deposits set to_return_vnd = amount_vnd where state = 'REFUNDED';
      alter table deposits
        add constraint deposits_to_return check (case state
          when 'REFUNDED' then to_return_vnd = amount_vnd
          when 'APPLIED' then to_return_vnd between 0 and amount_vnd - 1
          else to_return_vnd = 0 end),
        add constraint deposits_returned check ((returned_at is null) = (returned_by is null)
          and (returned_at is null or to_return_vnd > 0));

      -- The prices a price-band clause counts from and to: the first when the deal is made, the second when it is weighed.
      create table band_references (
        deal_id    uuid   not null references deals,
        grade_code text   not null,
        then_vnd   bigint not null check (then_vnd > 0),
        now_vnd    bigint check (now_vnd > 0),
        constraint band_references_pk primary key (deal_id, grade_code)
      );
      create function band_references_stay() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or old.now_vnd is not null or new.then_vnd <> old.then_vnd then
          raise exception 'the prices a deal is reckoned by never change';
        end if;
        return new;
      end $$;
      create trigger band_references_never_change before update or delete on band_references
        for each row execute function band_references_stay();
    `);
  }

  async down(): Promise<void> {}
}
