import { ExpireOffers } from '../../src/orders/use-cases/expire-offers.js';
import type { Given, Someone } from '../support/given.js';
import { givenLot } from '../support/given-lots.js';
import {
  act,
  givenBulkOrder,
  ORDERS,
  waitingOffers,
  type ShownOrder,
} from '../support/given-orders.js';
import { gatheringScene } from '../support/orders-scene.js';
import type { World } from '../support/world.js';

const KG = 1000;

interface Preview {
  readonly plannedGrams: number;
  readonly lines: readonly { readonly lotId: string; readonly grams: number }[];
  readonly excluded: readonly {
    readonly lotId: string;
    readonly reason: string;
    readonly sentence: string;
  }[];
}

describe('a bulk order from wish to deals', () => {
  const scene = gatheringScene();
  const { growers, answer } = scene;
  let world: World;
  let make: Given;
  let hung: Someone;
  beforeEach(() => {
    ({ world, make, hung } = scene);
  });

  const read = (id: string): Promise<ShownOrder> => hung.voice.ask<ShownOrder>(ORDERS.read, { id });
  const weekBegan = (): Date => new Date(world.clock.now().getTime() - 2 * 86_400_000);
  const stock = async (): Promise<{ reserved: number; held: number }> => {
    const [row] = await world.db.query(
      `select (select coalesce(sum(g.reserved_g), 0)::int8 from lot_grades g join lots l on l.id = g.lot_id
               where l.created_at > $1) as reserved,
              (select coalesce(sum(grams), 0)::int8 from lot_holds where state = 'HELD' and created_at > $1) as held`,
      [weekBegan()],
    );
    return { reserved: Number(row.reserved) / KG, held: Number(row.held) / KG };
  };
  const written = async (): Promise<number[]> => {
    const [row] = await world.db.query(
      `select array[(select count(*) from allocation_plans where created_at > $1),
                    (select count(*) from allocation_lines where offered_at > $1),
                    (select count(*) from lot_holds where created_at > $1)]::int[] as counts`,
      [weekBegan()],
    );
    return row.counts;
  };

  it('OR-01 AL-01 AL-03 AL-09 OR-03 AL-07 gathers, refills once, and binds each household to its own part', async () => {
    const [a, b, c, d] = await growers(100, 150, 450, 400);
    if (!a || !b || !c || !d) throw new Error('four growers');
    const order = await givenBulkOrder(make, hung, {
      kg: 500,
      minGrams: 300 * KG,
      maxVndPerKg: 32_000,
    });
    expect(order).toMatchObject({ state: 'SOURCING', kind: 'BULK', offers: [], deals: [] });
    expect(order.number).toMatch(/^LN-0908-[0-9A-Z]{3}$/);

    // AL-01: twice the same plan, nothing written. FAIR_SHARE of 500 kg over 100/150/450; the fourth asks too much.
    const first = await hung.voice.ask<Preview>(ORDERS.preview, { orderId: order.id });
    expect(await hung.voice.ask<Preview>(ORDERS.preview, { orderId: order.id })).toEqual(first);
    expect(Object.fromEntries(first.lines.map((line) => [line.lotId, line.grams / KG]))).toEqual({
      [a.lotId]: 100,
      [b.lotId]: 150,
      [c.lotId]: 250,
    });
    expect(first.excluded).toEqual([
      {
        lotId: d.lotId,
        gradeCode: 'L1',
        grams: 400 * KG,
        reason: 'PRICE',
        sentence: 'Giá chào cao hơn giá trần của đơn, hoặc chưa bên nào ghi giá.',
      },
    ]);
    expect(await written()).toEqual([0, 0, 0]);

    // The offers hold the stock, and the buyer does not learn whose they are.
    const offered = await act(make, hung, ORDERS.offer, { orderId: order.id });
    expect(offered.progress).toMatchObject({
      offered: 3,
      waiting: 3,
      accepted: 0,
      text: '0/3 hộ đã nhận lời',
    });
    expect(offered.offers.map((offer) => offer.household)).toEqual([null, null, null]);
    expect(await stock()).toEqual({ reserved: 500, held: 500 });

    // A yes, a no; the no is refilled once, by a lot that was not asked yet.
    expect(await answer(a, true)).toMatchObject({ state: 'ACCEPTED', amountVnd: 3_000_000 });
    expect(await answer(b, false)).toMatchObject({ state: 'DECLINED' });
    expect(await stock()).toEqual({ reserved: 350, held: 350 });
    const e = await make.grower({ name: 'Hộ 5' });
    await givenLot(make, e, { kg: { L1: 250 }, askVndPerKg: 29_000 });
    await world.deliverEvents();
    expect((await read(order.id)).progress).toMatchObject({
      offered: 4,
      accepted: 1,
      declined: 1,
      waiting: 2,
    });
    expect(await waitingOffers(e)).toMatchObject([{ grams: 150 * KG, vndPerKg: 29_000 }]);

    // The refilled one declines too: that starts no further round, and an event delivered again starts none either.
    await answer({ someone: e }, false);
    await world.deliverEvents();
    expect((await read(order.id)).progress).toMatchObject({ offered: 4, declined: 2, waiting: 1 });

    // AL-07: too little to commit, then enough; the open offer is not waited for.
    expect(await act(make, hung, ORDERS.commit, { orderId: order.id })).toMatchObject({
      code: 'MINIMUM_NOT_REACHED',
      message: 'Mới có 100 kg nhận lời, đơn cần ít nhất 300 kg.',
    });
    await answer(c, true);
    const committed = await act(make, hung, ORDERS.commit, { orderId: order.id });
    expect(committed).toMatchObject({
      state: 'COMMITTED',
      progress: { accepted: 2, text: '2/4 hộ đã nhận lời' },
    });
    expect(committed.deals).toMatchObject([
      {
        number: `${order.number}/1`,
        state: 'COMMITTED',
        totalGrams: 100 * KG,
        paymentDays: 3,
        deduction: { kind: 'PERCENT', basisPoints: 200, gramsPerCrate: 0 },
        commune: { name: 'Nghĩa Phương' },
        lines: [{ grade: { code: 'L1' }, grams: 100 * KG, vndPerKg: 30_000 }],
        household: { name: 'Hộ 1', phone: a.someone.person.phone },
      },
      { number: `${order.number}/2`, totalGrams: 250 * KG, household: { name: 'Hộ 3' } },
    ]);
    expect(await stock()).toEqual({ reserved: 350, held: 350 });
    await world.deliverEvents();

    // OR-03: a household sees its own part and the buyer, and nothing of the others.
    const { nodes } = await a.someone.voice.ask<{ nodes: object[] }>(ORDERS.deals, { first: 10 });
    expect(nodes).toMatchObject([
      { totalGrams: 100 * KG, buyer: { name: 'Vựa Hùng', phone: hung.person.phone } },
    ]);
  });

  it('AL-09 silence is a no: the sweep frees the stock, tells both sides and asks others once', async () => {
    const [a] = await growers(500);
    if (!a) throw new Error('a grower');
    const order = await givenBulkOrder(make, hung, { kg: 400, offerTtlMinutes: 60 });
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    const b = await make.grower({});
    await givenLot(make, b, { kg: { L1: 500 }, askVndPerKg: 31_000 });

    world.clock.pass(60);
    await world.app.get(ExpireOffers).run();
    await world.app.get(ExpireOffers).run();
    expect(await stock()).toEqual({ reserved: 0, held: 0 });
    await world.deliverEvents();
    expect((await read(order.id)).progress).toMatchObject({ offered: 2, expired: 1, waiting: 1 });
    expect(await waitingOffers(a.someone)).toEqual([]);
    expect(await waitingOffers(b)).toMatchObject([{ grams: 400 * KG }]);

    // The buyer may ask the silent household again; nobody is asked for more than is missing.
    await answer({ someone: b }, false);
    await world.deliverEvents();
    const again = await act(make, hung, ORDERS.offer, { orderId: order.id });
    expect(again.progress).toMatchObject({ offered: 3, waiting: 1 });
    expect(await waitingOffers(a.someone)).toMatchObject([{ grams: 400 * KG }]);
    expect(await act(make, hung, ORDERS.offer, { orderId: order.id })).toMatchObject({
      code: 'NOTHING_MISSING',
    });
    expect(await stock()).toEqual({ reserved: 400, held: 400 });
  });

  it('OR-03 a household with two lots in an order has one deal, and the schema lets nobody make it another', async () => {
    const [first] = await growers(200);
    if (!first) throw new Error('a grower');
    const second = await givenLot(make, first.someone, { kg: { L1: 150 }, askVndPerKg: 31_000 });
    const order = await givenBulkOrder(make, hung, { kg: 350 });
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    await answer(first, true);
    await answer(first, true);
    const { deals } = await act(make, hung, ORDERS.commit, { orderId: order.id });
    expect(deals.map(({ totalGrams }) => totalGrams)).toEqual([350 * KG]);
    const lots = await world.db.query(`select lot_id as id from deal_lines where deal_id = $1`, [
      deals[0]?.id,
    ]);
    expect(lots).toEqual(expect.arrayContaining([{ id: first.lotId }, { id: second.id }]));
    await expect(
      world.db.query(
        `insert into deals select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'number', d.number || '0'))).*
           from deals d where d.id = $1`,
        [deals[0]?.id],
      ),
    ).rejects.toMatchObject({ constraint: 'deals_one_per_household' });
  });

  it('LI-08 a lot that is withdrawn leaves its open order, which gathers again; a deal stays', async () => {
    const [a, b] = await growers(300, 300);
    if (!a || !b) throw new Error('two growers');
    const order = await givenBulkOrder(make, hung, { kg: 600 });
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    await answer(a, true);
    await answer(b, true);
    expect(await read(order.id)).toMatchObject({ state: 'ALLOCATED' });
    const WITHDRAW = `mutation ($input: WithdrawLotInput!) { withdrawLot(input: $input) { __typename } }`;
    await b.someone.voice.ask(WITHDRAW, {
      input: { clientMutationId: world.id(), lotId: b.lotId, reason: 'Mưa đá' },
    });

    const c = await make.grower({});
    await givenLot(make, c, { kg: { L1: 300 }, askVndPerKg: 30_000 });
    await world.deliverEvents();
    expect(await read(order.id)).toMatchObject({
      state: 'SOURCING',
      progress: { offered: 3, accepted: 1, waiting: 1 },
    });
    await answer({ someone: c }, true);
    const committed = await act(make, hung, ORDERS.commit, { orderId: order.id });
    expect(committed.deals.map((deal) => deal.totalGrams)).toEqual([300 * KG, 300 * KG]);
    expect(await stock()).toEqual({ reserved: 600, held: 600 });

    await a.someone.voice.ask(WITHDRAW, {
      input: { clientMutationId: world.id(), lotId: a.lotId, reason: 'Ốm' },
    });
    await world.deliverEvents();
    expect((await read(order.id)).deals.map((deal) => deal.state)).toEqual([
      'COMMITTED',
      'COMMITTED',
    ]);
  });

  it('OR-02 an order whose hours ended before it was committed is over and holds nothing', async () => {
    const [a] = await growers(300);
    if (!a) throw new Error('a grower');
    const order = await givenBulkOrder(make, hung, { kg: 300 });
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    await answer(a, true);
    world.clock.pass(25 * 60);
    await world.app.get(ExpireOffers).run();
    expect(await read(order.id)).toMatchObject({ state: 'EXPIRED', progress: { accepted: 0 } });
    expect(await stock()).toEqual({ reserved: 0, held: 0 });
    expect(await act(make, hung, ORDERS.offer, { orderId: order.id })).toMatchObject({
      code: 'ORDER_STEP_NOT_ALLOWED',
    });
  });

  it('OR-06 the buyer cancels before anybody is bound, with a reason the households read, and not after', async () => {
    const [a] = await growers(300);
    if (!a) throw new Error('a grower');
    const order = await givenBulkOrder(make, hung, { kg: 300 });
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    await answer(a, true);
    expect(await act(make, hung, ORDERS.cancel, { orderId: order.id, reason: ' ' })).toMatchObject({
      code: 'CANCEL_REASON_MISSING',
      field: 'reason',
    });
    expect(
      await act(make, hung, ORDERS.cancel, { orderId: order.id, reason: 'Xe hỏng' }),
    ).toMatchObject({
      state: 'CANCELLED',
      cancelReason: 'Xe hỏng',
    });
    expect(await stock()).toEqual({ reserved: 0, held: 0 });
    await world.deliverEvents();
    const { nodes } = await a.someone.voice.ask<{ nodes: { kind: string; text: string }[] }>(
      ORDERS.notices,
    );
    expect(nodes[0]).toMatchObject({
      kind: 'ORDER_CANCELLED',
      text: `Đơn ${order.number} mua na đã hủy: Xe hỏng.`,
    });

    const bound = await givenBulkOrder(make, hung, { kg: 100 });
    await act(make, hung, ORDERS.offer, { orderId: bound.id });
    await answer(a, true);
    await act(make, hung, ORDERS.commit, { orderId: bound.id });
    expect(
      await act(make, hung, ORDERS.cancel, { orderId: bound.id, reason: 'Xe hỏng' }),
    ).toMatchObject({
      code: 'ORDER_STEP_NOT_ALLOWED',
    });
    expect(await stock()).toEqual({ reserved: 100, held: 100 });
  });
});
