import { dayOf } from '../../src/kernel/day.js';
import type { Given, Someone } from '../support/given.js';
import { givenLot } from '../support/given-lots.js';
import { act, givenBulkOrder, ORDERS } from '../support/given-orders.js';
import { gatheringScene } from '../support/orders-scene.js';
import type { World } from '../support/world.js';

const KG = 1000;

describe('what is told and found of orders', () => {
  const scene = gatheringScene();
  const { growers, answer } = scene;
  let world: World;
  let make: Given;
  let hung: Someone;
  beforeEach(() => {
    ({ world, make, hung } = scene);
  });

  it('AL-15 NO-05 every household can read why, and hears of each step once', async () => {
    const [a, b] = await growers(100, 300);
    if (!a || !b) throw new Error('two growers');
    const dear = await make.grower({});
    await givenLot(make, dear, { kg: { L1: 80 }, askVndPerKg: 50_000 });
    const other = await make.grower({});
    await givenLot(make, other, { kg: { L2: 80 }, askVndPerKg: 20_000 });
    const bystander = await make.grower({});
    const order = await givenBulkOrder(make, hung, { kg: 400 });
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    await world.deliverEvents();

    const why = (someone: Someone) =>
      someone.voice.send(ORDERS.explanation, { orderId: order.id }).then(({ data }) => data);
    expect(await why(a.someone)).toMatchObject({
      allocationExplanation: {
        chosen: true,
        reason: 'CHOSEN',
        sentence: 'Lô của bà con được chọn cho đơn này.',
      },
    });
    expect(await why(dear)).toMatchObject({
      allocationExplanation: { chosen: false, reason: 'PRICE' },
    });
    expect(await why(other)).toMatchObject({
      allocationExplanation: {
        chosen: false,
        reason: 'GRADE',
        sentence: 'Đơn không mua loại hàng này.',
      },
    });
    expect(await why(bystander)).toEqual({ allocationExplanation: null });

    const notices = async (someone: Someone) =>
      (
        await someone.voice.ask<{ nodes: { kind: string; text: string; path: string }[] }>(
          ORDERS.notices,
        )
      ).nodes;
    expect(await notices(a.someone)).toEqual([
      {
        kind: 'ORDER_OFFERED',
        text: `Đơn ${order.number} hỏi mua 100 kg na loại 1, 30.000\u00a0₫/kg, lấy từ 10:02 08/09. Trả lời trước 10:02 08/09.`,
        path: '/app/don',
      },
    ]);
    await answer(a, true);
    await answer(b, false);
    await world.deliverEvents();
    expect((await notices(hung)).map(({ kind }) => kind).toSorted()).toEqual([
      'OFFER_ACCEPTED',
      'OFFER_DECLINED',
    ]);
    expect(await notices(bystander)).toEqual([]);
  });

  it('SM-02 answers a need larger than any lot with how far the day goes together', async () => {
    await growers(200, 300, 300, 300, 300);
    const ask = (grams: number) =>
      hung.voice.ask(ORDERS.coverage, {
        cropCode: 'NA',
        gradeCodes: ['DB', 'L1'],
        grams,
        day: dayOf(world.clock.now()),
        destinationId: make.place('HN_LONGBIEN'),
      });
    expect(await ask(1500 * KG)).toEqual({
      lots: 5,
      communes: 2,
      coveredGrams: 1400 * KG,
      wantedGrams: 1500 * KG,
      percent: 93,
      averageVndPerKg: 32_143,
      truckloads: 1,
      text: '5 lô, 2 xã, phủ 93 % (1,4/1,5 tấn), giá bình quân 32.143\u00a0₫/kg, 1 chuyến',
    });
  });

  it('SM-02 looks past the cheapest lots where the wish cannot have them', async () => {
    await growers(200);
    const { id } = await givenLot(make, await make.grower({}), { askVndPerKg: 9_000 });
    // Thirty tonnes, of which nobody may take less than twenty.
    await world.db.query(`update lots set min_take_g = 20000000 where id = $1`, [id]);
    await world.db.query(`update lot_grades set offered_g = 30000000 where lot_id = $1`, [id]);
    const covered = await hung.voice.ask<{ lots: number; coveredGrams: number }>(ORDERS.coverage, {
      cropCode: 'NA',
      gradeCodes: ['DB', 'L1'],
      grams: 150 * KG,
      day: dayOf(world.clock.now()),
      destinationId: null,
    });
    expect(covered).toMatchObject({ lots: 1, coveredGrams: 150 * KG });
  });

  it('OR-11 finds an order by the number said over the phone, and says when one sign is wrong', async () => {
    const order = await givenBulkOrder(make, hung, { kg: 100 });
    const typed = order.number.toLowerCase().replaceAll('-', ' ');
    expect(await hung.voice.ask(ORDERS.readByNumber, { number: typed })).toMatchObject({
      id: order.id,
    });
    const wrong = order.number.replace(/.$/, (sign) => (sign === '7' ? '9' : '7'));
    expect(await hung.voice.ask(ORDERS.readByNumber, { number: wrong })).toMatchObject({
      code: 'ORDER_NUMBER_MISTYPED',
    });
    const stranger = await make.trader({});
    expect(await stranger.voice.ask(ORDERS.readByNumber, { number: order.number })).toMatchObject({
      code: 'ORDER_NOT_FOUND',
    });
  });

  it('OR-11 finds own orders by the last signs of their numbers, and nobody else’s', async () => {
    const order = await givenBulkOrder(make, hung, { kg: 100 });
    const endingIn = async (who: Someone, numberEndsWith: string): Promise<string[]> => {
      const { nodes } = await who.voice.ask<{ nodes: { number: string }[] }>(
        `query ($numberEndsWith: String) { myOrders(numberEndsWith: $numberEndsWith) { nodes { number } } }`,
        { numberEndsWith },
      );
      return nodes.map(({ number }) => number);
    };
    const last4 = order.number.replaceAll('-', '').slice(-4);
    expect(await endingIn(hung, last4.toLowerCase())).toEqual([order.number]);
    expect(await endingIn(hung, order.number)).toEqual([order.number]);
    expect(await endingIn(hung, '%%%')).toEqual([]);
    expect(await endingIn(await make.trader({}), last4)).toEqual([]);
  });

  it('pages the own orders newest first, without a gap or a repeat', async () => {
    const made: string[] = [];
    for (let i = 0; i < 5; i += 1)
      made.unshift((await givenBulkOrder(make, hung, { kg: 100 + i })).id);
    const page = (after: string | null) =>
      hung.voice.ask<{
        nodes: { id: string }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
      }>(ORDERS.mine, { first: 2, after });
    const seen: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 3; pages += 1) {
      const { nodes, pageInfo }: Awaited<ReturnType<typeof page>> = await page(after);
      seen.push(...nodes.map((node) => node.id));
      expect(pageInfo.hasNextPage).toBe(pages < 2);
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(made);
  });

  it('pages what a household was asked, newest first, without a gap or a repeat', async () => {
    const lan = await make.grower({ name: 'Chị Lan' });
    const { id: lotId } = await givenLot(make, lan, { kg: { L1: 500 }, askVndPerKg: 30_000 });
    const asked: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      world.clock.pass(1 / 60);
      const { id } = await act(make, hung, ORDERS.place, {
        lotId,
        gradeCode: 'L1',
        grams: 20 * KG,
      });
      asked.unshift(id);
    }
    await answer({ someone: lan }, false);
    const page = (waitingOnly: boolean, after: string | null) =>
      lan.voice.ask<{
        nodes: { orderId: string }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
      }>(ORDERS.offers, { waitingOnly, first: 3, after });
    const newest = await page(false, null);
    const rest = await page(false, newest.pageInfo.endCursor);
    expect([...newest.nodes, ...rest.nodes].map(({ orderId }) => orderId)).toEqual(asked);
    expect([newest, rest].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
    const waiting = await page(true, null);
    const last = await page(true, waiting.pageInfo.endCursor);
    expect([...waiting.nodes, ...last.nodes].map(({ orderId }) => orderId)).toEqual(asked.slice(1));
  });
});
