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
  type ShownStanding,
} from '../support/given-standing.js';
import type { Given, Someone } from '../support/given.js';
import { standingScene } from '../support/standing-scene.js';
import { fingerprint } from '../support/unchanged.js';
import type { World } from '../support/world.js';

const KG = 1000;
const DAY_MINUTES = 1440;

describe('standing orders, as their buyer keeps them', () => {
  const scene = standingScene();
  const { inDays, read, occurrence, done, ordersOf, heard } = scene;
  let world: World;
  let make: Given;
  let hung: Someone;
  let lan: Someone;
  beforeEach(() => {
    ({ world, make, hung, lan } = scene);
  });

  const lines = (kg: number, maxVndPerKg: number | null = 36_000) => [
    { gradeCode: 'L1', grams: kg * KG, maxVndPerKg },
  ];

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
});
