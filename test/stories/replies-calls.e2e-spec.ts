import { CarryMessages } from '../../src/messages/use-cases/carry-messages.js';
import type { Someone } from '../support/given.js';
import { act, ORDERS, type ShownOrder } from '../support/given-orders.js';
import { replyScene } from '../support/reply-scene.js';

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

describe('who is called, and what is written down of a call', () => {
  const scene = replyScene();
  const { grower, asks, replies, lastTo, progress } = scene;

  it('NO-02 the order says who was told, who answered and whom to call', async () => {
    const [lan, hoa] = [await grower(200, 'Hộ Lan'), await grower(200, 'Hộ Hoa')];
    scene.sms.isDown = true;
    const order = await asks({ kg: 400 });
    const told = () => scene.hung.voice.ask(TOLD, { orderId: order.id });
    expect(await told()).toMatchObject({ households: 2, told: 0, toCall: 2 });
    scene.sms.isDown = false;
    scene.world.clock.pass(1);
    await scene.world.app.get(CarryMessages).run();
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
    const stranger = await scene.make.trader({});
    expect(await stranger.voice.ask(TOLD, { orderId: order.id })).toMatchObject({
      code: 'ORDER_NOT_FOUND',
    });
  });

  const member = async (coop: Someone, name: string): Promise<Someone> => {
    const someone = await grower(300, name);
    await scene.make.joinCoop(coop, someone);
    return someone;
  };
  const calls = (coop: Someone): Promise<Call[]> => coop.voice.ask<Call[]>(CALLS);
  const record = (
    coop: Someone,
    call: Call | undefined,
    outcome: string,
    id = scene.world.id(),
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
    const [mai, other] = [await scene.make.coopClerk({}), await scene.make.coopClerk({})];
    const lan = await member(mai, 'Hộ Lan');
    await asks({ kg: 300 });
    expect(await calls(mai)).toEqual([]);
    scene.world.clock.pass(10);
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
    scene.sms.isDown = true;
    await member(mai, 'Hộ Hoa');
    await asks({ kg: 300 });
    expect(
      (await calls(mai)).map(({ householdName, isTold }) => [householdName, isTold]),
    ).toContainEqual(['Hộ Hoa', false]);
  });

  it('NO-04 a recorded answer has the effect of a reply, is known as somebody else’s, and the household hears of it', async () => {
    const mai = await scene.make.coopClerk({ name: 'HTX Na Nghĩa Phương' });
    const lan = await member(mai, 'Hộ Lan');
    const order = await asks({ kg: 300 });
    scene.world.clock.pass(10);
    const [call] = await calls(mai);
    await record(mai, call, 'NO_ANSWER');
    expect(await calls(mai)).toMatchObject([{ lastOutcome: 'NO_ANSWER', calls: 1 }]);
    const id = scene.world.id();
    expect(await record(mai, call, 'ACCEPTED', id)).toMatchObject({ __typename: 'CallRecorded' });
    expect(await record(mai, call, 'ACCEPTED', id)).toMatchObject({ __typename: 'CallRecorded' });
    expect(await progress(order)).toMatchObject({ accepted: 1 });
    expect(await calls(mai)).toEqual([]);
    const rows = await scene.world.db.query(
      `select caller_id, outcome from call_answers where order_id = $1 order by at, outcome desc`,
      [order.id],
    );
    expect(rows).toHaveLength(2);
    await scene.world.deliverEvents();
    expect(lastTo(lan)).toBe(
      'HTX Na Nghia Phuong da lam thay nha minh: nhan loi ban 300 kg na. Khong dung thi tra loi BO de bo.',
    );
    expect(await record(mai, call, 'DECLINED')).toMatchObject({ code: 'CALL_ALREADY_ANSWERED' });
  });

  it('NO-04 the id of one call is good for no other: what is refused for it binds nobody', async () => {
    const mai = await scene.make.coopClerk({});
    await member(mai, 'Hộ Lan');
    await member(mai, 'Hộ Hoa');
    const order = await asks({ kg: 600 });
    scene.world.clock.pass(10);
    const [one, other] = await calls(mai);
    const [first, second] = [scene.world.id(), scene.world.id()];
    expect(await record(mai, one, 'ACCEPTED', first)).toMatchObject({ __typename: 'CallRecorded' });
    expect(await record(mai, other, 'NO_ANSWER', second)).toMatchObject({
      __typename: 'CallRecorded',
    });
    for (const used of [first, second]) {
      expect(await record(mai, other, 'ACCEPTED', used)).toMatchObject({
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
      expect(await progress(order)).toMatchObject({ accepted: 1, waiting: 1 });
    }
  });

  it('ID-06 a word that is handed on again after a crash takes back nothing else', async () => {
    const mai = await scene.make.coopClerk({});
    const lan = await member(mai, 'Hộ Lan');
    const accepted = async (): Promise<ShownOrder> => {
      const order = await asks({ kg: 100 });
      scene.world.clock.pass(10);
      const call = (await calls(mai)).find(({ orderId }) => orderId === order.id);
      await record(mai, call, 'ACCEPTED');
      return order;
    };
    const first = await accepted();
    const id = scene.world.id();
    scene.dies();
    await replies(lan, 'BO', id);
    expect(await progress(first)).toMatchObject({ accepted: 0 });
    const second = await accepted();
    await replies(lan, 'BO', id);
    expect(await progress(second)).toMatchObject({ accepted: 1 });
    await replies(lan, 'BO');
    expect(await progress(second)).toMatchObject({ accepted: 0 });
  });

  it('ID-06 who has no app takes back by one word what was said for her, with its code where it could be another', async () => {
    const mai = await scene.make.coopClerk({ name: 'HTX Na Nghĩa Phương' });
    const lan = await member(mai, 'Hộ Lan');
    const accepts = async (kg: number, outcome = 'ACCEPTED'): Promise<ShownOrder> => {
      const order = await asks({ kg });
      scene.world.clock.pass(10);
      const call = (await calls(mai)).find(({ orderId }) => orderId === order.id);
      await record(mai, call, outcome);
      await scene.world.deliverEvents();
      return order;
    };
    const first = await accepts(100);
    await replies(lan, 'Bỏ nhé');
    // The order, which lacks them again, may ask her herself.
    expect(scene.sms.sent).toContainEqual({
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
    await replies(await scene.make.grower({ name: 'Hộ Hoa' }), code);
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
    await act(scene.make, scene.hung, ORDERS.commit, { orderId: third.id });
    await replies(lan, late);
    expect(scene.sms.sent.map(({ text }) => text).join()).toContain(
      'Khong bo duoc nua, viec da di tiep: nhan loi ban 60 kg na',
    );
    expect(await progress(third)).toMatchObject({ accepted: 1 });
  });

  it('NO-03 writes down a part as the household said it, and the household reads how much was accepted for it', async () => {
    const mai = await scene.make.coopClerk({ name: 'HTX Na Nghĩa Phương' });
    const lan = await member(mai, 'Hộ Lan');
    const order = await asks({ kg: 300 });
    scene.world.clock.pass(10);
    const [call] = await calls(mai);
    const said = (outcome: string, grams: number) =>
      record(mai, call, outcome, scene.world.id(), { grams });
    expect(await said('DECLINED', 120_000)).toMatchObject({ code: 'OFFER_GRAMS_WITH_NO' });
    expect(await said('ACCEPTED', 301_000)).toMatchObject({ code: 'OFFER_MORE_THAN_ASKED' });
    expect(await progress(order)).toMatchObject({ accepted: 0 });
    expect(await said('ACCEPTED', 120_000)).toMatchObject({ __typename: 'CallRecorded' });
    expect(await progress(order)).toMatchObject({ acceptedGrams: 120_000 });
    await scene.world.deliverEvents();
    expect(lastTo(lan)).toContain('nhan loi ban 120 kg na.');
  });

  it('NO-04 is closed to others: growers have none, and another cooperative’s member is not found', async () => {
    const [mai, other] = [await scene.make.coopClerk({}), await scene.make.coopClerk({})];
    const lan = await member(mai, 'Hộ Lan');
    const order = await asks({ kg: 300 });
    scene.world.clock.pass(10);
    const [call] = await calls(mai);
    expect(await record(other, call, 'ACCEPTED')).toMatchObject({ code: 'CALL_NOT_FOUND' });
    expect(await progress(order)).toMatchObject({ accepted: 0 });
    const answer = await lan.voice.send(CALLS);
    expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
