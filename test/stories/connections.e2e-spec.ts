import pg from 'pg';
import { DataSource } from 'typeorm';
import { CalmClient } from '../../src/platform/database/calm-client.js';
import { CONNECTION, dataSourceOptions } from '../../src/platform/database/data-source.js';
import { dropDatabase, emptyDatabase } from '../support/databases.js';

/** A connection that was lent, as whoever holds it sees it between two questions. */
type Lent = Pick<pg.ClientBase, 'query'> & NodeJS.EventEmitter;

describe('B3: a database that dies between two questions ends no process', () => {
  let url: string;
  let killer: CalmClient;
  beforeAll(async () => {
    url = await emptyDatabase();
    killer = new CalmClient({ connectionString: url });
    await killer.connect();
  });
  afterAll(async () => {
    await killer.end();
    await dropDatabase(url);
  });

  const dies = async (held: Lent): Promise<void> => {
    const { rows } = await held.query<{ pid: number }>('select pg_backend_pid() pid');
    const gone = new Promise((resolve) => void held.once('end', resolve));
    await killer.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await gone;
  };

  it('a connection of its own refuses the next question', async () => {
    const held = new CalmClient({ connectionString: url });
    await held.connect();
    await dies(held);
    await expect(held.query('select 1')).rejects.toThrow(/not queryable/);
    await held.end();
  });

  it('one that a pool lent goes back, and the next is lent', async () => {
    const pool = new pg.Pool({ ...CONNECTION, connectionString: url });
    // It has ended before its connections have: dropping the database cuts what is left of them.
    pool.on('error', () => undefined);
    const held = await pool.connect();
    await dies(held);
    held.release(true);
    expect((await pool.query<{ one: number }>('select 1 one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  it('so does one that the mapper holds before anybody listens to it', async () => {
    const source = await new DataSource(dataSourceOptions(url)).initialize();
    const { driver } = source as unknown as {
      driver: { obtainMasterConnection(): Promise<[Lent, (fault?: Error) => void]> };
    };
    const [held, release] = await driver.obtainMasterConnection();
    await dies(held);
    release(new Error('gone'));
    expect(await source.query('select 1 one')).toEqual([{ one: 1 }]);
    await source.destroy();
  });
});
