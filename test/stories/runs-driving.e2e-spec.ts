import {
  drillInForce,
  offlineVerdict,
  rulesOf2021,
  testedHoursAgo,
  type Bundle,
} from '../support/given-permits.js';
import {
  confirmedTicket,
  orderOfDeals,
  vehicleWithDriver,
  type OrderOfDeals,
} from '../support/given-runs.js';
import { given, type Given, type Someone } from '../support/given.js';
import { PERMITS, type ShownPermit } from '../support/permit-documents.js';
import { RUNS, type Planned, type PlannedRun, type ShownRun } from '../support/run-documents.js';
import { World } from '../support/world.js';

/** A world with one truck, its driver, and a trader who sends it for the fruit of so many households. */
class Morning {
  private constructor(
    readonly world: World,
    readonly make: Given,
    readonly trader: Someone,
    readonly driver: Someone,
  ) {}

  static async at(evening: string): Promise<Morning> {
    const world = await World.open(evening);
    const make = await given(world);
    const trader = await make.trader({ name: 'Vựa Hùng' });
    const driver = await vehicleWithDriver(make, { payloadKg: 5_000, plate: '98C-123.45' });
    return new Morning(world, make, trader, driver);
  }

  act<Answer = ShownRun>(someone: Someone, document: string, wish: object): Promise<Answer> {
    return someone.voice.ask<Answer>(document, {
      input: { clientMutationId: this.world.id(), ...wish },
    });
  }

  /** A run planned for eleven hours from now, at five in the morning. */
  async planned(
    kg: readonly number[],
    wish = {},
  ): Promise<{ run: PlannedRun; order: OrderOfDeals }> {
    const order = await orderOfDeals(this.make, this.trader, { kg, ...wish });
    const startsAt = new Date(this.world.clock.now().getTime() + 11 * 3_600_000).toISOString();
    const { runs } = await this.act<Planned>(this.trader, RUNS.plan, {
      orderId: order.orderId,
      startsAt,
    });
    const [run] = runs;
    if (!run) throw new Error('nothing was planned');
    return { run, order };
  }

  async started(kg: readonly number[]): Promise<{ run: PlannedRun; order: OrderOfDeals }> {
    const planned = await this.planned(kg);
    await this.act(this.driver, RUNS.accept, { runId: planned.run.id });
    const run = await this.act(this.driver, RUNS.start, { runId: planned.run.id });
    if (run.state !== 'DISPATCHED') throw new Error(`not started: ${run.code}`);
    return planned;
  }

  read(someone: Someone, id: string): Promise<ShownRun> {
    return someone.voice.ask<ShownRun>(RUNS.run, { id });
  }

  get now(): string {
    return this.world.clock.now().toISOString();
  }
}

