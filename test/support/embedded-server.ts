import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';

// The product's own PostgreSQL, without the rest. Runs in a process of its own, so that a test can kill it: looks after the server of the directory in the
// first argument, prints its address, and stops it when told so by SIGTERM. With a second argument `join` it uses
// the server of another process.
const log = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
const server = await startEmbeddedPostgres({
  dataDir: process.argv[2] ?? '',
  log,
  joinsRunning: process.argv[3] === 'join',
  onChange: (state) => void process.stdout.write(`${state}\n`),
});
process.stdout.write(`${server.url}\n`);

const stayAlive = setInterval(() => undefined, 60_000);
process.once('SIGTERM', () => {
  clearInterval(stayAlive);
  void server.stop();
});
