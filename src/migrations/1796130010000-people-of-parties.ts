import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PeopleOfParties1796130010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who speaks for a household or a business changes like its account does: after a day, told to everybody it concerns.
      alter table held_changes
        add column role text,
        add column subject_id uuid references people,
        drop constraint held_changes_kind,
        add constraint held_changes_kind check (
          (kind = 'PHONE' and party_id is null and phone is not null
            and num_nonnulls(bank_bin, bank_account, role, subject_id) = 0) or
          (kind = 'PAYOUT' and party_id is not null and num_nonnulls(bank_bin, bank_account) = 2
            and num_nonnulls(phone, role, subject_id) = 0) or
          (kind = 'PERSON_ADDED' and num_nonnulls(party_id, phone, role) = 3
            and num_nonnulls(bank_bin, bank_account, subject_id) = 0) or
          (kind = 'PERSON_REMOVED' and num_nonnulls(party_id, role, subject_id) = 3
            and num_nonnulls(bank_bin, bank_account, phone) = 0));
      create unique index held_changes_one_added on held_changes (party_id, phone)
        where kind = 'PERSON_ADDED' and cancelled_at is null and applied_at is null;
      create unique index held_changes_one_removed on held_changes (party_id, subject_id)
        where kind = 'PERSON_REMOVED' and cancelled_at is null and applied_at is null;

      -- A party that works keeps somebody who speaks for it. Only who asks to be forgotten leaves it with nobody.
      create function party_keeps_somebody() returns trigger language plpgsql as $$
      begin
        perform 1 from parties where id = old.party_id for no key update;
        if old.role <> 'DRIVER'
           and exists (select 1 from parties p where p.id = old.party_id and p.state <> 'CLOSED')
           and exists (select 1 from people p where p.id = old.person_id and p.erased_at is null)
           and not exists (select 1 from memberships m where m.party_id = old.party_id and m.role = old.role)
        then raise exception 'the last one who speaks for a party stays'
          using errcode = 'check_violation', constraint = 'party_keeps_somebody';
        end if;
        return null;
      end $$;
      create constraint trigger memberships_keep_somebody after delete on memberships
        deferrable initially deferred for each row execute function party_keeps_somebody();

      -- A party nobody speaks for any more, given back into somebody's hands by an administrator, and why.
      create table party_recoveries (
        id           uuid        primary key,
        party_id     uuid        not null references parties,
        person_id    uuid        not null references people,
        reason       text        not null check (reason <> ''),
        recovered_by uuid        not null references people,
        recovered_at timestamptz not null
      );
      create index party_recoveries_by_party on party_recoveries (party_id, recovered_at desc);
    `);
  }

  async down(): Promise<void> {}
}
