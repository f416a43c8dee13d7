import { KeepProposals } from '../../src/changes/use-cases/keep-proposals.js';
import { CHANGES, type ShownOrderChange, type ShownPreview } from '../support/given-changes.js';
import type { Given, Someone } from '../support/given.js';
import { drillInForce } from '../support/given-runs.js';
import { Morning } from '../support/morning.js';
import { RUNS } from '../support/run-documents.js';
import type { World } from '../support/world.js';

const KG = 1000;

describe('orders that change after they were committed', () => {
  let morning: Morning;
  let world: World;
  let make: Given;
  let hung: Someone;
  let driver: Someone;

  beforeAll(async () => {
    morning = await Morning.at('2026-08-25T18:00:00+07:00');
    ({ world, make, driver } = morning);
    hung = morning.trader;
  }, 30_000);
  afterAll(() => world.close());
  beforeEach(() => world.clock.pass(24 * 60));

  type OfOrder = Awaited<ReturnType<Morning['planned']>>['order'];
  type OfDeal = OfOrder['deals'][0];
  const kg = (dealId: string, amount: number) => ({
    dealId,
    grades: [{ gradeCode: 'L1', grams: amount * KG }],
  });
  const preview = (someone: Someone, input: object): Promise<ShownPreview> =>
    someone.voice.ask(CHANGES.previewChange, { input });
  const act = (someone: Someone, document: string, wish: object): Promise<ShownOrderChange> =>
    someone.voice.ask(document, { input: { clientMutationId: world.id(), ...wish } });
  async function propose(someone: Someone, wish: object): Promise<ShownOrderChange> {
    const { seen } = await preview(someone, wish);
    return act(someone, CHANGES.propose, { ...wish, seen: seen ?? 'nothing' });
  }
  const consequences = (someone: Someone, changeId: string): Promise<ShownPreview> =>
    someone.voice.ask(CHANGES.consequences, { changeId });
  async function agree(someone: Someone, changeId: string): Promise<ShownOrderChange> {
    const { seen } = await consequences(someone, changeId);
    return act(someone, CHANGES.confirm, { changeId, accept: true, seen });
  }
  const deal = (someone: Someone, id: string) =>
    someone.voice.ask<{ state: string; totalGrams: number; readyFrom: string; change: unknown }>(
      CHANGES.dealChange,
      { id },
    );
  const reserved = async (dealId: string): Promise<number> => {
    const [row] = await world.db.query(
      `select sum(g.reserved_g)::int as g, sum(h.grams)::int as held from deal_lines n
       join lot_grades g on g.id = n.lot_grade_id join lot_holds h on h.id = n.hold_id where n.deal_id = $1`,
      [dealId],
    );
    expect(row.g).toBe(row.held);
    return row.g;
  };
  const roomier = (dealId: string, more: number) =>
    world.db.query(
      `update lot_grades set offered_g = offered_g + $2
       where id in (select lot_grade_id from deal_lines where deal_id = $1)`,
      [dealId, more * KG],
    );
  const hoursLater = (hours: number): string =>
    new Date(world.clock.now().getTime() + hours * 3_600_000).toISOString();

  it('OR-05: kilograms, money and the run are shown first; nothing changes before the other side agrees, then all of it does', async () => {
    const { order, run } = await morning.planned([400, 300]);
    const [first, second] = order.deals as [OfDeal, OfDeal];
    const wish = { orderId: order.orderId, deals: [kg(first.id, 250), kg(second.id, 200)] };
    expect(await preview(hung, wish)).toMatchObject({
      gramsBefore: 700 * KG,
      grams: 450 * KG,
      goodsVndBefore: 24_500_000,
      goodsVnd: 15_750_000,
      rides: [
        {
          runNumber: run.number,
          leftOut: [],
          loadBefore: 700 * KG,
          loadAfter: 450 * KG,
          permit: 'NONE',
        },
      ],
    });
    const change = await propose(hung, wish);
    expect(change).toMatchObject({ state: 'OPEN', proposedBy: 'BUYER' });
    expect(await deal(first.household, first.id)).toMatchObject({
      totalGrams: 400 * KG,
      change: { id: change.id, state: 'OPEN', parts: [{ dealId: first.id }] },
    });
    const [shown] = (await consequences(second.household, change.id)).parts;
    expect(shown).toMatchObject({ dealId: second.id, goodsVndBefore: 10_500_000 });
    expect(await consequences(second.household, change.id)).toMatchObject({
      rides: [{ runNumber: run.number, loadBefore: null, loadAfter: null, permit: null }],
    });

    expect(await agree(first.household, change.id)).toMatchObject({
      state: 'OPEN',
      parts: [{ dealId: first.id, acceptedAt: expect.any(String) }],
    });
    expect(await agree(first.household, change.id)).toMatchObject({ code: 'CHANGE_ANSWERED' });
    expect(await reserved(first.id)).toBe(400 * KG);
    expect(await agree(second.household, change.id)).toMatchObject({ state: 'APPLIED' });
    for (const [one, grams] of [
      [first, 250],
      [second, 200],
    ] as const) {
      expect(await deal(one.household, one.id)).toMatchObject({
        state: 'COMMITTED',
        totalGrams: grams * KG,
        lines: [{ grams: grams * KG, vndPerKg: 35_000 }],
      });
      expect(await reserved(one.id)).toBe(grams * KG);
    }
    expect(await morning.read(driver, run.id)).toMatchObject({ loadGrams: 450 * KG });

    await world.deliverEvents();
    const kinds = await world.db.query(
      `select kind, count(*)::int as n from notices where party_id = $1 and kind like 'ORDER_CHANGE%' group by kind
       order by kind`,
      [first.household.party.id],
    );
    expect(kinds).toEqual([
      { kind: 'ORDER_CHANGE_CLOSED', n: 1 },
      { kind: 'ORDER_CHANGE_PROPOSED', n: 1 },
    ]);
  });

  it('OR-05: one no ends it for all; a household may ask as well, and the buyer answers', async () => {
    const { order } = await morning.planned([400, 300]);
    const [first, second] = order.deals as [OfDeal, OfDeal];
    const { orderId } = order;
    const change = await propose(hung, {
      orderId,
      deals: [kg(first.id, 200), kg(second.id, 200)],
    });
    await agree(first.household, change.id);
    expect(
      await act(second.household, CHANGES.confirm, { changeId: change.id, accept: false }),
    ).toMatchObject({ state: 'REFUSED' });
    expect(await reserved(first.id)).toBe(400 * KG);
    expect(await agree(second.household, change.id)).toMatchObject({ code: 'CHANGE_OVER' });

    await roomier(first.id, 50);
    const more = await propose(first.household, { orderId, deals: [kg(first.id, 450)] });
    expect(more).toMatchObject({ state: 'OPEN', proposedBy: 'SELLER' });
    expect(await agree(first.household, more.id)).toMatchObject({ code: 'CHANGE_OWN' });
    expect(await agree(hung, more.id)).toMatchObject({ state: 'APPLIED' });
    expect(await reserved(first.id)).toBe(450 * KG);
    const beyond = await preview(first.household, { orderId, deals: [kg(first.id, 451)] });
    expect(beyond).toMatchObject({
      code: 'LOT_NOT_ENOUGH',
      facts: expect.arrayContaining([{ name: 'freeGrams', value: '0' }]),
    });
  });

  it('OR-05: outside the new hours the vehicle does not come; the hours of release and deposit follow', async () => {
    const { order, run } = await morning.planned([400, 300]);
    const [first, second] = order.deals as [OfDeal, OfDeal];
    await world.db.query(
      `update deals set release_by = ready_to, deposit_vnd = 1000000, deposit_due_at = ready_to where order_id = $1`,
      [order.orderId],
    );
    const hours = { readyFrom: hoursLater(30), readyTo: hoursLater(36) };
    const wish = { orderId: order.orderId, deals: [{ dealId: first.id }], hours };
    expect(await preview(hung, wish)).toMatchObject({
      grams: 400 * KG,
      rides: [{ runNumber: run.number, leftOut: [expect.any(String)], loadAfter: 300 * KG }],
    });
    const change = await propose(hung, wish);
    expect(await agree(first.household, change.id)).toMatchObject({ state: 'APPLIED' });
    expect(await deal(first.household, first.id)).toMatchObject({
      ...hours,
      releaseBy: hours.readyTo,
      totalGrams: 400 * KG,
    });
    expect(await morning.read(driver, run.id)).toMatchObject({
      state: 'PLANNED',
      loadGrams: 300 * KG,
    });
    expect(await deal(second.household, second.id)).toMatchObject({ change: null });
    const below = await preview(hung, { orderId: order.orderId, deals: [kg(second.id, 20)] });
    expect(below).toMatchObject({ code: 'CHANGE_BELOW_DEPOSIT' });
  });

  it('OR-05: what was shown must still be so, and what has moved on meanwhile is refused', async () => {
    const { order, run } = await morning.planned([400, 300]);
    const [first, second] = order.deals as [OfDeal, OfDeal];
    const { orderId } = order;
    const wish = { orderId, deals: [kg(first.id, 300)] };
    const { seen } = await preview(hung, wish);
    const change = await act(hung, CHANGES.propose, { ...wish, seen });
    expect(await act(hung, CHANGES.propose, { ...wish, seen })).toMatchObject({
      code: 'CHANGE_OPEN',
    });
    const before = (await consequences(first.household, change.id)).seen;
    await morning.act(hung, RUNS.cancel, { runId: run.id, reason: 'Xe hỏng' });
    const changeId = change.id;
    expect(
      await act(first.household, CHANGES.confirm, { changeId, accept: true, seen: before }),
    ).toMatchObject({ code: 'CHANGE_CONSEQUENCES_CHANGED' });
    await world.db.query(`update deals set ready_to = ready_to + interval '1 hour' where id = $1`, [
      first.id,
    ]);
    expect(
      await act(first.household, CHANGES.confirm, { changeId, accept: true, seen: before }),
    ).toMatchObject({ code: 'CHANGE_STALE' });
    expect(await reserved(first.id)).toBe(400 * KG);
    // A stale one stands in nobody's way.
    const next = await propose(second.household, { orderId, deals: [kg(second.id, 250)] });
    expect(next).toMatchObject({ state: 'OPEN' });
    expect(await deal(first.household, first.id)).toMatchObject({ change: { state: 'STALE' } });
    expect(await act(second.household, CHANGES.withdraw, { changeId: next.id })).toMatchObject({
      state: 'WITHDRAWN',
    });
  });

  it('NG-05: silence changes nothing; the time is judged at the answer, and its proposer hears of it once', async () => {
    const { order } = await morning.planned([400]);
    const [first] = order.deals as [OfDeal];
    const change = await propose(hung, { orderId: order.orderId, deals: [kg(first.id, 300)] });
    world.clock.moveTo((change as unknown as { expiresAt: string }).expiresAt);
    const answer = { changeId: change.id, accept: true, seen: 'anything' };
    expect(await act(first.household, CHANGES.confirm, answer)).toMatchObject({
      code: 'CHANGE_EXPIRED',
    });
    for (let times = 0; times < 2; times += 1) await world.app.get(KeepProposals).run();
    expect(await deal(hung, first.id)).toMatchObject({
      totalGrams: 400 * KG,
      change: { state: 'EXPIRED' },
    });
    await world.deliverEvents();
    const told = await world.db.query(
      `select count(*)::int as n from notices where party_id = $1 and kind = 'ORDER_CHANGE_CLOSED'
       and facts ->> 'state' = 'EXPIRED' and path = $2`,
      [hung.party.id, `/app/gom/${order.orderId}/doi`],
    );
    expect(told).toEqual([{ n: 1 }]);
  });

  it('OR-05: once the vehicle has left, kilograms and hours are said at the scale', async () => {
    const { order, run } = await morning.started([400]);
    const [first] = order.deals as [OfDeal];
    const wish = { orderId: order.orderId, deals: [kg(first.id, 300)] };
    expect(run.state).toBe('PLANNED');
    expect(await preview(hung, wish)).toMatchObject({ code: 'CHANGE_VEHICLE_LEFT' });
  });

  it('OR-05: only the two sides of the deal propose, see and answer; wrong numbers change nothing', async () => {
    const { order } = await morning.planned([400, 300]);
    const [first, second] = order.deals as [OfDeal, OfDeal];
    const { orderId } = order;
    const wish = { orderId, deals: [kg(first.id, 300)] };
    const other = await make.trader({});
    const clerk = await make.coopClerk({});
    for (const stranger of [other, second.household, clerk]) {
      expect(await propose(stranger, wish)).toMatchObject({ code: 'ORDER_NOT_FOUND' });
    }
    const change = await propose(hung, wish);
    for (const stranger of [other, second.household, clerk]) {
      expect(await consequences(stranger, change.id)).toMatchObject({ code: 'CHANGE_NOT_FOUND' });
      expect(await agree(stranger, change.id)).toMatchObject({ code: 'CHANGE_NOT_FOUND' });
      expect(await act(stranger, CHANGES.withdraw, { changeId: change.id })).toMatchObject({
        code: 'CHANGE_NOT_FOUND',
      });
    }
    await make.grant(first.household, clerk, 'SELL_FOR');
    expect(await agree(clerk, change.id)).toMatchObject({ state: 'APPLIED' });

    await expect(preview(await make.officeStaff({}), wish)).rejects.toThrow(/FORBIDDEN|quyền/);
    for (const [deals, code] of [
      [[], 'CHANGE_DEALS_IMPLAUSIBLE'],
      [[kg(first.id, 300)], 'CHANGE_EMPTY'],
      [[kg(first.id, 0)], 'ORDER_GRAMS_IMPLAUSIBLE'],
      [[{ dealId: first.id, grades: [{ gradeCode: 'L9', grams: KG }] }], 'CHANGE_GRADE_UNKNOWN'],
      [[kg('không phải mã', 300)], 'ORDER_NOT_FOUND'],
    ] as const) {
      expect(await preview(hung, { orderId, deals })).toMatchObject({ code });
    }
    const hours = { readyFrom: hoursLater(5), readyTo: hoursLater(4) };
    expect(await preview(hung, { orderId, deals: [{ dealId: first.id }], hours })).toMatchObject({
      code: 'ORDER_WINDOW_IMPLAUSIBLE',
    });
  });

  it('OR-05: of two yeses at once and a replayed one the change is carried out once', async () => {
    const { order } = await morning.planned([400, 300]);
    const [first, second] = order.deals as [OfDeal, OfDeal];
    const change = await propose(hung, {
      orderId: order.orderId,
      deals: [kg(first.id, 350), kg(second.id, 250)],
    });
    const changeId = change.id;
    const inputs = await Promise.all(
      [first, second].map(async ({ household }) => {
        const { seen } = await consequences(household, changeId);
        return { household, input: { clientMutationId: world.id(), changeId, accept: true, seen } };
      }),
    );
    const answers = await Promise.all(
      [...inputs, ...inputs].map(({ household, input }) =>
        household.voice.ask<ShownOrderChange>(CHANGES.confirm, { input }),
      ),
    );
    expect(answers.every(({ __typename }) => __typename === 'OrderChange')).toBe(true);
    expect(await deal(hung, first.id)).toMatchObject({ change: { state: 'APPLIED' } });
    expect(await reserved(first.id)).toBe(350 * KG);
    expect(await reserved(second.id)).toBe(250 * KG);

    const both = [first, second].map(async (one) =>
      propose(one.household, { orderId: order.orderId, deals: [kg(one.id, 200)] }),
    );
    const states = (await Promise.all(both)).map((one) => one.state ?? one.code);
    expect(states.toSorted()).toEqual(['CHANGE_OPEN', 'OPEN']);
  });

  it('OR-05 AL-11: a permit that no longer covers the load is asked for anew, and who drives hears of the load once', async () => {
    const { order, run } = await morning.planned([400, 300]);
    const [first] = order.deals as [OfDeal];
    await drillInForce(make);
    await morning.act(driver, RUNS.apply, { runId: run.id, persons: 1 });
    const small = await preview(hung, { orderId: order.orderId, deals: [kg(first.id, 390)] });
    expect(small).toMatchObject({ rides: [{ permit: 'HOLDS' }] });
    const wish = { orderId: order.orderId, deals: [kg(first.id, 100)] };
    expect(await preview(hung, wish)).toMatchObject({ rides: [{ permit: 'RENEW' }] });
    const change = await propose(hung, wish);
    await agree(first.household, change.id);
    const permits: unknown[] = await world.db.query(
      `select state, load_g::int / 1000 as kg from permits where run_id = $1 order by created_at, id`,
      [run.id],
    );
    expect(permits).toEqual([
      { state: expect.stringMatching(/WITHDRAWN|SUPERSEDED/), kg: 700 },
      { state: expect.stringMatching(/SUBMITTED|ISSUED/), kg: 400 },
    ]);
    await world.deliverEvents();
    const { nodes } = await driver.voice.ask<{ nodes: { kind: string; text: string }[] }>(
      RUNS.notices,
    );
    const ofRun = nodes.filter(({ text }) => text.includes(`Chuyến ${run.number}`));
    expect(ofRun.map(({ kind }) => kind)).toEqual(['RUN_LOAD_CHANGED', 'RUN_PLANNED']);
    expect(ofRun[0]?.text).toContain('nay chở 400 kg na từ 2 điểm');
  });
});
