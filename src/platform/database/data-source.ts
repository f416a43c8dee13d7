import type { DataSourceOptions } from 'typeorm';
import { SnakeNaming } from './snake-naming.js';

/** Entities are listed by their features; migrations are found beside the compiled code. */
export function dataSourceOptions(url: string, poolSize = 20): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    migrationsRun: false,
    poolSize,
    applicationName: 'cho-luc-nam',
    connectTimeoutMS: 5_000,
    extra: {
      statement_timeout: 5_000,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 10_000,
    },
  };
}
