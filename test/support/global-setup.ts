import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

declare global {
  /** The process that keeps the server of this run; set here, ended by global-teardown. */
  var testDatabase: ChildProcess | undefined;
}

/**
 * One PostgreSQL for the whole run, at `TEST_PG_URL`, with an empty database: no migrations run here.
 * A `TEST_PG_URL` that is set already is used as it is.
 */
export default async function setUp(): Promise<void> {
  if (process.env.TEST_PG_URL) return;
  const folder = join(process.cwd(), 'test', 'support');
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--import',
      join(folder, 'run-typescript.mjs'),
      join(folder, 'test-database.ts'),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`The test database did not start (exit code ${code}).`);
  });
  const [line] = (await Promise.race([once(child.stdout, 'data'), died])) as [Buffer];
  died.catch(() => undefined);
  process.env.TEST_PG_URL = line.toString('utf8').trim();
  globalThis.testDatabase = child;
}
