import fc from 'fast-check';
import { UndoAssistedAct } from '../../src/accounts/use-cases/undo-assisted-act.js';
import { Lots } from '../../src/lots/index.js';
import { PoolsStore } from '../../src/lots/data/pools.store.js';
import { CloseOverLots } from '../../src/lots/use-cases/close-over-lots.js';
import { MergeLots } from '../../src/lots/use-cases/merge-lots.js';
import { PauseLot } from '../../src/lots/use-cases/pause-lot.js';
import { PoolLots } from '../../src/lots/use-cases/pool-lots.js';
import { PublishLot } from '../../src/lots/use-cases/publish-lot.js';
import { UpdateLot } from '../../src/lots/use-cases/update-lot.js';
import { WithdrawLot } from '../../src/lots/use-cases/withdraw-lot.js';
import { isRefusal } from '../../src/kernel/refusal.js';
import type { Actor } from '../../src/platform/access/actor.js';
import { UnitOfWork, type Act } from '../../src/platform/database/unit-of-work.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot } from '../support/given-lots.js';
import { LotModel, type ModelLot, type ModelWas } from '../support/lot-model.js';
import { World } from '../support/world.js';

/** `LOT_RUNS=500 LOT_SEED=7 npm run jest -- test/stories/lot-kilograms` walks farther, or the same way again. */
const RUNS = Number(process.env['LOT_RUNS'] ?? 8);
const SEED = Number(process.env['LOT_SEED'] ?? 20_260_825);
const HOUR = 3_600_000;
const START = Date.parse('2026-08-25T18:00:00+07:00');
const LARGEST_LOT_KG = 80;

interface Real {
  readonly households: readonly Someone[];
  readonly clerk: Someone;
}
type Step = fc.AsyncCommand<LotModel, Real>;

