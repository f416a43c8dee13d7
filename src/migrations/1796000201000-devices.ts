import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Devices1796000201000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A browser carries a random mark of its own; only its hash is kept. Null: it had none yet.
      alter table sessions add column device_hash text;
      create index sessions_by_device on sessions (person_id, device_hash);

      -- One live code per phone and browser: somebody else who asks for a code does not make yours worthless.
      alter table otp_challenges add column device_hash text;
      drop index otp_one_live_code;
      create unique index otp_one_live_code on otp_challenges (phone, coalesce(device_hash, ''))
        where used_at is null and replaced_at is null;
    `);
  }

  async down(): Promise<void> {}
}
