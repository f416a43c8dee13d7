import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Permits1795000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Rules are rows with dates: changing one never edits a permit that was issued under it.
      create table rule_packs (
        id             uuid        primary key,
        code           text        not null,
        version        integer     not null,
        name_vi        text        not null,
        effective_from timestamptz not null,
        effective_to   timestamptz,
        rules          jsonb       not null,
        published_at   timestamptz not null,
        ended_by       uuid        references people,
        constraint rule_packs_version unique (code, version),
        constraint rule_packs_dates check (effective_to is null or effective_to >= effective_from)
      );

      create table zone_statuses (
        id          uuid        primary key,
        unit_code   text        not null,
        measure     text        not null,
        effective_from timestamptz not null,
        effective_to   timestamptz,
        source      text        not null,
        confidence  text        not null default 'SOURCED',
        constraint zone_statuses_confidence check (confidence in ('SOURCED','OWN_KNOWLEDGE','GUESS'))
      );
      create index zone_statuses_by_unit on zone_statuses (unit_code, effective_from);

      -- Result, method and times only: no document image, no number.
      create table health_proofs (
        id          uuid        primary key,
        person_id   uuid        not null references people,
        kind        text        not null check (kind in ('RT_PCR','RAPID_AG','VACCINE','RECOVERED')),
        is_negative boolean     not null,
        sampled_at  timestamptz not null,
        result_at   timestamptz not null,
        pool_id     text,
        recorded_by uuid        not null references people,
        created_at  timestamptz not null,
        constraint health_proofs_times check (result_at >= sampled_at)
      );
      create index health_proofs_by_person on health_proofs (person_id, result_at desc);
      create index health_proofs_by_pool on health_proofs (pool_id) where pool_id is not null;

      create table permit_keys (
        kid        text        primary key,
        jwk        jsonb       not null,
        valid_from timestamptz not null,
        valid_to   timestamptz,
        -- Set once the private half is feared lost: nothing the key ever signed counts any more.
        revoked_at timestamptz,
        created_at timestamptz not null,
        constraint permit_keys_window check (valid_to is null or valid_to > valid_from)
      );

      create sequence permit_status_index minvalue 0 start 0;

      create table permits (
        id            uuid        primary key,
        code          text        not null,
        status_index  bigint      not null default nextval('permit_status_index'),
        type          text        not null,
        state         text        not null,
        run_id        uuid        not null,
        holder_id     uuid        not null references parties,
        requester_id  uuid        references parties,
        plate         text        not null,
        driver_id     uuid        not null references people,
        -- Everyone aboard who was named, the driver first; persons counts the others too.
        crew_ids      uuid[]      not null default '{}',
        driver_mark   text        not null,
        persons       integer     not null check (persons between 1 and 5),
        from_code     text        not null,
        destination_id uuid       not null references places,
        -- The trip's points as the rules see them, from the first loading place to the destination.
        points        jsonb       not null default '[]',
        crop_code     text        not null references crops,
        load_g        bigint      not null check (load_g > 0),
        leaves_at     timestamptz not null,
        arrives_at    timestamptz not null,
        valid_from    timestamptz not null,
        valid_to      timestamptz not null,
        rule_pack_code text       not null,
        proof_at      timestamptz,
        token         text,
        kid           text        references permit_keys,
        reasons       jsonb       not null default '[]',
        claimed_by    uuid        references people,
        claimed_at    timestamptz,
        decided_by    uuid        references people,
        decided_at    timestamptz,
        revoked_at    timestamptz,
        revoke_reason text,
        created_by    uuid        not null references people,
        created_at    timestamptz not null,
        constraint permits_code unique (code),
        constraint permits_status_index unique (status_index),
        constraint permits_type check (type in ('TRANSPORT_PERMIT')),
        constraint permits_state check (state in ('DRAFT','SUBMITTED','NEEDS_INFO','ISSUED','REJECTED','REVOKED','SUPERSEDED','WITHDRAWN')),
        constraint permits_trip check (arrives_at > leaves_at),
        constraint permits_window check (valid_to > valid_from),
        constraint permits_signed check (state not in ('ISSUED','REVOKED','SUPERSEDED') or (token is not null and kid is not null)),
        constraint permits_revoked check (state <> 'REVOKED' or (revoked_at is not null and revoke_reason is not null)),
        constraint permits_one_live exclude using gist
          (plate with =, tstzrange(valid_from, valid_to) with &&) where (state in ('SUBMITTED','NEEDS_INFO','ISSUED'))
      );
      create index permits_by_run on permits (run_id);
      create index permits_by_holder on permits (holder_id, created_at desc, id desc);
      create index permits_by_requester on permits (requester_id, created_at desc, id desc);
      create index permits_by_driver on permits (driver_id, created_at desc, id desc);
      create index permits_stopped on permits (valid_to)
        where token is not null and state in ('REVOKED','SUPERSEDED','WITHDRAWN');
      create index permits_waiting on permits (created_at) where state in ('SUBMITTED','NEEDS_INFO');

      create table scans (
        id            uuid        primary key,
        permit_id     uuid        references permits,
        token_hash    text        not null,
        checkpoint_id uuid        not null references places,
        officer_id    uuid        not null references people,
        verdict       text        not null check (verdict in ('GREEN','AMBER','RED')),
        reason        text        not null,
        decision      text        not null check (decision in ('LET_PASS','TURNED_BACK','HELD')),
        decision_reason text,
        data_age_s    bigint      not null check (data_age_s >= 0),
        handling_s    integer     check (handling_s >= 0),
        scanned_at    timestamptz not null,
        received_at   timestamptz not null
      );
      create index scans_by_checkpoint on scans (checkpoint_id, scanned_at desc);
      create index scans_by_permit on scans (permit_id, scanned_at);
    `);
  }

  async down(): Promise<void> {}
}
