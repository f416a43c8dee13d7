import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Grants1796000300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a household lets another party do for it. A revoked row stays: it says on whose word an act was done.
      create table party_grants (
        id         uuid        primary key,
        grantor_id uuid        not null references parties,
        grantee_id uuid        not null references parties,
        power      text        not null,
        consent    text        not null,
        granted_at timestamptz not null,
        -- Null: carried over from a membership that was older than grants.
        granted_by uuid        references people,
        revoked_at timestamptz,
        revoked_by uuid        references people,
        constraint party_grants_power check (power in ('SELL_FOR','SEE_LOTS','RECEIVE_PAYMENT')),
        constraint party_grants_consent check (consent in ('OWN_PHONE','SPOKEN_CODE','SIGNED_PAPER','MEMBERSHIP')),
        constraint party_grants_between_two check (grantor_id <> grantee_id),
        constraint party_grants_revoked check ((revoked_at is null) = (revoked_by is null))
      );
      create unique index party_grants_one_standing on party_grants (grantor_id, grantee_id, power) where revoked_at is null;
      create index party_grants_to on party_grants (grantee_id, power) where revoked_at is null;

      -- Members of a cooperative were spoken for by its clerks until now; they keep that until they say otherwise.
      insert into party_grants (id, grantor_id, grantee_id, power, consent, granted_at)
      select gen_random_uuid(), household_id, coop_id, power, 'MEMBERSHIP', joined_on
      from coop_members cross join unnest(array['SELL_FOR','SEE_LOTS','RECEIVE_PAYMENT']) as power;

      -- Every rule about acting for somebody else reads this, so that a revoked grant is forgotten by none.
      create view standing_grants as
        select grantor_id as household_id, grantee_id as party_id, power from party_grants where revoked_at is null;

      alter table forecasts drop constraint forecasts_source_check;
      alter table forecasts add constraint forecasts_source
        check (source in ('GROWER','COOPERATIVE','NEIGHBOUR','OFFICER'));
    `);
  }

  async down(): Promise<void> {}
}
