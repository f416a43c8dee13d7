import { randomUUID } from 'node:crypto';
import { CarryMessages } from '../../src/messages/use-cases/carry-messages.js';
import { ExpireOffers } from '../../src/orders/use-cases/expire-offers.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot } from '../support/given-lots.js';
import {
  act,
  givenBulkOrder,
  ORDERS,
  type BulkWish,
  type ShownOrder,
} from '../support/given-orders.js';
import {
  counter,
  givenTalk,
  makeOffer,
  TALK,
  type ShownTalk,
} from '../support/given-negotiations.js';
import { GATEWAY_SECRET, textMessage } from '../support/inbound-sms.js';
import { SmsProvider } from '../support/sms-provider.js';
import { World } from '../support/world.js';

const TOLD = `query ($orderId: ID!) { orderProgress(orderId: $orderId) { __typename
  ... on OrderTold { households told delivered answered toCall text } ... on Refused { code } } }`;
const CALLS = `{ callList { orderId orderNumber householdId householdName phones crop { code } grams vndPerKg isTold
  lastOutcome calls } }`;
const RECORD = `mutation ($input: RecordCallAnswerInput!) { recordCallAnswer(input: $input) {
  __typename ... on CallRecorded { orderId householdId } ... on Refused { code } } }`;

interface Call {
  readonly orderId: string;
  readonly householdId: string;
  readonly householdName: string;
  readonly phones: string[];
  readonly grams: number;
  readonly isTold: boolean;
  readonly lastOutcome: string | null;
  readonly calls: number;
}

