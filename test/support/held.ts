import type { World } from './world.js';

/** Something another connection holds, so that work stops there until it is let go. */
export interface Held {
  /** Until that many connections wait for a lock. */
  untilWaiting(many: number): Promise<void>;
  /** Once; a second time nothing happens. */
  letGo(): Promise<void>;
}

/** @param what a statement that locks: `lock table …`, `select … for update` */
export async function held(world: World, what: string, values: unknown[] = []): Promise<Held> {
  const other = world.db.createQueryRunner();
  await other.startTransaction();
  await other.query(what, values);
  return {
    async untilWaiting(many) {
      let waiting = 0;
      while (waiting < many) {
        // Not on the connection that holds: within a transaction this view stays as it was first read.
        const [row]: { waiting: number }[] = await world.db.query(
          `select count(*)::int as waiting from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock'`,
        );
        waiting = row?.waiting ?? 0;
      }
    },
    async letGo() {
      if (!other.isTransactionActive) return;
      await other.rollbackTransaction();
      await other.release();
    },
  };
}
