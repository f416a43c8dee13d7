import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/**
 * Runs a read by name, so that each connection parses and plans it once; only for a handful of fixed statements, because
 * a connection keeps every name it has seen. Outside of any transaction.
 */
export async function prepared<Row extends object>(
  dataSource: DataSource,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const { master } = dataSource.driver as unknown as { readonly master: Pool };
  const { rows } = await master.query<Row>({ name, text, values: [...values] });
  return rows;
}