describe('kilograms of lots, whatever is done in whatever order', () => {
  let world: World;
  let make: Given;
  let real: Real;

  beforeAll(async () => {
    world = await World.open(new Date(START));
    make = await given(world);
    const clerk = await make.coopClerk({});
    const households = [await make.grower({}), await make.grower({})];
    for (const household of households) await make.joinCoop(clerk, household);
    real = { households, clerk };
  });
  afterAll(() => world.close());

  const actor = ({ person, party }: Someone, role: Actor['role']): Actor => ({
    personId: person.id,
    partyId: party.id,
    role,
    sessionId: null,
    locale: 'vi',
  });
  const actBy = (who: Actor): Act => ({
    actor: who,
    operation: 'walk',
    key: world.id(),
    request: {},
  });
  const ownerOf = ({ households }: Real, lot: ModelLot): Actor => {
    const owner = households[lot.household];
    if (!owner) throw new Error('no such household');
    return actor(owner, 'GROWER');
  };
  const byClerk = ({ clerk }: Real): Act => actBy(actor(clerk, 'COOP_CLERK'));
  /** The household itself, or its cooperative for it. */
  const by = (walk: Real, lot: ModelLot, isHelped: boolean): Act =>
    isHelped ? byClerk(walk) : actBy(ownerOf(walk, lot));
  /** What was done for a household can be undone; what it did itself is written nowhere. */
  const keep = async (
    model: LotModel,
    lot: ModelLot,
    isHelped: boolean,
    was: ModelWas,
  ): Promise<void> => {
    const known = model.deeds.map(({ id }) => id);
    const rows: { id: string }[] = await world.db.query(
      `select id from assisted_acts where subject_id = $1 and id <> all ($2::uuid[])`,
      [lot.id, known],
    );
    same(rows.length, isHelped ? 1 : 0);
    const { version } = lot;
    for (const { id } of rows)
      model.deeds.push({ id, lot, at: model.now, version, was, isUndone: false });
  };
  const inTx = <T>(work: Parameters<UnitOfWork['run']>[0]): Promise<T> =>
    world.app.get(UnitOfWork).run(work) as Promise<T>;
  /** A refusal where the rules say yes, or a yes where they say no, is the fault this test looks for. */
  const expectDone = (answer: unknown, isExpected: boolean): void => {
    expect({ isDone: !isRefusal(answer), answer }).toMatchObject({ isDone: isExpected });
  };

  /** What the market says beside what the rules say. */
  const same = (said: unknown, ruled: unknown): void => {
    expect(said).toEqual(ruled);
  };

  const step = (name: string, run: (model: LotModel, real: Real) => Promise<void>): Step => ({
    check: () => true,
    run: async (model, realWorld) => {
      await run(model, realWorld);
      await agree(model);
    },
    toString: () => name,
  });

  /** Every number of the database is the model's, and nothing is promised that is not there. */
  async function agree(model: LotModel): Promise<void> {
    const ids = model.lots.map(({ id }) => id);
    const rows = await world.db.query(
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
    expect(rows).toEqual(expected);
    if (!model.pool) return;
    const pool = await world.app.get(PoolsStore).one(model.pool.id, new Date(model.now), null);
    const shown = pool?.grades.reduce((sum, { freeGrams }) => sum + freeGrams, 0);
    expect(shown).toBe(model.pooled());
  }

  const index = fc.nat({ max: 1000 });
  const kg = fc.integer({ min: 1, max: LARGEST_LOT_KG });
  const pickOf = (model: LotModel, at: number): ModelLot | undefined =>
    LotModel.pick(model.lots, at);

  const create = fc.tuple(index, kg, fc.integer({ min: 8, max: 40 })).map(([at, weight, hours]) =>
    step(`create ${weight} kg`, async (model, { households }) => {
      const household = at % households.length;
      const owner = households[household];
      if (!owner) return;
      const readyTo = model.now + hours * HOUR;
      const lot = await givenLot(make, owner, {
        kg: { L1: weight },
        readyFrom: new Date(model.now + HOUR).toISOString(),
        readyTo: new Date(readyTo).toISOString(),
      });
      model.lots.push({
        id: lot.id,
        lineId: lot.lines['L1'] ?? '',
        household,
        state: 'PUBLISHED',
        version: 1,
        offered: weight * 1000,
        weighed: 0,
        writtenOff: 0,
        readyTo,
        isSold: false,
      });
    }),
  );

  const edit = fc
    .tuple(index, kg, fc.boolean(), fc.boolean())
    .map(([at, weight, isStale, isHelped]) =>
      step(`edit to ${weight} kg`, async (model, walk) => {
        const lot = pickOf(model, at);
        if (!lot) return;
        const grams = weight * 1000;
        const expectedVersion = isStale ? lot.version + 1 : lot.version;
        const lines = [{ gradeCode: 'L1', grams, askVndPerKg: null }];
        const answer = await world.app
          .get(UpdateLot)
          .run(by(walk, lot, isHelped), { lotId: lot.id, expectedVersion, lines });
        const isEnough = grams >= model.reserved(lot.id) + lot.weighed;
        const isPossible =
          lot.state !== 'CLOSED' && lot.readyTo > model.now && isEnough && !isStale;
        expectDone(answer, isPossible);
        if (!isPossible) return;
        const was = { kind: 'edit', grams: lot.offered - lot.writtenOff } as const;
        Object.assign(lot, { offered: grams, writtenOff: 0, version: lot.version + 1 });
        await keep(model, lot, isHelped, was);
      }),
    );

  const pauseOrResume = fc.tuple(index, fc.boolean()).map(([at, isHelped]) =>
    step('pause or resume', async (model, walk) => {
      const lot = pickOf(model, at);
      if (!lot) return;
      const wish = { lotId: lot.id, expectedVersion: lot.version };
      const act = by(walk, lot, isHelped);
      if (lot.state === 'PAUSED') {
        const isPossible = lot.readyTo > model.now;
        expectDone(await world.app.get(PublishLot).run(act, 'resume', wish), isPossible);
        if (!isPossible) return;
        Object.assign(lot, { state: 'PUBLISHED', version: lot.version + 1 });
        await keep(model, lot, isHelped, { kind: 'resume' });
        return;
      }
      const isPossible = lot.state === 'PUBLISHED';
      expectDone(await world.app.get(PauseLot).run(act, wish), isPossible);
      if (!isPossible) return;
      Object.assign(lot, { state: 'PAUSED', version: lot.version + 1 });
      await keep(model, lot, isHelped, { kind: 'pause' });
    }),
  );

  const reserve = fc
    .tuple(index, index, kg, fc.option(fc.integer({ min: 5, max: 600 })))
    .map(([first, second, weight, minutes]) =>
      step(`reserve ${weight} kg`, async (model) => {
        const lots = [...new Set([pickOf(model, first), pickOf(model, second)])].filter(
          (lot) => lot !== undefined,
        );
        if (lots.length === 0) return;
        const expiresAt = minutes === null ? null : model.now + minutes * 60_000;
        const grams = weight * 1000;
        const wishes = lots.map((lot) => ({
          holdId: world.id(),
          lotGradeId: lot.lineId,
          grams,
          expiresAt: expiresAt === null ? null : new Date(expiresAt),
        }));
        const answer = await inTx((tx) => world.app.get(Lots).reserve(tx, wishes));
        const isPossible = lots.every((lot) => model.isOpen(lot) && model.free(lot) >= grams);
        expectDone(answer, isPossible);
        if (!isPossible) return;
        for (const [at, lot] of lots.entries()) {
          model.releaseOver(lot.id);
          const id = wishes[at]?.holdId ?? '';
          model.holds.push({ id, lotId: lot.id, grams, expiresAt, state: 'HELD' });
        }
      }),
    );

  const release = index.map((at) =>
    step('release', async (model) => {
      const hold = LotModel.pick(model.holds, at);
      if (!hold) return;
      await inTx((tx) => world.app.get(Lots).release(tx, [hold.id]));
      if (hold.state === 'HELD') hold.state = 'RELEASED';
    }),
  );

  const keepHold = index.map((at) =>
    step('keep', async (model) => {
      const hold = LotModel.pick(model.holds, at);
      if (!hold) return;
      const kept = await inTx<string[]>((tx) =>
        world.app.get(Lots).keep(tx, [hold.id], new Date(model.now)),
      );
      const isPossible = hold.state === 'HELD' && !model.isOver(hold) && model.isKept(hold.lotId);
      same(kept, isPossible ? [hold.id] : []);
      if (isPossible) hold.expiresAt = null;
    }),
  );

  const weigh = fc.tuple(index, kg).map(([at, weight]) =>
    step(`weigh ${weight} kg`, async (model) => {
      const hold = LotModel.pick(
        model.holds.filter(({ state }) => state === 'HELD'),
        at,
      );
      const lot = model.lots.find(({ id }) => id === hold?.lotId);
      if (!hold || !lot) return;
      const grams = weight * 1000;
      await inTx((tx) => world.app.get(Lots).weigh(tx, [{ holdId: hold.id, grams }]));
      hold.state = 'WEIGHED';
      lot.weighed += grams;
      // The scale may show more than was offered: then the offer was too small.
      const bound = model.reserved(lot.id) + lot.weighed + lot.writtenOff;
      lot.offered = Math.max(lot.offered, bound);
    }),
  );

  const passTime = fc.integer({ min: 5, max: 900 }).map((minutes) =>
    step(`${minutes} minutes pass`, async (model) => {
      world.clock.pass(minutes);
      model.now += minutes * 60_000;
      const over: { id: string }[] = await world.db.query(
        `select id from lot_holds where state = 'HELD' and expires_at <= $1`,
        [new Date(model.now)],
      );
      const overIds = over.map(({ id }) => id);
      await inTx((tx) => world.app.get(Lots).release(tx, overIds));
      for (const lot of model.lots) model.releaseOver(lot.id);
      await world.app.get(CloseOverLots).run();
      for (const lot of model.lots) {
        const isNothingLeft = lot.offered <= lot.weighed + lot.writtenOff;
        const isOver = lot.readyTo <= model.now - 6 * HOUR;
        const isSold = lot.offered <= model.reserved(lot.id) + lot.weighed + lot.writtenOff;
        if (lot.state !== 'CLOSED' && (isOver || isNothingLeft))
          Object.assign(lot, { state: 'CLOSED', version: lot.version + 1, isSold });
      }
    }),
  );

  const unswept = fc.integer({ min: 5, max: 60 }).map((minutes) =>
    step(`${minutes} minutes pass unnoticed`, (model) => {
      world.clock.pass(minutes);
      model.now += minutes * 60_000;
      return Promise.resolve();
    }),
  );

  const withdraw = fc.tuple(index, fc.boolean()).map(([at, isHelped]) =>
    step('withdraw', async (model, walk) => {
      const lot = pickOf(model, at);
      if (!lot) return;
      const wish = { lotId: lot.id, cause: 'OTHER', reason: 'Mưa đá' } as const;
      const isPossible = lot.state !== 'CLOSED';
      const act = by(walk, lot, isHelped);
      expectDone(await world.app.get(WithdrawLot).run(act, wish), isPossible);
      if (!isPossible) return;
      const promises = model.heldOf(lot.id).length;
      const was = { kind: 'withdraw', state: lot.state, promises } as const;
      Object.assign(lot, { state: 'CLOSED', version: lot.version + 1 });
      await keep(model, lot, isHelped, was);
    }),
  );

  const merge = fc.tuple(index, index, fc.boolean()).map(([one, other, isHelped]) =>
    step('merge', async (model, walk) => {
      const from = pickOf(model, one);
      const into = pickOf(model, other);
      if (!from || !into) return;
      const before = from.offered + into.offered - from.writtenOff - into.writtenOff;
      const wish = { lotId: from.id, intoLotId: into.id, expectedVersion: into.version };
      const answer = await world.app.get(MergeLots).run(by(walk, from, isHelped), wish);
      if (isRefusal(answer)) return;
      same(from.household, into.household);
      same(model.reserved(from.id), 0);
      const moved = from.offered - from.weighed - from.writtenOff;
      const was = { kind: 'merge', from, state: from.state, moved } as const;
      from.writtenOff += moved;
      into.offered += moved;
      Object.assign(from, { state: 'CLOSED', version: from.version + 1 });
      into.version += 1;
      same(from.offered + into.offered - from.writtenOff - into.writtenOff, before);
      await keep(model, into, isHelped, was);
    }),
  );

  const undo = fc.tuple(index, fc.boolean()).map(([at, isLast]) =>
    step('undo', async (model, walk) => {
      const deed = isLast ? model.deeds.at(-1) : LotModel.pick(model.deeds, at);
      if (!deed) return;
      const wish = { clientMutationId: world.id(), actId: deed.id };
      const answer = await world.app.get(UndoAssistedAct).run(ownerOf(walk, deed.lot), wish);
      const isPossible = model.canUndo(deed);
      expectDone(answer, isPossible);
      if (isPossible) model.undo(deed);
    }),
  );

  const pool = fc.array(index, { minLength: 1, maxLength: 4 }).map((picks) =>
    step('pool', async (model, walk) => {
      if (model.pool) {
        const { id: listingId } = model.pool;
        expectDone(await world.app.get(PoolLots).close(byClerk(walk), { listingId }), true);
        model.pool = undefined;
        return;
      }
      const open = model.lots.filter(({ state }) => state !== 'CLOSED');
      const lotIds = [...new Set(picks.map((at) => LotModel.pick(open, at)?.id))].filter(
        (id) => id !== undefined,
      );
      if (lotIds.length === 0) return;
      const wish = { listingId: world.id(), cropCode: 'NA', varietyCode: null, note: '', lotIds };
      expectDone(await world.app.get(PoolLots).create(byClerk(walk), wish), true);
      model.pool = { id: wish.listingId, lotIds: new Set(lotIds) };
    }),
  );

  it(
    'LI-10 INV-01 ID-06 never appear and never vanish, whoever does it and whatever of it is undone',
    async () => {
      const steps = [
        create,
        create,
        edit,
        pauseOrResume,
        reserve,
        reserve,
        release,
        keepHold,
        weigh,
        passTime,
        unswept,
        withdraw,
        merge,
        merge,
        undo,
        undo,
        undo,
        undo,
        pool,
      ];
      const walks = fc.commands(steps, { maxCommands: 32, size: 'max' });
      await fc.assert(
        fc.asyncProperty(walks, async (commands) => {
          world.clock.moveTo(new Date(START));
          await world.db.query(
            `update pooled_listings set closed_at = now() where closed_at is null`,
          );
          await world.db.query(`update pooled_lots set left_at = now() where left_at is null`);
          await world.db.query(
            `update lots set state = 'CLOSED', close_reason = 'WITHDRAWN' where state <> 'CLOSED'`,
          );
          await world.db.query(`update lot_holds set state = 'RELEASED' where state = 'HELD'`);
          await world.db.query(`update lot_grades set reserved_g = 0 where reserved_g > 0`);
          await fc.asyncModelRun(() => ({ model: new LotModel(START), real }), commands);
        }),
        { numRuns: RUNS, seed: SEED, endOnFailure: RUNS < 50 },
      );
    },
    60_000 + RUNS * 400,
  );
});
