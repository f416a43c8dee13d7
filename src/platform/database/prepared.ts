import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { QueryRunnerAlreadyReleasedError, type DataSource } from 'typeorm';
import type { Config } from '../config.js';
import { CONFIG } from '../configured.js';
import { CONNECT_MS, CONNECTION } from './data-source.js';
import type { Tx } from './tx.js';

/**
 * A statement that each connection parses once and knows by name; only for a few dozen fixed ones, because a connection
 * keeps every name it has seen. PostgreSQL cuts names at 63 characters.
 */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Runs a read by name, outside of any transaction, planned for its values where that pays. */
export async function prepared<Row extends object>(
  dataSource: DataSource,
  statement: NamedStatement,
): Promise<Row[]> {
  const { master } = dataSource.driver as unknown as { readonly master: pg.Pool };
  return rowsOf(master, statement);
}

/** Runs a statement of a hot transaction by name. @returns the rows it returns, whatever its kind */
export async function preparedIn<Row extends object>(
  tx: Tx,
  statement: NamedStatement,
): Promise<Row[]> {
  const runner = tx.queryRunner;
  if (!runner || runner.isReleased) throw new QueryRunnerAlreadyReleasedError();
  return rowsOf((await runner.connect()) as pg.PoolClient, statement);
}

const CONNECTIONS = 8;

/**
 * The reads asked most: on connections of their own that plan each of them once, whatever its values. Planning costs such
 * a read as much as running it does, so it belongs here when one plan is right for every value, as a list that ends
 * after a page of an index is.
 */
@Injectable()
export class HotReads implements OnApplicationShutdown {
  readonly #pool: pg.Pool;

  constructor(@Inject(CONFIG) config: Config) {
    this.#pool = new pg.Pool({
      ...CONNECTION,
      connectionString: config.databaseUrl,
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      options: '-c plan_cache_mode=force_generic_plan',
    });
    // An idle connection that dies is replaced when it is needed next.
    this.#pool.on('error', () => undefined);
  }

  rows<Row extends object>(statement: NamedStatement): Promise<Row[]> {
    return rowsOf(this.#pool, statement);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#pool.end();
  }
}

async function rowsOf<Row extends object>(
  connection: pg.Pool | pg.PoolClient,
  { name, text, values }: NamedStatement,
): Promise<Row[]> {
  const { rows } = await connection.query<Row>({ name, text, values: [...values] });
  return rows;
}
