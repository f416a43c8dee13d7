import { runMigrations as migrateQueue } from 'graphile-worker';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.js';
import { CalmClient } from './calm-client.js';
import { dataSourceOptions } from './data-source.js';

// Any number that nothing else locks: it keeps two servers that start at once from migrating together.
const MIGRATION_LOCK = 218_024;

/** Brings an empty or older database to the newest schema, and the job queue's own schema with it. */
export async function migrate(url: string): Promise<void> {
  const source = new DataSource({
    ...dataSourceOptions(url, 2),
    extra: { Client: CalmClient },
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrateQueue({ connectionString: url });
    await source.runMigrations();
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}