describe('answers that do not come from the app', () => {
  let sms: SmsProvider;
  let world: World;
  let make: Given;
  let hung: Someone;
  let week = 0;

  beforeAll(async () => {
    sms = await SmsProvider.open();
    world = await World.open('2026-09-01T08:00:00+07:00', {
      ...sms.env,
      MESSAGE_WEBHOOK_SECRET: GATEWAY_SECRET,
    });
    make = await given(world);
  });
  afterAll(async () => {
    await world.close();
    await sms.close();
  });
  // Each story has a week of its own, so that it meets no lot of another.
  beforeEach(async () => {
    week += 1;
    world.clock.moveTo(new Date(Date.parse('2026-09-01T08:00:00+07:00') + week * 7 * 86_400_000));
    hung = await make.trader({ name: 'Vựa Hùng' });
    sms.isDown = false;
    sms.sent.length = 0;
  });

  const grower = async (kg = 300, name = 'Nguyễn Thị Lan'): Promise<Someone> => {
    const someone = await make.grower({ name });
    await givenLot(make, someone, { kg: { L1: kg }, askVndPerKg: 30_000 });
    return someone;
  };
  /** An order that asks every lot of this week. */
  const asks = async (wish: BulkWish): Promise<ShownOrder> => {
    const order = await givenBulkOrder(make, hung, wish);
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    await world.deliverEvents();
    return order;
  };
  const replies = (
    someone: { person: { phone: string } },
    text: string,
    id?: string,
    secret?: string,
  ) => textMessage(make, someone, text, id, secret);
  /** The newest text message a phone got. */
  const lastTo = ({ person }: Someone): string =>
    sms.sent.findLast(({ to }) => to === person.phone)?.text ?? '';
  const progress = async ({ id }: ShownOrder): Promise<Record<string, unknown>> =>
    (await hung.voice.ask<ShownOrder>(ORDERS.read, { id })).progress;

  it('NO-03 “1” accepts once, like a tap in the app, however often it is handed on', async () => {
    const lan = await grower();
    const order = await asks({ kg: 300 });
    expect(lastTo(lan)).toMatch(/^Don LN-\d{4}-\w+ hoi mua 300 kg na loai 1, 30\.000d\/kg/);
    const id = randomUUID();
    await replies(lan, '1 nhé', id);
    await replies(lan, '1 nhé', id);
    expect(await progress(order)).toMatchObject({ accepted: 1, acceptedGrams: 300_000 });
    expect(sms.sent.filter(({ text }) => text.startsWith('Da ghi'))).toEqual([
      {
        to: lan.person.phone,
        text: `Da ghi: nha minh nhan ban 300 kg cho don ${order.number}. Cho Luc Nam se bao gio xe den.`,
      },
    ]);
    await replies(lan, '1');
    expect(lastTo(lan)).toContain('da nhan ban roi');
  });

  it('NO-03 “2”, “không” decline, with the code or without', async () => {
    const lan = await grower();
    const order = await asks({ kg: 300 });
    await replies(lan, `Không bán ${order.number.toLowerCase()}`);
    expect(await progress(order)).toMatchObject({ declined: 1, accepted: 0 });
    expect(lastTo(lan)).toContain('khong ban cho don');
  });

  it('NG-12 a deal made by telephone is made by one “1” of the other side, and refused by “2”', async () => {
    const lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    const write = async (someone: Someone, wish: object): Promise<ShownTalk> => {
      const lot = await givenLot(make, lan, { kg: { L1: 100 }, askVndPerKg: 30_000 });
      const written = await makeOffer(make, someone, [lot], {
        isPhoneDeal: true,
        kg: 80,
        vndPerKg: 32_000,
        ...wish,
      });
      await world.deliverEvents();
      await world.app.get(CarryMessages).run();
      const [talk] = written.opened ?? [];
      if (!talk) throw new Error(JSON.stringify(written));
      return talk;
    };
    const read = ({ id }: ShownTalk) => lan.voice.ask(TALK.read, { id });
    const codeOf = async ({ id }: ShownTalk): Promise<string> => {
      const [offer] = await world.db.query(
        `select id from negotiation_offers where negotiation_id = $1 order by seq desc limit 1`,
        [id],
      );
      return `MC-${String(offer.id).slice(-6).toUpperCase()}`;
    };

    const first = await write(hung, {});
    await replies(lan, '1');
    expect(await read(first)).toMatchObject({ state: 'ACCEPTED', dealId: expect.any(String) });
    expect(sms.sent).toContainEqual({
      to: lan.person.phone,
      text: `Da ghi: chot thoa thuan ${await codeOf(first)}, 80 kg. Mo Cho Luc Nam de xem lai va xem so dien thoai.`,
    });
    await replies(lan, `1 ${await codeOf(first)}`);
    expect(lastTo(lan)).toContain('da chot roi');

    const second = await write(lan, { buyerPhone: hung.person.phone });
    const third = await write(lan, { buyerPhone: hung.person.phone });
    await replies(lan, '1');
    expect(await read(second)).toMatchObject({ state: 'OPEN' });
    await replies(hung, 'ok');
    expect(lastTo(hung)).toContain(`1 ${await codeOf(second)}`);
    await replies(hung, `2 ${await codeOf(second)}`);
    expect(await read(second)).toMatchObject({ state: 'REJECTED', dealId: null });
    await replies(hung, 'đồng ý');
    expect(await read(third)).toMatchObject({ state: 'ACCEPTED' });

    const late = await write(hung, { answerMinutes: 30 });
    await replies(lan, '70kg');
    expect(lastTo(lan)).toContain(
      `${await codeOf(late)} la 80 kg da noi voi nhau: 1 chot, 2 khong`,
    );
    world.clock.pass(31);
    await replies(lan, `1 ${await codeOf(late)}`);
    expect(lastTo(lan)).toMatch(/het han luc .*, chua chot/);
    expect(await read(late)).toMatchObject({ dealId: null });
  });

  it('NG-03 a yes by text message is a yes to the offer it names, and to no later one', async () => {
    const lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    const lot = await givenLot(make, lan, { kg: { L1: 100 }, askVndPerKg: 30_000 });
    const wish = { isPhoneDeal: true, kg: 80, vndPerKg: 32_000 };
    const talk = await givenTalk(make, hung, lot, wish);
    const carried = async (): Promise<string> => {
      await world.deliverEvents();
      await world.app.get(CarryMessages).run();
      return /MC-[0-9A-F]{6}/.exec(lastTo(lan))?.[0] ?? '';
    };
    const first = await carried();
    const dearer = await counter(make, lan, talk, { kg: 80, vndPerKg: 33_000 });
    await counter(make, hung, dearer, { kg: 80, vndPerKg: 28_000 });
    const last = await carried();
    expect(new Set([first, last, '']).size).toBe(3);
    for (const [reply, said] of [
      [`1 ${first}`, 'da doi lan khac'],
      ['1', `1 ${last}`],
    ] as const) {
      await replies(lan, reply);
      expect(lastTo(lan)).toContain(said);
      expect(await lan.voice.ask(TALK.read, { id: talk.id })).toMatchObject({ dealId: null });
    }
    await replies(lan, `1 ${last}`);
    expect(await lan.voice.ask(TALK.read, { id: talk.id })).toMatchObject({ state: 'ACCEPTED' });
  });

  it('NO-03 asks which, with the codes, when two orders wait; the last part of a code is enough', async () => {
    const lan = await grower(500);
    const first = await asks({ kg: 200 });
    world.clock.pass(1);
    const second = await asks({ kg: 300 });
    await replies(lan, 'ok');
    expect(lastTo(lan)).toBe(
      `Nha minh co 2 loi hoi mua. Tra loi kem ma: 1 ${second.number}, 1 ${first.number}`,
    );
    expect(await progress(second)).toMatchObject({ accepted: 0 });
    await replies(lan, `1 ${second.number.split('-').at(-1)}`);
    expect(await progress(second)).toMatchObject({ accepted: 1 });
    expect(await progress(first)).toMatchObject({ accepted: 0, waiting: 1 });
    await replies(lan, 'có');
    expect(await progress(first)).toMatchObject({ accepted: 1 });
  });

  it('NO-03 after its time says “đã hết hạn”, and changes nothing', async () => {
    const lan = await grower();
    const order = await asks({ kg: 300, offerTtlMinutes: 60 });
    world.clock.pass(61);
    await replies(lan, '1');
    expect(lastTo(lan)).toMatch(
      new RegExp(`^Loi hoi mua cua don ${order.number} da het han luc 09:00 \\d\\d/\\d\\d\\.$`),
    );
    expect(await progress(order)).toMatchObject({ accepted: 0, expired: 1 });
    await world.app.get(ExpireOffers).run();
    await replies(lan, '1');
    expect(lastTo(lan)).toContain('da het han');
  });

  it('NO-03 a number is kilograms: a yes to that part, said back with kilograms and code', async () => {
    const lan = await grower();
    const order = await asks({ kg: 300 });
    for (const [text, said] of [
      ['400', `Don ${order.number} chi hoi mua 300 kg.`],
      ['1 nhưng 12', 'Chua ro so kg.'],
      [`150 được không?`, 'Chua ro so kg.'],
      ['500g', `Don ${order.number} lay it nhat 1 kg`],
    ] as const) {
      await replies(lan, text);
      expect(lastTo(lan)).toContain(said);
      expect(await progress(order)).toMatchObject({ accepted: 0, waiting: 1 });
    }
    await replies(lan, '1 tạ rưỡi nhé');
    expect(lastTo(lan)).toBe(
      `Da ghi: nha minh nhan ban 150 kg trong 300 kg cho don ${order.number}. Cho Luc Nam se bao gio xe den.`,
    );
    expect(await progress(order)).toMatchObject({ accepted: 1, acceptedGrams: 150_000 });
    await replies(lan, '200kg');
    expect(lastTo(lan)).toContain('da nhan ban roi');
  });

  it('NO-03 a number needs its code when two orders wait, and is nobody’s where an order asks for several grades', async () => {
    const lan = await grower(500);
    const first = await asks({ kg: 200 });
    world.clock.pass(1);
    const second = await asks({ kg: 300 });
    await replies(lan, '150kg');
    expect(lastTo(lan)).toBe(
      `Nha minh co 2 loi hoi mua. Tra loi kem ma: 150kg ${second.number}, 150kg ${first.number}`,
    );
    await replies(lan, `150 ${first.number}`);
    expect(await progress(first)).toMatchObject({ acceptedGrams: 150_000 });
    expect(await progress(second)).toMatchObject({ accepted: 0 });
    await world.deliverEvents();

    const hoa = await make.grower({ name: 'Hộ Hoa' });
    await givenLot(make, hoa, { kg: { L2: 40, L3: 60 }, askVndPerKg: 20_000 });
    const mixed = await asks({ kg: 40, gradeCode: 'L2', otherKg: { L3: 60 } });
    await replies(hoa, '70kg');
    expect(lastTo(hoa)).toContain(`Don ${mixed.number} hoi mua nhieu loai`);
    await replies(hoa, '100kg');
    expect(await progress(mixed)).toMatchObject({ accepted: 2, acceptedGrams: 100_000 });
  });

  it('NO-03 answers help once a day, and never an unknown phone', async () => {
    const lan = await grower();
    const order = await asks({ kg: 300 });
    await replies(lan, 'mai tính nhé');
    expect(lastTo(lan)).toContain('chua hieu');
    const before = sms.sent.length;
    await replies(lan, 'ai đấy');
    await replies({ person: { phone: '+84999999999' } }, '1');
    expect(sms.sent).toHaveLength(before);
    expect(await progress(order)).toMatchObject({ accepted: 0, waiting: 1 });
  });

  it('NO-03 takes nothing that is not signed by the gateway', async () => {
    const lan = await grower();
    const order = await asks({ kg: 300 });
    const answer = await replies(lan, '1', randomUUID(), 'a key of somebody else, long enough');
    expect(answer.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await progress(order)).toMatchObject({ accepted: 0 });
  });

  it('NO-02 the order says who was told, who answered and whom to call', async () => {
    const [lan, hoa] = [await grower(200, 'Hộ Lan'), await grower(200, 'Hộ Hoa')];
    sms.isDown = true;
    const order = await asks({ kg: 400 });
    const told = () => hung.voice.ask(TOLD, { orderId: order.id });
    expect(await told()).toMatchObject({ households: 2, told: 0, toCall: 2 });
    sms.isDown = false;
    world.clock.pass(1);
    await world.app.get(CarryMessages).run();
    expect(await told()).toEqual({
      __typename: 'OrderTold',
      households: 2,
      told: 2,
      delivered: 0,
      answered: 0,
      toCall: 0,
      text: 'đã báo 2/2 hộ',
    });
    await replies(lan, '1');
    await replies(hoa, '2');
    expect(await told()).toMatchObject({ answered: 2 });
    const stranger = await make.trader({});
    expect(await stranger.voice.ask(TOLD, { orderId: order.id })).toMatchObject({
      code: 'ORDER_NOT_FOUND',
    });
  });

  describe('the list of calls', () => {
    const member = async (coop: Someone, name: string): Promise<Someone> => {
      const someone = await grower(300, name);
      await make.joinCoop(coop, someone);
      return someone;
    };
    const calls = (coop: Someone): Promise<Call[]> => coop.voice.ask<Call[]>(CALLS);
    const record = (
      coop: Someone,
      call: Call | undefined,
      outcome: string,
      id = world.id(),
      part: { grams?: number } = {},
    ) =>
      coop.voice.ask<{ code?: string }>(RECORD, {
        input: {
          ...part,
          clientMutationId: id,
          orderId: call?.orderId,
          householdId: call?.householdId,
          outcome,
        },
      });

    it('NO-04 names members who were told and are silent for ten minutes, and those no message left for at once', async () => {
      const [mai, other] = [await make.coopClerk({}), await make.coopClerk({})];
      const lan = await member(mai, 'Hộ Lan');
      await asks({ kg: 300 });
      expect(await calls(mai)).toEqual([]);
      world.clock.pass(10);
      expect(await calls(mai)).toMatchObject([
        {
          householdName: 'Hộ Lan',
          phones: [lan.person.phone],
          grams: 300_000,
          vndPerKg: 30_000,
          isTold: true,
          calls: 0,
        },
      ]);
      expect(await calls(other)).toEqual([]);
      sms.isDown = true;
      await member(mai, 'Hộ Hoa');
      await asks({ kg: 300 });
      expect(
        (await calls(mai)).map(({ householdName, isTold }) => [householdName, isTold]),
      ).toContainEqual(['Hộ Hoa', false]);
    });

    it('NO-04 a recorded answer has the effect of a reply, is known as somebody else’s, and the household hears of it', async () => {
      const mai = await make.coopClerk({ name: 'HTX Na Nghĩa Phương' });
      const lan = await member(mai, 'Hộ Lan');
      const order = await asks({ kg: 300 });
      world.clock.pass(10);
      const [call] = await calls(mai);
      await record(mai, call, 'NO_ANSWER');
      expect(await calls(mai)).toMatchObject([{ lastOutcome: 'NO_ANSWER', calls: 1 }]);
      const id = world.id();
      expect(await record(mai, call, 'ACCEPTED', id)).toMatchObject({ __typename: 'CallRecorded' });
      expect(await record(mai, call, 'ACCEPTED', id)).toMatchObject({ __typename: 'CallRecorded' });
      expect(await progress(order)).toMatchObject({ accepted: 1 });
      expect(await calls(mai)).toEqual([]);
      const rows = await world.db.query(
        `select caller_id, outcome from call_answers where order_id = $1 order by at, outcome desc`,
        [order.id],
      );
      expect(rows).toHaveLength(2);
      await world.deliverEvents();
      expect(lastTo(lan)).toBe(
        'HTX Na Nghia Phuong da lam thay nha minh: nhan loi ban 300 kg na. Khong dung thi tra loi BO de bo.',
      );
      expect(await record(mai, call, 'DECLINED')).toMatchObject({ code: 'CALL_ALREADY_ANSWERED' });
    });

    it('ID-06 who has no app takes back by one word what was said for her, with its code where it could be another', async () => {
      const mai = await make.coopClerk({ name: 'HTX Na Nghĩa Phương' });
      const lan = await member(mai, 'Hộ Lan');
      const accepts = async (kg: number, outcome = 'ACCEPTED'): Promise<ShownOrder> => {
        const order = await asks({ kg });
        world.clock.pass(10);
        const call = (await calls(mai)).find(({ orderId }) => orderId === order.id);
        await record(mai, call, outcome);
        await world.deliverEvents();
        return order;
      };
      const first = await accepts(100);
      await replies(lan, 'Bỏ nhé');
      // The order, which lacks them again, may ask her herself.
      expect(sms.sent).toContainEqual({
        to: lan.person.phone,
        text: 'Da bo viec lam thay nha minh: nhan loi ban 100 kg na.',
      });
      expect(await progress(first)).toMatchObject({ accepted: 0 });
      await replies(lan, 'BO');
      expect(lastTo(lan)).toContain('Khong co viec lam thay nao bo duoc nua');

      const second = await accepts(80);
      const third = await accepts(60);
      await replies(lan, 'bo');
      const [named = ''] = /BO LT-[0-9A-F]{6} \(nhan loi ban 80 kg na\)/.exec(lastTo(lan)) ?? [];
      expect(lastTo(lan)).toMatch(
        /^Co 2 viec bo duoc\. Tra loi: BO LT-.* \(nhan loi ban 60 kg na\); /,
      );
      const code = named.slice(0, 12);
      await replies(await make.grower({ name: 'Hộ Hoa' }), code);
      expect(await progress(second)).toMatchObject({ accepted: 1 });
      await replies(lan, code.toLowerCase());
      expect(await progress(second)).toMatchObject({ accepted: 0 });
      expect(await progress(third)).toMatchObject({ accepted: 1 });

      // A no is not taken back, and nobody is told that it could be; then the word alone may mean something older.
      await accepts(40, 'DECLINED');
      expect(lastTo(lan)).toContain('tu choi ban 40 kg na. Khong dung thi goi HTX hoac xa.');
      await replies(lan, 'bo');
      expect(lastTo(lan)).toMatch(/^Co 1 viec bo duoc\. Tra loi: BO LT-/);
      const [late = ''] = /BO LT-[0-9A-F]{6}/.exec(lastTo(lan)) ?? [];
      await act(make, hung, ORDERS.commit, { orderId: third.id });
      await replies(lan, late);
      expect(sms.sent.map(({ text }) => text).join()).toContain(
        'Khong bo duoc nua, viec da di tiep: nhan loi ban 60 kg na',
      );
      expect(await progress(third)).toMatchObject({ accepted: 1 });
    });

    it('NO-03 writes down a part as the household said it, and the household reads how much was accepted for it', async () => {
      const mai = await make.coopClerk({ name: 'HTX Na Nghĩa Phương' });
      const lan = await member(mai, 'Hộ Lan');
      const order = await asks({ kg: 300 });
      world.clock.pass(10);
      const [call] = await calls(mai);
      const said = (outcome: string, grams: number) =>
        record(mai, call, outcome, world.id(), { grams });
      expect(await said('DECLINED', 120_000)).toMatchObject({ code: 'OFFER_GRAMS_WITH_NO' });
      expect(await said('ACCEPTED', 301_000)).toMatchObject({ code: 'OFFER_MORE_THAN_ASKED' });
      expect(await progress(order)).toMatchObject({ accepted: 0 });
      expect(await said('ACCEPTED', 120_000)).toMatchObject({ __typename: 'CallRecorded' });
      expect(await progress(order)).toMatchObject({ acceptedGrams: 120_000 });
      await world.deliverEvents();
      expect(lastTo(lan)).toContain('nhan loi ban 120 kg na.');
    });

    it('NO-04 is closed to others: growers have none, and another cooperative’s member is not found', async () => {
      const [mai, other] = [await make.coopClerk({}), await make.coopClerk({})];
      const lan = await member(mai, 'Hộ Lan');
      const order = await asks({ kg: 300 });
      world.clock.pass(10);
      const [call] = await calls(mai);
      expect(await record(other, call, 'ACCEPTED')).toMatchObject({ code: 'CALL_NOT_FOUND' });
      expect(await progress(order)).toMatchObject({ accepted: 0 });
      const answer = await lan.voice.send(CALLS);
      expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
    });
  });
});
