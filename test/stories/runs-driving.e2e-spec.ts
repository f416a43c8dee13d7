import { confirmedTicket, vehicleWithDriver } from '../support/given-runs.js';
import type { Someone } from '../support/given.js';
import { Morning } from '../support/morning.js';
import { RUNS, type Planned, type PlannedRun } from '../support/run-documents.js';
import type { World } from '../support/world.js';

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
    await world.db.query(
      `update vehicles set inspected_until = '2020-01-01' where plate = '98C-222.22'`,
    );
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
