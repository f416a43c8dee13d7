import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BackupsWhileGathering1796120000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A lot may stand by while its order is still gathered; taken then, it is an accepted line with its own id and
      -- becomes a deal with the others.
      alter table backups drop constraint backups_used;
      alter table backups add constraint backups_used check (deal_id is null or state = 'USED');
    `);
  }

  async down(): Promise<void> {}
}
