import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HeldChanges1796090630000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A new number or a new account for money waits a day, is told to everybody it concerns, and can be stopped.
      create table held_changes (
        id           uuid        primary key,
        person_id    uuid        not null references people,
        party_id     uuid        references parties,
        kind         text        not null,
        phone        text,
        bank_bin     text,
        bank_account text,
        requested_at timestamptz not null,
        effective_at timestamptz not null,
        cancelled_at timestamptz,
        cancelled_by uuid        references people,
        applied_at   timestamptz,
        constraint held_changes_kind check (
          (kind = 'PHONE' and party_id is null and phone is not null and num_nonnulls(bank_bin, bank_account) = 0) or
          (kind = 'PAYOUT' and party_id is not null and phone is null and num_nonnulls(bank_bin, bank_account) = 2)),
        constraint held_changes_phone check (phone ~ '^\\+84[0-9]{9}$'),
        constraint held_changes_bank check (bank_bin ~ '^[0-9]{6}$' and bank_account ~ '^[0-9]{6,19}$'),
        constraint held_changes_wait check (effective_at >= requested_at + interval '24 hours'),
        constraint held_changes_one_end check (cancelled_at is null or applied_at is null)
      );
      create unique index held_changes_one_phone on held_changes (person_id)
        where kind = 'PHONE' and cancelled_at is null and applied_at is null;
      create unique index held_changes_one_payout on held_changes (party_id)
        where kind = 'PAYOUT' and cancelled_at is null and applied_at is null;
      create index held_changes_due on held_changes (effective_at) where cancelled_at is null and applied_at is null;
    `);
  }

  async down(): Promise<void> {}
}
