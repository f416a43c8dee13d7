import { offlineVerdict, type Bundle } from '../support/given-permits.js';
import { drillInForce, vehicleWithDriver } from '../support/given-runs.js';
import { given, type Given, type Someone } from '../support/given.js';
import { World } from '../support/world.js';
import {
  ACCEPT_RUN,
  ANSWER,
  APPLY_PERMIT,
  COMMIT,
  COMPLETE_STOP,
  CONFIRM_RECEIVED,
  CONFIRM_WEIGH,
  CREATE_LOT,
  CREATE_ORDER,
  DASHBOARD,
  DECLARE_PAID,
  OFFER,
  OPEN_WEIGH,
  PLAN_RUN,
  PREVIEW,
  RECORD_PROOF,
  RECORD_SCAN,
  RECORD_WEIGH,
  REPORT_FORECAST,
  SETTLEMENT,
  START_RUN,
  START_SHIFT,
  SUBMIT_WEIGH,
  type MorningOrder,
} from '../support/morning-documents.js';

const EVENING = '2026-11-22T19:00:00+07:00';
const TOMORROW = '2026-11-23';
const FROM = '2026-11-23T04:30:00+07:00';
const TO = '2026-11-23T09:00:00+07:00';
const KG = 1_000;

/** The story of the product: six people, one morning, nothing mocked. */
describe('one morning', () => {
  let world: World;
  let make: Given;
  let households: Someone[];
  let trader: Someone;
  let driver: Someone;
  let officer: Someone;
  let office: Someone;

  const input = (wish: object) => ({ input: { clientMutationId: world.id(), ...wish } });

  beforeAll(async () => {
    world = await World.open(EVENING);
    make = await given(world);
    const communes = ['Nghĩa Phương', 'Huyền Sơn', 'Đông Phú', 'Cương Sơn'];
    households = [];
    for (let index = 0; index < 12; index += 1) {
      households.push(await make.grower({ commune: communes[index % 4], name: `Hộ ${index + 1}` }));
    }
    trader = await make.trader({ name: 'Vựa Hùng' });
    officer = await make.checkpointOfficer({});
    office = await make.officeStaff({});
    driver = await vehicleWithDriver(make, { payloadKg: 8_000, plate: '98C-123.45' });
    await drillInForce(make);
  });
  afterAll(() => world.close());

  it('grows from a listed lot to a confirmed payment, and the office sees each kilogram', async () => {
    const board = () =>
      office.voice.ask<{ totals: Record<string, number | null> }>(DASHBOARD, { day: TOMORROW });

    // The evening before: a forecast and a lot of 500 kg of each household, L1 and L2.
    for (const { voice } of households) {
      const forecast = input({ cropCode: 'NA', day: TOMORROW, grams: 500 * KG });
      expect(await voice.ask(REPORT_FORECAST, forecast)).toMatchObject({
        __typename: 'Forecast',
        revision: 1,
      });
      const lot = input({
        lotId: world.id(),
        cropCode: 'NA',
        varietyCode: 'NA_DAI',
        grades: [
          { gradeCode: 'L1', grams: 200 * KG, askVndPerKg: 36_000 },
          { gradeCode: 'L2', grams: 300 * KG, askVndPerKg: 28_000 },
        ],
        readyFrom: FROM,
        readyTo: TO,
        publish: true,
      });
      expect(await voice.ask(CREATE_LOT, lot)).toMatchObject({
        __typename: 'Lot',
        state: 'PUBLISHED',
      });
    }
    expect((await board()).totals).toMatchObject({
      forecastGrams: 6_000 * KG,
      offeredGrams: 6_000 * KG,
      committedGrams: 0,
      weighedGrams: 0,
      unsoldGrams: 6_000 * KG,
    });

    // The trader wants five tonnes and sees how they can be had.
    const wish = input({
      cropCode: 'NA',
      varietyCode: 'NA_DAI',
      lines: [
        { gradeCode: 'L1', grams: 2_000 * KG, maxVndPerKg: 38_000 },
        { gradeCode: 'L2', grams: 3_000 * KG, maxVndPerKg: 30_000 },
      ],
      readyFrom: FROM,
      readyTo: TO,
      destinationId: make.place('HN_LONGBIEN'),
      policy: 'FAIR_SHARE',
      toleranceBp: 500,
      minGrams: 4_000 * KG,
      deduction: { kind: 'PERCENT', basisPoints: 200, gramsPerCrate: 0 },
      paymentDays: 3,
      offerTtlMinutes: 120,
    });
    const order = await trader.voice.ask<MorningOrder>(CREATE_ORDER, wish);
    expect(order).toMatchObject({
      __typename: 'BulkOrder',
      state: 'SOURCING',
      wantedGrams: 5_000 * KG,
    });
    const preview = await trader.voice.ask<Record<string, number>>(PREVIEW, { orderId: order.id });
    expect(preview).toMatchObject({
      plannedGrams: 5_000 * KG,
      coveragePercent: 100,
      households: 12,
      communes: 4,
    });
    expect(preview['landedVndPerKg']).toBeGreaterThan(31_200);

    // Offers go out; ten accept, one declines, one stays silent.
    const offered = await trader.voice.ask<MorningOrder>(OFFER, input({ orderId: order.id }));
    expect(offered.progress.offered).toBe(24);
    const answer = async (index: number, accept: boolean) => {
      const voice = households[index]?.voice;
      const waiting = await voice?.ask<{ nodes: { id: string }[] }>(
        '{ myOffers(waitingOnly: true) { nodes { id } } }',
      );
      const offers = waiting?.nodes ?? [];
      expect(offers.length).toBeGreaterThan(0);
      for (const { id } of offers) await voice?.ask(ANSWER, input({ offerId: id, accept }));
    };
    for (let index = 0; index < 10; index += 1) await answer(index, true);
    await answer(10, false);
    await world.deliverEvents();

    // The trader commits what she has; deals are frozen, silence binds nobody.
    const committed = await trader.voice.ask<MorningOrder>(COMMIT, input({ orderId: order.id }));
    expect(committed.state).toBe('COMMITTED');
    expect(committed.deals.length).toBeGreaterThanOrEqual(10);
    const promised = committed.deals.reduce((sum, deal) => sum + deal.totalGrams, 0);
    expect(promised).toBeGreaterThanOrEqual(4_000 * KG);
    await world.deliverEvents();
    expect((await board()).totals['committedGrams']).toBe(promised);

    // A truck gets its stops; the drill pack wants a permit, born from the run.
    const planned = await trader.voice.ask<{
      runs: { id: string; stops: { id: string; kind: string; deal: { id: string } | null }[] }[];
    }>(PLAN_RUN, input({ orderId: order.id, startsAt: '2026-11-23T04:30:00+07:00' }));
    expect(planned.runs).toHaveLength(1);
    const run = planned.runs[0];
    if (!run) throw new Error('no run was planned');
    expect(run.stops.filter((stop) => stop.kind === 'PICKUP')).toHaveLength(committed.deals.length);
    expect(await driver.voice.ask(ACCEPT_RUN, input({ runId: run.id }))).toMatchObject({
      state: 'ACCEPTED',
    });
    world.clock.moveTo('2026-11-23T03:50:00+07:00');
    expect(await driver.voice.ask(START_RUN, input({ runId: run.id }))).toMatchObject({
      code: 'PERMIT_MISSING',
    });
    const proof = {
      kind: 'RAPID_AG',
      isNegative: true,
      sampledAt: '2026-11-22T15:00:00+07:00',
      resultAt: '2026-11-22T15:30:00+07:00',
    };
    expect(await driver.voice.ask(RECORD_PROOF, input(proof))).toMatchObject({
      __typename: 'HealthProof',
    });
    const permit = await driver.voice.ask<{ id: string; token: string; state: string }>(
      APPLY_PERMIT,
      input({ runId: run.id, persons: 1 }),
    );
    expect(permit.state).toBe('ISSUED');
    expect(await driver.voice.ask(START_RUN, input({ runId: run.id }))).toMatchObject({
      state: 'DISPATCHED',
    });

    // At the checkpoint the phone verifies it with no network: only what the shift began with.
    const bundle = await officer.voice.ask<Bundle>(
      START_SHIFT,
      input({ checkpointId: make.place('CHOT-QL31-TAY') }),
    );
    world.clock.moveTo('2026-11-23T10:10:00+07:00');
    const verdict = await offlineVerdict(bundle, permit.token, world.clock.now());
    expect(verdict).toMatchObject({ verdict: 'GREEN' });
    const scan = {
      id: world.id(),
      tokenText: permit.token,
      checkpointId: make.place('CHOT-QL31-TAY'),
      verdict: verdict.verdict,
      reason: verdict.reason,
      decision: 'LET_PASS',
      dataAgeSeconds: verdict.dataAgeSeconds,
      scannedAt: world.clock.now().toISOString(),
    };
    expect(await officer.voice.ask(RECORD_SCAN, input({ scans: [scan] }))).toEqual({
      __typename: 'ScansRecorded',
      accepted: 1,
      duplicates: 0,
    });

    // Staff sign in once a shift: last evening's session is over, the office opens anew.
    office = await make.officeStaff({});

    // Each basket is weighed by the driver; both sides say yes.
    let owed = 0;
    let weighed = 0;
    for (const deal of committed.deals) {
      const ticket = await driver.voice.ask<{ id: string }>(OPEN_WEIGH, input({ dealId: deal.id }));
      for (const line of deal.lines) {
        const row = {
          ticketId: ticket.id,
          gradeCode: line.grade.code,
          // Ten baskets of 1.8 kg with the promised fruit in them.
          grossGrams: line.grams + 18_000,
          crateCode: 'SOT',
          crates: 10,
          weighedAt: world.clock.now().toISOString(),
        };
        expect(await driver.voice.ask(RECORD_WEIGH, input(row))).toMatchObject({
          __typename: 'WeighTicket',
        });
      }
      await driver.voice.ask(SUBMIT_WEIGH, input({ ticketId: ticket.id }));
      const household = households.find(({ party }) => party.id === deal.household.id);
      const confirmed = await household?.voice.ask<{
        state: string;
        payableGrams: number;
        amountVnd: number;
      }>(CONFIRM_WEIGH, input({ ticketId: ticket.id, method: 'OWN_PHONE' }));
      expect(confirmed).toMatchObject({ state: 'CONFIRMED' });
      const expected = deal.lines.map((line) => {
        // gross − tare, less 2 %, to the tenth of a kilogram; then the price.
        const payable = Math.floor((line.grams - (line.grams * 200) / 10_000 + 50) / 100) * 100;
        return { payable, amount: Math.round((payable * line.vndPerKg) / 1_000) };
      });
      expect(confirmed?.payableGrams).toBe(expected.reduce((sum, { payable }) => sum + payable, 0));
      expect(confirmed?.amountVnd).toBe(expected.reduce((sum, { amount }) => sum + amount, 0));
      owed += confirmed?.amountVnd ?? 0;
      weighed += confirmed?.payableGrams ?? 0;
    }
    for (const stop of run.stops.filter(({ kind }) => kind === 'PICKUP')) {
      const done = input({ stopId: stop.id, at: world.clock.now().toISOString(), outcome: 'DONE' });
      expect(await driver.voice.ask(COMPLETE_STOP, done)).toMatchObject({ __typename: 'Run' });
    }
    await world.deliverEvents();
    expect((await board()).totals['weighedGrams']).toBe(weighed);

    // The trader owes each household a sum that anyone can recompute, pays, and the household says it came.
    const settlement = await trader.voice.ask<{
      totalVnd: number;
      payables: { id: string; vietQr: string; payee: { id: string } }[];
    }>(SETTLEMENT, { orderId: order.id });
    expect(settlement.totalVnd).toBe(owed);
    expect(settlement.payables[0]?.vietQr).toContain('A000000727');
    const payableIds = settlement.payables.map(({ id }) => id);
    await trader.voice.ask(
      DECLARE_PAID,
      input({ payableIds, method: 'VIETQR', reference: 'FT26327' }),
    );
    for (const { id, payee } of settlement.payables) {
      const household = households.find(({ party }) => party.id === payee.id);
      expect(await household?.voice.ask(CONFIRM_RECEIVED, input({ payableId: id }))).toMatchObject({
        state: 'CONFIRMED',
      });
    }
    expect(await trader.voice.ask(SETTLEMENT, { orderId: order.id })).toMatchObject({
      confirmedVnd: owed,
      owedVnd: 0,
    });
  });
});
