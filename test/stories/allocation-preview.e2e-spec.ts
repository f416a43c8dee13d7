import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot } from '../support/given-lots.js';
import { drillInForce } from '../support/given-permits.js';
import {
  act,
  answerOffer,
  givenBulkOrder,
  ORDERS,
  waitingOffers,
} from '../support/given-orders.js';
import { World } from '../support/world.js';

const KG = 1000;
const CLOSE = `mutation ($input: ApplyClosureInput!) { applyClosure(input: $input) {
  __typename ... on CommuneClosure { id } ... on Refused { code field } } }`;
const OPEN = `mutation ($input: LiftClosureInput!) { liftClosure(input: $input) {
  __typename ... on CommuneClosure { id } ... on Refused { code } } }`;
const CLOSURE_OF = 'query ($lotId: ID!) { lot(id: $lotId) { closure { kind source until } } }';

interface Preview {
  readonly fingerprint: string;
  readonly gapPercent: number | null;
  readonly plannedGrams: number;
  readonly nearest: readonly { readonly kind: string; readonly sentence: string }[];
}

describe('what a buyer sees before offering', () => {
  let world: World;
  let make: Given;
  let hung: Someone;
  let lan: Someone;

  beforeAll(async () => {
    world = await World.open('2026-11-10T08:00:00+07:00');
    make = await given(world);
    hung = await make.trader({ name: 'Vựa Hùng' });
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
  }, 60_000);
  afterAll(() => world.close());
  beforeEach(() => world.clock.pass(7 * 1440));

  const preview = (orderId: string): Promise<Preview> =>
    hung.voice.ask<Preview>(ORDERS.preview, { orderId });

  it('AL-16 another order takes the stock: the plan that was looked at is stale and must be computed anew', async () => {
    await givenLot(make, lan, { kg: { L1: 100 }, askVndPerKg: 30_000 });
    const mai = await make.grower({});
    await givenLot(make, mai, { kg: { L1: 100 }, askVndPerKg: 31_000 });
    const order = await givenBulkOrder(make, hung, { kg: 100, policy: 'LOWEST_COST' });
    const seen = await preview(order.id);
    expect(seen.gapPercent).toBe(0);

    const rival = await make.trader({});
    const other = await givenBulkOrder(make, rival, { kg: 60, policy: 'LOWEST_COST' });
    await act(make, rival, ORDERS.offer, { orderId: other.id });

    const offer = { orderId: order.id, fingerprint: seen.fingerprint };
    expect(await act(make, hung, ORDERS.offer, offer)).toMatchObject({
      code: 'PREVIEW_STALE',
      message: 'Kế hoạch đang xem đã cũ: đơn khác vừa lấy hàng hoặc hàng vừa đổi.',
    });
    const anew = await preview(order.id);
    expect(anew.fingerprint).not.toBe(seen.fingerprint);
    expect(
      await act(make, hung, ORDERS.offer, { ...offer, fingerprint: anew.fingerprint }),
    ).toMatchObject({ progress: { acceptedGrams: 0, waiting: 2 } });
  });

  it('a wish the market cannot fill is answered with what comes nearest', async () => {
    await givenLot(make, lan, { kg: { L1: 200 }, askVndPerKg: 30_000 });
    await givenLot(make, lan, { kg: { L1: 150 }, askVndPerKg: 40_000 });
    await givenLot(make, lan, { kg: { L2: 120 }, askVndPerKg: 20_000 });
    const order = await givenBulkOrder(make, hung, { kg: 10_000 });
    const { nearest, plannedGrams } = await preview(order.id);
    expect(plannedGrams).toBe(200 * KG);
    expect(nearest.map(({ kind, sentence }) => [kind, sentence])).toEqual([
      ['TAKE_LESS', 'Lấy số đang có: 200 kg.'],
      ['HIGHER_PRICE', 'Trả đến 40.000\u00a0₫/kg thì gom được 350 kg.'],
      ['OTHER_GRADE', 'Lấy thêm loại 2 thì được 320 kg.'],
    ]);
  });

  it('SM-07 lots of a closed commune are shown with the decision and left out of every plan until it is opened', async () => {
    const { id: lotId } = await givenLot(make, lan, { kg: { L1: 100 }, askVndPerKg: 30_000 });
    const order = await givenBulkOrder(make, hung, { kg: 100 });
    expect((await preview(order.id)).plannedGrams).toBe(100 * KG);

    const office = await make.officeStaff({});
    const from = world.clock.now().toISOString();
    const closing = {
      communeId: make.commune('Nghĩa Phương'),
      from,
      to: null,
      source: ' QĐ 12/UBND ',
    };
    expect(await act(make, office, CLOSE, { ...closing, source: ' ' })).toMatchObject({
      code: 'CLOSURE_SOURCE_MISSING',
      field: 'source',
    });
    expect(await act(make, office, CLOSE, { ...closing, to: from })).toMatchObject({
      code: 'CLOSURE_WINDOW_WRONG',
    });
    expect(await act(make, office, CLOSE, { ...closing, communeId: lotId })).toMatchObject({
      code: 'CLOSURE_UNIT_UNKNOWN',
    });
    const { id: closureId } = await act<{ id: string }>(make, office, CLOSE, closing);
    expect(await office.voice.ask('{ closures { source commune { name } } }')).toEqual([
      { source: 'QĐ 12/UBND', commune: { name: 'Nghĩa Phương' } },
    ]);

    expect(await hung.voice.ask(CLOSURE_OF, { lotId })).toEqual({
      closure: { kind: 'ZONE', source: 'QĐ 12/UBND', until: null },
    });
    const closed = await hung.voice.ask<Preview & { excluded: object[] }>(ORDERS.preview, {
      orderId: order.id,
    });
    expect(closed.plannedGrams).toBe(0);
    expect(closed.excluded).toMatchObject([{ lotId, reason: 'ZONE' }]);
    expect(closed.nearest).toEqual([]);

    const refused = await hung.voice.send(OPEN, {
      input: { clientMutationId: world.id(), closureId },
    });
    expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
    await act(make, office, OPEN, { closureId });
    expect(await act(make, office, OPEN, { closureId })).toMatchObject({
      code: 'CLOSURE_NOT_FOUND',
    });
    expect(await hung.voice.ask(CLOSURE_OF, { lotId })).toEqual({ closure: null });
    expect((await preview(order.id)).plannedGrams).toBe(100 * KG);
  });

  it('SM-07 lots that no permit could be had for on their date are shown with the reason and left out, in coverage too', async () => {
    const [day] = world.clock.now().toISOString().split('T');
    const night = { readyFrom: `${day}T20:00:00+07:00`, readyTo: `${day}T23:00:00+07:00` };
    const { id: lotId } = await givenLot(make, lan, {
      kg: { L1: 100 },
      askVndPerKg: 30_000,
      ...night,
    });
    const wish = { cropCode: 'NA', gradeCodes: ['L1'], grams: 100 * KG, day };
    const covered = async (destinationId: string | null): Promise<number> =>
      (await hung.voice.ask<{ coveredGrams: number }>(ORDERS.coverage, { ...wish, destinationId }))
        .coveredGrams;
    const order = await givenBulkOrder(make, hung, { kg: 100, ...night });
    const seen = async (): Promise<object[]> =>
      (await hung.voice.ask<{ excluded: object[] }>(ORDERS.preview, { orderId: order.id }))
        .excluded;
    const zone = { lotId, reason: 'ZONE' };
    expect(await seen()).toEqual([]);
    expect(await covered(make.place('HN_LONGBIEN'))).toBe(100 * KG);

    // Nothing may come to the city.
    await world.db.query(
      `insert into zone_statuses (id, unit_code, measure, effective_from, source)
       values ($1, 'city:Hà Nội', 'BLOCKADE', $2, 'QĐ 20')`,
      [world.id(), world.clock.now()],
    );
    world.clock.pass(2);
    expect(await seen()).toMatchObject([zone]);
    expect(await covered(make.place('HN_LONGBIEN'))).toBe(0);
    expect(await covered(null)).toBe(100 * KG);
    expect(await hung.voice.ask(CLOSURE_OF, { lotId })).toEqual({ closure: null });
    await world.db.query(`delete from zone_statuses where source = 'QĐ 20'`);

    // Goods may be on the road by day alone.
    await drillInForce(make, undefined, {
      scope: { origins: ['commune:07486@2025'] },
      openHours: [{ from: '05:00', to: '19:00' }],
    });
    world.clock.pass(2);
    expect(await hung.voice.ask(CLOSURE_OF, { lotId })).toMatchObject({
      closure: { kind: 'HOURS', source: 'Diễn tập kiểm soát vận chuyển 2026' },
    });
    expect(await seen()).toMatchObject([zone]);
    expect(await covered(null)).toBe(0);
    await world.db.query('delete from rule_packs');
  });

  it('AL-14 AL-15 a household reads how the order chose and under what limits; its buyer asks of any lot', async () => {
    const { id: lotId } = await givenLot(make, lan, { kg: { L1: 100 }, askVndPerKg: 30_000 });
    const dear = await make.grower({});
    const { id: dearLot } = await givenLot(make, dear, { kg: { L1: 90 }, askVndPerKg: 50_000 });
    const order = await givenBulkOrder(make, hung, { kg: 60, householdCapGrams: 50 * KG });
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    const why = (someone: Someone, of: object = {}): Promise<unknown> =>
      someone.voice.ask(ORDERS.explanation, { orderId: order.id, ...of });
    expect(await why(lan)).toEqual({
      chosen: true,
      reason: 'CHOSEN',
      sentence: 'Lô của bà con được chọn cho đơn này.',
      policy: 'FAIR_SHARE',
      policySentence: 'Đơn này chia đều cho các hộ; hộ ít hàng được lấy hết trước.',
      limits: ['Mỗi hộ được lấy nhiều nhất 50 kg.'],
      askedGrams: 50 * KG,
    });
    expect(await why(hung, { lotId: dearLot })).toMatchObject({
      chosen: false,
      reason: 'PRICE',
      sentence: 'Giá chào cao hơn giá trần của đơn, hoặc chưa bên nào ghi giá.',
    });
    expect(await why(hung, { lotId })).toMatchObject({ chosen: true });
    const stranger = await make.trader({});
    expect(
      (await stranger.voice.send(ORDERS.explanation, { orderId: order.id, lotId })).data,
    ).toEqual({ allocationExplanation: null });
  });

  it('AL-18 lots by hand need a reason, keep the computed plan beside, and the office reads how evenly was taken', async () => {
    const a = await givenLot(make, lan, { kg: { L1: 100 }, askVndPerKg: 30_000 });
    const mai = await make.grower({});
    const b = await givenLot(make, mai, { kg: { L1: 300 }, askVndPerKg: 30_000 });
    const order = await givenBulkOrder(make, hung, { kg: 200, policy: 'PRO_RATA' });
    const lines = [
      { lotGradeId: a.lines['L1'], grams: 80 * KG },
      { lotGradeId: b.lines['L1'], grams: 0 },
    ];
    const offer = (byHand: object): Promise<{ code?: string; field?: string | null }> =>
      act(make, hung, ORDERS.offer, { orderId: order.id, byHand });
    expect(await offer({ reason: ' ', lines })).toMatchObject({
      code: 'BY_HAND_REASON_MISSING',
      field: 'byHand.reason',
    });
    expect(await offer({ reason: 'Hộ nghèo', lines: lines.slice(1) })).toMatchObject({
      code: 'BY_HAND_LINES_WRONG',
    });
    const tooMuch = [{ lotGradeId: a.lines['L1'], grams: 101 * KG }];
    expect(await offer({ reason: 'Hộ nghèo', lines: tooMuch })).toMatchObject({
      code: 'BY_HAND_IMPOSSIBLE',
    });
    expect(await waitingOffers(lan)).toEqual([]);

    expect(await offer({ reason: 'Hộ nghèo bán trước', lines })).toMatchObject({
      progress: { offered: 1 },
    });
    expect(await waitingOffers(lan)).toMatchObject([{ grams: 80 * KG }]);
    const [kept] = await world.db.query(
      `select policy, by_hand_reason as reason, computed from allocation_plans where order_id = $1`,
      [order.id],
    );
    expect(kept).toMatchObject({
      policy: 'MANUAL',
      reason: 'Hộ nghèo bán trước',
      computed: { policy: 'PRO_RATA' },
    });
    expect(kept.computed.lines).toHaveLength(2);

    const FAIRNESS = `query ($month: Day!) { allocationFairness(month: $month) { policy plans gini computedGini } }`;
    const month = world.clock.now().toISOString().slice(0, 10);
    const office = await make.officeStaff({});
    // Of 400 kg offered one household of 100 kg sells all that is taken: the rest, three quarters, is the index.
    expect(await office.voice.ask(FAIRNESS, { month })).toContainEqual({
      policy: 'MANUAL',
      plans: 1,
      gini: 0.75,
      computedGini: 0,
    });
    expect((await hung.voice.send(FAIRNESS, { month })).errors[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
  });

  it('AL-09 orderProgress tells the open screen of each answer, and of rivals; not another buyer’s', async () => {
    await givenLot(make, lan, { kg: { L1: 100 }, askVndPerKg: 30_000 });
    const order = await givenBulkOrder(make, hung, { kg: 40 });
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    const [offer] = await waitingOffers(lan);
    await world.deliverEvents();

    const socketOf = (someone: Someone) =>
      createClient({
        url: `${world.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: class extends WebSocket {
          constructor(url: string, protocols: string | string[]) {
            super(url, protocols, { headers: { cookie: `clns=${someone.voice.session}` } });
          }
        },
        retryAttempts: 0,
      });
    const query = `subscription { orderProgress(orderId: "${order.id}") {
      isMarketMoved progress { accepted waiting acceptedGrams text } } }`;
    const client = socketOf(hung);
    const heard = client.iterate({ query });
    const answers: unknown[] = [];
    const listening = heard.next().then(({ value }) => answers.push(value));
    await answerOffer(make, lan, offer?.id ?? '', true);
    const rival = await make.trader({});
    // The server does not say when it began to listen, so rivals place orders until one is heard.
    for (;;) {
      await world.deliverEvents();
      if (answers.length > 0) break;
      const other = await givenBulkOrder(make, rival, { kg: 1 });
      await act(make, rival, ORDERS.offer, { orderId: other.id });
    }
    await listening;
    expect([
      { isMarketMoved: true, progress: null },
      {
        isMarketMoved: false,
        progress: { accepted: 1, waiting: 0, acceptedGrams: 40 * KG, text: '1/1 hộ đã nhận lời' },
      },
    ]).toContainEqual((answers[0] as { data: { orderProgress: unknown } }).data.orderProgress);
    await client.dispose();

    const stranger = socketOf(rival);
    const refused = await stranger.iterate({ query }).next();
    expect(refused.value).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    await stranger.dispose();
  });
});
