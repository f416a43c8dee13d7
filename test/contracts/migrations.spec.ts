import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { dropDatabase, emptyDatabase } from '../support/databases.js';
import { World } from '../support/world.js';

// What only migrations know, because an entity has columns and nothing else: keys, checks, exclusions, indexes,
// and what the database fills in by itself.
const ONLY_IN_MIGRATIONS =
  /^(ALTER TABLE "\w+" (DROP CONSTRAINT "\w+"|ALTER COLUMN "\w+" DROP DEFAULT)|DROP INDEX "public"\."\w+")$/;

describe('the migrations', () => {
  let world: World;
  let url: string;
  let source: DataSource;

  beforeAll(async () => {
    world = await World.open('2026-11-23T05:00:00+07:00');
    url = await emptyDatabase();
    await migrate(url);
    const { entities } = world.db.options;
    source = await new DataSource({ ...dataSourceOptions(url, 2), entities }).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await dropDatabase(url);
    await world.close();
  });

  it('make exactly the tables and columns that the entities read and write', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    const changes = upQueries
      .map(({ query }) => query)
      .filter((query) => !ONLY_IN_MIGRATIONS.test(query));
    expect(changes).toEqual([]);
  });

  it('change nothing when they run again', async () => {
    const before = await fingerprint(source);
    await migrate(url);
    expect(await fingerprint(source)).toEqual(before);
  });

  it('have an entity’s table for every entity of the product', async () => {
    const tables: { name: string }[] = await source.query(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    const names = tables.map(({ name }) => name);
    const missing = source.entityMetadatas.filter(({ tableName }) => !names.includes(tableName));
    expect(missing.map(({ tableName }) => tableName)).toEqual([]);
    expect(source.entityMetadatas.length).toBeGreaterThan(20);
  });
});

/** Everything a migration can make, by name and definition. */
async function fingerprint(source: DataSource): Promise<unknown> {
  return source.query(`
    select 'column' as kind, table_name || '.' || column_name as name, data_type || coalesce(column_default, '') as body
      from information_schema.columns where table_schema = 'public'
    union all select 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
      from pg_constraint where connamespace = 'public'::regnamespace
    union all select 'index', indexname, indexdef from pg_indexes where schemaname = 'public'
    union all select 'trigger', tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select 'migration', name, timestamp::text from migrations
    order by 1, 2, 3`);
}
