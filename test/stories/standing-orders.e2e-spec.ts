import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Planning } from '../../src/orders/use-cases/planning.js';
import { dayOf, plusDays } from '../../src/kernel/day.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot } from '../support/given-lots.js';
import {
  act,
  answerOffer,
  codesOf,
  givenBulkOrder,
  ORDERS,
  waitingOffers,
} from '../support/given-orders.js';
import {
  givenStanding,
  openOccurrences,
  STANDING,
  type ShownOccurrence,
  type ShownStanding,
} from '../support/given-standing.js';
import { fingerprint } from '../support/unchanged.js';
import { World } from '../support/world.js';

const KG = 1000;
const DAY_MINUTES = 1440;

describe('standing orders', () => {
  let world: World;
  let make: Given;
  let hung: Someone;
  let lan: Someone;

  beforeAll(async () => {
    // A Monday.
    world = await World.open('2026-08-03T08:00:00+07:00');
    make = await given(world);
    await world.db.query(`delete from reference_prices where crop_code = 'NA'`);
  }, 30_000);
  afterAll(() => world.close());
  let week = 0;
  beforeEach(async () => {
    world.clock.moveTo('2026-08-03T08:00:00+07:00');
    world.clock.pass((week += 7) * DAY_MINUTES);
    await world.db.query(`update standing_orders set state = 'PAUSED'`);
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    hung = await make.trader({ name: 'Vựa Hùng' });
  });

  const inDays = (days: number): string => plusDays(dayOf(world.clock.now()), days);
  const read = (id: string): Promise<ShownStanding> => hung.voice.ask(STANDING.read, { id });
  const occurrence = async (id: string, day = inDays(1)): Promise<ShownOccurrence | undefined> =>
    (await read(id)).occurrences.find((one) => one.day === day);
  const done = (document: string, wish: object, who = hung): Promise<ShownStanding> =>
    act<ShownStanding>(make, who, document, wish);
  const lines = (kg: number, maxVndPerKg: number | null = 36_000) => [
    { gradeCode: 'L1', grams: kg * KG, maxVndPerKg },
  ];
  const ordersOf = async (who = hung): Promise<number> => {
    const [row] = await world.db.query(
      `select count(*)::int as n from orders where buyer_id = $1 and id in (select order_id from standing_occurrences)`,
      [who.party.id],
    );
    return row.n;
  };
  const heard = async (): Promise<string[]> => {
    await world.deliverEvents();
    const { nodes } = await hung.voice.ask<{ nodes: { kind: string }[] }>(ORDERS.notices);
    return nodes.map(({ kind }) => kind);
  };

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

  it('OR-07: one time is skipped, taken up again or changed alone; a made order is given up as an order', async () => {
    await givenLot(make, lan, { kg: { L1: 80 }, askVndPerKg: 30_000 });
    const { id } = await givenStanding(make, hung);
    const day = inDays(1);
    const wish = { standingOrderId: id, day };
    const skipped = await done(STANDING.skip, wish);
    expect(skipped.occurrences.map(({ state }) => state)).toEqual(['SKIPPED', 'PLANNED']);
    await openOccurrences(make);
    expect([await ordersOf(), await heard()]).toEqual([0, []]);
    const own = { expectedVersion: 1, applies: 'ONLY_THIS', day, lines: lines(90) };
    expect(await done(STANDING.change, { ...wish, ...own })).toMatchObject({
      code: 'OCCURRENCE_SKIPPED',
      field: 'day',
    });
    await done(STANDING.keep, wish);
    const changed = await done(STANDING.change, { ...wish, ...own });
    expect(changed.occurrences).toMatchObject([
      { day, isChanged: true, lines: [{ grams: 90 * KG }] },
      { isChanged: false, lines: [{ grams: 500 * KG }] },
    ]);
    await openOccurrences(make);
    const opened = await occurrence(id);
    expect(opened?.order?.lines).toMatchObject([{ wantedGrams: 90 * KG }]);
    expect(await done(STANDING.skip, wish)).toMatchObject({
      code: 'OCCURRENCE_OPEN',
      message: `Lần này đã thành đơn ${opened?.order?.number}.`,
    });
    for (const strange of [inDays(2), inDays(-6)])
      expect(await done(STANDING.skip, { ...wish, day: strange })).toMatchObject({
        code: 'OCCURRENCE_NOT_FOUND',
      });
    await act(make, hung, ORDERS.cancel, { orderId: opened?.order?.id, reason: 'hết cần' });
    await openOccurrences(make);
    expect(await ordersOf()).toBe(1);
  });

  it('AP-04: of two phones that change it the second is told, whether all of it or one day was changed', async () => {
    const { id, version } = await givenStanding(make, hung, { kg: 200 });
    const change = (expectedVersion: number, wish: object) =>
      done(STANDING.change, { standingOrderId: id, expectedVersion, ...wish });
    const answers = await Promise.all(
      [300, 400].map((kg) => change(version, { lines: lines(kg) })),
    );
    expect(codesOf(answers)).toEqual({ done: 1, STANDING_CHANGED: 1 });
    const day = { applies: 'ONLY_THIS', day: inDays(1), lines: lines(90) };
    expect(await change(version, day)).toMatchObject({
      code: 'STANDING_CHANGED',
      facts: [
        { name: 'expectedVersion', value: String(version) },
        { name: 'version', value: String(version + 1) },
      ],
    });
    expect(await change(version + 1, day)).toMatchObject({ version: version + 2 });
    expect(await change(version + 1, { lines: lines(500) })).toMatchObject({
      code: 'STANDING_CHANGED',
    });
  });

  it('OR-08: while one gathers, its buyer says whether only this time changes or all from the next on', async () => {
    await givenLot(make, lan, { kg: { L1: 400 }, askVndPerKg: 30_000 });
    const { id } = await givenStanding(make, hung, { kg: 200 });
    const change = async (wish: object) => {
      const { version } = await hung.voice.ask<ShownStanding>(STANDING.read, { id });
      return done(STANDING.change, { standingOrderId: id, expectedVersion: version, ...wish });
    };
    expect(await change({ lines: lines(220) })).toMatchObject({ id });
    await openOccurrences(make);
    const day = inDays(1);
    const tables = ['standing_orders', 'standing_order_lines', 'order_lines', 'lot_holds'];
    const before = await fingerprint(world, tables);
    expect(await change({ lines: lines(300) })).toMatchObject({
      code: 'STANDING_CHOICE_MISSING',
      field: 'applies',
      facts: [
        { name: 'day', value: day },
        { name: 'orderNumber', value: (await occurrence(id))?.order?.number },
      ],
    });
    const once = { applies: 'ONLY_THIS', day };
    expect(await change({ ...once, weekdays: [1], lines: lines(300) })).toMatchObject({
      code: 'STANDING_CALENDAR_NOT_ONCE',
    });
    expect(await change({ ...once, lines: lines(100) })).toMatchObject({
      code: 'ORDER_BELOW_ASKED',
      facts: [{ name: 'gradeCode' }, { name: 'askedGrams', value: String(220 * KG) }],
    });
    expect(await fingerprint(world, tables)).toEqual(before);

    const weekdays = [5, 2, 5];
    await change({ applies: 'FROM_NEXT', weekdays, leadHours: 48, lines: lines(400) });
    expect(await read(id)).toMatchObject({
      weekdays: [2, 5],
      leadHours: 48,
      occurrences: [
        { day, order: { lines: [{ wantedGrams: 220 * KG }] } },
        { lines: [{ grams: 400 * KG }] },
        { lines: [{ grams: 400 * KG }] },
        { lines: [{ grams: 400 * KG }] },
      ],
    });

    const thang = await make.grower({});
    await givenLot(make, thang, { kg: { L1: 100 }, askVndPerKg: 31_000 });
    await change({ ...once, lines: lines(320) });
    await world.deliverEvents();
    const revised = await read(id);
    expect(revised.occurrences[0]).toMatchObject({
      isChanged: true,
      order: { lines: [{ wantedGrams: 320 * KG }], progress: { offered: 2 } },
    });
    expect(revised.occurrences[1]).toMatchObject({ lines: [{ grams: 400 * KG }] });
    for (const offer of await waitingOffers(thang)) await answerOffer(make, thang, offer.id, true);
    const { order } = (await occurrence(id)) ?? {};
    await act(make, hung, ORDERS.commit, { orderId: order?.id });
    expect(await change({ lines: lines(410) })).toMatchObject({ id });
    expect(await change({ ...once, lines: lines(410) })).toMatchObject({
      code: 'ORDER_STEP_NOT_ALLOWED',
    });
  });

  it('OR-07: paused it opens nothing; resumed it opens what is ahead and nothing that was missed', async () => {
    await givenLot(make, lan, { kg: { L1: 50 }, askVndPerKg: 30_000 });
    const { id } = await givenStanding(make, hung, { weekdays: [2, 3] });
    await done(STANDING.pause, { standingOrderId: id });
    await openOccurrences(make);
    expect(await ordersOf()).toBe(0);
    const missed = inDays(1);
    world.clock.pass(DAY_MINUTES);
    expect(await done(STANDING.resume, { standingOrderId: id })).toMatchObject({ state: 'ACTIVE' });
    await openOccurrences(make);
    expect(await ordersOf()).toBe(1);
    expect(await occurrence(id, missed)).toBe(undefined);
    expect(await occurrence(id, inDays(1))).toMatchObject({ state: 'OPENED' });
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

  it('OR-07: one tap twice makes one; only its buyer makes, reads and keeps it', async () => {
    const order = await givenBulkOrder(make, hung, { kg: 500 });
    const input = {
      clientMutationId: world.id(),
      orderId: order.id,
      weekdays: [1],
      leadHours: 12,
      lines: lines(500),
    };
    const [one, two] = await Promise.all(
      [1, 2].map(() => hung.voice.ask<ShownStanding>(STANDING.create, { input })),
    );
    expect(one?.id).toBe(two?.id);
    const mine = await hung.voice.ask<{ nodes: object[] }>(STANDING.mine, { first: 10 });
    expect(mine.nodes).toHaveLength(1);

    const dung = await make.trader({});
    const { clientMutationId: _, ...wish } = input;
    expect(await done(STANDING.create, wish, dung)).toMatchObject({ code: 'ORDER_NOT_FOUND' });
    expect((await dung.voice.send(STANDING.read, { id: one?.id })).data).toEqual({
      standingOrder: null,
    });
    const id = { standingOrderId: one?.id };
    const tries = [
      done(STANDING.pause, id, dung),
      done(STANDING.resume, id, dung),
      done(STANDING.skip, { ...id, day: inDays(7) }, dung),
      done(STANDING.keep, { ...id, day: inDays(7) }, dung),
      done(STANDING.change, { ...id, expectedVersion: 1, lines: lines(1) }, dung),
    ];
    expect(codesOf(await Promise.all(tries))).toEqual({ STANDING_ORDER_NOT_FOUND: 5 });
    for (const who of [lan, await make.coopClerk({}), await make.officeStaff({})]) {
      const answer = await who.voice.send(STANDING.create, {
        input: { ...input, clientMutationId: world.id() },
      });
      expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('OR-07: what cannot be meant is refused at its field', async () => {
    const order = await givenBulkOrder(make, hung, {
      kg: 500,
      readyFrom: `${inDays(1)}T05:00:00+07:00`,
      readyTo: `${inDays(1)}T10:00:00+07:00`,
      cutOff: { until: `${inDays(0)}T20:00:00+07:00`, extendUntil: null },
    });
    const wish = { orderId: order.id, weekdays: [2], leadHours: 10, lines: lines(500) };
    const tries: [object, string, string | null][] = [
      [{ orderId: world.id() }, 'ORDER_NOT_FOUND', 'orderId'],
      [{ weekdays: [] }, 'STANDING_WEEKDAYS_MISSING', 'weekdays'],
      [{ weekdays: [0] }, 'STANDING_WEEKDAYS_MISSING', 'weekdays'],
      // It gathers until nine hours before pick-up.
      [{ leadHours: 9 }, 'STANDING_LEAD_IMPLAUSIBLE', 'leadHours'],
      [{ leadHours: 169 }, 'STANDING_LEAD_IMPLAUSIBLE', 'leadHours'],
      [{ lines: [] }, 'ORDER_LINES_MISSING', 'lines'],
      [{ lines: [{ gradeCode: 'X', grams: KG }] }, 'ORDER_GRADE_UNKNOWN', 'lines.0.gradeCode'],
    ];
    for (const [over, code, field] of tries)
      expect(await done(STANDING.create, { ...wish, ...over })).toMatchObject({ code, field });
    await world.db.query(`update orders set policy = 'MANUAL' where id = $1`, [order.id]);
    expect(await done(STANDING.create, wish)).toMatchObject({ code: 'STANDING_BY_HAND' });
    await world.db.query(`update orders set kind = 'LOT' where id = $1`, [order.id]);
    expect(await done(STANDING.create, wish)).toMatchObject({ code: 'ORDER_NOT_REPEATABLE' });
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
