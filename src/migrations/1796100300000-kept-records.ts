import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeptRecords1796100300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What somebody did is written once; only the answer is added to it, in the transaction that does it.
      create function acts_never_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and old.response is null
           and (new.person_id, new.operation, new.key, new.party_id, new.role, new.request_hash, new.at)
               is not distinct from
               (old.person_id, old.operation, old.key, old.party_id, old.role, old.request_hash, old.at)
        then return new; end if;
        raise exception 'an act is kept as it was done' using errcode = 'check_violation';
      end $$;
      create trigger acts_kept before update or delete on acts
        for each row execute function acts_never_change();
      create trigger acts_not_emptied before truncate on acts
        for each statement execute function acts_never_change();

      -- The other entries of a household, and how many numbers a business was shown on a day.
      create index parties_merged_into on parties (merged_into_id) where merged_into_id is not null;
      create index contact_views_by_party on contact_views (viewer_party_id, day);
    `);
  }

  async down(): Promise<void> {}
}
