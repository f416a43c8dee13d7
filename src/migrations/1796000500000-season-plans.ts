import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SeasonPlans1796000500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When a crop is picked and what a hectare gives, as the office sees it; a change is a new row with its own dates.
      create table crop_windows (
        id                uuid        primary key,
        crop_code         text        not null references crops,
        variety_code      text        references varieties,
        season            text        not null check (season in ('MAIN','OFF')),
        opens             text        not null,
        closes            text        not null,
        usual_kg_per_ha   integer     not null check (usual_kg_per_ha > 0),
        most_kg_per_ha    integer     not null,
        shelf_days_from   integer     not null check (shelf_days_from > 0),
        shelf_days_to     integer     not null,
        valid_from        date        not null,
        set_by            uuid        references people,
        created_at        timestamptz not null default now(),
        constraint crop_windows_days check (opens ~ '^[01][0-9]-[0-3][0-9]$' and closes ~ '^[01][0-9]-[0-3][0-9]$'),
        constraint crop_windows_yield check (most_kg_per_ha >= usual_kg_per_ha),
        constraint crop_windows_shelf check (shelf_days_to >= shelf_days_from)
      );
      create unique index crop_windows_key
        on crop_windows (crop_code, coalesce(variety_code, ''), season, valid_from);

      alter table production_plans
        add column variety_code text        references varieties,
        add column tree_count   integer     check (tree_count > 0),
        add column state        text        not null default 'CONFIRMED',
        add column source       text        not null default 'OFFICER',
        add column entered_by   uuid        references people,
        add column reviewed_by  uuid        references people,
        add column reviewed_at  timestamptz,
        add column review_note  text,
        add column version      integer     not null default 1 check (version > 0),
        alter column area_m2 drop not null,
        add constraint production_plans_state check (state in ('DRAFT','SUBMITTED','CONFIRMED','CLOSED')),
        add constraint production_plans_source check (source in ('GROWER','COOPERATIVE','NEIGHBOUR','OFFICER')),
        add constraint production_plans_review check ((reviewed_by is null) = (reviewed_at is null));
      drop index production_plans_key;
      create unique index production_plans_key on production_plans
        (commune_id, coalesce(household_id, '00000000-0000-0000-0000-000000000000'::uuid), crop_code,
         coalesce(variety_code, ''), season);
      create index production_plans_by_household on production_plans (household_id, crop_code)
        where household_id is not null;

      -- A word that was a trend, a number beyond what the land bears, and what an event of the field took.
      alter table forecasts
        add column trend    text    check (trend in ('UP','SAME','DOWN')),
        add column band_bp  integer not null default 1500 check (band_bp between 0 and 10000),
        add column flag     text    check (flag in ('OVER_YIELD')),
        add column reason   text,
        add column event_id uuid,
        add constraint forecasts_event check ((reason is null) = (event_id is null));

      create table field_events (
        id           uuid        primary key,
        kind         text        not null,
        commune_id   uuid        not null references admin_units,
        household_id uuid        references parties,
        crop_code    text        references crops,
        first_day    date        not null,
        last_day     date        not null,
        loss_bp      integer     not null check (loss_bp between 0 and 10000),
        note         text        not null default '',
        source       text        not null check (source in ('GROWER','COOPERATIVE','NEIGHBOUR','OFFICER')),
        reported_by  uuid        not null references people,
        created_at   timestamptz not null,
        constraint field_events_kind check (kind in
          ('HAIL','STORM','FLOOD','DROUGHT','HEAT','COLD','PEST','DISEASE')),
        constraint field_events_days check (last_day >= first_day)
      );
      create index field_events_by_commune on field_events (commune_id, first_day);
      alter table forecasts add constraint forecasts_event_fk foreign key (event_id) references field_events;

      create table field_event_plots (
        event_id uuid not null references field_events,
        plot_id  uuid not null references plots,
        constraint field_event_plots_pk primary key (event_id, plot_id)
      );
    `);
  }

  async down(): Promise<void> {}
}
