import { given, type Given, type Someone } from '../support/given.js';
import { givenLot } from '../support/given-lots.js';
import {
  act,
  answerOffer,
  givenBulkOrder,
  ORDERS,
  waitingOffers,
} from '../support/given-orders.js';
import { statementsOf } from '../support/sql-count.js';
import { World } from '../support/world.js';

const KG = 1000;

/** What each operation costs the database: exact, so that a statement more is a decision and not an accident. */
describe('statements an operation of orders takes', () => {
  let world: World;
  let make: Given;
  let hung: Someone;
  let growers: Someone[];

  beforeAll(async () => {
    world = await World.open('2026-08-25T08:00:00+07:00');
    make = await given(world);
    hung = await make.trader({});
    growers = [];
    for (let i = 0; i < 6; i += 1) growers.push(await make.grower({}));
  }, 30_000);
  afterAll(() => world.close());
  beforeEach(() => world.clock.pass(7 * 1440));

  const count = async (work: () => Promise<unknown>): Promise<number> =>
    (await statementsOf(work)).length;
  const briefly = (document: string): string =>
    document.replace(/offers \{[\s\S]*/, '} ... on Refused { code } } }');
  const place = briefly(ORDERS.place);
  const commit = briefly(ORDERS.commit);
  const offer = briefly(ORDERS.offer);
  const respond = `mutation ($input: RespondAllocationOfferInput!) {
    respondAllocationOffer(input: $input) { __typename ... on AllocationOffer { id state } ... on Refused { code } } }`;

  const market = async (lots: number): Promise<void> => {
    for (const grower of growers.slice(0, lots)) {
      await givenLot(make, grower, { kg: { L1: 100 }, askVndPerKg: 30_000 });
    }
  };
  const offered = async (lots: number): Promise<string> => {
    await market(lots);
    const order = await givenBulkOrder(make, hung, { kg: lots * 100 });
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    return order.id;
  };

  it('placing an order on one lot: session, claim, look, lock, hold, write, tell, answer, read, progress', async () => {
    await market(1);
    const { nodes } = await hung.voice.ask<{ nodes: { id: string }[] }>(
      '{ searchLots(first: 1) { nodes { id } } }',
    );
    const wish = { lotId: nodes[0]?.id, gradeCode: 'L1', grams: 10 * KG };
    await act(make, hung, place, wish);
    expect(await count(() => act(make, hung, place, wish))).toBe(10);
  });

  it.each([2, 6])(
    'previewing over %i lots: session, order, its lines, the market',
    async (lots) => {
      await market(lots);
      const order = await givenBulkOrder(make, hung, { kg: 150 });
      const ask = () => hung.voice.ask(ORDERS.preview, { orderId: order.id });
      await ask();
      expect(await count(ask)).toBe(4);
    },
  );

  it.each([2, 6])('offering to %i households', async (lots) => {
    await market(lots);
    const order = await givenBulkOrder(make, hung, { kg: lots * 100 });
    // Two of them read the decrees in force and the closed communes, once a minute.
    expect(await count(() => act(make, hung, offer, { orderId: order.id }))).toBe(17);
  });

  it('answering: session, claim, lock the order, write, keep the hold, count in, tell, answer, read', async () => {
    await offered(2);
    const [first] = await waitingOffers(growers[0] as Someone);
    const [second] = await waitingOffers(growers[1] as Someone);
    const answer = (grower: Someone | undefined, offerId: string | undefined, accept: boolean) =>
      count(() => act(make, grower as Someone, respond, { offerId, accept }));
    expect(await answer(growers[0], first?.id, true)).toBe(10);
    expect(await answer(growers[1], second?.id, false)).toBe(9);
  });

  it.each([2, 6])('committing with %i households', async (lots) => {
    const orderId = await offered(lots);
    for (const grower of growers.slice(0, lots)) {
      const [one] = await waitingOffers(grower);
      await answerOffer(make, grower, one?.id ?? '', true);
    }
    expect(await count(() => act(make, hung, commit, { orderId }))).toBe(12);
  });

  it.each([2, 6])(
    'reading a committed order with the offers, deals and parties of %i households',
    async (lots) => {
      const orderId = await offered(lots);
      for (const grower of growers.slice(0, lots)) {
        const [one] = await waitingOffers(grower);
        await answerOffer(make, grower, one?.id ?? '', true);
      }
      await act(make, hung, ORDERS.commit, { orderId });
      // Session, order, progress, offers, deals, parties; the day's numbers are counted under a lock and written down.
      expect(await count(() => hung.voice.ask(ORDERS.read, { id: orderId }))).toBe(8);
    },
  );
});
