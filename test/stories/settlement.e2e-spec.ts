import { givenDeal, type GivenDeal } from '../support/given-weighing.js';
import { given, type Given, type Someone } from '../support/given.js';
import { Till } from '../support/settlement-acts.js';
import { Scale } from '../support/weighing-acts.js';
import { World } from '../support/world.js';

describe('the money of a morning', () => {
  let world: World;
  let make: Given;
  let scale: Scale;
  let till: Till;
  let trader: Someone;
  let lan: Someone;
  let thang: Someone;

  beforeAll(async () => {
    world = await World.open('2026-11-23T05:00:00+07:00');
    make = await given(world);
    scale = new Scale(world);
    till = new Till(world);
  });
  afterAll(() => world.close());

  beforeEach(async () => {
    world.clock.moveTo('2026-11-23T05:00:00+07:00');
    trader = await make.trader({});
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    thang = await make.grower({ name: 'Vi Văn Thắng' });
  });

  async function deal(
    household: Someone,
    wish: { kg?: number; paymentDays?: number; orderId?: string } = {},
  ) {
    const { kg = 50, ...terms } = wish;
    return givenDeal(make, {
      buyer: trader,
      household,
      lines: [{ grade: 'L1', kg, vndPerKg: 36_000 }],
      ...terms,
    });
  }

  /** The deal weighed, confirmed and owed for. */
  async function owed(household: Someone, of?: GivenDeal): Promise<string> {
    const { id } = of ?? (await deal(household));
    const slip = await scale.agree(trader.voice, household.voice, id, [
      { grade: 'L1', kg: 71.8, crates: 1 },
    ]);
    expect(slip.state).toBe('CONFIRMED');
    await world.deliverEvents();
    const payable = (await till.mine(trader.voice)).find(({ ticket }) => ticket.id === slip.id);
    return payable?.id ?? '';
  }

  it('PA-06 owes for each ticket on its own, from the day it was confirmed', async () => {
    const first = await deal(lan, { paymentDays: 5 });
    const second = await deal(thang, { paymentDays: 5, orderId: first.orderId });
    world.clock.moveTo('2026-11-23T23:59:00+07:00');
    await owed(lan, first);
    expect(await till.ofOrder(trader.voice, first.orderId)).toMatchObject({
      totalVnd: 2_520_000,
      owedVnd: 2_520_000,
      payables: [
        { amountVnd: 2_520_000, state: 'DUE', dueOn: '2026-11-28', payee: { id: lan.party.id } },
      ],
    });
    world.clock.moveTo('2026-11-24T00:01:00+07:00');
    await owed(thang, second);
    expect(await till.ofOrder(trader.voice, first.orderId)).toMatchObject({
      totalVnd: 5_040_000,
      payables: [{ dueOn: '2026-11-28' }, { dueOn: '2026-11-29' }],
    });
  });

  it('PA-06 owes once, however often the news of the ticket comes', async () => {
    const { id } = await deal(lan);
    await scale.agree(trader.voice, lan.voice, id, [{ grade: 'L1', kg: 71.8, crates: 1 }]);
    const events = await world.deliverEvents();
    const confirmed = events.find(({ name }) => name === 'ticket.confirmed');
    for (const eventId of [confirmed?.id, world.id()]) {
      // The same delivery again, and the same news under another id.
      await world.db.query(`select graphile_worker.add_job('event', $1::json)`, [
        JSON.stringify({ ...confirmed, id: eventId }),
      ]);
      await world.deliverEvents();
    }
    expect(await till.mine(lan.voice)).toMatchObject([{ amountVnd: 2_520_000 }]);
    expect(await till.mine(trader.voice)).toHaveLength(1);
  });

  it('PA-09 goes from owed to declared to received, and the order with it', async () => {
    const { id, orderId } = await deal(lan);
    const payableId = await owed(lan, { id, orderId, holdIds: [], lotGradeIds: [] });
    expect(await till.receive(lan.voice, payableId)).toMatchObject({
      code: 'PAYABLE_STEP_NOT_ALLOWED',
    });

    const declared = await till.declare(trader.voice, [payableId], {
      method: 'VIETQR',
      reference: ' FT26327 ',
    });
    expect(declared.payables).toMatchObject([
      { state: 'DECLARED_PAID', method: 'VIETQR', reference: 'FT26327' },
    ]);
    expect(await till.ofOrder(trader.voice, orderId)).toMatchObject({
      totalVnd: 2_520_000,
      paidVnd: 2_520_000,
      confirmedVnd: 0,
      owedVnd: 0,
    });
    expect(await till.declare(trader.voice, [payableId])).toMatchObject({
      code: 'PAYABLE_STEP_NOT_ALLOWED',
    });

    expect(await till.receive(lan.voice, payableId)).toMatchObject({ state: 'CONFIRMED' });
    expect(await till.ofOrder(lan.voice, orderId)).toMatchObject({
      confirmedVnd: 2_520_000,
      owedVnd: 0,
    });
    const [row]: object[] = await world.db.query(
      `select d.state as deal, o.state as order_state from deals d join orders o on o.id = d.order_id where d.id = $1`,
      [id],
    );
    expect(row).toEqual({ deal: 'PAID', order_state: 'COMPLETED' });
    expect(await till.contest(lan.voice, payableId, 'Chưa thấy tiền.')).toMatchObject({
      code: 'PAYABLE_STEP_NOT_ALLOWED',
    });
  });

  it('PA-09 takes no answer for an answer: after 72 hours it is unanswered, not confirmed', async () => {
    const payableId = await owed(lan);
    await till.declare(trader.voice, [payableId]);
    world.clock.moveTo('2026-11-26T05:00:00+07:00');
    expect(await till.mine(lan.voice)).toMatchObject([
      { state: 'DECLARED_PAID', isUnanswered: false },
    ]);
    world.clock.moveTo('2026-11-26T05:00:01+07:00');
    expect(await till.mine(lan.voice)).toMatchObject([
      { state: 'DECLARED_PAID', isUnanswered: true },
    ]);
    world.clock.moveTo('2026-12-23T05:00:00+07:00');
    expect(await till.mine(trader.voice)).toMatchObject([
      { state: 'DECLARED_PAID', isUnanswered: true },
    ]);
    expect(await till.receive(lan.voice, payableId)).toMatchObject({
      state: 'CONFIRMED',
      isUnanswered: false,
    });
  });

  it('PA-10 PA-11 is overdue from the day after, and never while it is contested', async () => {
    const payableId = await owed(lan);
    world.clock.moveTo('2026-11-26T23:59:00+07:00');
    expect(await till.mine(lan.voice)).toMatchObject([{ dueOn: '2026-11-26', isOverdue: false }]);
    world.clock.moveTo('2026-11-27T00:00:00+07:00');
    expect(await till.mine(lan.voice)).toMatchObject([{ isOverdue: true }]);

    expect(await till.contest(lan.voice, payableId, 'Chưa thấy.')).toMatchObject({
      code: 'PAYABLE_STEP_NOT_ALLOWED',
    });
    await till.declare(trader.voice, [payableId]);
    expect(await till.contest(lan.voice, payableId, ' ')).toMatchObject({
      code: 'CONTEST_REASON_MISSING',
      field: 'reason',
    });
    expect(await till.contest(lan.voice, payableId, 'Tài khoản chưa nhận được.')).toMatchObject({
      state: 'CONTESTED',
      isOverdue: false,
      contestReason: 'Tài khoản chưa nhận được.',
    });
    const again = await till.declare(trader.voice, [payableId], { method: 'CASH' });
    expect(again.payables).toMatchObject([{ state: 'DECLARED_PAID', contestReason: null }]);
    expect(await till.receive(lan.voice, payableId)).toMatchObject({ state: 'CONFIRMED' });
  });

  it('declares a whole morning at once, all or nothing, and only once', async () => {
    const ids = [await owed(lan), await owed(thang), await owed(lan)];
    const stranger = await make.trader({});
    const foreign = await till.declare(stranger.voice, ids);
    expect(foreign).toMatchObject({ code: 'PAYABLE_NOT_FOUND' });
    expect(await till.declare(trader.voice, [...ids, world.id()])).toMatchObject({
      code: 'PAYABLE_NOT_FOUND',
    });
    expect(await till.declare(trader.voice, [])).toMatchObject({
      code: 'PAYABLES_MISSING',
      field: 'payableIds',
    });
    const many = Array.from({ length: 201 }, () => world.id());
    expect(await till.declare(trader.voice, many)).toMatchObject({ code: 'PAYABLES_TOO_MANY' });
    const long = { reference: 'x'.repeat(81) };
    expect(await till.declare(trader.voice, ids, long)).toMatchObject({
      code: 'REFERENCE_TOO_LONG',
      field: 'reference',
    });
    expect((await till.mine(trader.voice)).map(({ state }) => state)).toEqual([
      'DUE',
      'DUE',
      'DUE',
    ]);

    const id = world.id();
    const twice = await Promise.all(
      [1, 2].map(() => till.declare(trader.voice, [...ids, ...ids], { id })),
    );
    expect(twice[0]?.payables.map((payable) => payable.id)).toEqual(ids);
    expect(twice[1]).toEqual(twice[0]);
    const events = await world.deliverEvents();
    const told = events.map(({ name }) => name).filter((name) => name.startsWith('payment.'));
    expect(told).toEqual(['payment.declared', 'payment.declared', 'payment.declared']);
    const notices: object[] = await world.db.query(
      `select party_id as "partyId", facts->>'amountVnd' as vnd, path from notices where kind = 'PAYMENT_DECLARED'
         and party_id = any ($1) order by party_id`,
      [[lan.party.id, thang.party.id]],
    );
    expect(notices).toHaveLength(3);
    expect(notices).toContainEqual({ partyId: thang.party.id, vnd: '2520000', path: '/app/tien' });
  });

  it('tells the payer what the payee said', async () => {
    const [first, second] = [await deal(lan), await deal(lan)];
    const [yes, no] = [await owed(lan, first), await owed(lan, second)];
    await till.declare(trader.voice, [yes, no]);
    await till.receive(lan.voice, yes);
    await till.contest(lan.voice, no, 'Thiếu 500.000 ₫.');
    await world.deliverEvents();
    const notices: object[] = await world.db.query(
      `select kind, path, facts->>'reason' as reason from notices
       where party_id = $1 and kind like 'PAYMENT%' order by kind`,
      [trader.party.id],
    );
    expect(notices).toEqual([
      { kind: 'PAYMENT_CONFIRMED', path: `/app/gom/${first.orderId}/tien`, reason: null },
      {
        kind: 'PAYMENT_CONTESTED',
        path: `/app/gom/${second.orderId}/tien`,
        reason: 'Thiếu 500.000 ₫.',
      },
    ]);
  });

  it('settles a payable once when household and cooperative answer at once', async () => {
    const clerk = await make.coopClerk({});
    await make.joinCoop(clerk, lan);
    const payableId = await owed(lan);
    await till.declare(trader.voice, [payableId]);
    const answers = await Promise.all([
      till.receive(lan.voice, payableId),
      till.receive(clerk.voice, payableId),
    ]);
    expect(answers.map(({ state, code }) => state ?? code).toSorted()).toEqual([
      'CONFIRMED',
      'PAYABLE_STEP_NOT_ALLOWED',
    ]);
  });
});
