import { drillInForce, testedHoursAgo } from '../support/given-permits.js';
import { orderOfDeals, vehicleWithDriver, type OrderOfDeals } from '../support/given-runs.js';
import { given, type Given, type Someone } from '../support/given.js';
import { RUNS, type Planned, type PlannedRun, type ShownRun } from '../support/run-documents.js';
import { statementsOf } from '../support/sql-count.js';
import { fingerprint } from '../support/unchanged.js';
import { World } from '../support/world.js';

const TABLES = ['runs', 'run_stops', 'permits', 'weighers', 'acts'];

describe('who sees and moves a run', () => {
  let world: World;
  let make: Given;
  let trader: Someone;
  let transporter: Someone;
  let driver: Someone;
  let order: OrderOfDeals;
  let run: PlannedRun;
  let household: Someone;

  const act = <Answer = ShownRun>(someone: Someone, document: string, wish: object) =>
    someone.voice.ask<Answer>(document, { input: { clientMutationId: world.id(), ...wish } });
  const read = (someone: Someone) =>
    someone.voice.ask<ShownRun | null>(RUNS.run, { id: run.id }).catch((fault: Error) => fault);

  beforeAll(async () => {
    world = await World.open('2026-08-25T18:00:00+07:00');
    make = await given(world);
    trader = await make.trader({ name: 'Vựa Hùng', phone: '+84912000001' });
    transporter = await make.transporter({ name: 'Nhà xe Thắng' });
    driver = await vehicleWithDriver(make, { payloadKg: 8_000, plate: '98C-123.45', transporter });
    order = await orderOfDeals(make, trader, {
      kg: Array(11).fill(300),
      communes: ['Nghĩa Phương', 'Huyền Sơn'],
      hours: 24 * 30,
    });
    household = order.deals[0]!.household;
    await drillInForce(make);
    const startsAt = '2026-08-29T05:00:00+07:00';
    const planned = await act<Planned>(trader, RUNS.plan, { orderId: order.orderId, startsAt });
    run = planned.runs[0]!;
  });
  afterAll(() => world.close());

  const stopOf = (shown: unknown) =>
    (shown as ShownRun).stops.find((stop) => stop.household?.id === household.party.id);

  it('ID-08 shows a driver and her dispatcher no household earlier than 24 hours before', async () => {
    for (const someone of [driver, transporter]) {
      const shown = (await read(someone)) as ShownRun;
      expect(shown.stops).toHaveLength(12);
      expect(shown.stops.every((stop) => stop.household === null && stop.deal === null)).toBe(true);
      expect(shown.stops.map(({ lat }) => lat === null)).toEqual([...Array(11).fill(true), false]);
    }
    expect(stopOf(await read(trader))?.household?.phone).toBe(household.person.phone);
    expect(((await read(trader)) as ShownRun).driver.phone).toBeNull();
  });

  it('ID-08 shows them name, phone and point from 24 hours before, and the others the driver’s phone', async () => {
    world.clock.moveTo('2026-08-28T05:00:00+07:00');
    for (const someone of [driver, transporter]) {
      expect(stopOf(await read(someone))).toMatchObject({
        household: { phone: household.person.phone, name: 'Hộ 1' },
        lat: expect.any(Number),
      });
    }
    expect(((await read(trader)) as ShownRun).driver.phone).toBe(driver.person.phone);
  });

  it('tells a household which truck comes to it, when, and whom to call; and nobody else’s stop', async () => {
    const id = order.deals[0]!.id;
    const { runStop } = await household.voice.ask<{ runStop: Record<string, unknown> }>(
      RUNS.dealStop,
      { id },
    );
    expect(runStop).toMatchObject({
      plate: '98C-123.45',
      runNumber: run.number,
      state: 'PENDING',
      plannedAt: run.stops.find(({ deal }) => deal?.id === id)?.plannedAt,
      driver: { name: 'Nguyễn Văn Tú', phone: driver.person.phone },
    });
    const answer = await household.voice.send(RUNS.dealStop, { id: order.deals[1]!.id });
    expect(answer.data).toEqual({ deal: null });
  });

  it('lets officers of its communes read it, without any number to call', async () => {
    const officer = await make.communeOfficer({ commune: 'Huyền Sơn' });
    const shown = (await read(officer)) as ShownRun;
    expect(shown).toMatchObject({ state: 'PLANNED', driver: { phone: null } });
    expect(stopOf(shown)).toMatchObject({ household: { name: 'Hộ 1', phone: null }, lat: null });
    const elsewhere = await make.communeOfficer({ commune: 'Lục Sơn' });
    expect((await elsewhere.voice.send(RUNS.run, { id: run.id })).data).toEqual({ run: null });
  });

  it('pages own runs, latest start first', async () => {
    const nodes = async (someone: Someone) => {
      const page = await someone.voice.ask<{ nodes: { id: string }[] }>(RUNS.mine, { first: 5 });
      return page.nodes.map(({ id }) => id);
    };
    for (const someone of [driver, transporter, trader]) {
      expect(await nodes(someone)).toEqual([run.id]);
    }
    expect(await nodes(await make.trader({}))).toEqual([]);
    expect(await transporter.voice.ask(RUNS.vehicles)).toEqual([
      {
        plate: '98C-123.45',
        kind: 'TRUCK',
        payloadGrams: 8_000_000,
        crates: 320,
        vndPerKm: 14_000,
      },
    ]);
  });

  it('refuses every act of whoever it does not belong to, and nothing is written', async () => {
    const stopId = run.stops[0]!.id;
    const at = world.clock.now().toISOString();
    const acts: Record<string, [string, object]> = {
      accept: [RUNS.accept, { runId: run.id }],
      start: [RUNS.start, { runId: run.id }],
      arrive: [RUNS.arrive, { stopId, at }],
      complete: [RUNS.complete, { stopId, at, outcome: 'FAILED', issue: 'không có hàng' }],
      deliver: [RUNS.deliver, { runId: run.id }],
      cancel: [RUNS.cancel, { runId: run.id, reason: 'đổi ý' }],
      apply: [RUNS.apply, { runId: run.id, persons: 1 }],
      prefill: [RUNS.prefill, {}],
      run: [RUNS.run, {}],
    };
    const mate = await make.driver({ transporter, name: 'Vi Văn Bình' });
    const strangers: Record<string, Someone> = {
      'another driver of the firm': mate,
      'another firm’s driver': await vehicleWithDriver(make, { payloadKg: 900, plate: '98C-9.99' }),
      'another transporter': await make.transporter({}),
      'another trader': await make.trader({}),
      'a cooperative': await make.coopClerk({}),
      'a household on the way': household,
      'a commune officer from elsewhere': await make.communeOfficer({ commune: 'Lục Sơn' }),
      'a checkpoint officer': await make.checkpointOfficer({}),
      'an administrator': await make.admin({}),
    };
    const before = await fingerprint(world, TABLES);
    for (const someone of Object.values(strangers)) {
      for (const [document, wish] of Object.values(acts)) {
        const input = { clientMutationId: world.id(), ...wish };
        const answer = await someone.voice.send<Record<string, { code?: string } | null>>(
          document,
          { input, id: run.id, runId: run.id },
        );
        const [got] = Object.values(answer.data ?? {});
        const refusal = answer.errors[0]?.extensions.code ?? got?.code ?? got;
        expect(['FORBIDDEN', 'RUN_NOT_FOUND', 'STOP_NOT_FOUND', null]).toContain(refusal);
      }
    }
    expect(await fingerprint(world, TABLES)).toEqual(before);
    // Those it belongs to may still not do each other's part.
    for (const [someone, names] of [
      [trader, ['accept', 'start', 'arrive', 'complete', 'deliver']],
      [transporter, ['accept', 'start', 'arrive', 'complete', 'deliver', 'cancel']],
      [driver, ['cancel']],
    ] as const) {
      for (const name of names) {
        const [document, wish] = acts[name]!;
        const input = { clientMutationId: world.id(), ...wish };
        const answer = await someone.voice.send(document, { input });
        expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
      }
    }
    expect(await fingerprint(world, TABLES)).toEqual(before);
  });

  it('takes along only people of the own firm, by name', async () => {
    const mate = await make.driver({ transporter, name: 'Lục Văn Sáu' });
    const stranger = await make.driver({ transporter: await make.transporter({}) });
    await testedHoursAgo(make, driver, 5);
    await testedHoursAgo(make, mate, 5);
    const draft = await driver.voice.ask<{ colleagues: { id: string; name: string }[] }>(
      RUNS.prefill,
      { runId: run.id },
    );
    expect(draft.colleagues).toContainEqual({ id: mate.person.id, name: 'Lục Văn Sáu' });
    const traders = await trader.voice.ask<{ colleagues: unknown[] }>(RUNS.prefill, {
      runId: run.id,
    });
    expect(traders.colleagues).toEqual([]);
    const wish = (companion: Someone) => ({
      runId: run.id,
      persons: 2,
      companionIds: [companion.person.id],
    });
    expect(await act(driver, RUNS.apply, wish(stranger))).toMatchObject({
      code: 'CREW_PERSON_UNKNOWN',
    });
    expect(await act(trader, RUNS.apply, wish(mate))).toMatchObject({
      state: 'ISSUED',
      persons: 2,
    });
  });

  it('asks the database six times for a run of twelve stops with deals, tickets, permit and need, and notes once whose numbers were shown', async () => {
    const statements = await statementsOf(() => read(driver));
    expect(statements).toHaveLength(7);
    expect(new Set(statements.map(aboutOf))).toEqual(
      new Set([
        'sessions',
        'run_stops',
        'permits',
        'deals',
        'weigh_tickets',
        'health_proofs',
        'contact_views',
      ]),
    );
  });

  it('ID-08 shows a number again when the clock of the server was set back meanwhile', async () => {
    const shown = (): Promise<{ n: number; first: Date; last: Date }[]> =>
      world.db.query(
        `select times as n, first_at as first, last_at as last from contact_views
          where subject_party_id = $1 and viewer_person_id = $2 order by last_at desc limit 1`,
        [household.party.id, driver.person.id],
      );
    world.clock.pass(1);
    await read(driver);
    const [before] = await shown();
    world.clock.pass(-1);
    expect(stopOf(await read(driver))?.household?.phone).toBe(household.person.phone);
    expect(await shown()).toEqual([{ ...before, n: before!.n + 1 }]);
  });

  it('ID-08 shows a driver no household later than 48 hours after', async () => {
    world.clock.moveTo(new Date(Date.parse(run.endsAt) + 48 * 3_600_000 + 1_000));
    expect(stopOf(await read(driver))).toBeUndefined();
    const { runStop } = await household.voice.ask<{ runStop: { driver: { phone: null } } }>(
      RUNS.dealStop,
      { id: order.deals[0]!.id },
    );
    expect(runStop.driver.phone).toBeNull();
  });
});

/** The table a statement is there for; those named first tell more. */
const aboutOf = (statement: string): string | undefined =>
  [
    'contact_views',
    'sessions',
    'weigh_tickets',
    'health_proofs',
    'permits',
    'run_stops',
    'deals',
  ].find((table) => statement.includes(table));
