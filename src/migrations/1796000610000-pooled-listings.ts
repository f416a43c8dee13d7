import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PooledListings1796000610000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Lots of members under the name of their cooperative. No column here holds kilograms: they are the lots' own.
      create table pooled_listings (
        id           uuid        primary key,
        coop_id      uuid        not null references parties,
        crop_code    text        not null references crops,
        variety_code text        references varieties,
        note         text        not null default '',
        closed_at    timestamptz,
        created_by   uuid        not null references people,
        created_at   timestamptz not null
      );
      create index pooled_listings_open on pooled_listings (created_at desc, id desc) where closed_at is null;
      create index pooled_listings_by_coop on pooled_listings (coop_id, created_at desc, id desc);

      create table pooled_lots (
        listing_id uuid        not null references pooled_listings,
        lot_id     uuid        not null references lots,
        left_at    timestamptz,
        primary key (listing_id, lot_id)
      );
      -- In one open listing at a time, so that no two of them show the same fruit.
      create unique index pooled_lots_once on pooled_lots (lot_id) where left_at is null;

      alter table orders add column pooled_listing_id uuid references pooled_listings;
      alter table lots add column merged_into uuid references lots;
      alter table lots add constraint lots_merged check
        (merged_into is null or (state = 'CLOSED' and close_reason = 'MERGED'));
    `);
  }

  async down(): Promise<void> {}
}
