import { confirmedTicket } from '../support/given-runs.js';
import type { Someone } from '../support/given.js';
import type { Morning } from '../support/morning.js';
import { RUNS, type ShownRun } from '../support/run-documents.js';
import { STANDBY, standbyScene, type Suggested, type OfStop } from '../support/standby-scene.js';
import type { World } from '../support/world.js';

describe('lots that stand by, when a truck is short', () => {
  const scene = standbyScene();
  const { answer, read, kindsTold, standingBy, fail } = scene;
  let morning: Morning;
  let world: World;
  let near: Someone;
  let far: Someone;
  beforeEach(() => {
    ({ morning, world, near, far } = scene);
  });

  it('AL-11: a household that has nothing is replaced by what stands by, nearest first, in run and deals', async () => {
    const { run, order, backups } = await standingBy([150, 210]);
    const [first] = run.stops;
    const before = await morning.driver.voice.ask<Suggested>(STANDBY.suggest, {
      stopId: first?.id,
    });
    expect(before).toMatchObject({ missing: 0 });
    expect(before.options).toHaveLength(2);
    const replace = (backupIds: readonly string[]) =>
      morning.act<ShownRun>(morning.driver, STANDBY.replace, {
        stopId: first?.id,
        at: morning.now,
        backupIds,
      });
    expect(await replace([])).toMatchObject({ code: 'STOP_NOT_ENDED' });

    await fail(first?.id);
    const { missing, options } = await morning.trader.voice.ask<Suggested>(STANDBY.suggest, {
      stopId: first?.id,
    });
    expect(missing).toBe(first?.grams);
    expect(options.map(({ detourMinutes }) => detourMinutes)).toEqual(
      options.map(({ detourMinutes }) => detourMinutes).toSorted((a, b) => a - b),
    );
    const nearest = backups.find(({ household }) => household?.id === near.party.id);
    expect(options[0]?.backupId).toBe(nearest?.id);

    const replaced = await replace(options.map(({ backupId }) => backupId));
    expect(replaced.stops.map(({ state }) => state)).toEqual([
      'FAILED',
      'PENDING',
      'PENDING',
      'PENDING',
      'PENDING',
    ]);
    const taken = options.reduce((sum, { grams }) => sum + grams, 0);
    expect(taken).toBeLessThanOrEqual(180_000);
    expect(replaced.stops[1]?.household?.id).toBe(near.party.id);

    const { deals, backups: after, state } = await read(order.orderId);
    expect(state).toBe('COMMITTED');
    expect(after.map((one) => one.state)).toEqual(['USED', 'USED']);
    expect(deals.map(({ state: one }) => one).toSorted()).toEqual([
      'CANCELLED',
      'COMMITTED',
      'COMMITTED',
      'COMMITTED',
    ]);
    expect(await kindsTold(near)).toContain('ORDER_COMMITTED');
    const { nodes } = await order.deals[0]!.household.voice.ask<{ nodes: { kind: string }[] }>(
      RUNS.notices,
    );
    expect(nodes.length).toBeGreaterThan(0);
  });

  it('AL-11: a deal of who stood by has the terms of the others: release, deposit, and what giving up costs', async () => {
    const { run, order, backups } = await standingBy([150]);
    await world.db.query(
      `update orders set deposit_bp = 1000, cancel_dispatched_bp = 500, cancel_gate_bp = 900 where id = $1`,
      [order.orderId],
    );
    const [stop] = run.stops;
    await fail(stop?.id);
    await morning.act(morning.driver, STANDBY.replace, {
      stopId: stop?.id,
      at: morning.now,
      backupIds: backups.map(({ id }) => id),
    });
    const deals: Record<string, unknown>[] = await world.db.query(
      `select d.number, d.deposit_vnd::int as deposit, d.cancel_dispatched_bp as dispatched, d.cancel_gate_bp as gate,
              d.release_by = o.ready_to as "isReleased", d.deposit_due_at > $2 as "isDue"
       from deals d join orders o on o.id = d.order_id
       where o.id = $1 and d.state = 'COMMITTED' order by d.number`,
      [order.orderId, morning.now],
    );
    const terms = { dispatched: 500, gate: 900, isReleased: true, isDue: true };
    // A tenth of 75 kg at 34,000 đ; the first deal has the number 1.
    const number = expect.stringMatching(/\/2$/);
    expect(deals).toEqual([{ ...terms, number, deposit: 255_000 }]);
    await world.deliverEvents();
    const endings: object[] = await world.db.query(
      `select cause, at_fault as fault, said_by as said, stage, damages_vnd::int as damages, to_pay_vnd::int as pay,
              reply_until > ended_at as "mayReply",
              (select count(*)::int from broken_promises b where b.deal_id = d.id) as broken
       from deal_endings e join deals d on d.id = e.deal_id where d.order_id = $1`,
      [order.orderId],
    );
    expect(endings).toEqual([
      {
        cause: 'NOT_READY',
        fault: 'SELLER',
        said: null,
        stage: 'AT_GATE',
        damages: 0,
        pay: 0,
        mayReply: true,
        broken: 1,
      },
    ]);
    const { nodes } = await morning.driver.voice.ask<{ nodes: { kind: string; text: string }[] }>(
      RUNS.notices,
    );
    const changed = nodes.filter(({ text }) => text.includes(`Chuyến ${run.number}, xe`));
    expect(changed.map(({ kind }) => kind)).toEqual(['RUN_LOAD_CHANGED', 'RUN_PLANNED']);
  });

  it('AL-11: a decision made without signal counts once it is sent, and once only', async () => {
    const { run, backups } = await standingBy([150, 210]);
    const [first] = run.stops;
    const at = morning.now;
    const wish = {
      clientMutationId: world.id(),
      stopId: first?.id,
      at,
      backupIds: backups.map(({ id }) => id),
    };
    world.clock.pass(90);
    await fail(first?.id);
    const sent = await morning.act<ShownRun>(morning.driver, STANDBY.replace, wish);
    const again = await morning.act<ShownRun>(morning.driver, STANDBY.replace, wish);
    expect(again.stops.map(({ id }) => id)).toEqual(sent.stops.map(({ id }) => id));
    expect(sent.loadGrams).toBeLessThanOrEqual(360_000);
  });

  it('AL-11: what could come in place of each stop is known before the truck is short, and with it what the order counts on', async () => {
    const { run } = await standingBy([150, 210]);
    const { stops } = await morning.driver.voice.ask<{ stops: (Suggested & OfStop)[] }>(
      STANDBY.ofRun,
      {
        runId: run.id,
      },
    );
    expect(stops.map(({ stopId, counted }) => [stopId, counted])).toEqual(
      run.stops.filter(({ kind }) => kind === 'PICKUP').map(({ id, grams }) => [id, grams]),
    );
    for (const { stopId, balance, missing, options, room } of stops) {
      expect(balance).toEqual({ promised: 360_000, expected: 360_000, tolerance: 0 });
      expect(missing).toBe(0);
      expect(room).toBeGreaterThan(0);
      const alone = await morning.driver.voice.ask<Suggested>(STANDBY.suggest, { stopId });
      expect(options).toMatchObject(
        alone.options.map(({ backupId, grams, detourMinutes }) => ({
          backupId,
          grams,
          detourMinutes,
        })),
      );
    }
    const other = await morning.make.trader({ name: 'Vựa khác lạ' });
    expect(await other.voice.ask(STANDBY.ofRun, { runId: run.id })).toMatchObject({
      code: 'RUN_NOT_FOUND',
    });
    await expect(near.voice.ask(STANDBY.ofRun, { runId: run.id })).rejects.toThrow();
  });

  it('AL-11: a decision of a phone without signal is refused with both figures when a household has sold meanwhile', async () => {
    const { run, order, backups } = await standingBy([150, 210]);
    const [first] = run.stops;
    await fail(first?.id);
    const wish = {
      stopId: first?.id,
      at: morning.now,
      backupIds: backups.map(({ id }) => id),
      seen: { missingGrams: first?.grams, takenGrams: 150_000 },
    };
    const farther = backups.find(({ household }) => household?.id === far.party.id);
    await answer(far, farther?.id, false);
    const before = await read(order.orderId);
    expect(await morning.act(morning.driver, STANDBY.replace, wish)).toMatchObject({
      code: 'REPLACEMENT_GONE',
      message:
        'Lúc chọn còn 150 kg dự phòng; nay ở các hộ ấy chỉ còn 90 kg, phần kia đã bán nơi khác hoặc thôi giữ.',
      nextStep: 'Mở lại hàng dự phòng của điểm này và chọn hộ khác.',
    });
    expect(await read(order.orderId)).toEqual(before);

    const standing = backups.filter((one) => one !== farther).map(({ id }) => id);
    const replaced = await morning.act<ShownRun>(morning.driver, STANDBY.replace, {
      ...wish,
      backupIds: standing,
    });
    expect(replaced.stops).toHaveLength(run.stops.length + 1);
  });

  it('AL-11: what a household gave less by the scale is replaced, and its own part stays its own', async () => {
    const { run, order, backups } = await standingBy([180, 210]);
    const light = order.deals[0];
    const stop = run.stops.find(({ deal }) => deal?.id === light?.id);
    // The scale says 100 kg where 180 were promised.
    await confirmedTicket(morning.make, light!, morning.trader);
    await morning.act(morning.driver, RUNS.complete, {
      stopId: stop?.id,
      at: morning.now,
      outcome: 'PARTIAL',
      issue: 'Hộ chỉ hái được 100 kg.',
    });
    const nearest = backups.find(({ household }) => household?.id === near.party.id);
    const replaced = await morning.act<ShownRun>(morning.driver, STANDBY.replace, {
      stopId: stop?.id,
      at: morning.now,
      backupIds: [nearest?.id],
    });
    const carried = replaced.stops as readonly (ShownRun['stops'][number] & { grams: number })[];
    expect(carried.find(({ id }) => id === stop?.id)?.grams).toBe(100_000);
    const inItsPlace = carried.find(({ household }) => household?.id === near.party.id);
    expect(inItsPlace?.grams).toBe(80_000);
    const { deals } = await read(order.orderId);
    expect(deals.find(({ id }) => id === light?.id)?.state).not.toBe('CANCELLED');
  });

  it('AL-11: whoever neither drives the run nor bought the fruit decides nothing', async () => {
    const { run } = await standingBy([150]);
    const other = await morning.make.trader({ name: 'Vựa lạ' });
    const wish = { stopId: run.stops[0]?.id, at: morning.now, backupIds: [] };
    expect(await morning.act(other, STANDBY.replace, wish)).toMatchObject({
      code: 'STOP_NOT_FOUND',
    });
    expect(await other.voice.ask(STANDBY.suggest, { stopId: run.stops[0]?.id })).toMatchObject({
      code: 'STOP_NOT_FOUND',
    });
    await expect(morning.act(near, STANDBY.replace, wish)).rejects.toThrow();
  });

  it('AL-13: a household that gives a little less is no shortage while the order is inside its tolerance', async () => {
    const { run, order, backups } = await standingBy([101, 210]);
    await world.db.query(`update orders set tolerance_bp = 200 where id = $1`, [order.orderId]);
    const light = order.deals[0];
    const stop = run.stops.find(({ deal }) => deal?.id === light?.id);
    // The scale says 100 kg where 101 were promised.
    await confirmedTicket(morning.make, light!, morning.trader);
    await morning.act(morning.driver, RUNS.complete, {
      stopId: stop?.id,
      at: morning.now,
      outcome: 'DONE',
    });
    const seen = { missingGrams: 1_000, takenGrams: 1_000 };
    const wish = {
      stopId: stop?.id,
      at: morning.now,
      backupIds: backups.map(({ id }) => id),
      seen,
    };
    expect(await morning.act(morning.driver, STANDBY.replace, wish)).toMatchObject({
      code: 'NOTHING_TO_REPLACE',
      message: 'Lúc chọn, đơn thiếu 1 kg; nay cả đơn đã đủ trong dung sai.',
    });
  });
});
