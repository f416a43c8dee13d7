import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AssistedActs1796000310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What somebody else did in a household's name: whose word it was, and until when the household may undo it.
      create table assisted_acts (
        id           uuid        primary key,
        household_id uuid        not null references parties,
        party_id     uuid        not null references parties,
        person_id    uuid        not null references people,
        role         text        not null,
        kind         text        not null,
        subject_id   uuid        not null,
        facts        jsonb       not null,
        created_at   timestamptz not null,
        -- Null: it binds at once, and the thing itself says what can still be done.
        undo_until   timestamptz,
        undone_at    timestamptz,
        undone_by    uuid        references people,
        constraint assisted_acts_kind check (kind in ('HARVEST_REPORTED','LOT_OFFERED','OFFER_ACCEPTED','OFFER_DECLINED',
          'WEIGHT_CONFIRMED','MONEY_CONFIRMED')),
        constraint assisted_acts_once unique (kind, subject_id),
        constraint assisted_acts_undone check ((undone_at is null) = (undone_by is null)),
        constraint assisted_acts_in_time check (undone_at is null or undone_at <= undo_until)
      );
      create index assisted_acts_for on assisted_acts (household_id, created_at desc, id desc);
      create index assisted_acts_by on assisted_acts (party_id, created_at desc, id desc);
    `);
  }

  async down(): Promise<void> {}
}
