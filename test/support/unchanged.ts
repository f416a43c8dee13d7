import type { World } from './world.js';

/** A fingerprint of whole tables: the same before and after a refused act, or something was written. */
export async function fingerprint(world: World, tables: readonly string[]): Promise<string[]> {
  return Promise.all(
    tables.map(async (table) => {
      const [row]: { print: string }[] = await world.db.query(
        `select coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '') as print from ${table} t`,
      );
      return `${table} ${row?.print}`;
    }),
  );
}
