import { demandScene, END, mutation, NEED, NOTICES, PUBLISH } from '../support/demand-scene.js';
import type { Given, Someone } from '../support/given.js';
import { act, ORDERS, type ShownOrder } from '../support/given-orders.js';
import { fingerprint } from '../support/unchanged.js';
import type { World } from '../support/world.js';

const ANSWER = mutation('answerDemand', 'AnswerDemandInput', `... on Demand { ${NEED} }`);
const BOARD = `query ($cropCode: String) { demandBoard(cropCode: $cropCode) { nodes { ${NEED} } } }`;
const ONE = `query ($orderId: ID!) { demand(orderId: $orderId) { ${NEED} } }`;

describe('SM-03 the demand board', () => {
  const scene = demandScene();
  const { publish } = scene;
  let world: World;
  let make: Given;
  let hung: Someone;
  let lan: Someone;
  let order: ShownOrder;
  beforeEach(() => {
    ({ world, make, hung, lan, order } = scene);
  });

  const say = (answers: object[], over: object = {}, who = lan) =>
    act<object>(make, who, ANSWER, { orderId: order.id, answers, ...over });
  const have = (kg: number, date = '26') => ({
    day: `2026-08-${date}`,
    gradeCode: 'L1',
    grams: kg * 1000,
  });
  const board = async (who = lan) =>
    (await who.voice.ask<{ nodes: { id: string }[] }>(BOARD)).nodes.map(({ id }) => id);

  it('shows growers the need, its days and its price, and takes one number a day', async () => {
    expect(await publish()).toMatchObject({ isMine: true, missingGrams: 5_000_000, households: 0 });
    expect(await lan.voice.ask(ONE, { orderId: order.id })).toMatchObject({
      buyerName: 'Vựa Hùng',
      note: 'Quả to, cuống tươi',
      days: ['2026-08-26', '2026-08-27'],
      lines: [{ grade: { code: 'L1' }, wantedGrams: 5_000_000, maxVndPerKg: 36_000 }],
    });
    const thang = await make.grower({});
    expect(await say([have(300), have(200, '27')])).toMatchObject({
      saidGrams: 500_000,
      mySaid: [
        { day: '2026-08-26', gradeCode: 'L1', grams: 300_000 },
        { day: '2026-08-27', gradeCode: 'L1', grams: 200_000 },
      ],
      said: [],
    });
    await say([have(100)], {}, thang);
    expect(await say([have(250), have(0, '27')])).toMatchObject({
      mySaid: [{ day: '2026-08-26', grams: 250_000 }],
    });
    expect(await hung.voice.ask(ONE, { orderId: order.id })).toMatchObject({
      saidGrams: 350_000,
      households: 2,
      said: [{ day: '2026-08-26', gradeCode: 'L1', grams: 350_000, households: 2 }],
    });
    await world.deliverEvents();
    const { nodes } = await hung.voice.ask<{ nodes: object[] }>(NOTICES);
    expect(nodes).toHaveLength(2);
    expect(nodes[0]).toEqual({
      kind: 'DEMAND_ANSWERED',
      text: `Đơn ${order.number}: 2 hộ nói có 350 kg na.`,
      path: `/app/gom/${order.id}`,
    });
  });

  it('is a word: nothing of any lot is set aside, and the buyer sees sums, never whose', async () => {
    await publish();
    const before = await fingerprint(world, [
      'lots',
      'lot_grades',
      'lot_holds',
      'allocation_lines',
    ]);
    await say([have(300)]);
    expect(
      await fingerprint(world, ['lots', 'lot_grades', 'lot_holds', 'allocation_lines']),
    ).toEqual(before);
    const seen = JSON.stringify(await hung.voice.ask(BOARD));
    for (const secret of [lan.party.id, lan.party.name, lan.person.phone])
      expect(seen).not.toContain(secret);
  });

  it('shows another trader the need without who buys and at what price', async () => {
    await publish();
    const dung = await make.trader({});
    expect(await dung.voice.ask(ONE, { orderId: order.id })).toMatchObject({
      isMine: false,
      buyerName: null,
      lines: [{ maxVndPerKg: null }],
      said: [],
    });
    const guest = await make.guest().send(BOARD);
    expect(guest.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('is left when its buyer ends it, and when the order is cancelled or its hours are over', async () => {
    await publish();
    expect(await board()).toContain(order.id);
    expect(await act(make, hung, END, { orderId: order.id })).toEqual({ orderId: order.id });
    expect(await board()).not.toContain(order.id);
    expect(await say([have(1)])).toMatchObject({ code: 'DEMAND_NOT_FOUND' });
    expect(await act(make, hung, END, { orderId: order.id })).toMatchObject({
      code: 'DEMAND_OVER',
    });
    await publish();
    expect(await board()).toContain(order.id);
    world.clock.moveTo('2026-08-27T10:00:00+07:00');
    expect(await board()).not.toContain(order.id);
    world.clock.moveTo('2026-08-25T18:00:00+07:00');
    await act(make, hung, ORDERS.cancel, { orderId: order.id, reason: 'hết cần' });
    expect(await board()).not.toContain(order.id);
    expect(await publish()).toMatchObject({ code: 'DEMAND_OVER' });
  });

  it('is published by the buyer of the order, while she may trade', async () => {
    const dung = await make.trader({});
    expect(await publish(dung)).toMatchObject({ code: 'ORDER_NOT_FOUND' });
    expect(await act(make, dung, END, { orderId: order.id })).toMatchObject({
      code: 'ORDER_NOT_FOUND',
    });
    for (const document of [PUBLISH, END]) {
      const input = { clientMutationId: world.id(), orderId: order.id };
      const answer = await lan.voice.send(document, { input });
      expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    await world.db.query(
      `update parties set state = 'SUSPENDED', state_reason = 'nợ hai đơn' where id = $1`,
      [hung.party.id],
    );
    expect(await publish()).toMatchObject({ code: 'BUYER_NOT_ACTIVE' });
    expect(await board()).not.toContain(order.id);
  });

  it('is answered for a member by its cooperative, by no stranger, and at the field when it cannot be', async () => {
    await publish();
    const clerk = await make.coopClerk({});
    await make.joinCoop(clerk, lan);
    const forLan = { householdId: lan.party.id };
    expect(await say([have(400)], forLan, clerk)).toMatchObject({ saidGrams: 400_000 });
    const before = await fingerprint(world, ['demand_answers']);
    expect(await say([have(1)], forLan, await make.grower({}))).toMatchObject({
      code: 'HOUSEHOLD_NOT_FOUND',
    });
    expect(await say([have(1, '28')])).toMatchObject({
      code: 'ANSWER_DAY_WRONG',
      field: 'answers.0.day',
    });
    expect(await say([])).toMatchObject({ code: 'ANSWER_MISSING', field: 'answers' });
    const trader = await hung.voice.send(ANSWER, {
      input: { clientMutationId: world.id(), orderId: order.id, answers: [] },
    });
    expect(trader.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await fingerprint(world, ['demand_answers'])).toEqual(before);
  });
});
