import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { CloseBoxSales } from '../../src/boxes/use-cases/close-box-sales.js';
import { LapseBoxOrders } from '../../src/boxes/use-cases/lapse-box-orders.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot, type GivenLot } from '../support/given-lots.js';
import { act, codesOf, ORDERS, stockOf } from '../support/given-orders.js';
import { fingerprint } from '../support/unchanged.js';
import { World } from '../support/world.js';

const ORDER = `__typename id number boxes amountVnd address state cancelledBy cancelReason paidAt
  buyer { name phone } seller { name phone }`;
const SALE = `__typename id boxes left isOpen closeReason isMine sellerName grade { code } orders { ${ORDER} }`;
const mutation = (name: string, input: string, selection: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${selection} ... on Refused { __typename code field message } } }`;
const OPEN = mutation('openBoxSale', 'OpenBoxSaleInput', `... on BoxSale { ${SALE} }`);
const CLOSE = mutation('closeBoxSale', 'BoxSaleActInput', `... on BoxSale { ${SALE} }`);
const PLACE = mutation('placeBoxOrder', 'PlaceBoxOrderInput', `... on BoxOrder { ${ORDER} }`);
const MOVE = mutation('moveBoxOrder', 'MoveBoxOrderInput', `... on BoxOrder { ${ORDER} }`);
const RECEIVE = mutation('receiveBoxOrder', 'BoxOrderActInput', `... on BoxOrder { ${ORDER} }`);
const CANCEL = mutation('cancelBoxOrder', 'CancelBoxOrderInput', `... on BoxOrder { ${ORDER} }`);
const ONE = `query ($id: ID!) { boxSale(id: $id) { ${SALE} } }`;
const MINE = `{ myBoxOrders { nodes { ${ORDER} sale { id } } } }`;

interface ShownOrder {
  readonly id: string;
  readonly code?: string;
  readonly state: string;
}
interface ShownSale {
  readonly id: string;
  readonly code?: string;
  readonly left: number;
  readonly orders: readonly ShownOrder[];
}

describe('OR-09 fruit sold by the box', () => {
  let world: World;
  let make: Given;
  let lan: Someone;
  let hung: Someone;
  let lot: GivenLot;

  beforeAll(async () => {
    world = await World.open('2026-08-10T08:00:00+07:00');
    make = await given(world);
  }, 30_000);
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.moveTo('2026-08-10T08:00:00+07:00');
    hung = await make.trader({ name: 'Thân Văn Hùng' });
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    lot = await givenLot(make, lan, { kg: { L1: 100 } });
  });

  const wish = (over: object = {}) => ({
    lotId: lot.id,
    gradeCode: 'L1',
    boxGrams: 5_000,
    boxes: 10,
    vndPerBox: 180_000,
    ordersUntil: '2026-08-10T20:00:00+07:00',
    readyFrom: '2026-08-11T05:00:00+07:00',
    readyTo: '2026-08-11T10:00:00+07:00',
    place: 'Nhà văn hóa thôn Dùm',
    byCourier: true,
    ...over,
  });
  const sell = (over: object = {}, who = lan) => act<ShownSale>(make, who, OPEN, wish(over));
  const place = (saleId: string, boxes: number, over: object = {}, who = hung) =>
    act<ShownOrder>(make, who, PLACE, { saleId, boxes, ...over });
  const move = (boxOrderId: string, step: string, over: object = {}, who = lan) =>
    act<ShownOrder>(make, who, MOVE, { boxOrderId, step, ...over });
  const cancel = (boxOrderId: string, who = hung) =>
    act<ShownOrder>(make, who, CANCEL, { boxOrderId, reason: 'đổi ý' });
  const read = (id: string, who = lan) => who.voice.ask<ShownSale>(ONE, { id });
  const sweep = async () => {
    await world.app.get(CloseBoxSales).run();
    await world.app.get(LapseBoxOrders).run();
  };
  const stock = async (): Promise<object> => {
    const [row] = await world.db.query(
      `select reserved_g::int / 1000 as reserved, weighed_g::int / 1000 as gone from lot_grades where id = $1`,
      [lot.lines['L1']],
    );
    return row;
  };

  it('sets every box aside on the lot, and sells no box twice however many buyers come', async () => {
    const { id } = await sell();
    expect(await stockOf(make, lot)).toEqual({ reserved: 50, held: 50 });
    expect(await sell({ boxes: 11 })).toMatchObject({ code: 'LOT_NOT_ENOUGH', field: 'boxes' });
    const buyers = await Promise.all(
      Array.from({ length: 4 }, () => make.trader({ name: 'Khách' })),
    );
    const answers = await Promise.all(buyers.map((buyer) => place(id, 3, {}, buyer)));
    expect(codesOf(answers)).toEqual({ done: 3, BOXES_NOT_ENOUGH: 1 });
    expect(await read(id)).toMatchObject({ left: 1, isOpen: true });
    const sums = await world.db.query(
      `select s.taken, sum(o.boxes)::int as ordered from box_sales s join box_orders o on o.sale_id = s.id
       where s.id = $1 and o.state <> 'CANCELLED' group by s.id`,
      [id],
    );
    expect(sums).toEqual([{ taken: 9, ordered: 9 }]);
  });

  it('gives up for a silent seller what nobody confirmed a day after its hours, and frees its kilograms', async () => {
    const { id } = await sell();
    const silent = await place(id, 2);
    const confirmed = await place(id, 3);
    await move(confirmed.id, 'confirm');
    world.clock.moveTo('2026-08-12T09:59:00+07:00');
    await sweep();
    expect((await read(id)).orders.map(({ state }) => state)).toEqual(['PLACED', 'CONFIRMED']);
    expect(await stock()).toEqual({ reserved: 25, gone: 0 });
    world.clock.moveTo('2026-08-12T10:00:00+07:00');
    await sweep();
    await sweep();
    await world.deliverEvents();
    expect((await read(id)).orders).toMatchObject([
      { id: silent.id, state: 'CANCELLED', cancelledBy: 'SELLER' },
      { id: confirmed.id, state: 'CONFIRMED' },
    ]);
    expect(await stock()).toEqual({ reserved: 15, gone: 0 });
    const { nodes } = await hung.voice.ask<{ nodes: { kind: string }[] }>(ORDERS.notices);
    expect(nodes.filter(({ kind }) => kind === 'BOX_ORDER_CANCELLED')).toHaveLength(1);
    expect(await move(silent.id, 'confirm')).toMatchObject({ code: 'BOX_STEP_NOT_ALLOWED' });
    await move(confirmed.id, 'handOver');
    expect(await stock()).toEqual({ reserved: 0, gone: 15 });
  });

  it('closes its window with the last box, and opens it again when one comes back in time', async () => {
    const { id } = await sell();
    const last = await place(id, 10);
    expect(await read(id)).toMatchObject({ left: 0, isOpen: false, closeReason: 'FULL' });
    expect(await place(id, 1)).toMatchObject({ code: 'BOX_SALE_CLOSED' });
    await cancel(last.id);
    expect(await read(id)).toMatchObject({ left: 10, isOpen: true, closeReason: null });
    await expect(
      world.db.query(
        `update box_sales set taken = 11, closed_at = now(), close_reason = 'FULL' where id = $1`,
        [id],
      ),
    ).rejects.toThrow('box_sales_never_oversold');
    await expect(
      world.db.query(`update box_sales set taken = 10 where id = $1`, [id]),
    ).rejects.toThrow('box_sales_full');
  });

  it('frees what nobody took when the window is over, and counts as gone what was handed over', async () => {
    const { id } = await sell();
    const one = await place(id, 2);
    const two = await place(id, 1, { address: 'Số 5 ngõ 3, phường Long Biên' });
    world.clock.moveTo('2026-08-10T20:00:00+07:00');
    expect(await place(id, 1)).toMatchObject({ code: 'BOX_SALE_CLOSED' });
    await Promise.all([sweep(), sweep()]);
    expect(await read(id)).toMatchObject({ closeReason: 'TIME' });
    expect(await stock()).toEqual({ reserved: 15, gone: 0 });
    await move(one.id, 'confirm');
    await move(one.id, 'pack');
    expect(await cancel(one.id)).toMatchObject({ code: 'BOX_STEP_NOT_ALLOWED' });
    expect(await move(one.id, 'handOver', { isPaid: true })).toMatchObject({
      state: 'HANDED_OVER',
      paidAt: world.clock.now().toISOString(),
    });
    expect(await stock()).toEqual({ reserved: 15, gone: 0 });
    await cancel(two.id, lan);
    expect(await stock()).toEqual({ reserved: 0, gone: 10 });
    expect(await act(make, hung, RECEIVE, { boxOrderId: one.id })).toMatchObject({
      state: 'DELIVERED',
    });
    const [{ n }] = await world.db.query(
      `select count(address)::int as n from box_orders where sale_id = $1`,
      [id],
    );
    expect(n).toBe(0);
  });

  it('leaves nothing behind when nobody ordered, and stops selling with its lot; what was ordered stands', async () => {
    const empty = await sell();
    await act(make, lan, CLOSE, { saleId: empty.id });
    expect(await stock()).toEqual({ reserved: 0, gone: 0 });
    expect(await act(make, lan, CLOSE, { saleId: empty.id })).toMatchObject({
      code: 'BOX_SALE_CLOSED',
    });
    const { id } = await sell();
    const order = await place(id, 1);
    await world.db.query(
      `update lots set state = 'CLOSED', close_reason = 'WITHDRAWN' where id = $1`,
      [lot.id],
    );
    await world.db.query(
      `select graphile_worker.add_job('event', json_build_object('id', $1::text, 'name', 'lot.withdrawn',
         'payload', json_build_object('lotId', $2::text, 'holdIds', json_build_array())))`,
      [world.id(), lot.id],
    );
    await world.deliverEvents();
    expect(await read(id)).toMatchObject({ isOpen: false, closeReason: 'LOT' });
    expect(await stock()).toEqual({ reserved: 5, gone: 0 });
    expect(await move(order.id, 'handOver')).toMatchObject({ state: 'HANDED_OVER', paidAt: null });
    expect(await stock()).toEqual({ reserved: 0, gone: 5 });
  });

  it('tells the seller of an order and the other side when it is given up, once each', async () => {
    await world.deliverEvents();
    const { id } = await sell();
    const one = await place(id, 2);
    const two = await place(id, 3);
    await cancel(one.id);
    await cancel(two.id, lan);
    await world.deliverEvents();
    const kinds = async (who: Someone) =>
      (await who.voice.ask<{ nodes: { kind: string; text: string }[] }>(ORDERS.notices)).nodes;
    const ofLan = await kinds(lan);
    expect(ofLan.map(({ kind }) => kind).toSorted()).toEqual([
      'BOX_ORDERED',
      'BOX_ORDERED',
      'BOX_ORDER_CANCELLED',
    ]);
    expect((await kinds(hung))[0]?.text).toMatch(/^Đơn LN-\S+ 3 thùng na đã hủy: đổi ý\.$/);
  });

  it('each side sees how to reach the other; a stranger sees neither orders nor numbers', async () => {
    const { id } = await sell();
    await place(id, 2, { address: 'Số 5 ngõ 3, phường Long Biên' });
    expect(await read(id)).toMatchObject({
      isMine: true,
      orders: [{ buyer: { phone: hung.person.phone }, seller: null }],
    });
    const mine = async () =>
      (await hung.voice.ask<{ nodes: object[] }>(MINE)).nodes[0] as ShownOrder;
    expect(await mine()).toMatchObject({ seller: null, sale: { id } });
    expect(JSON.stringify([await mine(), await read(id, hung)])).not.toContain('Nguyễn Thị Lan');
    await move((await mine()).id, 'confirm');
    expect(await mine()).toMatchObject({
      seller: { name: 'Nguyễn Thị Lan', phone: lan.person.phone },
      buyer: null,
      sale: { id },
    });
    const dung = await make.trader({});
    expect(await read(id, dung)).toMatchObject({ isMine: false, orders: [] });
    const [order] = (await read(id)).orders;
    const boxOrderId = order?.id ?? '';
    const thang = await make.grower({});
    const tries = [
      cancel(boxOrderId, dung),
      act<ShownOrder>(make, dung, RECEIVE, { boxOrderId }),
      move(boxOrderId, 'confirm', {}, thang),
      act<ShownOrder>(make, thang, CLOSE, { saleId: id }),
      sell({}, thang),
    ];
    expect(codesOf(await Promise.all(tries))).toEqual({
      BOX_ORDER_NOT_FOUND: 3,
      BOX_SALE_NOT_FOUND: 1,
      LOT_NOT_FOUND: 1,
    });
    for (const [who, document] of [
      [hung, OPEN],
      [await make.officeStaff({}), PLACE],
    ] as const) {
      const input = {
        clientMutationId: world.id(),
        ...(document === OPEN ? wish() : { saleId: id, boxes: 1 }),
      };
      const answer = await who.voice.send(document, { input });
      expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const coop = await make.coopClerk({ name: 'HTX Na Nghĩa Phương' });
    expect(await sell({ boxes: 1 }, coop)).toMatchObject({ code: 'LOT_NOT_FOUND' });
    await make.joinCoop(coop, lan);
    expect(await sell({ boxes: 1 }, coop)).toMatchObject({ sellerName: 'HTX Na Nghĩa Phương' });
  });

  it('one tap twice is one order; what cannot be meant is refused at its field and changes nothing', async () => {
    const { id } = await sell({ byCourier: false });
    const input = { clientMutationId: world.id(), saleId: id, boxes: 2 };
    const [one, two] = await Promise.all(
      [1, 2].map(() => hung.voice.ask<ShownOrder>(PLACE, { input })),
    );
    expect(one?.id).toBe(two?.id);
    expect(await read(id)).toMatchObject({ left: 8 });
    const before = await fingerprint(world, ['box_sales', 'box_orders', 'lot_grades', 'lot_holds']);
    const tries: [object, string, string][] = [
      [{ boxGrams: 500 }, 'BOX_SIZE_IMPLAUSIBLE', 'boxGrams'],
      [{ boxes: 0 }, 'BOXES_IMPLAUSIBLE', 'boxes'],
      [{ vndPerBox: 10 }, 'BOX_PRICE_IMPLAUSIBLE', 'vndPerBox'],
      [{ ordersUntil: '2026-08-10T07:00:00+07:00' }, 'BOX_HOURS_IMPLAUSIBLE', 'ordersUntil'],
      [{ readyTo: '2026-08-14T07:00:00+07:00' }, 'BOX_HOURS_IMPLAUSIBLE', 'readyTo'],
      [{ place: ' a ' }, 'BOX_PLACE_MISSING', 'place'],
      [{ gradeCode: 'L9' }, 'ORDER_GRADE_UNKNOWN', 'gradeCode'],
    ];
    for (const [over, code, field] of tries)
      expect(await sell(over)).toMatchObject({ code, field });
    expect(await place(id, 0)).toMatchObject({ code: 'BOXES_IMPLAUSIBLE', field: 'boxes' });
    expect(await place(id, 9)).toMatchObject({ code: 'BOXES_NOT_ENOUGH' });
    expect(await place(id, 1, { address: 'Số 5 ngõ 3' })).toMatchObject({ code: 'BOX_NO_COURIER' });
    expect(
      await fingerprint(world, ['box_sales', 'box_orders', 'lot_grades', 'lot_holds']),
    ).toEqual(before);
  });

  it('OR-09: a sale that cannot be closed holds up no other', async () => {
    const [broken, other] = [await sell({ boxes: 2 }), await sell({ boxes: 3 })];
    await world.db.query(
      `alter table box_sales add constraint broken check (id <> '${broken.id}' or closed_at is null) not valid`,
    );
    world.clock.moveTo('2026-08-10T20:00:00+07:00');
    const told = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await sweep();
    told.mockRestore();
    await world.db.query(`alter table box_sales drop constraint broken`);
    expect(await world.db.query(`select id from box_sales where closed_at is null`)).toEqual([
      { id: broken.id },
    ]);
    expect(await read(other.id)).toMatchObject({ isOpen: false, closeReason: 'TIME' });
    await sweep();
    expect(await read(broken.id)).toMatchObject({ closeReason: 'TIME' });
  });
});
