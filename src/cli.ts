import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { ActChain } from './platform/audit/act-chain.js';
import { chainSentences } from './platform/audit/chain-report.js';
import { describeConfig, loadConfig } from './platform/config.js';
import { dataSourceOptions } from './platform/database/data-source.js';
import { readCredentials } from './platform/database/embedded-home.js';
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.js';
import { migrate } from './platform/database/migrate.js';
import { Sealer } from './platform/secrets/sealer.js';
import { sentenceFor } from './platform/start-up-faults.js';
import { seed } from './seed/seed.js';

const USAGE = `node dist/cli.js <command>
  migrate                     bring the database to the newest schema
  seed [--scale N] [--empty]  reference data and the demo district; --empty: reference data only
  doctor                      print the configuration, and whether the record of acts is whole
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
      if (!config.databaseUrl && !config.backupKey)
        process.stdout.write('Backups are not sealed: set BACKUP_KEY.\n');
      if (config.databaseUrl || (await readCredentials(config.dataDir)))
        await withDatabase(checkActs);
      break;
    default:
      process.stdout.write(USAGE);
      process.exitCode = 1;
  }

  /** Whether the record of acts is as it was written; a fault ends the command with 1. */
  async function checkActs(url: string): Promise<void> {
    const source = await new DataSource(dataSourceOptions(url, 2)).initialize();
    try {
      const [{ chain }] = await source.query(`select to_regclass('act_chain') as chain`);
      // A database from before the chain gets it at the next start.
      if (chain === null) return;
      const report = await new ActChain(source, new Sealer(config)).check();
      process.stdout.write(`${chainSentences(report).join('\n')}\n`);
      if (report.broken) process.exitCode = 1;
    } finally {
      await source.destroy();
    }
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
