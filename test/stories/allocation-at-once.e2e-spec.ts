import { randomUUID } from 'node:crypto';
import { randomFrom } from '../../src/seed/random.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot, type GivenLot } from '../support/given-lots.js';
import {
  codesOf,
  givenBulkOrder,
  ORDERS,
  stockOf,
  waitingOffers,
  type ShownOrder,
} from '../support/given-orders.js';
import { World } from '../support/world.js';

const KG = 1000;
const LOTS = 20;
const ORDERS_AT_ONCE = 100;
const BUYERS_AT_ONCE = 50;
const HOT_KG = 100;
/** Who asks for how much, who gives up and in which order they come; named beforehand to see one morning again. */
const SEED = process.env['CONTENTION_SEED'] ?? randomUUID();

/** As a phone does: a line that is busy too long is asked again with the same key, until there is an answer. */
async function definite(someone: Someone, document: string, input: object): Promise<ShownOrder> {
  for (;;) {
    const { data, errors } = await someone.voice.send<Record<string, ShownOrder>>(document, {
      input,
    });
    const [answer] = Object.values(data ?? {});
    if (answer) return answer;
    expect(errors[0]?.extensions.code).toBe('UNAVAILABLE');
  }
}

/** One order of many: a line of so many kilograms on every lot, committed or given up. */
interface Contender {
  readonly id: string;
  readonly kg: number;
  readonly isGivenUp: boolean;
  readonly buyer: Someone;
}

const kilogramsOf = (contenders: readonly Contender[]): number =>
  contenders.reduce((sum, { kg }) => sum + kg, 0);

