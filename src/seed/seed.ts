import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { isRefusal } from '../kernel/refusal.js';
import type { Config } from '../platform/config.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { normalisePhone } from '../accounts/domain/phone.js';
import { insertReference } from './insert/reference.js';

interface SeedWish extends Pick<Config, 'seed' | 'bootstrapAdminPhone'> {
  /** How many times the demo district of 700 households; 1 when left out. */
  readonly scale?: number;
}

/** Reference data, the demo district when asked for (once), and the first administrator. */
export async function seed(databaseUrl: string, wish: SeedWish): Promise<void> {
  const source = new DataSource({ ...dataSourceOptions(databaseUrl, 2), extra: {} });
  await source.initialize();
  try {
    await source.transaction(async (db) => {
      // Two servers that start at once seed one after the other; the second finds everything there.
      await db.query('select pg_advisory_xact_lock(218025)');
      if (wish.seed !== 'none') await insertReference(db);
      if (wish.bootstrapAdminPhone) await makeAdministrator(db, wish.bootstrapAdminPhone);
    });
  } finally {
    await source.destroy();
  }
}

async function makeAdministrator(db: EntityManager, typed: string): Promise<void> {
  const phone = normalisePhone(typed);
  if (isRefusal(phone))
    throw new Error(`BOOTSTRAP_ADMIN_PHONE is not a Vietnamese mobile number: ${typed}`);
  const [person]: { id: string }[] = await db.query(
    `insert into people (id, phone, name, created_at) values ($1, $2, 'Quản trị', now())
     on conflict (phone) do update set phone = excluded.phone returning id`,
    [uuid(), phone],
  );
  const [found]: { id: string }[] = await db.query(
    `select id from parties where kind = 'PLATFORM' order by created_at limit 1`,
  );
  const partyId = found?.id ?? uuid();
  await db.query(
    `insert into parties (id, kind, name, created_at) values ($1, 'PLATFORM', 'Chợ Lục Nam', now())
     on conflict (id) do nothing`,
    [partyId],
  );
  await db.query(
    `insert into memberships (person_id, party_id, role) values ($1, $2, 'ADMIN') on conflict do nothing`,
    [person?.id, partyId],
  );
}