describe('driving a run where no rule asks for papers', () => {
  let morning: Morning;
  let world: World;
  let driver: Someone;

  beforeAll(async () => {
    morning = await Morning.at('2026-08-25T18:00:00+07:00');
    ({ world, driver } = morning);
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.pass(24 * 60));

  const stopsOf = (run: PlannedRun) => run.stops.map(({ id }) => id);

  it('is accepted, started, and delivered once every household was seen to', async () => {
    const { run, order } = await morning.planned([400, 300]);
    expect(await morning.act(driver, RUNS.start, { runId: run.id })).toMatchObject({
      code: 'RUN_STEP_NOT_ALLOWED',
    });
    expect(await morning.act(driver, RUNS.accept, { runId: run.id })).toMatchObject({
      state: 'ACCEPTED',
      permitNeed: { needed: false, requirements: [], rulePackCodes: [] },
    });
    world.clock.pass(11 * 60);
    expect(await morning.act(driver, RUNS.start, { runId: run.id })).toMatchObject({
      state: 'DISPATCHED',
      startedAt: morning.now,
    });
    expect(await morning.act(driver, RUNS.deliver, { runId: run.id })).toMatchObject({
      code: 'RUN_STOPS_LEFT',
      message: 'Còn 2 điểm chưa xong.',
    });
    for (const deal of order.deals) await confirmedTicket(morning.make, deal, morning.trader);
    for (const stopId of stopsOf(run).slice(0, 2)) {
      await morning.act(driver, RUNS.arrive, { stopId, at: morning.now });
      await morning.act(driver, RUNS.complete, { stopId, at: morning.now, outcome: 'DONE' });
    }
    const delivered = await morning.act(driver, RUNS.deliver, { runId: run.id });
    expect(delivered).toMatchObject({ state: 'DELIVERED', deliveredAt: morning.now });
    expect(delivered.stops.map(({ state }) => state)).toEqual(['DONE', 'DONE', 'DONE']);
  });

  it('PU-09 takes fruit aboard only on a confirmed ticket, PU-10 or with the driver’s word for why not', async () => {
    const { run, order } = await morning.started([400, 300]);
    const [first, second] = stopsOf(run);
    const complete = (stopId: string | undefined, more: object) =>
      morning.act(driver, RUNS.complete, { stopId, at: morning.now, ...more });
    expect(await complete(first, { outcome: 'DONE' })).toMatchObject({
      code: 'STOP_TICKET_MISSING',
      message: 'Hộ chưa xác nhận phiếu cân ở điểm này.',
    });
    expect(await complete(second, { outcome: 'FAILED', issue: '  ' })).toMatchObject({
      code: 'STOP_ISSUE_MISSING',
    });
    const failed = await complete(second, { outcome: 'FAILED', issue: 'Hộ chưa hái, mưa to.' });
    expect(failed.stops[1]).toMatchObject({ state: 'FAILED', issue: 'Hộ chưa hái, mưa to.' });
    const { loadGrams, stops } = await morning.read(driver, run.id);
    expect([loadGrams, stops[0]?.state]).toEqual([run.stops[0]?.grams, 'PENDING']);

    // What was left behind waits for another truck, and for no other plan than that.
    await vehicleWithDriver(morning.make, { payloadKg: 1_250, plate: '98C-222.22' });
    const again = await morning.act<Planned>(morning.trader, RUNS.plan, {
      orderId: order.orderId,
      startsAt: new Date(world.clock.now().getTime() + 12 * 3_600_000).toISOString(),
    });
    expect(
      again.runs.flatMap(({ stops: all }) => all.flatMap(({ deal }) => deal?.id ?? [])),
    ).toEqual([run.stops[1]?.deal?.id]);
  });

  it('PU-14 comes to the same when a phone without signal tells its acts later, in any order, ten times', async () => {
    const { run, order } = await morning.started([400]);
    for (const deal of order.deals) await confirmedTicket(morning.make, deal, morning.trader);
    const stopId = stopsOf(run)[0];
    const start = world.clock.now().getTime();
    const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
    const outbox = [
      [RUNS.complete, { clientMutationId: world.id(), stopId, at: at(25), outcome: 'DONE' }],
      [RUNS.arrive, { clientMutationId: world.id(), stopId, at: at(5) }],
    ] as const;
    world.clock.pass(180);
    for (let times = 0; times < 10; times += 1) {
      for (const [document, input] of outbox) await driver.voice.ask(document, { input });
    }
    // A second phone of the driver tells the same under ids of its own.
    await morning.act(driver, RUNS.arrive, { stopId, at: at(7) });
    await morning.act(driver, RUNS.complete, { stopId, at: at(30), outcome: 'DONE' });
    const { stops } = await morning.read(driver, run.id);
    expect(stops[0]).toMatchObject({
      state: 'DONE',
      arrivedAt: at(5),
      arrivedHeardAt: morning.now,
      doneAt: at(25),
      doneHeardAt: morning.now,
    });
    expect(
      await morning.act(driver, RUNS.complete, {
        stopId,
        at: at(26),
        outcome: 'FAILED',
        issue: 'x',
      }),
    ).toMatchObject({ code: 'STOP_STEP_NOT_ALLOWED' });
  });

  it('writes nothing down before it has left, or once it was called off', async () => {
    const { run } = await morning.planned([400]);
    const stopId = stopsOf(run)[0];
    const arrive = () => morning.act(driver, RUNS.arrive, { stopId, at: morning.now });
    expect(await arrive()).toMatchObject({ code: 'RUN_NOT_STARTED' });
    expect(
      await morning.act(morning.trader, RUNS.cancel, { runId: run.id, reason: ' ' }),
    ).toMatchObject({ code: 'RUN_REASON_MISSING' });
    const cancelled = await morning.act(morning.trader, RUNS.cancel, {
      runId: run.id,
      reason: 'Cầu Lục Nam cấm xe.',
    });
    expect(cancelled).toMatchObject({ state: 'CANCELLED', cancelReason: 'Cầu Lục Nam cấm xe.' });
    expect(cancelled.stops.map(({ state }) => state)).toEqual(['SKIPPED', 'SKIPPED']);
    expect(await arrive()).toMatchObject({ code: 'RUN_NOT_STARTED' });
    await world.deliverEvents();
    const { nodes } = await driver.voice.ask<{ nodes: { kind: string; text: string }[] }>(
      RUNS.notices,
    );
    expect(nodes[0]).toMatchObject({
      kind: 'RUN_CANCELLED',
      text: `Chuyến ${run.number} đã hủy: Cầu Lục Nam cấm xe.`,
    });
  });
});

describe('driving a run while papers are asked for', () => {
  let morning: Morning;
  let world: World;
  let driver: Someone;

  beforeAll(async () => {
    morning = await Morning.at('2026-08-25T18:00:00+07:00');
    ({ world, driver } = morning);
    await drillInForce(morning.make);
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.pass(24 * 60));

  const apply = (runId: string, more = {}) =>
    morning.act<ShownPermit & { code: string }>(driver, RUNS.apply, { runId, persons: 1, ...more });
  const start = (runId: string) => morning.act(driver, RUNS.start, { runId });

  it('PE-01 has the request filled in from the run, with all that is missing', async () => {
    const { run } = await morning.planned([400, 300], { communes: ['Nghĩa Phương', 'Huyền Sơn'] });
    const draft = await driver.voice.ask<Record<string, unknown>>(RUNS.prefill, { runId: run.id });
    expect(draft).toMatchObject({
      plate: '98C-123.45',
      driverName: 'Nguyễn Văn Tú',
      persons: 1,
      destination: { code: 'HN_LONGBIEN' },
      crop: { code: 'NA' },
      loadGrams: 700_000,
      need: {
        needed: true,
        reasons: [
          { code: 'TEST_MISSING', sentence: 'Có người trên xe chưa có xét nghiệm.' },
          { code: 'NO_PERMIT', sentence: 'Cần giấy phép vận chuyển của Lục Nam.' },
        ],
        requirements: [
          { code: 'TESTS', isMet: false },
          { code: 'PERMIT', isMet: false },
        ],
        rulePackCodes: ['DRILL-2026'],
        nextStep: 'Đi xét nghiệm, nhập kết quả rồi xin lại.',
      },
      problems: [],
    });
  });

  it('PU-17 does not let it leave without a permit, nor while one waits', async () => {
    const { run } = await morning.planned([400]);
    await morning.act(driver, RUNS.accept, { runId: run.id });
    expect(await start(run.id)).toMatchObject({
      code: 'PERMIT_MISSING',
      message: 'Chuyến này chưa có giấy phép còn hạn cho cả chuyến.',
    });
    await morning.world.db.query(`delete from health_proofs`);
    expect(await apply(run.id)).toMatchObject({ state: 'SUBMITTED', token: null });
    expect(await start(run.id)).toMatchObject({
      code: 'PERMIT_MISSING',
      message: 'Giấy phép của chuyến này đang chờ duyệt.',
    });
    expect(await morning.read(driver, run.id)).toMatchObject({ state: 'ACCEPTED' });
  });

  it('PE-04 leaves on a permit that was issued at once, and the post sees green without signal', async () => {
    await testedHoursAgo(morning.make, driver, 3);
    const { run } = await morning.planned([400, 300]);
    await morning.act(driver, RUNS.accept, { runId: run.id });
    const permit = await apply(run.id);
    expect(permit).toMatchObject({ state: 'ISSUED' });
    expect(await apply(run.id)).toEqual(permit);
    const officer = await morning.make.checkpointOfficer({});
    const bundle = await morning.act<Bundle>(officer, PERMITS.startShift, {
      checkpointId: morning.make.place('CHOT-QL31-TAY'),
    });
    world.clock.pass(11 * 60);
    expect(await start(run.id)).toMatchObject({
      state: 'DISPATCHED',
      permit: { state: 'ISSUED' },
      permitNeed: {
        requirements: [
          { code: 'TESTS', isMet: true },
          { code: 'PERMIT', isMet: true },
        ],
      },
    });
    world.clock.pass(120);
    const seen = { plateSeen: '98C-123.45', personsSeen: 1 };
    expect(await offlineVerdict(bundle, permit.token ?? '', world.clock.now(), seen)).toMatchObject(
      { verdict: 'GREEN', permit: { kgLeast: 600, kgMost: 800 } },
    );
  });

  it('has no permit for another trip of the truck before this one is delivered, and one after', async () => {
    await testedHoursAgo(morning.make, driver, 3);
    const first = await morning.planned([400], { destination: 'HN_LONGBIEN' });
    const order = await orderOfDeals(morning.make, morning.trader, { kg: [300], hours: 48 });
    const startsAt = new Date(Date.parse(first.run.endsAt) + 2.5 * 3_600_000).toISOString();
    const { runs } = await morning.act<Planned>(morning.trader, RUNS.plan, {
      orderId: order.orderId,
      startsAt,
    });
    const second = runs[0]?.id ?? '';
    await morning.act(driver, RUNS.accept, { runId: first.run.id });
    const earlier = await apply(first.run.id);
    expect(earlier.state).toBe('ISSUED');
    expect(await apply(second)).toMatchObject({ code: 'DUPLICATE_PERMIT' });

    world.clock.moveTo(first.run.startsAt);
    await start(first.run.id);
    const issue = 'Không có hàng.';
    const stopId = first.run.stops[0]?.id;
    await morning.act(driver, RUNS.complete, { stopId, at: morning.now, outcome: 'FAILED', issue });
    await morning.act(driver, RUNS.deliver, { runId: first.run.id });
    expect(await apply(second)).toMatchObject({ state: 'ISSUED' });
    const office = await morning.make.officeStaff({});
    expect(await office.voice.ask(PERMITS.permit, { id: earlier.id })).toMatchObject({
      state: 'SUPERSEDED',
    });
  });

  it('loses its permit when it is called off, and does not leave when somebody aboard falls ill', async () => {
    await testedHoursAgo(morning.make, driver, 3);
    const { run } = await morning.planned([400]);
    await morning.act(driver, RUNS.accept, { runId: run.id });
    const permit = await apply(run.id);
    expect(permit.state).toBe('ISSUED');
    await testedHoursAgo(morning.make, driver, 1, { isNegative: false });
    world.clock.pass(10 * 60 + 30);
    const held = await start(run.id);
    expect(held).toMatchObject({
      code: 'DEPARTURE_HELD',
      message: 'Chưa được xuất phát. Một người trên xe có kết quả dương tính.',
    });
    await morning.act(morning.trader, RUNS.cancel, { runId: run.id, reason: 'Lái xe ốm.' });
    const office = await morning.make.officeStaff({});
    expect(await office.voice.ask(PERMITS.permit, { id: permit.id })).toMatchObject({
      state: 'SUPERSEDED',
    });
    await world.db.query(`delete from health_proofs`);
  });

  it('PE-22 leaves without any paper once the office has ended the rules', async () => {
    const { run } = await morning.planned([400]);
    await morning.act(driver, RUNS.accept, { runId: run.id });
    expect(await start(run.id)).toMatchObject({ code: 'PERMIT_MISSING' });
    const office = await morning.make.officeStaff({});
    expect(await morning.act(office, PERMITS.endRulePack, { code: 'DRILL-2026' })).toMatchObject({
      code: 'DRILL-2026',
      isInForce: false,
      effectiveTo: morning.now,
    });
    expect(await morning.read(driver, run.id)).toMatchObject({ permitNeed: { needed: false } });
    expect(await apply(run.id)).toMatchObject({ code: 'PERMIT_NOT_NEEDED' });
    expect(await start(run.id)).toMatchObject({ state: 'DISPATCHED' });
  });
});

describe('driving to Hà Nội in August 2021', () => {
  let morning: Morning;
  let world: World;

  beforeAll(async () => {
    morning = await Morning.at('2021-08-20T18:00:00+07:00');
    ({ world } = morning);
    await rulesOf2021(morning.make);
  });
  afterAll(() => world.close());

  it('is judged by 5187: a test within 72 hours of its result, the green-lane paper, and a person’s look', async () => {
    const { driver, trader, make } = morning;
    const { run } = await morning.planned([400]);
    await morning.act(driver, RUNS.accept, { runId: run.id });
    expect(await morning.read(trader, run.id)).toMatchObject({
      permitNeed: {
        needed: true,
        rulePackCodes: [
          'HN-2021-07-14',
          'VN-GREENLANE-1',
          'HN-17CT-2021-07-24',
          'VN-5187',
          'VN-QR-GRACE',
        ],
        requirements: [
          { code: 'TESTS', isMet: false },
          { code: 'GREEN_LANE', isMet: false },
          { code: 'PERMIT', isMet: false },
        ],
      },
    });
    await testedHoursAgo(make, driver, 20);
    const permit = await morning.act<ShownPermit>(driver, RUNS.apply, {
      runId: run.id,
      persons: 1,
    });
    expect(permit).toMatchObject({ state: 'SUBMITTED' });
    const office = await make.officeStaff({});
    expect(
      await morning.act<ShownPermit>(office, PERMITS.issue, { permitId: permit.id }),
    ).toMatchObject({ state: 'ISSUED', rulePackCode: 'VN-5187' });
    world.clock.pass(11 * 60);
    expect(await morning.act(driver, RUNS.start, { runId: run.id })).toMatchObject({
      state: 'DISPATCHED',
    });
  });
});
