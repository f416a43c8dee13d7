import type { Someone } from '../given.js';
import type { World } from '../world.js';

/** Promised lots that a household took back for a storm: one the commune has judged, one that waits for its word. */
export async function takenBack(world: World, household: Someone): Promise<void> {
  const now = world.clock.now().toISOString();
  for (const isDecided of [true, false]) {
    const id = world.id();
    const withdrawn = {
      id,
      state: 'CLOSED',
      close_reason: 'WITHDRAWN',
      withdraw_cause: 'FORCE_MAJEURE',
      close_note: 'Mưa đá đêm qua',
    };
    await world.db.query(
      `insert into lots select (jsonb_populate_record(l, $2::jsonb)).* from lots l where l.household_id = $1 limit 1`,
      [household.party.id, withdrawn],
    );
    await world.db.query(
      `insert into broken_promises (id, lot_id, household_id, grams, broken_at) values ($1, $2, $3, 50000, $4)`,
      [world.id(), id, household.party.id, now],
    );
    if (!isDecided) continue;
    await world.db.query(
      `insert into withdrawal_decisions (lot_id, is_confirmed, note, office_id, decided_at) values ($1, false, $2, $3, $4)`,
      [id, 'Đêm đó không có mưa đá', household.party.id, now],
    );
  }
}
