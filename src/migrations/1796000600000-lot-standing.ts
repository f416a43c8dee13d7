import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LotStanding1796000600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Until this instant only the chosen parties see the lot; null: everybody does.
      alter table lots add column open_to_all_at timestamptz;
      alter table lots add column withdraw_cause text;
      alter table lots add constraint lots_withdraw_cause check
        (withdraw_cause in ('FORCE_MAJEURE','SPOILED','SOLD_ELSEWHERE','MISTAKE','OTHER'));

      create table lot_audience (
        lot_id   uuid not null references lots,
        party_id uuid not null references parties,
        primary key (lot_id, party_id)
      );
      create index lot_audience_by_party on lot_audience (party_id);

      -- Days on which a household sells nothing, both included.
      create table selling_pauses (
        id           uuid        primary key,
        household_id uuid        not null references parties,
        first_day    date        not null,
        last_day     date        not null,
        ended_at     timestamptz,
        created_by   uuid        not null references people,
        created_at   timestamptz not null,
        constraint selling_pauses_days check (last_day >= first_day)
      );
      create unique index selling_pauses_one_standing on selling_pauses (household_id) where ended_at is null;

      -- What a household says of its fruit, from a day to a day, by a number and perhaps a photo of the paper.
      create table claims (
        id           uuid        primary key,
        household_id uuid        not null references parties,
        kind         text        not null,
        number       text        not null,
        crop_code    text        references crops,
        valid_from   date        not null,
        valid_to     date,
        proof_id     uuid        references photos,
        vouched_by   uuid        references parties,
        withdrawn_at timestamptz,
        created_by   uuid        not null references people,
        created_at   timestamptz not null,
        constraint claims_kind check (kind in ('VIETGAP','GLOBALGAP','ORGANIC','GROWING_AREA')),
        constraint claims_days check (valid_to is null or valid_to >= valid_from)
      );
      create unique index claims_said_once on claims (household_id, kind, number, coalesce(crop_code, ''))
        where withdrawn_at is null;

      -- One row per accepted part that its household took back. Excused when an office confirms that it could not help it.
      create table broken_promises (
        id           uuid        primary key,
        lot_id       uuid        not null references lots,
        household_id uuid        not null references parties,
        grams        bigint      not null check (grams > 0),
        broken_at    timestamptz not null,
        excused_by   uuid        references parties,
        excused_at   timestamptz,
        constraint broken_promises_excuse check ((excused_by is null) = (excused_at is null))
      );
      create index broken_promises_by_household on broken_promises (household_id);
      create index broken_promises_by_lot on broken_promises (lot_id);
      create index lot_holds_weighed on lot_holds (lot_grade_id) where state = 'WEIGHED';
    `);
  }

  async down(): Promise<void> {}
}
