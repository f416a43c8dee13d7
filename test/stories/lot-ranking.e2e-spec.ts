import { grams, vnd } from '../../src/kernel/units.js';
import { Lots } from '../../src/lots/index.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot, type LotWish } from '../support/given-lots.js';
import { manyLots, type ManyLot } from '../support/many-lots.js';
import { ORDERS } from '../support/given-orders.js';
import { statementsOf } from '../support/sql-count.js';
import { World } from '../support/world.js';

const RANKED = `query ($filter: LotFilter, $near: ID, $first: Int, $after: String) {
  rankedLots(filter: $filter, near: $near, first: $first, after: $after) {
    nodes { id score reasons { factor points mostPoints figure } } pageInfo { endCursor hasNextPage } } }`;

interface Ranked {
  readonly nodes: readonly {
    readonly id: string;
    readonly score: number;
    readonly reasons: readonly { factor: string; points: number; figure: number | null }[];
  }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

describe('which lots of a market come first', () => {
  let world: World;
  let make: Given;
  let lan: Someone;
  let thang: Someone;
  let hung: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-25T18:00:00+07:00');
    make = await given(world);
    lan = await make.grower({ name: 'Nguyễn Thị Lan', commune: 'Nghĩa Phương' });
    thang = await make.grower({ name: 'Vi Văn Thắng', commune: 'Lục Sơn' });
    hung = await make.trader({});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.db.query(
      `update lots set state = 'CLOSED', close_reason = 'WITHDRAWN' where state <> 'CLOSED'`,
    );
    world.clock.moveTo('2026-08-25T18:00:00+07:00');
  });

  /** Fetched on the morning of a day of August. */
  const morning = (date: string, wish: LotWish = {}): LotWish => ({
    readyFrom: `2026-08-${date}T05:00:00+07:00`,
    readyTo: `2026-08-${date}T10:00:00+07:00`,
    ...wish,
  });

  describe('SM-05 the place of a lot', () => {
    const rank = (over: object = {}): Promise<Ranked> =>
      hung.voice.ask<Ranked>(RANKED, { filter: { cropCode: 'NA', day: '2026-08-26' }, ...over });

    it('is the sum of four factors, each said with its points and a figure to check', async () => {
      const far = await givenLot(make, thang, morning('26'));
      world.clock.pass(120);
      const near = await givenLot(make, lan, morning('26'));
      const brief = await givenLot(
        make,
        lan,
        morning('26', { readyTo: '2026-08-26T06:00:00+07:00' }),
      );
      const { nodes } = await rank({ near: make.commune('Nghĩa Phương') });
      expect(nodes.map(({ id }) => id)).toEqual([near.id, brief.id, far.id]);
      for (const { score, reasons } of nodes)
        expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      expect(nodes[0]).toEqual({
        id: near.id,
        score: 100,
        reasons: [
          { factor: 'near', points: 40, mostPoints: 40, figure: 0 },
          { factor: 'fresh', points: 25, mostPoints: 25, figure: 0 },
          { factor: 'fit', points: 20, mostPoints: 20, figure: null },
          { factor: 'kept', points: 15, mostPoints: 15, figure: 100 },
        ],
      });
      const points = (at: number, factor: string) =>
        nodes[at]?.reasons.find((reason) => reason.factor === factor);
      expect(points(1, 'fit')).toMatchObject({ points: 5 });
      expect(points(2, 'fresh')).toMatchObject({ points: 24, figure: 2 });
      expect(points(2, 'near')?.figure).toBeGreaterThan(3);
    });

    it('falls with broken promises, and no page changes under the finger', async () => {
      const lots = [];
      for (const grower of [lan, thang, lan]) {
        world.clock.pass(1);
        lots.push(await givenLot(make, grower, morning('26')));
      }
      await world.db.query(
        `insert into broken_promises (id, lot_id, household_id, grams, broken_at)
         select gen_random_uuid(), id, household_id, 1000, $2 from lots where id = $1`,
        [lots[2]?.id, world.clock.now()],
      );
      const whole = (await rank()).nodes.map(({ id }) => id);
      expect(whole).toEqual([lots[1]?.id, lots[2]?.id, lots[0]?.id]);
      const first = await rank({ first: 1 });
      world.clock.pass(600);
      await givenLot(make, thang, morning('26'));
      const rest = await rank({ first: 5, after: first.pageInfo.endCursor });
      expect([...first.nodes, ...rest.nodes].map(({ id }) => id)).toEqual(whole);
    });

    it('is found by words and papers like any search, in one statement', async () => {
      const lot = await givenLot(make, lan, morning('26'));
      await givenLot(make, lan, morning('26', { cropCode: 'DUA_LE' }));
      expect((await rank({ filter: { text: 'na' } })).nodes.map(({ id }) => id)).toEqual([lot.id]);
      expect((await rank({ filter: { claim: 'ORGANIC' } })).nodes).toEqual([]);
      expect(await statementsOf(() => rank({ near: make.place('HN_LONGBIEN') }))).toHaveLength(2);
      const at = '2026-08-25T18:00:00+07:00';
      const forged = [1.5, 1e12].map((score) =>
        Buffer.from(JSON.stringify([score, at, lot.id, at])).toString('base64url'),
      );
      for (const after of ['nonsense', ...forged]) {
        const foreign = await hung.voice.send(RANKED, { after });
        expect(foreign.errors[0]?.extensions.code).toBe('BAD_REQUEST');
      }
    });
  });

