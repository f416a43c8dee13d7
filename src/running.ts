import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './platform/config.js';
import { demandDurability } from './platform/database/durability.js';
import { startEmbeddedPostgres } from './platform/database/embedded-postgres.js';
import { migrate } from './platform/database/migrate.js';
import { outlast } from './platform/database/outage.js';
import { Worker } from './platform/events/worker.js';
import { makeHttpApp } from './platform/http/http-app.js';
import { Readiness } from './platform/http/readiness.js';
import { sentenceFor } from './platform/start-up-faults.js';
import { seed } from './seed/seed.js';

export interface Running {
  readonly app: NestFastifyApplication;
  readonly databaseUrl: string;
  /** Lets running requests finish, then stops the queue and, when it is ours, the database. */
  stop(): Promise<void>;
}

/** From nothing to a migrated, seeded product; `face` says whether it also listens for requests. */
export async function startProduct(config: Config, face: 'http' | 'jobs'): Promise<Running> {
  const log = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
  const postgres = config.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  if (postgres && config.isProduction && !config.backupKey)
    log(
      'BACKUP_KEY is not set, so no backup of this database can be made: see docs/operations.md.',
    );
  const databaseUrl = config.databaseUrl ?? postgres?.url ?? '';
  try {
    const { app, worker } = await outlast(
      () => open(databaseUrl, config, face),
      (outage) => log(`${sentenceFor(outage) ?? String(outage)}\nTrying again until it answers.`),
    );
    const stop = async (): Promise<void> => {
      app.get(Readiness).isStopping = true;
      await worker.stop();
      await app.close();
      await postgres?.stop();
    };
    return { app, databaseUrl, stop };
  } catch (fault) {
    await postgres?.stop();
    throw fault;
  }
}

async function open(databaseUrl: string, config: Config, face: 'http' | 'jobs') {
  await demandDurability(databaseUrl, config.isUnsafeAllowed);
  await migrate(databaseUrl);
  await seed(databaseUrl, config);
  const app = await makeHttpApp(AppModule.with({ ...config, databaseUrl }), config);
  try {
    if (face === 'http') await app.listen(config.port, config.host);
    else await app.init();
    const worker = app.get(Worker);
    if (face === 'jobs' || config.runsJobs) worker.start(databaseUrl);
    return { app, worker };
  } catch (fault) {
    await app.close().catch(() => undefined);
    throw fault;
  }
}

/** Stops on Ctrl-C or SIGTERM, once, within the fifteen seconds an operator's supervisor waits. */
export function stopOnSignal(running: Running): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), 15_000).unref();
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
