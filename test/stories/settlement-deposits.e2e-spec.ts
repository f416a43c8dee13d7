import { given, type Given, type Someone } from '../support/given.js';
import { givenDeal } from '../support/given-weighing.js';
import { Till } from '../support/settlement-acts.js';
import { Scale } from '../support/weighing-acts.js';
import { World } from '../support/world.js';

const DEPOSIT = `... on Deposit { state amountVnd toReturnVnd returnedAt } ... on Refused { code }`;
const act = (name: string, input: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ${DEPOSIT} } }`;
const DECLARE = act('declareDeposit', 'DeclareDepositInput');
const CONFIRM = act('confirmDeposit', 'ConfirmDepositInput');
const REFUNDED = act('confirmDepositRefund', 'ConfirmDepositRefundInput');
const NOTICES = `{ myNotices(first: 5) { nodes { kind text } } }`;

describe('a deposit and the goods it was paid for', () => {
  let world: World;
  let make: Given;
  let scale: Scale;
  let till: Till;
  let hung: Someone;
  let lan: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-24T05:00:00+07:00');
    make = await given(world);
    scale = new Scale(world);
    till = new Till(world);
    hung = await make.trader({ name: 'Vựa Hùng' });
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
  }, 30_000);
  afterAll(() => world.close());

  interface Seen {
    readonly state: string;
    readonly code?: string;
  }
  const say = (someone: Someone, document: string, dealId: string): Promise<Seen> =>
    someone.voice.ask(document, {
      input: {
        clientMutationId: world.id(),
        dealId,
        ...(document === DECLARE && { method: 'CASH' }),
      },
    });
  /** 100 kg at 30.000 đ, with a deposit agreed on. */
  async function deal(depositVnd: number): Promise<string> {
    const lines = [{ grade: 'L1', kg: 100, vndPerKg: 30_000 }];
    const { id } = await givenDeal(make, { buyer: hung, household: lan, lines });
    await world.db.query(
      `update deals set deposit_vnd = $2, deposit_due_at = ready_from where id = $1`,
      [id, depositVnd],
    );
    return id;
  }
  async function weigh(dealId: string): Promise<string> {
    const load = [{ grade: 'L1', kg: 101, crates: 1, tareKg: 1 }];
    const { id } = await scale.agree(hung.voice, lan.voice, dealId, load);
    await world.deliverEvents();
    return id;
  }
  const owed = async (ticketId: string) =>
    (await till.mine(lan.voice)).find(({ ticket }) => ticket.id === ticketId);
  const GOODS = { kind: 'GOODS', amountVnd: 3_000_000 };

  it('PA-07: what the household has in hand comes off what is owed, as a row of its own', async () => {
    const dealId = await deal(1_000_000);
    await say(hung, DECLARE, dealId);
    await say(lan, CONFIRM, dealId);
    const ticketId = await weigh(dealId);
    const ofDeal = `query ($dealId: ID!) { dealPayable(dealId: $dealId) { amountVnd cashVnd } }`;
    const due = { amountVnd: 2_000_000, cashVnd: 2_000_000 };
    expect(await lan.voice.ask(ofDeal, { dealId })).toEqual(due);
    expect(await hung.voice.ask(ofDeal, { dealId })).toEqual(due);
    const stranger = await make.trader({});
    expect(await stranger.voice.send(ofDeal, { dealId })).toMatchObject({
      data: { dealPayable: null },
    });
    expect(await owed(ticketId)).toMatchObject({
      state: 'DUE',
      amountVnd: 2_000_000,
      parts: [GOODS, { kind: 'DEPOSIT', grade: null, grams: null, amountVnd: -1_000_000 }],
    });
    expect(await say(hung, REFUNDED, dealId)).toMatchObject({ code: 'DEPOSIT_NOTHING_TO_RETURN' });
  });

  it('PA-07: the buyer’s word alone takes nothing off; the household’s yes does, even after the scale', async () => {
    const dealId = await deal(1_000_000);
    await say(hung, DECLARE, dealId);
    const ticketId = await weigh(dealId);
    expect(await owed(ticketId)).toMatchObject({ amountVnd: 3_000_000, parts: [GOODS] });
    expect(await say(lan, CONFIRM, dealId)).toMatchObject({ state: 'APPLIED', toReturnVnd: 0 });
    expect(await owed(ticketId)).toMatchObject({ amountVnd: 2_000_000 });
  });

  it('PA-07, PA-15: paid in full without it, the deposit goes back, and the buyer says when it came', async () => {
    const dealId = await deal(1_000_000);
    await say(hung, DECLARE, dealId);
    const ticketId = await weigh(dealId);
    await till.declare(hung.voice, [(await owed(ticketId))?.id ?? '']);
    expect(await say(lan, CONFIRM, dealId)).toMatchObject({
      state: 'REFUNDED',
      toReturnVnd: 1_000_000,
      returnedAt: null,
    });
    expect(await owed(ticketId)).toMatchObject({ amountVnd: 3_000_000 });
    await world.deliverEvents();
    const other = await make.trader({ name: 'Vựa Tám' });
    expect(await say(other, REFUNDED, dealId)).toMatchObject({ code: 'DEPOSIT_NOT_FOUND' });
    const answer = await lan.voice.send(REFUNDED, {
      input: { clientMutationId: world.id(), dealId },
    });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const key = world.id();
    const again = { input: { clientMutationId: key, dealId } };
    const once = await hung.voice.ask(REFUNDED, again);
    expect(once).toMatchObject({ returnedAt: '2026-08-23T22:00:00.000Z' });
    expect(await hung.voice.ask(REFUNDED, again)).toEqual(once);
    expect(await say(hung, REFUNDED, dealId)).toMatchObject({ code: 'DEPOSIT_STEP_NOT_ALLOWED' });
    await world.deliverEvents();
    const { nodes } = await lan.voice.ask<{ nodes: { kind: string; text: string }[] }>(NOTICES);
    expect(nodes.slice(0, 2)).toMatchObject([
      { kind: 'DEPOSIT_RETURNED', text: expect.stringContaining('1.000.000') },
      { kind: 'DEPOSIT_TO_RETURN', text: expect.stringContaining('cần trả lại') },
    ]);
  });

  it('PA-07: a deposit above the goods pays for them and the rest goes back', async () => {
    const dealId = await deal(3_200_000);
    await say(hung, DECLARE, dealId);
    await say(lan, CONFIRM, dealId);
    const ticketId = await weigh(dealId);
    expect(await owed(ticketId)).toMatchObject({
      amountVnd: 0,
      state: 'CONFIRMED',
      method: 'CASH',
    });
    expect(await say(hung, REFUNDED, dealId)).toMatchObject({
      state: 'APPLIED',
      toReturnVnd: 200_000,
    });
    const [row]: object[] = await world.db.query(`select state from deals where id = $1`, [dealId]);
    expect(row).toEqual({ state: 'PAID' });
  });

  it('PA-07: a sum that is not its ticket and its parts cannot be written', async () => {
    const ticketId = await weigh(await deal(1_000_000));
    const payable = await owed(ticketId);
    await expect(
      world.db.query(`update payables set amount_vnd = amount_vnd - 1 where id = $1`, [
        payable?.id,
      ]),
    ).rejects.toThrow('is not what its ticket and its parts come to');
  });
});
