import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Clockwork } from '../../src/platform/events/clockwork.js';
import { Handlers } from '../../src/platform/events/handlers.js';
import type { EventEnvelope } from '../../src/platform/events/outbox.js';
import { Worker } from '../../src/platform/events/worker.js';
import { cloneDatabase, dropDatabase } from '../support/databases.js';

/** Tells of what is delivered instead of working on it. */
class Delivered extends Handlers {
  readonly news = new EventEmitter();
  readonly ids: string[] = [];

  override deliver({ id }: EventEnvelope): Promise<void> {
    this.ids.push(id);
    this.news.emit('event');
    return Promise.resolve();
  }
}

describe('whoever works on the queue', () => {
  let url: string;
  let db: pg.Client;
  const working: Worker[] = [];

  beforeAll(async () => {
    url = await cloneDatabase();
    db = new pg.Client({ connectionString: url });
    await db.connect();
  });
  afterEach(() => Promise.all(working.splice(0).map((worker) => worker.stop())));
  afterAll(async () => {
    await db?.end();
    await dropDatabase(url);
  });

  const begin = (): { worker: Worker; delivered: Delivered } => {
    const delivered = new Delivered(new UnitOfWork(new DataSource({ type: 'postgres' })));
    const worker = new Worker(delivered, new Clockwork());
    working.push(worker);
    worker.start(url);
    return { worker, delivered };
  };
  const publish = async (): Promise<string> => {
    const id = randomUUID();
    await db.query(`select graphile_worker.add_job('event', $1::json, max_attempts => 5)`, [
      JSON.stringify({ id, name: 'x', payload: {} }),
    ]);
    return id;
  };

  it('B8 begins with what was in the hands of a process that was killed', async () => {
    const id = await publish();
    await db.query(
      `update graphile_worker._private_jobs set locked_by = 'worker-gone', locked_at = now(), attempts = 1`,
    );
    const { delivered } = begin();
    await once(delivered.news, 'event');
    expect(delivered.ids).toEqual([id]);
  });

  it('B8 works alone, and another goes on when it is gone', async () => {
    const first = begin();
    const a = await publish();
    await once(first.delivered.news, 'event');
    const second = begin();
    const heard = once(first.delivered.news, 'event');
    const b = await publish();
    await heard;
    await first.worker.stop();
    const c = await publish();
    await once(second.delivered.news, 'event');
    expect([first.delivered.ids, second.delivered.ids]).toEqual([[a, b], [c]]);
  });
});
