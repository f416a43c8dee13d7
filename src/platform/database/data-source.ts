import type { DataSourceOptions } from 'typeorm';
import { CalmClient } from './calm-client.js';
import { SnakeNaming } from './snake-naming.js';

/** What every connection of the product is opened with; times in milliseconds. */
export const CONNECTION = {
  Client: CalmClient,
  statement_timeout: 5_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
  application_name: 'cho-luc-nam',
};

export const CONNECT_MS = 5_000;

const CONNECTIONS = 20;
/**
 * So many transactions at once in one process. One keeps its connection while it reads beside itself; were every connection
 * in a transaction, each would wait for the others.
 */
export const TRANSACTIONS = 15;

/** Entities are listed by their features; migrations are found beside the compiled code. */
export function dataSourceOptions(url: string, poolSize = CONNECTIONS): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    migrationsRun: false,
    poolSize,
    connectTimeoutMS: CONNECT_MS,
    extra: CONNECTION,
  };
}
