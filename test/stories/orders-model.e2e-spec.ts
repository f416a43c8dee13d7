import fc from 'fast-check';
import { ExpireOffers } from '../../src/orders/use-cases/expire-offers.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot, type GivenLot } from '../support/given-lots.js';
import {
  answer as answerTalk,
  counter,
  makeOffer,
  TALK,
  type ShownTalk,
} from '../support/given-negotiations.js';
import { UPDATE_LOT, WITHDRAW_LOT } from '../support/lot-documents.js';
import {
  act,
  answerOffer,
  givenBulkOrder,
  ORDERS,
  waitingOffers,
  type ShownOrder,
} from '../support/given-orders.js';
import { World } from '../support/world.js';

/**
 * A morning of the market as random commands, after each of which the books must balance. MODEL_RUNS and MODEL_SEED
 * make it a night's work.
 */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 2);
const SEED = Number(process.env['MODEL_SEED'] ?? 20_210_821);
/** Mornings are of every length up to this, sixty on average. */
const MOST_COMMANDS = 120;
const KG = 1000;
const WEEK_MS = 7 * 86_400_000;

/** What the commands remember: which lots and orders there are. What they hold is the database's to say. */
interface Market {
  readonly lots: { readonly lot: GivenLot; readonly grower: number; version: number }[];
  readonly orders: { readonly id: string; readonly buyer: number }[];
  readonly talks: { readonly talk: ShownTalk; readonly buyer: number; readonly grower: number }[];
}
interface Real {
  readonly since: Date;
  /** Kilograms of deals made so far: a promise is never taken back. */
  promised: number;
}

