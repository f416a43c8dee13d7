import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { NamedStatement } from './lot-search-sql.js';

/**
 * Runs a read by name, so that each connection parses and plans it once; only for a handful of fixed statements, because
 * a connection keeps every name it has seen. Outside of any transaction.
 */
export async function prepared<Row extends object>(
  dataSource: DataSource,
  statement: NamedStatement,
): Promise<Row[]> {
  const { master } = dataSource.driver as unknown as { readonly master: Pool };
  const { rows } = await master.query<Row>({ ...statement, values: [...statement.values] });
  return rows;
}
