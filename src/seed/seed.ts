import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { dayOf } from '../kernel/day.js';
import { isRefusal } from '../kernel/refusal.js';
import type { Config } from '../platform/config.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { normalisePhone } from '../accounts/domain/phone.js';
import { insertRulePacks } from '../permits/rule-packs/insert-rule-packs.js';
import { insertDemo } from './insert/demo.js';
import { insertReference } from './insert/reference.js';

interface SeedWish extends Pick<
  Config,
  'seed' | 'bootstrapAdminPhone' | 'permitSigningKey' | 'secretKey'
> {
  /** How many times the demo district of 700 households; 1 when left out. */
  readonly scale?: number;
  /** When the demo's market is in progress; the moment itself when left out. */
  readonly now?: Date;
}

const HOUR_MS = 3_600_000;
// The market of a day begins to tell something once its first tickets are written.
const MARKET_OPENS_MS = 6 * HOUR_MS;

/** Reference data, the demo district when asked for (once), and the first administrator. */
export async function seed(databaseUrl: string, wish: SeedWish): Promise<void> {
  const source = new DataSource({ ...dataSourceOptions(databaseUrl, 2), extra: {} });
  await source.initialize();
  try {
    await source.transaction(async (db) => {
      // Two servers that start at once seed one after the other; the second finds everything there.
      await db.query('select pg_advisory_xact_lock(218025)');
      const now = wish.now ?? new Date();
      const today = dayOf(new Date(now.getTime() - MARKET_OPENS_MS));
      const isDemo = wish.seed === 'demo' && !(await hasParties(db));
      if (wish.seed !== 'none') {
        await insertReference(db);
        await insertRulePacks(db, { today: isDemo ? today : null });
      }
      if (isDemo) {
        await insertDemo(db, { today, scale: wish.scale ?? 1 }, wish);
      }
      if (wish.bootstrapAdminPhone) await makeAdministrator(db, wish.bootstrapAdminPhone);
    });
  } finally {
    await source.destroy();
  }
}

/** Whether anybody but the platform itself is there: invented people never come between real ones. */
async function hasParties(db: EntityManager): Promise<boolean> {
  const found: unknown[] = await db.query(`select 1 from parties where kind <> 'PLATFORM' limit 1`);
  return found.length > 0;
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
