import { demandScene, END, mutation, NOTICES } from '../support/demand-scene.js';
import { givenLot } from '../support/given-lots.js';
import {
  act,
  givenBulkOrder,
  ORDERS,
  waitingOffers,
  type ShownOrder,
} from '../support/given-orders.js';
import { report } from '../support/given-planning.js';
import type { Given, Someone } from '../support/given.js';
import { textMessage } from '../support/inbound-sms.js';
import type { SmsProvider } from '../support/sms-provider.js';
import { fingerprint } from '../support/unchanged.js';
import type { World } from '../support/world.js';

const MEANT = 'id day grams state lotId commune { name } buyerName';
const INTEND = mutation(
  'intendForecast',
  'IntendForecastInput',
  `... on Demand { missingGrams foretold { day grams households } intentions { ${MEANT} } }`,
);
const decision = (name: string) =>
  mutation(name, 'DecideIntentionInput', `... on ForecastIntention { ${MEANT} }`);
const CONFIRM = decision('confirmIntention');
const DROP = decision('dropIntention');
const SEEN = `query ($orderId: ID!) { demand(orderId: $orderId) {
  missingGrams foretold { day grams households } intentions { ${MEANT} } } }`;
const MINE = `{ myIntentions { ${MEANT} } }`;
const COMMITTED = `query { supplyDashboard(day: "2026-08-27") { totals { committedGrams offeredGrams } } }`;
interface Meant {
  readonly id: string;
  readonly state: string;
  readonly grams: number;
  readonly lotId: string | null;
}
interface Seen {
  readonly missingGrams: number;
  readonly foretold: readonly object[];
  readonly intentions: readonly Meant[];
}