  describe('SM-08 of very many', () => {
    // More than are looked at for one page.
    const MANY = 600;
    let lots: ManyLot[];

    beforeEach(async () => {
      await world.db.query(`delete from broken_promises`);
      const { id } = await givenLot(make, lan, morning('26'));
      lots = await manyLots(world, id, [lan.party.id, thang.party.id], MANY);
      await world.db.query(
        `insert into broken_promises (id, lot_id, household_id, grams, broken_at)
         select gen_random_uuid(), id, household_id, 1000, $2 from lots where household_id = $1 limit 1`,
        [thang.party.id, world.clock.now()],
      );
    });

    const byRank = async (filter: object): Promise<{ id: string; score: number }[]> => {
      const found: { id: string; score: number }[] = [];
      let after: string | null = null;
      do {
        const page: Ranked = await hung.voice.ask<Ranked>(RANKED, {
          filter,
          near: make.commune('Nghĩa Phương'),
          first: 100,
          after,
        });
        found.push(...page.nodes.map(({ id, score }) => ({ id, score })));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      return found;
    };

    it('SM-05 gives every lot of all pages the points of the rule, worked out here by hand', async () => {
      const [near] = await world.db.query(`select lat, lon from admin_units where id = $1`, [
        make.commune('Nghĩa Phương'),
      ]);
      const part = (most: number, share: number): number =>
        Math.round(most * Math.max(0, Math.min(1, share)));
      const hours = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 3_600_000;
      const dayFrom = new Date('2026-08-26T00:00:00+07:00');
      const dayTo = new Date('2026-08-27T00:00:00+07:00');
      const scored = lots.map((lot) => {
        const metres = Math.hypot((lot.lat - near.lat) * 111_200, (lot.lon - near.lon) * 103_700);
        const from = lot.readyFrom > dayFrom ? lot.readyFrom : dayFrom;
        const to = lot.readyTo < dayTo ? lot.readyTo : dayTo;
        const score =
          part(40, 1 - metres / 40_000) +
          part(25, 1 - hours(lot.publishedAt, world.clock.now()) / 48) +
          part(20, hours(from, to) / 4) +
          (lot.householdId === thang.party.id ? 0 : 15);
        return { id: lot.id, score, at: lot.publishedAt.getTime() };
      });
      const expected = scored
        .toSorted((a, b) => b.score - a.score || b.at - a.at || (a.id < b.id ? 1 : -1))
        .map(({ id, score }) => ({ id, score }));
      expect(new Set(expected.map(({ score }) => score)).size).toBeGreaterThan(30);
      expect(await byRank({ cropCode: 'NA', day: '2026-08-26' })).toEqual(expected);
    });

    it('SM-05 finds what is wanted also where none of the best have it', async () => {
      const whole = await byRank({ cropCode: 'NA', day: '2026-08-26' });
      const last = whole.slice(-3).map(({ id }) => id);
      await world.db.query(`update lot_grades set grade_code = 'DB' where lot_id = any ($1)`, [
        last,
      ]);
      const found = await byRank({ cropCode: 'NA', gradeCode: 'DB', day: '2026-08-26' });
      expect(found.map(({ id }) => id)).toEqual(last);
    });

    it('SM-02 looks at the cheapest that can be had, in one statement, and says when that is all', async () => {
      const closed = make.commune('Huyền Sơn');
      await world.db.query(`update lots set commune_id = $1 where id = any ($2)`, [
        closed,
        lots.filter((_, i) => i % 10 === 0).map(({ id }) => id),
      ]);
      const wish = {
        cropCode: 'NA',
        grades: new Map([['L1', vnd(30_000)]]),
        readyFrom: new Date('2026-08-26T05:00:00+07:00'),
        readyTo: new Date('2026-08-26T09:00:00+07:00'),
        buyerId: hung.party.id,
        mostTakeGrams: grams(25_000),
        closedCommuneIds: [closed],
      };
      const fit = lots
        .filter((_, i) => i % 10 > 0)
        .filter(({ readyFrom, readyTo }) => readyFrom < wish.readyTo && readyTo > wish.readyFrom)
        .filter(({ minTake, free }) => minTake <= Math.min(25_000, free))
        .map((lot) => ({ ...lot, price: lot.ask ?? 30_000 }))
        .toSorted((a, b) => a.price - b.price || (a.lotGradeId < b.lotGradeId ? -1 : 1));
      let sum = 0;
      const expected = fit.filter(({ free }) => (sum += free) - free < 3_500_000);
      expect(expected.some(({ ask }) => ask === null)).toBe(true);

      const market = world.app.get(Lots);
      let found: Awaited<ReturnType<Lots['cheapest']>> | undefined;
      const statements = await statementsOf(async () => {
        found = await market.cheapest({ ...wish, enoughGrams: grams(3_500_000) });
      });
      expect(statements).toHaveLength(1);
      const ids = (lines: readonly { lotGradeId: string }[] = []) =>
        lines.map(({ lotGradeId }) => lotGradeId).toSorted();
      expect(ids(found?.lines)).toEqual(ids(expected));
      expect(found?.isAll).toBe(false);

      const all = await market.cheapest({ ...wish, enoughGrams: grams(200_000_000) });
      expect(ids(all.lines)).toEqual(ids(fit));
      expect(all.isAll).toBe(true);
      const few = await market.cheapest({ ...wish, enoughGrams: grams(1_000) });
      expect([few.lines.length, few.isAll]).toEqual([1, false]);
    });

    it('SM-02 answers over all of them in one statement beside the session, and in a second where the cheapest cannot be had', async () => {
      await world.db.query(`update lot_grades set offered_g = 200000 where lot_id = any ($1)`, [
        lots.map(({ id }) => id),
      ]);
      const ask = (tonnes: number) =>
        hung.voice.ask<{ coveredGrams: number; averageVndPerKg: number }>(ORDERS.coverage, {
          cropCode: 'NA',
          gradeCodes: ['L1'],
          grams: tonnes * 1_000_000,
          day: '2026-08-26',
          destinationId: null,
        });
      let covered = await ask(1);
      expect(await statementsOf(async () => (covered = await ask(5)))).toHaveLength(2);
      expect(covered).toMatchObject({ coveredGrams: 5_000_000 });
      // Twenty tonnes and more of the cheapest are sold whole or not at all, and too large for the wish together.
      await world.db.query(
        `update lots l set min_take_g = 3000000 from lot_grades g
         where g.lot_id = l.id and g.ask_vnd_per_kg <= 21000 and l.state = 'PUBLISHED'`,
      );
      await world.db.query(
        `update lot_grades g set offered_g = 3000000 from lots l
         where g.lot_id = l.id and l.min_take_g = 3000000 and l.state = 'PUBLISHED'`,
      );
      expect(await statementsOf(async () => (covered = await ask(5)))).toHaveLength(3);
      expect(covered).toMatchObject({ coveredGrams: 5_000_000 });
    });
  });
});
