import {
  drillInForce,
  offlineVerdict,
  rulesOf2021,
  testedHoursAgo,
  type Bundle,
} from '../support/given-permits.js';
import { orderOfDeals } from '../support/given-runs.js';
import { givenLot } from '../support/given-lots.js';
import type { Someone } from '../support/given.js';
import { Morning } from '../support/morning.js';
import { PERMITS, type ShownPermit } from '../support/permit-documents.js';
import { RUNS, type Planned } from '../support/run-documents.js';
import type { World } from '../support/world.js';

const refused = '... on Refused { code }';
/** What a household that stands by, its buyer and the driver send. */
const STAND_BY = {
  ask: `mutation ($input: AskBackupsInput!) { askBackups(input: $input) { __typename ${refused} } }`,
  mine: `{ myBackups { id } }`,
  respond: `mutation ($input: RespondBackupInput!) { respondBackup(input: $input) { __typename ${refused} } }`,
  replace: `mutation ($input: ReplaceAllocationInput!) { replaceAllocation(input: $input) {
    __typename ... on Run { loadGrams permit { id state } } ${refused} } }`,
};

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

  it('AL-11 on the road, a load outside the weights of its permit asks for the permit anew', async () => {
    await testedHoursAgo(morning.make, driver, 3);
    const near = await morning.make.grower({ commune: 'Nghĩa Phương' });
    const { run, order } = await morning.planned([400, 300]);
    await givenLot(morning.make, near, { kg: { L1: 100 }, askVndPerKg: 34_000 });
    await morning.act(driver, RUNS.accept, { runId: run.id });
    await apply(run.id);
    world.clock.pass(11 * 60);
    await start(run.id);
    await morning.act(morning.trader, STAND_BY.ask, { orderId: order.orderId, shareBp: 2_000 });
    const [asked] = await near.voice.ask<{ id: string }[]>(STAND_BY.mine);
    await morning.act(near, STAND_BY.respond, { backupId: asked?.id, accept: true });
    const stop = run.stops.find(({ deal }) => deal?.id === order.deals[0]?.id);
    const issue = 'Hộ chưa hái.';
    await morning.act(driver, RUNS.complete, {
      stopId: stop?.id,
      at: morning.now,
      outcome: 'FAILED',
      issue,
    });
    const replaced = await morning.act(driver, STAND_BY.replace, {
      stopId: stop?.id,
      at: morning.now,
      backupIds: [asked?.id],
    });
    expect(replaced).toMatchObject({ loadGrams: 400_000, permit: { state: 'ISSUED' } });
    const permits: unknown[] = await world.db.query(
      `select state, load_g::int / 1000 as kg from permits where run_id = $1 order by created_at, id`,
      [run.id],
    );
    expect(permits).toEqual([
      { state: 'SUPERSEDED', kg: 700 },
      { state: 'ISSUED', kg: 400 },
    ]);
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
