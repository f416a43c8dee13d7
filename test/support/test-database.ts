import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startEmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';

// Runs in a process of its own, beside the test run: prints the address of a throw-away server, and removes
// the server when its standard input ends. That happens at the end of the run, and also when the run is killed.
process.on('SIGINT', () => undefined); // Ctrl-C reaches the whole group; the end of the input follows

const dataDir = mkdtempSync(join(tmpdir(), 'cho-luc-nam-test-'));
chmodSync(dataDir, 0o711);

const ended = new Promise((resolve) => process.stdin.resume().once('end', resolve));
try {
  const log = (sentence: string) => process.stderr.write(`${sentence}\n`);
  const server = await startEmbeddedPostgres({ dataDir, log, isDisposable: true });
  process.stdout.write(`${server.url}\n`);
  await ended;
  await server.stop();
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