describe('many orders over the same lots at once', () => {
  const random = randomFrom(SEED);
  let world: World;
  let make: Given;
  let buyers: Someone[];

  beforeAll(async () => {
    world = await World.open('2026-10-06T08:00:00+07:00');
    make = await given(world);
    buyers = await Promise.all([1, 2, 3, 4].map(() => make.trader({})));
    process.stdout.write(`contention: CONTENTION_SEED=${SEED}\n`);
  }, 60_000);
  afterAll(() => world.close());

  /**
   * Orders whose households all said yes, as so many mornings would leave them: copies of one order, each with a line
   * on every lot. The lines of every second order have their ids in the opposite order of the lots.
   */
  const answeredOrders = async (lots: readonly GivenLot[]): Promise<Contender[]> => {
    const models = await Promise.all(
      buyers.map((buyer) => givenBulkOrder(make, buyer, { kg: 4 * LOTS })),
    );
    const contenders: Contender[] = [];
    for (let n = 0; n < ORDERS_AT_ONCE; n += 1) {
      const id = world.id();
      const kg = random.integer(1, 4);
      const buyer = buyers[n % buyers.length] as Someone;
      contenders.push({ id, kg, isGivenUp: random.chance(0.2), buyer });
      await world.db.query(
        `with copy as (
           insert into orders select (jsonb_populate_record(o, jsonb_build_object('id', $2::uuid, 'number', $3::text,
             'state', 'ALLOCATED'))).* from orders o where id = $1
         ), wish as (
           insert into order_lines (id, order_id, grade_code, wanted_g) select $2, $2, 'L1', $4
         ), line as (
           select g.id as lot_grade_id, g.lot_id, l.household_id,
                  ('01900000-0000-7000-' || lpad(to_hex($5::int), 4, '8000') || '-' ||
                   lpad(to_hex(case when $5::int % 2 = 0 then rank() over (order by g.id)
                                    else 100 - rank() over (order by g.id) end::int), 12, '0'))::uuid as id
           from lot_grades g join lots l on l.id = g.lot_id where g.lot_id = any ($6::uuid[])
         ), held as (
           insert into lot_holds (id, lot_grade_id, grams, state, created_at)
           select id, lot_grade_id, $7, 'HELD', $8 from line
         ), counted as (
           update lot_grades g set reserved_g = reserved_g + $7 from line where g.id = line.lot_grade_id
         )
         insert into allocation_lines (id, order_id, lot_id, lot_grade_id, household_id, grade_code, grams, vnd_per_kg,
           state, offered_at, expires_at)
         select id, $2, lot_id, lot_grade_id, household_id, 'L1', $7, 30000, 'ACCEPTED', $8,
                $8::timestamptz + interval '2 hours' from line`,
        [
          models[n % buyers.length]?.id,
          id,
          `AT-ONCE-${n}`,
          LOTS * kg * KG,
          0x8000 + n,
          lots.map((lot) => lot.id),
          kg * KG,
          world.clock.now(),
        ],
      );
    }
    return contenders;
  };

  it('AL-07 a hundred commits and cancels over the same twenty lots, in opposite orders: sums exact, nothing locked up', async () => {
    const lots: GivenLot[] = [];
    for (let n = 0; n < LOTS; n += 1) {
      lots.push(
        await givenLot(make, await make.grower({}), { kg: { L1: 450 }, askVndPerKg: 30_000 }),
      );
    }
    const contenders = await answeredOrders(lots);
    const wanted = kilogramsOf(contenders);
    for (const lot of lots) {
      expect(await stockOf(make, lot)).toEqual({ reserved: wanted, held: wanted });
    }

    // About every fifth order is given up in the same moment.
    const answers = await Promise.all(
      random.shuffled(contenders).map(({ id: orderId, isGivenUp, buyer }) => {
        const input = {
          clientMutationId: world.id(),
          orderId,
          ...(isGivenUp && { reason: 'Xe hỏng' }),
        };
        return definite(buyer, isGivenUp ? ORDERS.cancel : ORDERS.commit, input);
      }),
    );
    expect(codesOf(answers)).toEqual({ done: ORDERS_AT_ONCE });
    const kept = contenders.filter(({ isGivenUp }) => !isGivenUp);
    for (const lot of lots) {
      const reserved = kilogramsOf(kept);
      expect(await stockOf(make, lot)).toEqual({ reserved, held: reserved });
    }
    // No deadlock was mended by trying again either.
    expect(
      await world.db.query(
        `select deadlocks::int from pg_stat_database where datname = current_database()`,
      ),
    ).toEqual([{ deadlocks: 0 }]);
    const [sums] = await world.db.query(
      `select count(distinct d.id)::int as deals, count(*)::int as lines, sum(n.grams)::int as grams
       from deals d join deal_lines n on n.deal_id = d.id where d.order_id = any ($1::uuid[])`,
      [contenders.map(({ id }) => id)],
    );
    expect(sums).toEqual({
      deals: kept.length * LOTS,
      lines: kept.length * LOTS,
      grams: kilogramsOf(kept) * LOTS * KG,
    });
  }, 120_000);

  it('AL-07 fifty buyers at once on one hot lot: as much is promised as there is, whoever is refused wanted more than is left', async () => {
    world.clock.pass(5 * 1440);
    const lan = await make.grower({});
    const lot = await givenLot(make, lan, { kg: { L1: HOT_KG }, askVndPerKg: 30_000 });
    const crowd: { buyer: Someone; kg: number }[] = [];
    for (let n = 0; n < BUYERS_AT_ONCE; n += 1)
      crowd.push({ buyer: await make.trader({}), kg: random.integer(1, 8) });
    const wishes = random.shuffled(crowd).map(({ buyer, kg }) => ({
      buyer,
      kg,
      input: { clientMutationId: world.id(), lotId: lot.id, gradeCode: 'L1', grams: kg * KG },
    }));
    // A tenth of the phones send twice.
    const asked = await Promise.all(
      wishes.flatMap(({ buyer, kg, input }) => {
        const times = random.chance(0.1) ? 2 : 1;
        return Array.from({ length: times }, async () => {
          const { code } = await definite(buyer, ORDERS.place, input);
          return { key: input.clientMutationId, kg, code };
        });
      }),
    );
    const answers = [...new Map(asked.map((one) => [`${one.key} ${one.code}`, one])).values()];
    expect(answers).toHaveLength(BUYERS_AT_ONCE);
    const placed = answers.filter(({ code }) => code === undefined);
    const refused = answers.filter(({ code }) => code !== undefined);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['LOT_NOT_ENOUGH']));
    const promised = placed.reduce((sum, { kg }) => sum + kg, 0);
    expect(promised).toBeLessThanOrEqual(HOT_KG);
    expect(Math.min(...refused.map(({ kg }) => kg))).toBeGreaterThan(HOT_KG - promised);
    expect(await stockOf(make, lot)).toEqual({ reserved: promised, held: promised });

    // The household says yes to all of them at once.
    const waiting = await waitingOffers(lan);
    const yeses = await Promise.all(
      waiting.map(({ id: offerId }) =>
        definite(lan, ORDERS.respond, { clientMutationId: world.id(), offerId, accept: true }),
      ),
    );
    expect(yeses.map(({ state }) => state)).toEqual(placed.map(() => 'COMMITTED'));
    const [sums] = await world.db.query(
      `select count(*)::int as deals, sum(grams)::int as grams from deal_lines where lot_id = $1`,
      [lot.id],
    );
    expect(sums).toEqual({ deals: placed.length, grams: promised * KG });
    expect(await stockOf(make, lot)).toEqual({ reserved: promised, held: promised });
  }, 120_000);

  it('AL-16 twenty buyers offer over the same lots at once: nothing is promised twice, and what is left is asked for', async () => {
    world.clock.pass(5 * 1440);
    const lots: GivenLot[] = [];
    for (let n = 0; n < 6; n += 1) {
      lots.push(
        await givenLot(make, await make.grower({}), { kg: { L1: 100 }, askVndPerKg: 30_000 }),
      );
    }
    const orders: { buyer: Someone; order: ShownOrder }[] = [];
    for (let n = 0; n < 20; n += 1) {
      const buyer = buyers[n % buyers.length] as Someone;
      orders.push({ buyer, order: await givenBulkOrder(make, buyer, { kg: 60 }) });
    }
    const answers = await Promise.all(
      orders.map(({ buyer, order }) =>
        definite(buyer, ORDERS.offer, { clientMutationId: world.id(), orderId: order.id }),
      ),
    );
    const codes = codesOf(answers);
    expect(Object.keys(codes).toSorted()).toEqual(expect.arrayContaining(['done']));
    for (const lot of lots) {
      const { reserved, held } = await stockOf(make, lot);
      expect(held).toBe(reserved);
      expect(reserved).toBeLessThanOrEqual(100);
    }
    const taken = answers
      .filter((answer) => answer.code === undefined)
      .flatMap((answer) => answer.offers.map((offer) => offer.grams));
    const stocks = await Promise.all(lots.map((lot) => stockOf(make, lot)));
    expect(taken.reduce((sum, grams) => sum + grams, 0)).toBe(
      stocks.reduce((sum, { reserved }) => sum + reserved * KG, 0),
    );
  }, 60_000);
});
