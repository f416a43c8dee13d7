import { LUC_NAM_ROADS } from '../../src/kernel/luc-nam-roads.js';
import { roadMetres, type LatLon } from '../../src/kernel/roads.js';
import { orderOfDeals, vehicleWithDriver } from '../support/given-runs.js';
import { given, type Given, type Someone } from '../support/given.js';
import { RUNS, type Planned, type PlannedRun } from '../support/run-documents.js';
import { fingerprint } from '../support/unchanged.js';
import { World } from '../support/world.js';

const COMMUNES = ['Nghĩa Phương', 'Huyền Sơn', 'Đông Phú'];

describe('planning who fetches whose fruit', () => {
  let world: World;
  let make: Given;
  let trader: Someone;
  let plates = 0;

  beforeAll(async () => {
    world = await World.open('2026-08-25T18:00:00+07:00');
    make = await given(world);
    trader = await make.trader({ name: 'Vựa Hùng' });
  });
  afterAll(() => world.close());
  // A morning for each story: the vehicles of the others are away or too old for inspection.
  beforeEach(async () => {
    world.clock.pass(24 * 60);
    await world.db.query(`update vehicles set inspected_until = '2020-01-01'`);
  });

  const plate = () => `98C-${String((plates += 1)).padStart(3, '0')}.00`;
  const truck = (payloadKg: number, more = {}) =>
    vehicleWithDriver(make, { payloadKg, plate: plate(), ...more });
  const tomorrowAt5 = () => {
    const at = new Date(world.clock.now().getTime() + 11 * 3_600_000);
    return at.toISOString();
  };
  const plan = (someone: Someone, orderId: string, startsAt = tomorrowAt5(), key = world.id()) =>
    someone.voice.ask<Planned>(RUNS.plan, {
      input: { clientMutationId: key, orderId, startsAt },
    });
  const fetched = ({ runs }: Planned) =>
    runs.flatMap(({ stops }) => stops.flatMap(({ deal }) => deal?.id ?? []));

  it('PU-01 PU-02 fetches eight households of three communes in one truck that is not overloaded, the drop last', async () => {
    const driver = await truck(5_000);
    const order = await orderOfDeals(make, trader, { kg: Array(8).fill(450), communes: COMMUNES });
    const planned = await plan(trader, order.orderId);
    expect(planned).toMatchObject({ __typename: 'PlannedRuns', unassigned: [] });
    const [run, ...others] = planned.runs;
    expect(others).toEqual([]);
    expect(run).toMatchObject({
      state: 'PLANNED',
      loadGrams: 3_600_000,
      driver: { id: driver.person.id },
      number: expect.stringMatching(/^CH-\d{4}-\d{4}$/),
    });
    expect(run?.stops.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(run?.stops.at(-1)).toMatchObject({ kind: 'DROP', grams: 3_600_000, deal: null });
    expect(fetched(planned).toSorted()).toEqual(order.deals.map(({ id }) => id).toSorted());
    expect(run && kmOf(run)).toBeLessThanOrEqual(run ? nearestNeighbourKm(run) : 0);
    expect(run?.km).toBeCloseTo(run ? kmOf(run) : 0, 3);
  });

  it('PU-02 spreads what is too much for one truck over two, neither fuller than four fifths', async () => {
    await truck(2_500);
    await truck(2_500);
    const order = await orderOfDeals(make, trader, { kg: Array(8).fill(450), communes: COMMUNES });
    const { runs, unassigned } = await plan(trader, order.orderId);
    expect(unassigned).toEqual([]);
    expect(runs).toHaveLength(2);
    for (const { loadGrams } of runs) expect(loadGrams).toBeLessThanOrEqual(2_000_000);
    expect(new Set(runs.map(({ driver }) => driver.id)).size).toBe(2);
  });

  it('PU-03 says of each household left behind why', async () => {
    await truck(1_250);
    const order = await orderOfDeals(make, trader, { kg: [900, 1_500, 300] });
    const { runs, unassigned } = await plan(trader, order.orderId);
    expect(runs).toHaveLength(1);
    expect(unassigned).toHaveLength(2);
    expect(unassigned).toContainEqual({
      dealId: order.deals[1]?.id,
      reason: 'TOO_HEAVY',
      sentence: 'Hàng của hộ này nặng hơn sức chở của mọi xe đang rảnh.',
    });
    expect(unassigned).toContainEqual({
      dealId: order.deals[2]?.id,
      reason: 'NO_VEHICLE',
      sentence: 'Các xe đang rảnh đều đã đầy.',
    });
  });

  it('sends nobody when no vehicle is inspected, and plans those left behind once one is', async () => {
    const order = await orderOfDeals(make, trader, { kg: [300, 300] });
    await truck(2_500, { inspectedUntil: '2026-01-31' });
    const none = await plan(trader, order.orderId);
    expect(none.runs).toEqual([]);
    expect(none.unassigned.map(({ reason }) => reason)).toEqual(['NO_VEHICLE', 'NO_VEHICLE']);
    await truck(2_500);
    expect(fetched(await plan(trader, order.orderId))).toHaveLength(2);
    expect(await plan(trader, order.orderId)).toMatchObject({ code: 'RUN_NOTHING_LEFT' });
  });

  it('does not let two planners at once take one vehicle twice', async () => {
    await truck(2_500);
    const orders = [
      await orderOfDeals(make, trader, { kg: [800] }),
      await orderOfDeals(make, trader, { kg: [700] }),
    ];
    const plans = await Promise.all(orders.map(({ orderId }) => plan(trader, orderId)));
    expect(plans.map(({ runs }) => runs.length).toSorted((a, b) => a - b)).toEqual([0, 1]);
    const late = plans.find(({ runs }) => runs.length === 0);
    expect(late?.unassigned.map(({ reason }) => reason)).toEqual(['NO_VEHICLE']);
    const [row]: { count: number }[] = await world.db.query(
      `select count(*)::int as count from runs where starts_at > $1`,
      [world.clock.now()],
    );
    expect(row?.count).toBe(1);
  });

  it('keeps the exclusion as the last wall: one vehicle, one run at a time', async () => {
    await truck(2_500);
    const order = await orderOfDeals(make, trader, { kg: [800] });
    const { runs } = await plan(trader, order.orderId);
    const copy = world.db.query(
      `insert into runs select (r).* from (select jsonb_populate_record(runs, jsonb_build_object('id', $2::uuid,
         'number', 'CH-copy')) as r from runs where id = $1) one`,
      [runs[0]?.id, world.id()],
    );
    await expect(copy).rejects.toMatchObject({
      driverError: { constraint: expect.stringMatching(/^runs_one_(vehicle|driver)$/) },
    });
  });

  it('PU-06 sends a truck out again once it is back', async () => {
    await truck(2_500);
    const [morning, noon] = [
      await orderOfDeals(make, trader, { kg: [800], destination: 'BG_CITY' }),
      await orderOfDeals(make, trader, { kg: [700], destination: 'BG_CITY' }),
    ];
    const first = await plan(trader, morning.orderId);
    const tooSoon = new Date(Date.parse(first.runs[0]?.endsAt ?? '') + 3_600_000).toISOString();
    expect((await plan(trader, noon.orderId, tooSoon)).runs).toEqual([]);
    const rested = new Date(Date.parse(first.runs[0]?.endsAt ?? '') + 2 * 3_600_000).toISOString();
    const second = await plan(trader, noon.orderId, rested);
    expect(second.runs[0]?.vehicle).toEqual(first.runs[0]?.vehicle);
  });

  it('plans the same once, however often it is sent', async () => {
    await truck(2_500);
    const order = await orderOfDeals(make, trader, { kg: [500] });
    const [startsAt, key] = [tomorrowAt5(), world.id()];
    const once = await plan(trader, order.orderId, startsAt, key);
    expect(await plan(trader, order.orderId, startsAt, key)).toEqual(once);
    const other = new Date(Date.parse(startsAt) + 60_000).toISOString();
    expect(await plan(trader, order.orderId, other, key)).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('lets the driver onto the scale of each deal she fetches, and tells her firm and the households', async () => {
    const driver = await truck(2_500);
    const order = await orderOfDeals(make, trader, { kg: [500, 400] });
    const { runs } = await plan(trader, order.orderId);
    const weighers: { dealId: string }[] = await world.db.query(
      `select deal_id as "dealId" from weighers where person_id = $1`,
      [driver.person.id],
    );
    expect(weighers.map(({ dealId }) => dealId).toSorted()).toEqual(
      order.deals.map(({ id }) => id).toSorted(),
    );
    await world.deliverEvents();
    const { nodes } = await driver.voice.ask<{ nodes: { kind: string; text: string }[] }>(
      RUNS.notices,
    );
    expect(nodes[0]).toMatchObject({
      kind: 'RUN_PLANNED',
      text: expect.stringContaining(
        `Chuyến ${runs[0]?.number}, xe ${runs[0]?.vehicle.plate}: lấy 900 kg na`,
      ),
    });
    const household = order.deals[0]?.household;
    const told = await household?.voice.ask<{ nodes: { text: string }[] }>(RUNS.notices);
    expect(told?.nodes[0]?.text).toContain('lấy 500 kg na');
  });

  it('lets a cooperative plan for its members, and for nobody else’s', async () => {
    await truck(5_000);
    const order = await orderOfDeals(make, trader, { kg: [500, 400] });
    const clerk = await make.coopClerk({ name: 'HTX Na Nghĩa Phương' });
    expect(await plan(clerk, order.orderId)).toMatchObject({ code: 'ORDER_NOT_FOUND' });
    await make.joinCoop(clerk, order.deals[1]!.household);
    expect(fetched(await plan(clerk, order.orderId))).toEqual([order.deals[1]?.id]);
  });

  it('refuses another trader, an order that is not settled, one fetched at the garden, and a start in the past', async () => {
    await truck(2_500);
    const order = await orderOfDeals(make, trader, { kg: [500] });
    const other = await make.trader({});
    const before = await fingerprint(world, ['runs', 'run_stops', 'weighers']);
    expect(await plan(other, order.orderId)).toMatchObject({ code: 'ORDER_NOT_FOUND' });
    expect(await plan(trader, world.id())).toMatchObject({ code: 'ORDER_NOT_FOUND' });
    const yesterday = new Date(world.clock.now().getTime() - 24 * 3_600_000).toISOString();
    expect(await plan(trader, order.orderId, yesterday)).toMatchObject({ code: 'RUN_TIME_WRONG' });
    const set = (what: string) =>
      world.db.query(`update orders set ${what} where id = $1`, [order.orderId]);
    await set('destination_id = null');
    expect(await plan(trader, order.orderId)).toMatchObject({ code: 'RUN_NO_DESTINATION' });
    await set(`state = 'SOURCING'`);
    expect(await plan(trader, order.orderId)).toMatchObject({ code: 'RUN_ORDER_NOT_READY' });
    for (const someone of [
      await make.grower({}),
      await make.transporter({}),
      await make.officeStaff({}),
      await make.checkpointOfficer({}),
    ]) {
      const input = {
        clientMutationId: world.id(),
        orderId: order.orderId,
        startsAt: tomorrowAt5(),
      };
      const answer = await someone.voice.send(RUNS.plan, { input });
      expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect(await fingerprint(world, ['runs', 'run_stops', 'weighers'])).toEqual(before);
  });
});

const kmOf = ({ stops }: PlannedRun): number => wayKm(stops);

const wayKm = (points: readonly LatLon[]): number =>
  points
    .slice(1)
    .reduce((sum, to, index) => sum + roadMetres(points[index] ?? to, to, LUC_NAM_ROADS), 0) / 1000;

/** The shortest way somebody finds who always drives to the nearest household next, from the best start. */
function nearestNeighbourKm({ stops }: PlannedRun): number {
  const pickups = stops.filter(({ kind }) => kind === 'PICKUP');
  const drop = stops.filter(({ kind }) => kind === 'DROP');
  const ways = pickups.map((start) => {
    const way: LatLon[] = [start];
    let left: readonly LatLon[] = pickups.filter((stop) => stop !== start);
    while (left.length > 0) {
      const here = way.at(-1) ?? start;
      const [next] = left.toSorted(
        (a, b) => roadMetres(here, a, LUC_NAM_ROADS) - roadMetres(here, b, LUC_NAM_ROADS),
      );
      if (!next) break;
      way.push(next);
      left = left.filter((stop) => stop !== next);
    }
    return wayKm([...way, ...drop]);
  });
  return Math.min(...ways);
}
