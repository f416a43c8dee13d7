import type { EntityManager } from 'typeorm';

export type Row = Readonly<Record<string, unknown>>;

const snake = (camel: string): string =>
  camel.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

// One statement carries this many rows: large enough that 100,000 rows take seconds, small enough for memory.
const BATCH = 2_000;

/** Writes rows as they are, keys in snake case; every row must have the keys of the first. */
export const insertRows = (db: EntityManager, table: string, rows: readonly Row[]): Promise<void> =>
  insertBatches(db, table, rows, '');

/** As `insertRows`; rows that are there stay as they are. */
export const insertMissingRows = (
  db: EntityManager,
  table: string,
  rows: readonly Row[],
): Promise<void> => insertBatches(db, table, rows, 'on conflict do nothing');

async function insertBatches(
  db: EntityManager,
  table: string,
  rows: readonly Row[],
  onConflict: string,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first).map(snake).join(', ');
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH).map(inSnakeCase);
    await db.query(
      `insert into ${table} (${columns})
       select ${columns} from json_populate_recordset(null::${table}, $1::json) ${onConflict}`,
      [JSON.stringify(batch)],
    );
  }
}

const inSnakeCase = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value]));
