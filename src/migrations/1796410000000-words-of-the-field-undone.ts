import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WordsOfTheFieldUndone1796410000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Somebody else reported it for one household, which undid it.
      alter table field_events
        add column taken_back_at timestamptz,
        add column taken_back_by uuid references people,
        add constraint field_events_taken_back check
          ((taken_back_at is null) = (taken_back_by is null) and (taken_back_at is null or household_id is not null));

      -- What a household undid was not said: it never counts again, whatever is undone after it.
      alter table forecasts
        add column taken_back_at timestamptz,
        add constraint forecasts_taken_back check (taken_back_at is null or not is_current);
      update forecasts f set taken_back_at = f.created_at
       where not f.is_current and f.flag is null and not exists (
         select 1 from forecasts c where c.household_id = f.household_id and c.crop_code = f.crop_code and c.day = f.day
            and c.revision > f.revision and c.flag is null);
      create index forecasts_by_event on forecasts (event_id) where event_id is not null;
    `);
  }

  async down(): Promise<void> {}
}
