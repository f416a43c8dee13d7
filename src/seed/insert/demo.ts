import type { EntityManager } from 'typeorm';
import { buildDemo, type DemoInput } from '../demo/demo.js';
import type { SerialsGiven } from '../demo/serials.js';
import { Acting } from './acting.js';
import { insertMarket } from './demo-market.js';
import { insertPeople } from './demo-people.js';
import { insertStaff } from './demo-staff.js';
import { insertTickets, insertTrade } from './demo-trade.js';
import { insertPermits, insertRuns } from './demo-transport.js';
import { permitSigner } from './permits.js';

/** The invented district beside reference data; its permits are signed and its secrets sealed with those keys. */
export async function insertDemo(
  db: EntityManager,
  input: DemoInput,
  keys: { readonly permitSigningKey: string; readonly secretKey: string },
): Promise<void> {
  const demo = buildDemo(input);
  const acting = new Acting(demo);
  await insertPeople(db, demo);
  await insertStaff(db, demo, keys);
  await insertTrade(db, demo, acting);
  await insertMarket(db, demo, acting);
  await insertTickets(db, demo, acting);
  await insertRuns(db, demo, acting);
  await insertPermits(db, demo, acting, await permitSigner(db, keys.permitSigningKey));
  await countOn(db, demo.serialsGiven);
  // The first requests come sooner than the server's own look at the new tables.
  await db.query('analyze');
}

/** What people do from now on is numbered after what the demo did. */
async function countOn(db: EntityManager, given: SerialsGiven): Promise<void> {
  const sequences: readonly (readonly [name: string, last: number])[] = [
    ['order_serial', given.order],
    ['ticket_serial', given.ticket],
    ['run_serial', given.run],
    // Its first number is 0.
    ['permit_status_index', given.permit - 1],
  ];
  for (const [name, last] of sequences) {
    await db.query(`select setval($1::regclass, greatest($2, nextval($1::regclass)))`, [
      name,
      last,
    ]);
  }
}
