import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Planning } from '../../src/orders/use-cases/planning.js';
import { givenLot } from '../support/given-lots.js';
import {
  act,
  answerOffer,
  givenBulkOrder,
  ORDERS,
  waitingOffers,
} from '../support/given-orders.js';
import { givenStanding, openOccurrences, STANDING } from '../support/given-standing.js';
import type { Given, Someone } from '../support/given.js';
import { standingScene } from '../support/standing-scene.js';
import { fingerprint } from '../support/unchanged.js';
import type { World } from '../support/world.js';

const KG = 1000;
const DAY_MINUTES = 1440;

describe('standing orders, when their time comes', () => {
  const scene = standingScene();
  const { inDays, occurrence, done, ordersOf, heard } = scene;
  let world: World;
  let make: Given;
  let hung: Someone;
  let lan: Someone;
  beforeEach(() => {
    ({ world, make, hung, lan } = scene);
  });

  it('OR-07: each time is an order of its own, asked at once, made once however many workers come', async () => {
    await givenLot(make, lan, { kg: { L1: 300 }, askVndPerKg: 30_000 });
    const { id } = await givenStanding(make, hung);
    expect(await occurrence(id)).toMatchObject({ state: 'PLANNED', order: null });
    await openOccurrences(make, 4);
    await openOccurrences(make);
    expect(await ordersOf()).toBe(1);
    expect(await occurrence(id)).toMatchObject({
      state: 'OPENED',
      isGathering: true,
      order: { state: 'SOURCING', lines: [{ wantedGrams: 500 * KG }], progress: { offered: 1 } },
    });
    expect(await occurrence(id, inDays(8))).toMatchObject({ state: 'PLANNED', order: null });
    const [offer] = await waitingOffers(lan);
    expect(offer).toMatchObject({ grams: 300 * KG, vndPerKg: 30_000 });
    expect(await heard()).toEqual(['ORDER_CAME_ROUND']);
    await answerOffer(make, lan, offer?.id ?? '', false);
  });

  it('OR-07: a worker that dies while it makes one leaves nothing, and the next makes it', async () => {
    const lot = await givenLot(make, lan, { kg: { L1: 500 }, askVndPerKg: 30_000 });
    const { id } = await givenStanding(make, hung);
    const other = world.db.createQueryRunner();
    await other.startTransaction();
    await other.query(`select 1 from lot_grades where id = $1 for update`, [lot.lines['L1']]);
    const dying = openOccurrences(make);
    const waiting = `from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    const kill = `select pid, pg_terminate_backend(pid) ${waiting}`;
    let killed: { pid: number }[] = [];
    while (killed.length === 0) killed = await world.db.query(kill);
    const told = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await dying;
    told.mockRestore();
    const left = `select 1 from pg_stat_activity where pid = $1`;
    while ((await world.db.query(left, [killed[0]?.pid])).length > 0);
    await other.rollbackTransaction();
    await other.release();
    expect(await ordersOf()).toBe(0);
    expect(await occurrence(id)).toMatchObject({ state: 'PLANNED' });
    await openOccurrences(make);
    expect(await ordersOf()).toBe(1);
    expect((await occurrence(id))?.order?.progress.offered).toBe(1);
    await act(make, hung, ORDERS.cancel, {
      orderId: (await occurrence(id))?.order?.id,
      reason: 'hết cần',
    });
  });

  it('OR-07: with nothing on offer there is no order, no message and no fee; it is tried until pick-up', async () => {
    const { id } = await givenStanding(make, hung);
    const before = await fingerprint(world, [
      'orders',
      'allocation_plans',
      'lot_holds',
      'notices',
      'graphile_worker._private_jobs',
    ]);
    await openOccurrences(make, 2);
    expect(
      await fingerprint(world, [
        'orders',
        'allocation_plans',
        'lot_holds',
        'notices',
        'graphile_worker._private_jobs',
      ]),
    ).toEqual(before);
    expect(await occurrence(id)).toMatchObject({ state: 'EMPTY', emptyReason: 'NO_LOT' });
    const day = inDays(1);
    world.clock.pass(20 * 60);
    await givenLot(make, lan, {
      kg: { L1: 60 },
      readyFrom: `${day}T04:00:00+07:00`,
      askVndPerKg: 30_000,
    });
    await openOccurrences(make);
    expect(await occurrence(id, day)).toMatchObject({ state: 'OPENED', emptyReason: null });
    expect(await heard()).toEqual(['ORDER_CAME_ROUND']);

    const late = await givenStanding(make, hung, { weekdays: [5] });
    world.clock.moveTo(`${day}T05:00:00+07:00`);
    world.clock.pass(3 * DAY_MINUTES - 1);
    await openOccurrences(make);
    const friday = inDays(0);
    expect(await occurrence(late.id, friday)).toMatchObject({ state: 'EMPTY' });
    world.clock.pass(1);
    await givenLot(make, lan, { kg: { L1: 60 }, readyFrom: `${friday}T05:00:00+07:00` });
    await openOccurrences(make);
    expect(await occurrence(late.id, friday)).toMatchObject({ state: 'EMPTY', order: null });
  });

  it('OR-07, OR-10: it is priced anew each time, and never above what its buyer set', async () => {
    await world.db.query(
      `insert into reference_prices (id, crop_code, grade_code, month, vnd_per_kg)
       values ($1, 'NA', 'L1', 8, 30000), ($2, 'NA', 'L1', 9, 26000)`,
      [world.id(), world.id()],
    );
    const { id } = await givenStanding(make, hung, { maxVndPerKg: 32_000, mostVndPerKg: 31_000 });
    await givenLot(make, lan, { kg: { L1: 50 }, askVndPerKg: 20_000 });
    await openOccurrences(make);
    expect((await occurrence(id))?.order?.lines).toMatchObject([{ maxVndPerKg: 31_000 }]);
    world.clock.moveTo('2026-09-07T08:00:00+07:00');
    await givenLot(make, lan, { kg: { L1: 50 }, askVndPerKg: 20_000 });
    await openOccurrences(make);
    expect((await occurrence(id))?.order?.lines).toMatchObject([{ maxVndPerKg: 28_000 }]);
  });

  it('OR-07: a suspended buyer, and a firm somebody skips at the same moment, get no order', async () => {
    await givenLot(make, lan, { kg: { L1: 50 }, askVndPerKg: 30_000 });
    const { id } = await givenStanding(make, hung);
    const suspend = (state: string) =>
      world.db.query(`update parties set state = $2, state_reason = 'nợ' where id = $1`, [
        hung.party.id,
        state,
      ]);
    await suspend('SUSPENDED');
    await openOccurrences(make);
    expect(await occurrence(id)).toMatchObject({ emptyReason: 'BUYER_NOT_ACTIVE' });
    await suspend('ACTIVE');
    const wish = { standingOrderId: id, day: inDays(1) };
    const [, skipped] = await Promise.all([openOccurrences(make), done(STANDING.skip, wish)]);
    expect(await ordersOf()).toBe(skipped.code === 'OCCURRENCE_OPEN' ? 1 : 0);
  });

  it('OR-07: is planned without an open transaction, and again when another order takes the lot meanwhile', async () => {
    await givenLot(make, lan, { kg: { L1: 200 }, askVndPerKg: 30_000 });
    const thang = await make.grower({});
    await givenLot(make, thang, { kg: { L1: 200 }, askVndPerKg: 31_000 });
    const { id } = await givenStanding(make, hung, { kg: 150, policy: 'FIRST_COME' });
    const rivalBuyer = await make.trader({});
    const rival = await givenBulkOrder(make, rivalBuyer, {
      kg: 200,
      policy: 'FIRST_COME',
      readyFrom: `${inDays(1)}T05:00:00+07:00`,
      readyTo: `${inDays(1)}T09:00:00+07:00`,
    });
    const planning = world.app.get(Planning);
    const plan = planning.plan.bind(planning);
    const openWhilePlanning: number[] = [];
    planning.plan = async (...round) => {
      const planned = await plan(...round);
      if (round[0].id === rival.id) return planned;
      const [row]: { open: number }[] = await world.db.query(
        `select count(*)::int as open from pg_stat_activity
         where datname = current_database() and state like 'idle in transaction%'`,
      );
      openWhilePlanning.push(row?.open ?? -1);
      if (openWhilePlanning.length === 1) {
        await act(make, rivalBuyer, ORDERS.offer, { orderId: rival.id });
      }
      return planned;
    };
    try {
      await openOccurrences(make);
    } finally {
      planning.plan = plan;
    }
    expect(openWhilePlanning).toEqual([0, 0]);
    expect((await occurrence(id))?.order?.progress).toMatchObject({ offered: 1 });
    expect(await waitingOffers(thang)).toHaveLength(1);
  });

  it('OR-07: a standing order that breaks holds up no other, and is written down', async () => {
    const tham = await make.grower({ name: 'Trần Thị Thắm' });
    for (const grower of [lan, tham])
      await givenLot(make, grower, { kg: { L1: 300 }, askVndPerKg: 30_000 });
    const broken = await givenStanding(make, hung);
    const other = await givenStanding(make, hung);
    await world.db.query(
      `alter table standing_occurrences add constraint broken check (standing_order_id <> '${broken.id}') not valid`,
    );
    const told = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    await openOccurrences(make);
    await world.db.query(`alter table standing_occurrences drop constraint broken`);
    expect(told.mock.calls).toMatchObject([
      [{ work: 'standing.open-occurrences', fault: expect.stringContaining('23514') }],
    ]);
    told.mockRestore();
    expect(await occurrence(broken.id)).toMatchObject({ state: 'PLANNED' });
    expect(await occurrence(other.id)).toMatchObject({ state: 'OPENED' });
  });
});
