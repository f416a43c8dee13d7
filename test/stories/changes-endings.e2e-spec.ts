import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { StandingsStore } from '../../src/changes/data/standings.store.js';
import { KeepReleaseTimes } from '../../src/changes/use-cases/keep-release-times.js';
import { CHANGES, type ShownEnding } from '../support/given-changes.js';
import type { Given, Someone } from '../support/given.js';
import { Morning } from '../support/morning.js';
import { RUNS } from '../support/run-documents.js';
import type { World } from '../support/world.js';

const KG = 1000;

describe('deals that end before they are weighed', () => {
  let morning: Morning;
  let world: World;
  let make: Given;
  let hung: Someone;
  let driver: Someone;

  beforeAll(async () => {
    morning = await Morning.at('2026-08-25T18:00:00+07:00');
    ({ world, make, driver } = morning);
    hung = morning.trader;
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.pass(24 * 60));

  type OfOrder = Awaited<ReturnType<Morning['planned']>>['order'];
  /** Every deal of the order with the usual price of giving up and, when wished, a deposit in the household's hand. */
  async function agreed(order: OfOrder, depositVnd = 0): Promise<void> {
    await world.db.query(
      `update deals set cancel_dispatched_bp = 500, cancel_gate_bp = 1000, release_by = ready_to, deposit_vnd = $2::bigint,
         deposit_due_at = case when $2::bigint > 0 then ready_from end where order_id = $1`,
      [order.orderId, depositVnd],
    );
    if (depositVnd === 0) return;
    for (const { id: dealId, household } of order.deals) {
      await act(hung, CHANGES.declareDeposit, { dealId, method: 'CASH' });
      await act(household, CHANGES.confirmDeposit, { dealId });
    }
  }
  const act = <Answer = ShownEnding>(
    someone: Someone,
    document: string,
    wish: object,
  ): Promise<Answer> =>
    someone.voice.ask<Answer>(document, { input: { clientMutationId: world.id(), ...wish } });
  const preview = (someone: Someone, dealId: string, cause: string): Promise<ShownEnding> =>
    someone.voice.ask(CHANGES.preview, { dealId, cause });
  async function giveUp(someone: Someone, dealId: string, cause: string, note?: string) {
    const { damagesVnd, toPayVnd } = await preview(someone, dealId, cause);
    return act(someone, CHANGES.cancel, { dealId, cause, note, damagesVnd, toPayVnd });
  }
  const deal = (someone: Someone, id: string) => someone.voice.ask(CHANGES.deal, { id });
  const held = async (order: OfOrder): Promise<number> => {
    const [row] = await world.db.query(
      `select coalesce(sum(g.reserved_g), 0)::int as g from lot_grades g
       join deal_lines n on n.lot_grade_id = g.id join deals d on d.id = n.deal_id where d.order_id = $1`,
      [order.orderId],
    );
    return row.g;
  };

  it('OR-06: before dispatch a buyer loses the deposit and nothing else; the others of the order go on', async () => {
    const { order, run } = await morning.planned([400, 300]);
    await agreed(order, 1_000_000);
    const [first] = order.deals as [OfOrder['deals'][0]];
    const dealId = first.id;
    expect(await preview(hung, dealId, 'NO_MARKET')).toMatchObject({
      stage: 'BEFORE_DISPATCH',
      goodsVnd: 14_000_000,
      damagesVnd: 1_000_000,
      fromDepositVnd: 1_000_000,
      toPayVnd: 0,
      payer: null,
      runNumber: run.number,
    });
    expect(await held(order)).toBe(700 * KG);
    expect(await giveUp(hung, dealId, 'NO_MARKET')).toMatchObject({
      cause: 'NO_MARKET',
      atFault: 'BUYER',
      saidBy: 'BUYER',
      forceMajeure: null,
    });
    expect(await held(order)).toBe(300 * KG);
    expect(await deal(hung, dealId)).toMatchObject({
      state: 'CANCELLED',
      deposit: { state: 'FORFEITED' },
    });
    const after = await driver.voice.ask<{ state: string; loadGrams: number }>(RUNS.run, {
      id: run.id,
    });
    expect(after).toMatchObject({ state: 'PLANNED', loadGrams: 300 * KG });
    const carried: unknown[] = await world.db.query(
      `select r.load_g::int as run, s.grams::int as drop from runs r join run_stops s on s.run_id = r.id
       where r.id = $1 and s.kind = 'DROP'`,
      [run.id],
    );
    expect(carried).toEqual([{ run: 300 * KG, drop: 300 * KG }]);
    await world.deliverEvents();
    const { nodes } = await first.household.voice.ask<{
      nodes: { kind: string; text: string }[];
    }>(RUNS.notices);
    expect(nodes[0]).toMatchObject({
      kind: 'DEAL_ENDED',
      text: expect.stringContaining('không có nơi tiêu thụ'),
    });
  });

  it('OR-06: on the road 5 %, at the gate 10 %; what was shown must still be so', async () => {
    const { order, run } = await morning.started([400, 300]);
    await agreed(order);
    const stop = run.stops[0];
    const dealId = stop?.deal?.id ?? '';
    const goods = (stop?.grams ?? 0) * 35;
    const seen = await preview(hung, dealId, 'PRICE_CHANGED');
    expect(seen).toMatchObject({
      stage: 'AFTER_DISPATCH',
      damagesVnd: goods * 0.05,
      toPayVnd: goods * 0.05,
      payer: 'BUYER',
    });
    await morning.act(driver, RUNS.arrive, { stopId: stop?.id, at: morning.now });
    const { damagesVnd, toPayVnd } = seen;
    const wish = { dealId, cause: 'PRICE_CHANGED', damagesVnd, toPayVnd };
    expect(await act(hung, CHANGES.cancel, wish)).toMatchObject({ code: 'CONSEQUENCES_CHANGED' });
    expect(await deal(hung, dealId)).toMatchObject({ state: 'COMMITTED', ending: null });
    expect(await giveUp(hung, dealId, 'PRICE_CHANGED')).toMatchObject({
      stage: 'AT_GATE',
      damagesVnd: goods * 0.1,
      toPayVnd: goods * 0.1,
    });
  });

  it('PA-05: a household that sold elsewhere returns the deposit and pays as much again; it may reply once', async () => {
    const { order } = await morning.planned([400, 300]);
    await agreed(order, 1_000_000);
    const [first, second] = order.deals as [OfOrder['deals'][0], OfOrder['deals'][0]];
    const report = { dealId: first.id, cause: 'SOLD_ELSEWHERE', note: 'Sáng nay vườn đã trống' };
    const other = await make.trader({});
    expect(await act(other, CHANGES.report, report)).toMatchObject({ code: 'DEAL_NOT_FOUND' });
    expect(await act(first.household, CHANGES.report, report)).toMatchObject({
      code: 'CAUSE_NOT_YOURS',
    });
    expect(await act(hung, CHANGES.report, { ...report, note: ' ' })).toMatchObject({
      code: 'ENDING_NOTE_IMPLAUSIBLE',
      field: 'note',
    });
    expect(await act(hung, CHANGES.report, report)).toMatchObject({
      atFault: 'SELLER',
      saidBy: 'BUYER',
      depositReturnedVnd: 1_000_000,
      toPayVnd: 1_000_000,
      payer: 'SELLER',
    });
    expect(await deal(hung, first.id)).toMatchObject({ deposit: { state: 'REFUNDED' } });

    const reply = { dealId: first.id, text: 'Người mua hẹn rồi bảo không lấy nữa' };
    for (const stranger of [hung, other, second.household]) {
      expect(await act(stranger, CHANGES.reply, reply)).toMatchObject({ code: 'ENDING_NOT_FOUND' });
    }
    expect(await act(first.household, CHANGES.reply, reply)).toMatchObject({ reply: reply.text });
    expect(await act(first.household, CHANGES.reply, reply)).toMatchObject({ code: 'REPLY_GIVEN' });
    await expect(
      world.db.query(`update deal_endings set reply = 'khác' where deal_id = $1`, [first.id]),
    ).rejects.toThrow('evidence');

    const office = await make.communeOfficer({ commune: 'Nghĩa Phương' });
    const elsewhere = await make.communeOfficer({ commune: 'Lan Mẫu' });
    for (const reader of [hung, first.household, office]) {
      const { nodes } = await reader.voice.ask<{ nodes: { dealId: string; reply: string }[] }>(
        CHANGES.endings,
      );
      expect(nodes).toContainEqual(
        expect.objectContaining({ dealId: first.id, reply: reply.text }),
      );
    }
    for (const reader of [other, second.household, elsewhere]) {
      const { nodes } = await reader.voice.ask<{ nodes: { dealId: string }[] }>(CHANGES.endings);
      expect(nodes.map(({ dealId }) => dealId)).not.toContain(first.id);
    }
    const record = (reader: Someone, partyId: string) =>
      reader.voice.ask(CHANGES.record, { partyId });
    const facts = { deals: 1, kept: 0, broken: 1, excused: 0, underReview: 0 };
    for (const reader of [hung, first.household, office])
      expect(await record(reader, first.household.party.id)).toEqual(facts);
    for (const reader of [other, second.household, elsewhere])
      expect(await record(reader, first.household.party.id)).toBeNull();
    expect(await record(second.household, hung.party.id)).toMatchObject({
      deals: expect.any(Number),
    });
  });

  it('OR-06: force majeure is judged by the office of the commune; confirmed, nobody pays and the record is clear', async () => {
    const { order } = await morning.planned([400, 300]);
    await agreed(order, 1_000_000);
    const [first, second] = order.deals as [OfOrder['deals'][0], OfOrder['deals'][0]];
    const note = 'Xã bị phong tỏa từ tối qua';
    for (const { id, household } of [first, second]) {
      expect(await giveUp(household, id, 'ZONE_CLOSED', note)).toMatchObject({
        forceMajeure: 'CLAIMED',
      });
      expect(await deal(hung, id)).toMatchObject({ deposit: { state: 'CONFIRMED' } });
    }
    const verdict = { dealId: first.id, isConfirmed: true, note: 'Có quyết định phong tỏa' };
    const elsewhere = await make.communeOfficer({ commune: 'Lan Mẫu' });
    expect(await act(elsewhere, CHANGES.decide, verdict)).toMatchObject({
      code: 'ENDING_NOT_FOUND',
    });
    const office = await make.officeStaff({});
    expect(await act(office, CHANGES.decide, verdict)).toMatchObject({ forceMajeure: 'CONFIRMED' });
    expect(await act(office, CHANGES.decide, verdict)).toMatchObject({ code: 'NOTHING_TO_DECIDE' });
    await act(office, CHANGES.decide, { ...verdict, dealId: second.id, isConfirmed: false });
    for (const { id, household } of [first, second])
      expect(await deal(household, id)).toMatchObject({ deposit: { state: 'REFUNDED' } });
    const record = (partyId: string) => office.voice.ask(CHANGES.record, { partyId });
    expect(await record(first.household.party.id)).toMatchObject({ broken: 0, excused: 1 });
    expect(await record(second.household.party.id)).toMatchObject({ broken: 1, excused: 0 });
  });

  it('OR-06, PA-05: force majeure said in a reply is judged like any other; nothing is counted twice or kept for good', async () => {
    const { order } = await morning.started([400, 300]);
    await agreed(order, 100_000);
    const [sold, dropped] = order.deals as [OfOrder['deals'][0], OfOrder['deals'][0]];
    const report = { dealId: sold.id, cause: 'SOLD_ELSEWHERE', note: 'Sáng nay vườn đã trống' };
    await act(hung, CHANGES.report, report);
    expect(await giveUp(hung, dropped.id, 'NO_MARKET')).toMatchObject({ payer: 'BUYER' });
    const reply = { text: 'Đường về xã bị cắt từ đêm', isForceMajeure: true };
    await act(sold.household, CHANGES.reply, { ...reply, dealId: sold.id });
    await act(hung, CHANGES.reply, { ...reply, dealId: dropped.id });

    const office = await make.officeStaff({});
    const verdict = { note: 'Đã hỏi lại trưởng thôn' };
    await act(office, CHANGES.decide, { ...verdict, dealId: sold.id, isConfirmed: false });
    const [{ broken }] = await world.db.query(
      `select count(*)::int as broken from broken_promises where deal_id = $1`,
      [sold.id],
    );
    expect(broken).toBe(1);
    expect(
      await act(office, CHANGES.decide, { ...verdict, dealId: dropped.id, isConfirmed: true }),
    ).toMatchObject({
      damagesVnd: 0,
      fromDepositVnd: 0,
      depositReturnedVnd: 100_000,
      toPayVnd: 0,
      payer: null,
    });
    expect(await deal(hung, dropped.id)).toMatchObject({ deposit: { state: 'REFUNDED' } });
    const told = await world.deliverEvents();
    expect(told.map(({ name }) => name)).toContain('deposit.to-return');
  });

  it('PA-04: not fetched, the fruit is free after a reminder and a grace, and the clause is applied; the buyer may reply', async () => {
    const { order } = await morning.planned([400, 300]);
    await agreed(order, 1_000_000);
    await world.db.query(`update runs set state = 'CANCELLED', cancel_reason = 'hỏng xe'`);
    await world.db.query(`update run_stops set state = 'SKIPPED' where state = 'PENDING'`);
    const [{ releaseBy }] = await world.db.query(
      `select release_by as "releaseBy" from deals where order_id = $1`,
      [order.orderId],
    );
    const sweep = () => world.app.get(KeepReleaseTimes).run();
    const minutesAfter = (minutes: number) =>
      world.clock.moveTo(new Date((releaseBy as Date).getTime() + minutes * 60_000));
    const states = async (): Promise<string[]> =>
      (await world.db.query(`select state from deals where order_id = $1`, [order.orderId])).map(
        ({ state }: { state: string }) => state,
      );
    minutesAfter(-121);
    await sweep();
    minutesAfter(-60);
    const [first] = order.deals as [OfOrder['deals'][0]];
    const early = { dealId: first.id, cause: 'NO_PICKUP', note: 'Chờ mãi không thấy xe' };
    expect(await act(first.household, CHANGES.report, early)).toMatchObject({
      code: 'BREACH_TOO_EARLY',
    });
    await sweep();
    await sweep();
    minutesAfter(119);
    await sweep();
    expect(await states()).toEqual(['COMMITTED', 'COMMITTED']);
    minutesAfter(120);
    await sweep();
    expect(await states()).toEqual(['CANCELLED', 'CANCELLED']);
    expect(await held(order)).toBe(0);
    expect(await deal(first.household, first.id)).toMatchObject({
      deposit: { state: 'FORFEITED' },
      ending: { cause: 'NO_PICKUP', atFault: 'BUYER' },
    });
    await world.deliverEvents();
    const kinds = await world.db.query(
      `select kind, count(*)::int as n from notices where party_id = $1
       and kind in ('DEAL_RELEASE_NEAR', 'DEAL_ENDED') group by kind order by kind`,
      [first.household.party.id],
    );
    expect(kinds).toEqual([
      { kind: 'DEAL_ENDED', n: 1 },
      { kind: 'DEAL_RELEASE_NEAR', n: 1 },
    ]);
    world.clock.pass(47 * 60);
    const reply = { dealId: first.id, text: 'Xe hỏng giữa đường đèo', isForceMajeure: true };
    expect(await act(hung, CHANGES.reply, reply)).toMatchObject({ forceMajeure: 'CLAIMED' });
    world.clock.pass(2 * 60);
    const late = { ...reply, dealId: order.deals[1]?.id };
    expect(await act(hung, CHANGES.reply, late)).toMatchObject({ code: 'REPLY_TOO_LATE' });
  });

  it('PA-04: a deal is judged as it stands when it is locked, and one that breaks holds up no other', async () => {
    const { order } = await morning.planned([400, 300]);
    await agreed(order);
    const [saved, over] = order.deals as [OfOrder['deals'][0], OfOrder['deals'][0]];
    await world.db.query(
      `update deals set release_reminded_at = created_at,
         release_by = $2::timestamptz - case when id = $1 then interval '1 hour' else interval '2 hours' end
       where order_id = $3`,
      [saved.id, world.clock.now(), order.orderId],
    );
    // What the sweep saw is not so any more, and the first of them cannot even be read.
    const seen = ['no id', saved.id, over.id].map((id) => ({ id, isReminded: true }));
    const due = jest.spyOn(world.app.get(StandingsStore), 'due').mockResolvedValueOnce(seen);
    const told = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await world.app.get(KeepReleaseTimes).run();
    due.mockRestore();
    told.mockRestore();
    expect(await deal(hung, saved.id)).toMatchObject({ state: 'COMMITTED' });
    expect(await deal(hung, over.id)).toMatchObject({ state: 'CANCELLED' });
  });

  it('a replayed cancellation ends the deal once, and what is on the scale cannot be given up', async () => {
    const { order } = await morning.planned([400, 300]);
    await agreed(order);
    const [first] = order.deals as [OfOrder['deals'][0]];
    const input = {
      clientMutationId: world.id(),
      dealId: first.id,
      cause: 'NOT_RIPE',
      damagesVnd: 0,
      toPayVnd: 0,
    };
    for (let times = 0; times < 2; times += 1)
      expect(await first.household.voice.ask(CHANGES.cancel, { input })).toMatchObject({
        cause: 'NOT_RIPE',
      });
    expect(
      await act(first.household, CHANGES.cancel, { ...input, clientMutationId: world.id() }),
    ).toMatchObject({ code: 'DEAL_OVER' });
    const other = order.deals[1]?.id;
    await world.db.query(
      `insert into weigh_tickets (id, number, deal_id, order_id, buyer_id, household_id, commune_id, crop_code, state,
         deduction_kind, deduction_bp, deduction_crate_g, created_by, created_at)
       select $1, 'PC-thử', d.id, d.order_id, d.buyer_id, d.household_id, d.commune_id, d.crop_code, 'OPEN', 'NONE', 0, 0,
         $3, $4 from deals d where d.id = $2`,
      [world.id(), other, hung.person.id, world.clock.now()],
    );
    expect(await preview(hung, other ?? '', 'NO_MARKET')).toMatchObject({ code: 'DEAL_ON_SCALE' });
  });
});
