import { PoolsStore } from '../../src/lots/data/pools.store.js';
import { isRefusal } from '../../src/kernel/refusal.js';
import type { Actor } from '../../src/platform/access/actor.js';
import { UnitOfWork, type Act } from '../../src/platform/database/unit-of-work.js';
import type { Given, Someone } from './given.js';
import type { LotModel, ModelLot, ModelWas } from './lot-model.js';

const actor = ({ person, party }: Someone, role: Actor['role']): Actor => ({
  personId: person.id,
  partyId: party.id,
  role,
  sessionId: null,
  locale: 'vi',
});

/** What the market says beside what the rules say. */
export const same = (said: unknown, ruled: unknown): void => {
  expect(said).toEqual(ruled);
};

/** A refusal where the rules say yes, or a yes where they say no, is the fault that is looked for. */
export const expectDone = (answer: unknown, isExpected: boolean): void => {
  expect({ isDone: !isRefusal(answer), answer }).toMatchObject({ isDone: isExpected });
};

/** Those who do things with lots in any order, and what the market has written of it beside the model. */
export class LotWalk {
  private constructor(
    private readonly make: Given,
    readonly households: readonly Someone[],
    private readonly clerk: Someone,
  ) {}

  /** Two households, and their cooperative. */
  static async of(make: Given): Promise<LotWalk> {
    const clerk = await make.coopClerk({});
    const households = [await make.grower({}), await make.grower({})];
    for (const household of households) await make.joinCoop(clerk, household);
    return new LotWalk(make, households, clerk);
  }

  ownerOf(lot: ModelLot): Actor {
    const owner = this.households[lot.household];
    if (!owner) throw new Error('no such household');
    return actor(owner, 'GROWER');
  }

  byClerk(): Act {
    return this.#actBy(actor(this.clerk, 'COOP_CLERK'));
  }

  /** The household itself, or its cooperative for it. */
  by(lot: ModelLot, isHelped: boolean): Act {
    return isHelped ? this.byClerk() : this.#actBy(this.ownerOf(lot));
  }

  inTx<T>(work: Parameters<UnitOfWork['run']>[0]): Promise<T> {
    return this.make.world.app.get(UnitOfWork).run(work) as Promise<T>;
  }

  /** What was done for a household can be undone; what it did itself is written nowhere. */
  async keep(model: LotModel, lot: ModelLot, isHelped: boolean, was: ModelWas): Promise<void> {
    const known = model.deeds.map(({ id }) => id);
    const rows: { id: string }[] = await this.make.world.db.query(
      `select id from assisted_acts where subject_id = $1 and id <> all ($2::uuid[])`,
      [lot.id, known],
    );
    same(rows.length, isHelped ? 1 : 0);
    const { version } = lot;
    for (const { id } of rows)
      model.deeds.push({ id, lot, at: model.now, version, was, isUndone: false });
  }

  /** Every number of the database is the model's, and nothing is promised that is not there. */
  async agree(model: LotModel): Promise<void> {
    const { app, db } = this.make.world;
    const ids = model.lots.map(({ id }) => id);
    const rows = await db.query(
      `select l.id, l.state, g.offered_g::int as offered, g.reserved_g::int as reserved, g.weighed_g::int as weighed,
              g.written_off_g::int as "writtenOff",
              (select coalesce(sum(h.grams), 0)::int from lot_holds h
               where h.lot_grade_id = g.id and h.state = 'HELD') as held
       from lots l join lot_grades g on g.lot_id = l.id where l.id = any ($1::uuid[]) order by l.id`,
      [ids],
    );
    const expected = model.lots
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, state, offered, weighed, writtenOff }) => {
        const reserved = model.reserved(id);
        return { id, state, offered, reserved, weighed, writtenOff, held: reserved };
      });
    same(rows, expected);
    if (!model.pool) return;
    const pool = await app.get(PoolsStore).one(model.pool.id, new Date(model.now), null);
    const shown = pool?.grades.reduce((sum, { freeGrams }) => sum + freeGrams, 0);
    same(shown, model.pooled());
  }

  /** The lots of the walk before are over, and what was held of them is free. */
  async beginAnew(): Promise<void> {
    const { db } = this.make.world;
    await db.query(`update pooled_listings set closed_at = now() where closed_at is null`);
    await db.query(`update pooled_lots set left_at = now() where left_at is null`);
    await db.query(
      `update lots set state = 'CLOSED', close_reason = 'WITHDRAWN' where state <> 'CLOSED'`,
    );
    await db.query(`update lot_holds set state = 'RELEASED' where state = 'HELD'`);
    await db.query(`update lot_grades set reserved_g = 0 where reserved_g > 0`);
  }

  #actBy(who: Actor): Act {
    return { actor: who, operation: 'walk', key: this.make.world.id(), request: {} };
  }
}