describe('PL-09 meaning to take what is foretold', () => {
  const scene = demandScene();
  const { publish } = scene;
  let sms: SmsProvider;
  let world: World;
  let make: Given;
  let hung: Someone;
  let lan: Someone;
  let hoa: Someone;
  let order: ShownOrder;

  beforeEach(async () => {
    ({ sms, world, make, hung, order } = scene);
    await world.db.query(`update forecasts set is_current = false`);
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    hoa = await make.grower({ name: 'Trần Thị Hoa', commune: 'Huyền Sơn' });
    await report(world, lan.voice, { day: '2026-08-27', grams: 300_000 });
    world.clock.moveTo('2026-08-25T18:01:00+07:00');
    await report(world, hoa.voice, { day: '2026-08-27', grams: 200_000 });
    await publish();
  });

  const intend = (kg: number, over: object = {}, who = hung) =>
    act<Seen & { code?: string; field?: string }>(make, who, INTEND, {
      orderId: order.id,
      day: '2026-08-27',
      grams: kg * 1000,
      ...over,
    });
  const decide = (document: string, intentionId: string, who = hung) =>
    act<Meant & { code?: string }>(make, who, document, { intentionId });
  const seen = (who = hung) => who.voice.ask<Seen>(SEEN, { orderId: order.id });
  const offered = async (who: Someone) => {
    const lot = await givenLot(make, who, {
      kg: { L1: 250 },
      readyFrom: '2026-08-27T05:00:00+07:00',
      readyTo: '2026-08-27T09:00:00+07:00',
    });
    await world.deliverEvents();
    return lot;
  };
  const newest = async (who: Someone) =>
    (await who.voice.ask<{ nodes: { kind: string; text: string; path: string }[] }>(NOTICES))
      .nodes[0];

  it('PL-09 is a word: it sets nothing aside, counts nowhere, and the household is told so', async () => {
    const office = await make.officeStaff({});
    const before = await office.voice.ask(COMMITTED);
    expect(await seen()).toMatchObject({
      foretold: [{ day: '2026-08-27', grams: 500_000, households: 2 }],
      intentions: [],
    });
    expect(await intend(350)).toMatchObject({
      missingGrams: 5_000_000,
      foretold: [],
      intentions: [
        { grams: 300_000, state: 'NOTED', lotId: null, commune: { name: 'Nghĩa Phương' } },
        { grams: 50_000, state: 'NOTED', lotId: null, commune: { name: 'Huyền Sơn' } },
      ],
    });
    await world.deliverEvents();
    expect(await newest(lan)).toMatchObject({
      kind: 'INTENTION_NOTED',
      text: 'Vựa Hùng dự kiến lấy 300 kg na ngày 27/08 của nhà mình. Chưa ràng buộc ai; có lô thì đăng, người mua sẽ được hỏi lại.',
      path: '/app/ke-hoach',
    });
    expect(await hoa.voice.ask(MINE)).toMatchObject([{ grams: 50_000, buyerName: 'Vựa Hùng' }]);
    expect(await world.db.query(`select 1 from lot_holds`)).toEqual([]);
    expect(await world.db.query(`select 1 from allocation_lines`)).toEqual([]);
    expect(await office.voice.ask(COMMITTED)).toEqual(before);

    // Another buyer is shown what is left of it, and nobody's name.
    const binh = await make.trader({ name: 'Vựa Bình' });
    expect(await seen(binh)).toMatchObject({ foretold: [], intentions: [] });
    const other = await givenBulkOrder(make, binh, {
      kg: 1000,
      readyFrom: '2026-08-27T05:00:00+07:00',
      readyTo: '2026-08-27T10:00:00+07:00',
    });
    await publish(binh, other.id);
    expect(await binh.voice.ask(SEEN, { orderId: other.id })).toMatchObject({
      foretold: [{ grams: 150_000, households: 1 }],
    });
  });

  it('PL-09 is asked again once the lot is there; the yes makes the usual offer, and the household answers', async () => {
    await intend(300);
    const [meant] = (await seen()).intentions;
    expect(await decide(CONFIRM, meant!.id)).toMatchObject({ code: 'INTENTION_WITHOUT_LOT' });

    const lot = await offered(lan);
    expect(await newest(hung)).toEqual({
      kind: 'INTENTION_ASKED',
      text: `Đơn ${order.number}: hộ đã đăng lô LO-${lot.id.slice(-6).toUpperCase()} cho ngày 27/08, trước đây bạn dự kiến lấy 300 kg na. Còn lấy không? Bấm vào đây.`,
      path: `/app/gom/${order.id}/nhu-cau`,
    });
    expect((await seen()).intentions).toMatchObject([{ state: 'ASKED', lotId: lot.id }]);
    expect(await world.db.query(`select 1 from lot_holds`)).toEqual([]);

    const stranger = await make.trader({});
    expect(await decide(CONFIRM, meant!.id, stranger)).toMatchObject({
      code: 'INTENTION_NOT_FOUND',
    });
    expect(await decide(CONFIRM, meant!.id)).toMatchObject({ state: 'CONFIRMED' });
    expect(await decide(CONFIRM, meant!.id)).toMatchObject({ code: 'INTENTION_OVER' });
    const [offer] = await waitingOffers(lan);
    expect(offer).toMatchObject({ orderId: order.id, lotId: lot.id, grams: 250_000 });
    expect(
      await act(make, lan, ORDERS.respond, { offerId: offer!.id, accept: true }),
    ).toMatchObject({ state: 'ACCEPTED' });
  });

  it('PL-09 reaches the buyer by text message, and one reply is the same yes or no as a tap', async () => {
    const lastTo = () => sms.sent.findLast(({ to }) => to === hung.person.phone)?.text;
    await intend(500);
    const lots = [await offered(lan), await offered(hoa)] as const;
    const [ofLan, ofHoa] = lots.map(({ id }) => `LO-${id.slice(-6).toUpperCase()}`);
    expect(lastTo()).toBe(
      `Don ${order.number}: da co lo ${ofHoa} ngay 27/08, ban du kien lay 200 kg na. Tra loi 1 hoi mua, 2 thoi.`,
    );

    await textMessage(make, hung, '1');
    expect(lastTo()).toContain(`1 ${ofLan}`);
    expect((await seen()).intentions.map(({ state }) => state)).toEqual(['ASKED', 'ASKED']);
    const id = world.id();
    await textMessage(make, hung, `1 ${ofLan}`, id);
    await textMessage(make, hung, `1 ${ofLan}`, id);
    expect(lastTo()).toBe(
      `Da ghi: hoi mua 300 kg cua lo ${ofLan} cho don ${order.number}. Ho nhan thi bao lai ngay.`,
    );
    expect(await waitingOffers(lan)).toMatchObject([{ orderId: order.id, lotId: lots[0].id }]);
    await textMessage(make, hung, '2');
    expect(lastTo()).toBe(`Da ghi: khong lay lo ${ofHoa} theo du kien.`);
    expect((await seen()).intentions.map(({ state }) => state)).toEqual(['CONFIRMED', 'DROPPED']);
    await textMessage(make, hung, `1 ${ofLan}`);
    expect(lastTo()).toContain('da hoi mua roi');
    // The household it concerns cannot answer for the buyer.
    await textMessage(make, hoa, `1 ${ofHoa}`);
    expect((await seen()).intentions[1]).toMatchObject({ state: 'DROPPED' });
  });

  it('PL-09 lapses with its day, and is dropped with a word before', async () => {
    await intend(500);
    const [first, second] = (await seen()).intentions;
    expect(await decide(DROP, second!.id)).toMatchObject({ state: 'DROPPED' });
    await offered(hoa);
    expect((await seen()).intentions).toMatchObject([{ state: 'NOTED' }, { state: 'DROPPED' }]);

    await world.db.query(`update orders set ready_to = '2026-08-29T00:00:00+07:00' where id = $1`, [
      order.id,
    ]);
    world.clock.moveTo('2026-08-28T06:00:00+07:00');
    expect((await seen()).intentions).toMatchObject([{ state: 'LAPSED' }, { state: 'DROPPED' }]);
    for (const document of [CONFIRM, DROP])
      expect(await decide(document, first!.id)).toMatchObject({ code: 'INTENTION_OVER' });
    expect(await lan.voice.ask(MINE)).toEqual([]);
  });

  it('PL-09 is for the buyer of a posted need, on its days, for what is foretold', async () => {
    const stranger = await make.trader({});
    const before = await fingerprint(world, ['forecast_intentions']);
    expect(await intend(100, {}, stranger)).toMatchObject({ code: 'ORDER_NOT_FOUND' });
    expect(await intend(100, { day: '2026-08-29' })).toMatchObject({
      code: 'INTENTION_DAY_WRONG',
      field: 'day',
    });
    expect(await intend(0)).toMatchObject({ code: 'INTENTION_GRAMS_WRONG', field: 'grams' });
    expect(await intend(100, { day: '2026-08-26' })).toMatchObject({
      code: 'INTENTION_NO_FORECAST',
    });
    await act(make, hung, END, { orderId: order.id });
    expect(await intend(100)).toMatchObject({ code: 'DEMAND_NOT_FOUND' });
    expect(await fingerprint(world, ['forecast_intentions'])).toEqual(before);
    const forbidden = await lan.voice.send(INTEND, {
      input: { clientMutationId: world.id(), orderId: order.id, day: '2026-08-27', grams: 1 },
    });
    expect(forbidden.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await hung.voice.send(MINE)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
