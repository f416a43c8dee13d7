import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Negotiation1796000800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table negotiations (
        id            uuid        primary key,
        lot_id        uuid        not null references lots,
        buyer_id      uuid        not null references parties,
        household_id  uuid        not null references parties,
        -- Offers made at once; price tiers count the kilograms of all of them.
        batch_id      uuid        not null,
        is_phone_deal boolean     not null default false,
        state         text        not null,
        live_seq      integer     not null check (live_seq > 0),
        deal_id       uuid        references deals,
        created_at    timestamptz not null,
        closed_at     timestamptz,
        constraint negotiations_state check (state in ('OPEN','ACCEPTED','REJECTED','WITHDRAWN','EXPIRED')),
        constraint negotiations_closed check ((state = 'OPEN') = (closed_at is null)),
        constraint negotiations_deal check ((state = 'ACCEPTED') = (deal_id is not null))
      );
      create unique index negotiations_one_open on negotiations (lot_id, buyer_id) where state = 'OPEN';
      create unique index negotiations_by_deal on negotiations (deal_id);
      create index negotiations_by_buyer on negotiations (buyer_id, created_at desc, id desc);
      create index negotiations_by_household on negotiations (household_id, created_at desc, id desc);

      create table negotiation_offers (
        id             uuid        primary key,
        negotiation_id uuid        not null references negotiations,
        seq            integer     not null check (seq > 0),
        side           text        not null,
        made_by        uuid        not null references people,
        price_place    text        not null,
        tolerance_bp   integer     not null check (tolerance_bp between 0 and 2000),
        ready_from     timestamptz not null,
        ready_to       timestamptz not null,
        deduction_kind text        not null,
        deduction_bp   integer     not null,
        deduction_crate_g bigint   not null,
        deposit_vnd    bigint      not null check (deposit_vnd >= 0),
        payment_days   integer     not null check (payment_days between 0 and 60),
        loading_by     text        not null,
        transport_by   text        not null,
        crates_by      text        not null,
        band_move_bp   integer     check (band_move_bp between 1 and 10000),
        band_buyer_share_bp integer check (band_buyer_share_bp between 0 and 10000),
        -- [{gradeCode, fromGrams, vndPerKg}]
        tiers          jsonb       not null,
        -- [{lotGradeId, gradeCode, grams, vndPerKg, isManual}]
        lines          jsonb       not null,
        expires_at     timestamptz not null,
        created_at     timestamptz not null,
        constraint negotiation_offers_seq unique (negotiation_id, seq),
        constraint negotiation_offers_sides check (side in ('BUYER','SELLER') and loading_by in ('BUYER','SELLER')
          and transport_by in ('BUYER','SELLER') and crates_by in ('BUYER','SELLER')),
        constraint negotiation_offers_place check (price_place in ('GARDEN','SCALE')),
        constraint negotiation_offers_window check (ready_to > ready_from),
        constraint negotiation_offers_deduction check (deduction_kind in ('NONE','PERCENT','FIXED_PER_CRATE')),
        constraint negotiation_offers_band check ((band_move_bp is null) = (band_buyer_share_bp is null)),
        constraint negotiation_offers_lines check (jsonb_array_length(lines) > 0)
      );

      create table negotiation_words (
        id             uuid        primary key,
        negotiation_id uuid        not null references negotiations,
        side           text        not null check (side in ('BUYER','SELLER')),
        said_by        uuid        not null references people,
        text           text        not null check (length(text) between 1 and 500),
        created_at     timestamptz not null
      );
      create index negotiation_words_by_negotiation on negotiation_words (negotiation_id, created_at, id);

      -- What was offered and said is evidence: it is added to and never changed.
      create function negotiation_is_evidence() returns trigger language plpgsql as $$
      begin
        raise exception 'offers and words of a negotiation never change';
      end $$;
      create trigger negotiation_offers_never_change before update or delete on negotiation_offers
        for each row execute function negotiation_is_evidence();
      create trigger negotiation_words_never_change before update or delete on negotiation_words
        for each row execute function negotiation_is_evidence();
    `);
  }

  async down(): Promise<void> {}
}
