import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ActChain1796130030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One link an act, each over the one before: who changes an act, or takes one out, breaks it from there on. The key of
      -- the hashes is not in the database, so nobody who has the database alone can forge the links after it.
      create table act_chain (
        seq       bigint      primary key check (seq > 0),
        person_id uuid        not null,
        operation text        not null,
        key       uuid        not null,
        act_at    timestamptz not null,
        -- Which secret the link was made with; a new one goes on where the old one stopped.
        key_mark  text        not null,
        hash      text        not null,
        constraint act_chain_once unique (person_id, operation, key)
      );
      create index act_chain_by_time on act_chain (act_at);
      create function act_chain_never_changes() returns trigger language plpgsql as
        $$ begin raise exception 'a link of the chain stays as it was made' using errcode = 'check_violation'; end $$;
      create trigger act_chain_kept before update or delete on act_chain
        for each row execute function act_chain_never_changes();
      create trigger act_chain_not_emptied before truncate on act_chain
        for each statement execute function act_chain_never_changes();
    `);
  }

  async down(): Promise<void> {}
}
