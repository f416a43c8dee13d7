import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../../src/platform/database/migrate.js';

const TEMPLATE = 'template_choluc_nam';
// Any number that nothing else locks: two test processes must not make the template together.
const TEMPLATE_LOCK = 77_001;

const serverUrl = (): string => {
  const url = process.env['TEST_PG_URL'];
  if (!url) throw new Error('TEST_PG_URL is not set: run the tests through npm');
  return url;
};

const urlOf = (database: string): string => {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.toString();
};

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A migrated database of its own, cloned from one template: about a tenth of a second. */
export const cloneDatabase = (): Promise<string> => cloneOf(TEMPLATE, migrate);

/** A database of its own as `prepare` leaves one; prepared once a server, under the name of the template. */
export async function cloneOf(
  template: string,
  prepare: (url: string) => Promise<unknown>,
): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const found = await client.query(
      'select 1 from pg_database where datname = $1 and datistemplate',
      [template],
    );
    if (found.rowCount === 0) {
      await client.query(`create database ${template}`);
      await prepare(urlOf(template));
      await client.query(`alter database ${template} is_template true`);
    }
    await client.query(`create database ${name} template ${template}`);
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  });
  return urlOf(name);
}

/** An empty database without any table, for the tests of migration itself. */
export async function emptyDatabase(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer((client) => client.query(`create database ${name}`));
  return urlOf(name);
}

export async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
}
