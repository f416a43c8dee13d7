import { parseArgs } from 'node:util';
import { describeConfig, loadConfig } from './platform/config.js';
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.js';
import { migrate } from './platform/database/migrate.js';
import { sentenceFor } from './platform/start-up-faults.js';
import { seed } from './seed/seed.js';

const USAGE = `node dist/cli.js <command>
  migrate                     bring the database to the newest schema
  seed [--scale N] [--empty]  reference data and the demo district; --empty: reference data only
  doctor                      print the configuration and what is wrong with it
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { scale: { type: 'string', default: '1' }, empty: { type: 'boolean', default: false } },
});

try {
  const config = loadConfig(process.env);
  switch (positionals[0] ?? '') {
    case 'migrate':
      await withDatabase((url) => migrate(url));
      break;
    case 'seed':
      await withDatabase(async (url) => {
        await migrate(url);
        await seed(url, {
          ...config,
          seed: values.empty ? 'empty' : 'demo',
          scale: Number(values.scale),
        });
      });
      break;
    case 'doctor':
      console.table(describeConfig(config));
      break;
    default:
      process.stdout.write(USAGE);
      process.exitCode = 1;
  }

  async function withDatabase(work: (url: string) => Promise<void>): Promise<void> {
    if (config.databaseUrl) return work(config.databaseUrl);
    const log = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
    const postgres = await startEmbeddedPostgres({
      dataDir: config.dataDir,
      log,
      joinsRunning: true,
    });
    try {
      await work(postgres.url);
    } finally {
      await postgres.stop();
    }
  }
} catch (fault) {
  process.stderr.write(`${sentenceFor(fault) ?? String(fault)}\n`);
  process.exitCode = 1;
}
