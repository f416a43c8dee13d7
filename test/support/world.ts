import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { Clock } from '../../src/kernel/clock.js';
import { loadConfig, type Config } from '../../src/platform/config.js';
import { Handlers } from '../../src/platform/events/handlers.js';
import type { EventEnvelope } from '../../src/platform/events/outbox.js';
import { dressHttpApp, httpAdapter } from '../../src/platform/http/dress-http-app.js';
import { logRequests, type JsonLog } from '../../src/platform/logging.js';
import { cloneDatabase, dropDatabase } from './databases.js';

/** A clock that stands where the test puts it. */
export class StandingClock extends Clock {
  #at: Date;

  constructor(at: Date) {
    super();
    this.#at = at;
  }

  now(): Date {
    return this.#at;
  }

  moveTo(at: Date | string): void {
    this.#at = new Date(at);
  }

  pass(minutes: number): void {
    this.#at = new Date(this.#at.getTime() + minutes * 60_000);
  }
}

/** The whole product on a database of its own, with a standing clock, listening on a free port. */
export class World {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly db: DataSource,
    readonly clock: StandingClock,
    readonly config: Config,
    readonly url: string,
  ) {}

  /** @param log instead of the console, as the shipped product has it */
  static async open(
    at: Date | string,
    env: Record<string, string> = {},
    log?: JsonLog,
  ): Promise<World> {
    const databaseUrl = await cloneDatabase();
    const config = loadConfig({
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      SEED: 'none',
      DATA_DIR: join(tmpdir(), 'cho-luc-nam-test-data'),
      SECRET_KEY: 'a key for tests only, long enough to pass',
      ...env,
    });
    const clock = new StandingClock(new Date(at));
    const module = await Test.createTestingModule({ imports: [AppModule.with(config)] })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    const app = module.createNestApplication<NestFastifyApplication>(httpAdapter(config), {
      logger: log ?? ['error'],
      rawBody: true,
    });
    await dressHttpApp(app, config);
    if (log) logRequests(app, log);
    await app.listen(0, '127.0.0.1');
    return new World(app, module.get(DataSource), clock, config, await app.getUrl());
  }

  async close(): Promise<void> {
    await this.app.close();
    await dropDatabase(this.config.databaseUrl ?? '');
  }

  /** Delivers what waits in the outbox, in order, until nothing waits: the worker's work without its clock. */
  async deliverEvents(): Promise<EventEnvelope[]> {
    const handlers = this.app.get(Handlers);
    const delivered: EventEnvelope[] = [];
    for (;;) {
      const rows: { id: string; payload: EventEnvelope }[] = await this.db.query(
        `select id, payload from graphile_worker._private_jobs order by id`,
      );
      if (rows.length === 0) return delivered;
      for (const { id, payload } of rows) {
        await handlers.deliver(payload);
        await this.db.query(`select graphile_worker.complete_jobs(array[$1::bigint])`, [id]);
        delivered.push(payload);
      }
    }
  }

  id(): string {
    return randomUUID();
  }
}
