import { dayOf, instant, plusDays } from '../../src/kernel/day.js';
import { Lots } from '../../src/lots/index.js';
import { Orders } from '../../src/orders/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Given, Someone } from '../support/given.js';
import type { GivenLot } from '../support/given-lots.js';
import {
  act,
  answerOffer,
  bulkInput,
  codesOf,
  givenBulkOrder,
  ORDERS,
  stockOf,
  waitingOffers,
  type ShownOffer,
  type ShownOrder,
} from '../support/given-orders.js';
import { twoOfThemScene } from '../support/orders-scene.js';
import type { World } from '../support/world.js';

const KG = 1000;

describe('answers and commits: late, twice, at once', () => {
  const scene = twoOfThemScene();
  const { lot, place } = scene;
  let world: World;
  let make: Given;
  let hung: Someone;
  let lan: Someone;
  beforeEach(() => {
    ({ world, make, hung, lan } = scene);
  });

  describe('answers in time', () => {
    const offered = async (
      kg = 100,
    ): Promise<{ order: ShownOrder; offer: ShownOffer; of: GivenLot }> => {
      const of = await lot(kg);
      const order = await givenBulkOrder(make, hung, { kg, offerTtlMinutes: 60 });
      await act(make, hung, ORDERS.offer, { orderId: order.id });
      const [offer] = await waitingOffers(lan);
      if (!offer) throw new Error('nothing was offered');
      return { order, offer, of };
    };

    it('NG-04 a yes one second before its time counts, one at its time does not, though no sweep has run', async () => {
      const early = await offered();
      world.clock.moveTo(new Date(Date.parse(early.offer.expiresAt) - 1000));
      expect(await answerOffer(make, lan, early.offer.id, true)).toMatchObject({
        state: 'ACCEPTED',
      });

      const late = await offered();
      world.clock.moveTo(late.offer.expiresAt);
      expect(await answerOffer(make, lan, late.offer.id, true)).toMatchObject({
        code: 'OFFER_EXPIRED',
      });
      expect(await answerOffer(make, lan, late.offer.id, false)).toMatchObject({
        code: 'OFFER_EXPIRED',
      });
      world.clock.pass(1 / 60);
      expect(await answerOffer(make, lan, late.offer.id, true)).toMatchObject({
        code: 'OFFER_EXPIRED',
      });
      expect(await waitingOffers(lan)).toEqual([]);
      const shown = await lan.voice.ask<{ nodes: ShownOffer[] }>(ORDERS.offers, {
        waitingOnly: false,
      });
      expect(shown.nodes[0]).toMatchObject({ id: late.offer.id, state: 'EXPIRED' });
      // The stock is free for others from that second on, sweep or no sweep.
      expect(await place(hung, late.of.id, 100 * KG)).toMatchObject({ state: 'SOURCING' });
    });

    it('NG-06 an offer of the evening can be answered in the morning', async () => {
      const today = dayOf(world.clock.now());
      world.clock.moveTo(instant(plusDays(today, 1), '20:30'));
      const { offer } = await offered();
      expect(new Date(offer.expiresAt)).toEqual(instant(plusDays(today, 2), '06:00'));
    });

    it('NG-07 a double tap is one answer; another answer afterwards is refused with how it stands', async () => {
      const { offer, order } = await offered();
      const input = { clientMutationId: world.id(), offerId: offer.id, accept: true };
      const twice = await Promise.all([1, 2].map(() => lan.voice.ask(ORDERS.respond, { input })));
      expect(twice[0]).toMatchObject({ state: 'ACCEPTED' });
      expect(twice[1]).toEqual(twice[0]);
      for (const accept of [true, false]) {
        expect(await answerOffer(make, lan, offer.id, accept)).toMatchObject({
          code: 'LINE_STEP_NOT_ALLOWED',
          message: 'Lời hỏi mua này đã được nhận lời.',
        });
      }
      expect(await hung.voice.ask(ORDERS.read, { id: order.id })).toMatchObject({
        progress: { accepted: 1, declined: 0 },
      });
    });

    it('a yes and a no at the same moment: one counts', async () => {
      const { offer, of } = await offered();
      const answers = await Promise.all(
        [true, false].map((accept) => answerOffer(make, lan, offer.id, accept)),
      );
      expect(codesOf(answers)).toEqual({ done: 1, LINE_STEP_NOT_ALLOWED: 1 });
      const isAccepted = answers.some((answer) => answer.state === 'ACCEPTED');
      expect(await stockOf(make, of)).toEqual(
        isAccepted ? { reserved: 100, held: 100 } : { reserved: 0, held: 0 },
      );
    });

    it('a yes while the buyer commits is in the deal or refused, never half', async () => {
      const [mai, tu] = [await make.grower({}), await make.grower({})];
      const lots = [await lot(100, 30_000, mai), await lot(100, 30_000, tu)];
      const order = await givenBulkOrder(make, hung, { kg: 200 });
      await act(make, hung, ORDERS.offer, { orderId: order.id });
      const [first] = await waitingOffers(mai);
      const [second] = await waitingOffers(tu);
      await answerOffer(make, mai, first?.id ?? '', true);
      const [committed, answered] = await Promise.all([
        act(make, hung, ORDERS.commit, { orderId: order.id }),
        answerOffer(make, tu, second?.id ?? '', true),
      ]);
      const isIn = answered.code === undefined;
      expect(committed.deals).toHaveLength(isIn ? 2 : 1);
      expect(await stockOf(make, lots[1] as GivenLot)).toEqual(
        isIn ? { reserved: 100, held: 100 } : { reserved: 0, held: 0 },
      );
    });
  });

  describe('commits', () => {
    it('AL-07 twenty orders over the same lots, committed at once: all succeed, sums stay exact', async () => {
      const growers = await Promise.all(Array.from({ length: 8 }, () => make.grower({})));
      const lots: GivenLot[] = [];
      for (const grower of growers) lots.push(await lot(400, 30_000, grower));
      const buyers = await Promise.all(Array.from({ length: 20 }, () => make.trader({})));
      // Every order asks all eight; what one half of the orders gets accepted, the other half must give back.
      const orders: ShownOrder[] = [];
      for (const buyer of buyers) {
        const order = await givenBulkOrder(make, buyer, { kg: 160 });
        await act(make, buyer, ORDERS.offer, { orderId: order.id });
        orders.push(order);
      }
      for (const [i, grower] of growers.entries()) {
        for (const offer of await waitingOffers(grower)) {
          const n = orders.findIndex((order) => order.id === offer.orderId);
          if (n % 2 === 0 ? i < 4 : i >= 4) await answerOffer(make, grower, offer.id, true);
        }
      }
      const answers = await Promise.all(
        buyers.map((buyer, n) => act(make, buyer, ORDERS.commit, { orderId: orders[n]?.id })),
      );
      expect(codesOf(answers)).toEqual({ done: 20 });
      for (const answer of answers) {
        expect(answer.state).toBe('COMMITTED');
        expect(answer.deals.map((deal) => deal.totalGrams)).toEqual(
          [20, 20, 20, 20].map((kg) => kg * KG),
        );
      }
      // Ten orders each took 20 kg of each lot: 200 kg a lot, and not a gram is still held for an open offer.
      for (const one of lots)
        expect(await stockOf(make, one)).toEqual({ reserved: 200, held: 200 });
    }, 60_000);

    it('AL-16 two orders want the same lot at once: the first offer takes it, the other is told', async () => {
      const one = await lot(100);
      const [a, b] = [await make.trader({}), await make.trader({})];
      const [first, second] = [
        await givenBulkOrder(make, a, { kg: 100 }),
        await givenBulkOrder(make, b, { kg: 100 }),
      ];
      const answers = await Promise.all([
        act(make, a, ORDERS.offer, { orderId: first.id }),
        act(make, b, ORDERS.offer, { orderId: second.id }),
      ]);
      expect(codesOf(answers)).toEqual({ done: 1, NO_LOT_FITS: 1 });
      expect(await stockOf(make, one)).toEqual({ reserved: 100, held: 100 });
    });

    it('AL-07 committing twice, with one key or two, makes one deal a household', async () => {
      await lot(100);
      const order = await givenBulkOrder(make, hung, { kg: 100 });
      expect(await act(make, hung, ORDERS.commit, { orderId: order.id })).toMatchObject({
        code: 'NOTHING_ACCEPTED',
      });
      await act(make, hung, ORDERS.offer, { orderId: order.id });
      const [offer] = await waitingOffers(lan);
      await answerOffer(make, lan, offer?.id ?? '', true);
      const input = { clientMutationId: world.id(), orderId: order.id };
      const answers = await Promise.all([
        hung.voice.ask<ShownOrder>(ORDERS.commit, { input }),
        hung.voice.ask<ShownOrder>(ORDERS.commit, { input }),
        act(make, hung, ORDERS.commit, { orderId: order.id }),
      ]);
      expect(new Set(answers.map((answer) => answer.deals[0]?.id)).size).toBe(1);
      expect(answers.map((answer) => answer.deals.length)).toEqual([1, 1, 1]);
    });

    it('a lot that vanished under an accepted line stops the commit, and nothing is half done', async () => {
      const one = await lot(100);
      const order = await givenBulkOrder(make, hung, { kg: 100 });
      await act(make, hung, ORDERS.offer, { orderId: order.id });
      const [offer] = await waitingOffers(lan);
      await answerOffer(make, lan, offer?.id ?? '', true);
      await world.app
        .get(UnitOfWork)
        .run((tx) => world.app.get(Lots).release(tx, [offer?.id ?? '']));
      expect(await act(make, hung, ORDERS.commit, { orderId: order.id })).toMatchObject({
        code: 'ACCEPTED_STOCK_GONE',
        message: '1 lô đã nhận lời (100 kg) vừa được rút.',
      });
      expect(await hung.voice.ask(ORDERS.read, { id: order.id })).toMatchObject({
        state: 'ALLOCATED',
        deals: [],
      });
      expect(await stockOf(make, one)).toEqual({ reserved: 0, held: 0 });
    });

    it('ID-10 a suspended side agrees to nothing new: neither a yes, nor an offer, nor a commit', async () => {
      const suspend = (party: { id: string }, state: string, reason: string | null) =>
        world.db.query(`update parties set state = $2, state_reason = $3 where id = $1`, [
          party.id,
          state,
          reason,
        ]);
      await lot(100);
      const order = await givenBulkOrder(make, hung, { kg: 200 });
      await act(make, hung, ORDERS.offer, { orderId: order.id });
      const [offer] = await waitingOffers(lan);

      await suspend(lan.party, 'SUSPENDED', 'chờ xác minh');
      expect(await answerOffer(make, lan, offer?.id ?? '', true)).toMatchObject({
        code: 'HOUSEHOLD_SUSPENDED',
        message: 'Hộ đang tạm dừng bán: chờ xác minh.',
      });
      await suspend(lan.party, 'ACTIVE', null);
      await answerOffer(make, lan, offer?.id ?? '', true);

      await suspend(hung.party, 'SUSPENDED', 'nợ tiền');
      for (const document of [ORDERS.offer, ORDERS.commit]) {
        expect(await act(make, hung, document, { orderId: order.id })).toMatchObject({
          code: 'BUYER_NOT_ACTIVE',
        });
      }
      expect(await act(make, hung, ORDERS.create, bulkInput(make, { kg: 10 }))).toMatchObject({
        code: 'BUYER_NOT_ACTIVE',
      });
      await suspend(hung.party, 'ACTIVE', null);
      expect(await act(make, hung, ORDERS.commit, { orderId: order.id })).toMatchObject({
        state: 'COMMITTED',
      });
    });

    it('OR-04 deals are weighed and paid one by one, and the order follows them', async () => {
      const mai = await make.grower({});
      await lot(100);
      await lot(100, 30_000, mai);
      const order = await givenBulkOrder(make, hung, { kg: 200 });
      await act(make, hung, ORDERS.offer, { orderId: order.id });
      for (const grower of [lan, mai]) {
        const [offer] = await waitingOffers(grower);
        await answerOffer(make, grower, offer?.id ?? '', true);
      }
      const { deals } = await act(make, hung, ORDERS.commit, { orderId: order.id });
      const [first, second] = deals.map((deal) => deal.id);
      const service = world.app.get(Orders);
      const uow = world.app.get(UnitOfWork);
      const state = async () => (await service.findOrder(order.id))?.state;
      const weigh = (id = '') => uow.run((tx) => service.markWeighed(tx, id));
      const pay = (id = '') => uow.run((tx) => service.markPaid(tx, id));

      await weigh(first);
      expect(await state()).toBe('IN_PICKUP');
      await pay(first);
      expect(await state()).toBe('IN_PICKUP');
      await weigh(second);
      expect(await state()).toBe('SETTLING');
      await pay(second);
      expect(await state()).toBe('COMPLETED');
      await expect(weigh(first)).rejects.toThrow('is not COMMITTED');
      expect(await service.dealsOfOrder(order.id)).toMatchObject([
        { state: 'PAID' },
        { state: 'PAID' },
      ]);
    });
  });
});
