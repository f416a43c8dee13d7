import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { KeepCutOffs } from '../../src/orders/use-cases/keep-cut-offs.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot } from '../support/given-lots.js';
import {
  act,
  answerOffer,
  bulkInput,
  givenBulkOrder,
  ORDERS,
  waitingOffers,
  type ShownOrder,
} from '../support/given-orders.js';
import { World } from '../support/world.js';

const KG = 1000;

describe('OR-02: gathering ends at the hour the buyer set', () => {
  let world: World;
  let make: Given;
  let hung: Someone;
  let lan: Someone;
  let tham: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-25T08:00:00+07:00');
    make = await given(world);
    hung = await make.trader({ name: 'Vựa Hùng' });
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    tham = await make.grower({ name: 'Trần Thị Thắm' });
  }, 30_000);
  afterAll(() => world.close());
  beforeEach(() => world.clock.pass(7 * 1440));

  const inMinutes = (minutes: number): string =>
    new Date(world.clock.now().getTime() + minutes * 60_000).toISOString();
  const read = (id: string): Promise<ShownOrder> => hung.voice.ask(ORDERS.read, { id });
  const sweep = (): Promise<void> => world.app.get(KeepCutOffs).run();

  /** 300 kg asked of two households in equal parts, fetched in ten hours, gathered for two. */
  async function asked(extendUntil: string | null, minGrams = 200 * KG): Promise<ShownOrder> {
    for (const grower of [lan, tham])
      await givenLot(make, grower, { kg: { L1: 150 }, askVndPerKg: 30_000 });
    const order = await givenBulkOrder(make, hung, {
      kg: 300,
      minGrams,
      readyFrom: inMinutes(600),
      offerTtlMinutes: 480,
      cutOff: { until: inMinutes(120), extendUntil },
    });
    return act(make, hung, ORDERS.offer, { orderId: order.id });
  }
  async function say(someone: Someone, accept: boolean): Promise<void> {
    const [offer] = await waitingOffers(someone);
    await answerOffer(make, someone, offer?.id ?? '', accept);
  }

  it('commits what was accepted by then when the minimum is reached, once, and takes the rest back', async () => {
    const order = await asked(null, 150 * KG);
    expect(order.offers.map(({ expiresAt }) => expiresAt)).toEqual([
      inMinutes(120),
      inMinutes(120),
    ]);
    await say(lan, true);
    await sweep();
    expect(await read(order.id)).toMatchObject({ state: 'SOURCING' });
    world.clock.pass(120);
    await sweep();
    await sweep();
    expect(await read(order.id)).toMatchObject({
      state: 'COMMITTED',
      deals: [{ number: `${order.number}/1`, totalGrams: 150 * KG }],
    });
  });

  it('gives up when too little is there and the buyer chose no extension: all is free, everybody is told', async () => {
    const order = await asked(null);
    const lots = order.offers.map((offer) => offer.lotId);
    await say(lan, true);
    world.clock.pass(120);
    await sweep();
    expect(await read(order.id)).toMatchObject({
      state: 'EXPIRED',
      cancelReason: 'hết giờ gom mà chưa đủ hàng',
    });
    const [held] = await world.db.query(
      `select sum(reserved_g)::int as g from lot_grades where lot_id = any ($1::uuid[])`,
      [lots],
    );
    expect(held).toEqual({ g: 0 });
    await world.deliverEvents();
    const reason = 'hết giờ gom mà chưa đủ hàng';
    for (const [someone, kind] of [
      [hung, 'ORDER_EXPIRED'],
      [lan, 'ORDER_CANCELLED'],
    ] as const) {
      const { nodes } = await someone.voice.ask<{ nodes: { kind: string; text: string }[] }>(
        ORDERS.notices,
      );
      expect(nodes).toContainEqual(
        expect.objectContaining({ kind, text: expect.stringContaining(reason) }),
      );
    }
  });

  it('gathers on once when the buyer chose so; offers stay open till then, and a second time it ends', async () => {
    const order = await asked(inMinutes(240));
    expect(order.offers.map(({ expiresAt }) => expiresAt)).toEqual([
      inMinutes(240),
      inMinutes(240),
    ]);
    await say(lan, true);
    world.clock.pass(120);
    await sweep();
    expect(await read(order.id)).toMatchObject({
      state: 'SOURCING',
      cutOff: { until: inMinutes(120), extendUntil: inMinutes(120) },
    });
    await world.deliverEvents();
    const { nodes } = await hung.voice.ask<{ nodes: { kind: string }[] }>(ORDERS.notices);
    expect(nodes.map(({ kind }) => kind)).toContain('ORDER_EXTENDED');
    world.clock.pass(120);
    await sweep();
    expect(await read(order.id)).toMatchObject({ state: 'EXPIRED' });
  });

  it('an extended order whose second household says yes in time is committed', async () => {
    const order = await asked(inMinutes(240));
    await say(lan, true);
    world.clock.pass(120);
    await sweep();
    await say(tham, true);
    world.clock.pass(120);
    await sweep();
    expect(await read(order.id)).toMatchObject({ state: 'COMMITTED' });
  });

  it('an order that cannot be committed waits and holds up no other', async () => {
    const stuck = await asked(null, 150 * KG);
    await say(lan, true);
    await givenLot(make, tham, { kg: { L1: 50 }, askVndPerKg: 30_000 });
    const buyer = await make.trader({});
    const other = await givenBulkOrder(make, buyer, {
      kg: 50,
      readyFrom: inMinutes(600),
      cutOff: { until: inMinutes(120), extendUntil: null },
    });
    await act(make, buyer, ORDERS.offer, { orderId: other.id });
    const offers = await waitingOffers(tham);
    const mine = offers.find(({ orderId }) => orderId === other.id);
    await answerOffer(make, tham, mine?.id ?? '', true);
    await world.db.query(
      `update parties set state = 'SUSPENDED', state_reason = 'nợ tiền' where id = $1`,
      [hung.party.id],
    );
    world.clock.pass(120);
    await sweep();
    await world.db.query(`update parties set state = 'ACTIVE', state_reason = null where id = $1`, [
      hung.party.id,
    ]);
    expect(await read(stuck.id)).toMatchObject({ state: 'SOURCING' });
    expect(await buyer.voice.ask(ORDERS.read, { id: other.id })).toMatchObject({
      state: 'COMMITTED',
    });
    await sweep();
    expect(await read(stuck.id)).toMatchObject({ state: 'COMMITTED' });
  });

  it('OR-02: an order whose hours are over is committed by nobody, neither its buyer nor the sweep', async () => {
    const order = await asked(null, 150 * KG);
    await say(lan, true);
    world.clock.pass(25 * 60);
    expect(await act(make, hung, ORDERS.commit, { orderId: order.id })).toMatchObject({
      code: 'ORDER_WINDOW_OVER',
    });
    await sweep();
    expect(await read(order.id)).toMatchObject({
      state: 'EXPIRED',
      cancelReason: 'giờ lấy hàng đã qua trước khi chốt được',
      deals: [],
    });
  });

  it('OR-02: an order that cannot even be judged holds up no other', async () => {
    const broken = await asked(null, 150 * KG);
    await say(lan, true);
    const buyer = await make.trader({});
    const other = await givenBulkOrder(make, buyer, {
      kg: 50,
      readyFrom: inMinutes(600),
      cutOff: { until: inMinutes(120), extendUntil: null },
    });
    await world.db.query(
      `alter table orders add constraint broken check (id <> '${broken.id}' or state <> 'COMMITTED') not valid`,
    );
    world.clock.pass(120);
    const told = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await sweep();
    told.mockRestore();
    await world.db.query(`alter table orders drop constraint broken`);
    expect(await read(broken.id)).toMatchObject({ state: 'SOURCING' });
    expect(await buyer.voice.ask(ORDERS.read, { id: other.id })).toMatchObject({
      state: 'EXPIRED',
    });
  });

  it.each([
    ['in the past', -1, null, 'cutOff.until'],
    ['after pick-up begins', 601, null, 'cutOff.until'],
    ['extended backwards', 120, 60, 'cutOff.extendUntil'],
    ['extended beyond pick-up', 120, 601, 'cutOff.extendUntil'],
  ])('a cut-off %s is refused at its field', async (_, until, extendUntil, field) => {
    const input = bulkInput(make, {
      kg: 100,
      readyFrom: inMinutes(600),
      cutOff: {
        until: inMinutes(until),
        extendUntil: extendUntil === null ? null : inMinutes(extendUntil),
      },
    });
    expect(await hung.voice.ask(ORDERS.create, { input })).toMatchObject({
      code: 'CUT_OFF_IMPLAUSIBLE',
      field,
    });
  });
});