describe('any morning of the market', () => {
  let world: World;
  let make: Given;
  let growers: Someone[];
  let buyers: Someone[];

  beforeAll(async () => {
    world = await World.open('2024-01-06T08:00:00+07:00');
    make = await given(world);
    growers = await Promise.all([0, 1, 2].map(() => make.grower({})));
    buyers = await Promise.all([0, 1].map(() => make.trader({})));
  }, 60_000);
  afterAll(() => world.close());

  const one = <T>(all: readonly T[], pick: number): T | undefined => all[pick % all.length];

  /** Nothing promised twice, every line held or free as its state says, and every deal made of its lines. */
  const balance = async (real: Real): Promise<void> => {
    const [books] = await world.db.query(
      `select
         (select count(*) from lot_grades g where g.reserved_g < 0
            or g.reserved_g + g.weighed_g + g.written_off_g > g.offered_g)::int as oversold,
         (select count(*) from lot_grades g where g.reserved_g <> coalesce((select sum(h.grams) from lot_holds h
            where h.lot_grade_id = g.id and h.state = 'HELD'), 0))::int as "miscounted",
         (select count(*) from allocation_lines l left join lot_holds h on h.id = l.id
          where l.offered_at >= $1 and (h.id is null or h.grams <> l.grams
            or (l.state in ('ACCEPTED','COMMITTED') and not (h.state = 'HELD' and h.expires_at is null))
            or (l.state in ('DECLINED','RELEASED','EXPIRED') and h.state = 'HELD')))::int as "adrift",
         (select count(*) from allocation_lines l left join deal_lines n on n.id = l.id
          where l.offered_at >= $1 and ((l.state = 'COMMITTED') <> (n.id is not null)
            or n.grams <> l.grams))::int as "unpaired",
         (select count(*) from orders o where o.created_at >= $1 and o.state = 'COMMITTED'
            and (select coalesce(sum(l.grams), 0) from allocation_lines l
                 where l.order_id = o.id and l.state = 'COMMITTED') < greatest(o.min_g, 1))::int as "tooSmall",
         (select count(*) from deal_lines n join deals d on d.id = n.deal_id join orders o on o.id = d.order_id
          join order_lines w on w.order_id = o.id and w.grade_code = n.grade_code
          where d.created_at >= $1 and n.vnd_per_kg > w.max_vnd_per_kg)::int as "tooDear",
         (select coalesce(sum(n.grams), 0) from deal_lines n join deals d on d.id = n.deal_id
          where d.created_at >= $1)::int8 as promised`,
      [real.since],
    );
    const { promised, ...faults } = books;
    expect(faults).toEqual({
      oversold: 0,
      miscounted: 0,
      adrift: 0,
      unpaired: 0,
      tooSmall: 0,
      tooDear: 0,
    });
    expect(Number(promised)).toBeGreaterThanOrEqual(real.promised);
    real.promised = Number(promised);
  };

  class Command implements fc.AsyncCommand<Market, Real> {
    constructor(
      private readonly name: string,
      private readonly does: (market: Market) => Promise<unknown>,
      private readonly needs: keyof Market | null = null,
    ) {}
    check(market: Readonly<Market>): boolean {
      return this.needs === null || market[this.needs].length > 0;
    }
    async run(market: Market, real: Real): Promise<void> {
      await this.does(market);
      await balance(real);
    }
    toString(): string {
      return this.name;
    }
  }

  const list = (grower: number, kg: number, minKg: number): Command =>
    new Command(`list ${kg} kg of ${grower}`, async (market) => {
      const someone = growers[grower] as Someone;
      const lot = await givenLot(make, someone, {
        kg: { L1: kg },
        askVndPerKg: 30_000 + (kg % 5) * 1_000,
        minTakeGrams: Math.min(kg, minKg) * KG,
      });
      market.lots.push({ lot, grower, version: lot.version });
    });

  const change = (pick: number, kg: number): Command =>
    new Command(
      `change lot ${pick} to ${kg} kg`,
      async ({ lots }) => {
        const entry = one(lots, pick);
        if (!entry) return;
        const answer = await act<{ version?: number }>(
          make,
          growers[entry.grower] as Someone,
          UPDATE_LOT,
          {
            lotId: entry.lot.id,
            expectedVersion: entry.version,
            grades: [{ gradeCode: 'L1', grams: kg * KG, askVndPerKg: 31_000 }],
          },
        );
        entry.version = answer.version ?? entry.version;
      },
      'lots',
    );

  const withdraw = (pick: number): Command =>
    new Command(
      `withdraw lot ${pick}`,
      async ({ lots }) => {
        const entry = one(lots, pick);
        if (!entry) return;
        await act(make, growers[entry.grower] as Someone, WITHDRAW_LOT, {
          lotId: entry.lot.id,
          reason: 'Mưa',
        });
      },
      'lots',
    );

  const order = (buyer: number, kg: number, policy: string): Command =>
    new Command(`order ${kg} kg, ${policy}`, async ({ orders }) => {
      const made = await givenBulkOrder(make, buyers[buyer] as Someone, {
        kg,
        policy,
        minGrams: Math.floor(kg / 4) * KG,
        toleranceBp: 500,
        maxVndPerKg: 33_000,
        offerTtlMinutes: 30,
      });
      orders.push({ id: made.id, buyer });
    });

  const withOrder = (name: string, document: string, pick: number, more: object = {}): Command =>
    new Command(
      `${name} order ${pick}`,
      async ({ orders }) => {
        const entry = one(orders, pick);
        if (!entry) return;
        const input = { clientMutationId: world.id(), orderId: entry.id, ...more };
        const { voice } = buyers[entry.buyer] as Someone;
        // Twice with one key, at once: one effect, one answer.
        const [first, second] = await Promise.all(
          [1, 2].map(() => voice.ask<ShownOrder>(document, { input })),
        );
        expect(second).toEqual(first);
      },
      'orders',
    );

  const answer = (grower: number, accept: boolean): Command =>
    new Command(`${grower} answers ${accept}`, async () => {
      const someone = growers[grower] as Someone;
      const [offer] = await waitingOffers(someone);
      if (offer) await answerOffer(make, someone, offer.id, accept);
    });

  const buyAtOnce = (pick: number, kg: number): Command =>
    new Command(
      `buy ${kg} kg of lot ${pick} from two phones`,
      async ({ lots }) => {
        const entry = one(lots, pick);
        if (!entry) return;
        const wish = { lotId: entry.lot.id, gradeCode: 'L1', grams: kg * KG };
        await Promise.all(buyers.map((buyer) => act(make, buyer, ORDERS.place, wish)));
      },
      'lots',
    );

  const haggle = (buyer: number, pick: number, kg: number, price: number): Command =>
    new Command(
      `${buyer} offers ${price} for ${kg} kg of lot ${pick}`,
      async ({ lots, talks }) => {
        const entry = one(lots, pick);
        if (!entry) return;
        const wish = { kg, vndPerKg: price };
        const made = await makeOffer(make, buyers[buyer] as Someone, [entry.lot], wish);
        for (const talk of made.opened ?? []) talks.push({ talk, buyer, grower: entry.grower });
      },
      'lots',
    );

  /** Whoever's turn it is answers what she last saw, and the other side presses at the same moment. */
  const reply = (pick: number, how: 'accept' | 'reject' | 'counter', price: number): Command =>
    new Command(
      `${how} in talk ${pick}`,
      async ({ talks }) => {
        const entry = one(talks, pick);
        if (!entry) return;
        const both = [buyers[entry.buyer] as Someone, growers[entry.grower] as Someone];
        const seen = await (both[0] as Someone).voice.ask<ShownTalk>(TALK.read, {
          id: entry.talk.id,
        });
        const wish = { kg: 20 + (price % 30), vndPerKg: price };
        await Promise.all(
          both.map((side) =>
            how === 'counter'
              ? counter(make, side, seen, wish)
              : answerTalk(make, side, TALK[how], seen, seen.liveSeq),
          ),
        );
      },
      'talks',
    );

  const later = (minutes: number): Command =>
    new Command(`${minutes} minutes pass`, async () => {
      world.clock.pass(minutes);
      await world.app.get(ExpireOffers).run();
    });

  const deliver = (): Command => new Command('events are delivered', () => world.deliverEvents());

  const n = (most: number): fc.Arbitrary<number> => fc.nat({ max: most });
  const commands = [
    fc.tuple(n(2), fc.integer({ min: 10, max: 400 }), n(40)).map((args) => list(...args)),
    fc.tuple(n(9), fc.integer({ min: 10, max: 400 })).map((args) => change(...args)),
    n(9).map(withdraw),
    fc
      .tuple(
        n(1),
        fc.integer({ min: 20, max: 900 }),
        fc.constantFrom('FAIR_SHARE', 'PRO_RATA', 'FIRST_COME', 'LOWEST_COST'),
      )
      .map((args) => order(...args)),
    n(9).map((pick) => withOrder('offer', ORDERS.offer, pick)),
    n(9).map((pick) => withOrder('offer', ORDERS.offer, pick)),
    n(9).map((pick) => withOrder('commit', ORDERS.commit, pick)),
    n(9).map((pick) => withOrder('cancel', ORDERS.cancel, pick, { reason: 'Xe hỏng' })),
    fc.tuple(n(2), fc.boolean()).map((args) => answer(...args)),
    fc.tuple(n(2), fc.constant(true)).map((args) => answer(...args)),
    fc.tuple(n(9), fc.integer({ min: 5, max: 200 })).map((args) => buyAtOnce(...args)),
    fc
      .tuple(n(1), n(9), fc.integer({ min: 5, max: 200 }), fc.integer({ min: 25_000, max: 33_000 }))
      .map((args) => haggle(...args)),
    fc
      .tuple(
        n(9),
        fc.constantFrom('accept', 'accept', 'counter', 'reject'),
        fc.integer({ min: 25_000, max: 33_000 }),
      )
      .map((args) => reply(...args)),
    fc.integer({ min: 1, max: 45 }).map(later),
    fc.constant(0).map(deliver),
  ];

  it('A6 sixty commands, in any order: nothing is promised twice, no line is adrift, no deal is taken back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.noBias(fc.commands(commands, { maxCommands: MOST_COMMANDS, size: 'max' })),
        async (morning) => {
          // Every run has a week of its own, so that it meets no lot of another.
          world.clock.moveTo(new Date(world.clock.now().getTime() + WEEK_MS));
          await world.deliverEvents();
          const real: Real = { since: world.clock.now(), promised: 0 };
          const model: Market = { lots: [], orders: [], talks: [] };
          // Something is on offer and somebody wants it before anything else happens.
          for (const grower of [0, 1, 2])
            await list(grower, 200 + 100 * grower, 5).run(model, real);
          await order(0, 300, 'FAIR_SHARE').run(model, real);
          await fc.asyncModelRun(() => ({ model, real }), morning);
        },
      ),
      { numRuns: RUNS, seed: SEED, endOnFailure: RUNS < 10 },
    );
  }, 3_600_000);
});
