import { Permits } from '../../src/permits/index.js';
import { given, type Given, type Someone } from '../support/given.js';
import {
  applyFor,
  drillInForce,
  offlineVerdict,
  permitFor,
  testedHoursAgo,
  tripOf,
  type Bundle,
} from '../support/given-permits.js';
import { PERMITS, type ShownPermit, type ShownVerdict } from '../support/permit-documents.js';
import { World } from '../support/world.js';

const HOUR = 60;

describe('a transport permit, from request to checkpoint', () => {
  let world: World;
  let make: Given;
  let driver: Someone;
  let trader: Someone;
  let post: string;
  let plates = 0;

  beforeAll(async () => {
    world = await World.open('2026-11-22T19:00:00+07:00');
    make = await given(world);
    const transporter = await make.transporter({ name: 'Nhà xe Thắng' });
    driver = await make.driver({ transporter, name: 'Nguyễn Văn Ánh' });
    trader = await make.trader({ name: 'Vựa Hùng' });
    post = make.place('CHOT-QL31-TAY');
    await drillInForce(make);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.pass(24 * HOUR);
    await testedHoursAgo(make, driver, 2);
  });

  const plate = (): string => `98C-${String((plates += 1)).padStart(3, '0')}.00`;
  const trip = (more = {}) =>
    tripOf(make, { driver, requester: trader }, { plate: plate(), ...more });
  const input = (wish: object) => ({ input: { clientMutationId: world.id(), ...wish } });
  const permitOf = (voice: Someone, id: string) =>
    voice.voice.ask<ShownPermit>(PERMITS.permit, { id });
  // Staff sign in for a shift, so each of these comes on duty now.
  const officer = () => make.checkpointOfficer({ name: 'Chốt Phương Sơn' });
  const office = () => make.officeStaff({ name: 'Phòng nông nghiệp' });
  const bundle = async () =>
    (await officer()).voice.ask<Bundle>(PERMITS.startShift, input({ checkpointId: post }));

  it('PE-04 is issued at once when everyone’s test is fresh, and PE-05 both sides are told', async () => {
    const id = await permitFor(make, trip({ plate: '98C-123.45' }), driver);
    expect(await permitOf(driver, id)).toMatchObject({
      state: 'ISSUED',
      type: 'TRANSPORT_PERMIT',
      plate: '98C12345',
      persons: 1,
      loadGrams: 2_000_000,
      crop: { code: 'NA' },
      destination: { code: 'HN_LONGBIEN' },
      rulePackCode: 'DRILL-2026',
      code: expect.stringMatching(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}$/),
      issuedAt: world.clock.now().toISOString(),
      validFrom: '2026-11-23T21:00:00.000Z',
      reasons: [
        { code: 'TESTS_VALID', sentence: 'Cả 1 người trên xe có xét nghiệm còn hạn.' },
        { code: 'PASS_VALID', sentence: 'Giấy của xe còn hạn.' },
      ],
    });
    await world.deliverEvents();
    for (const { voice } of [driver, trader]) {
      const { nodes } = await voice.ask<{ nodes: { kind: string; text: string }[] }>(
        PERMITS.notices,
      );
      expect(nodes[0]).toMatchObject({
        kind: 'PERMIT_ISSUED',
        text: expect.stringContaining('98C12345'),
      });
    }
  });

  it('PE-08 verifies without signal: green, with the plate; PE-07 no full name is in it', async () => {
    const { token } = await permitOf(driver, await permitFor(make, trip(), driver));
    const held = await bundle();
    world.clock.pass(12 * HOUR);
    const verdict = await offlineVerdict(held, token ?? '', world.clock.now());
    expect(verdict).toMatchObject({ verdict: 'GREEN', reason: 'VALID', cautions: [] });
    expect(verdict.permit).toMatchObject({ driverMark: 'NVA', issuer: 'LUCNAM', persons: 1 });
    expect(token?.length).toBeLessThanOrEqual(400);
  });

  it('PE-09 turns amber when the data are thirty hours old', async () => {
    const held = await bundle();
    world.clock.pass(20 * HOUR);
    const { token } = await permitOf(
      driver,
      await permitFor(
        make,
        trip({
          startsAt: new Date(world.clock.now().getTime() + 5 * 3_600_000),
        }),
        driver,
      ),
    );
    world.clock.pass(10 * HOUR);
    expect(await offlineVerdict(held, token ?? '', world.clock.now())).toMatchObject({
      verdict: 'AMBER',
      reason: 'STALE_DATA',
      dataAgeSeconds: 30 * 3600,
    });
  });

  it('PE-12 turns red once it is revoked, for whoever has the new list, and everyone is told why', async () => {
    const id = await permitFor(make, trip(), driver);
    const { token, code } = await permitOf(driver, id);
    const before = await bundle();
    const revoked = await (
      await office()
    ).voice.ask<ShownPermit>(PERMITS.revoke, input({ permitId: id, reason: 'Xe chở sai hàng.' }));
    expect(revoked).toMatchObject({ state: 'REVOKED', revokeReason: 'Xe chở sai hàng.' });
    const after = await bundle();
    world.clock.pass(11 * HOUR);
    const now = world.clock.now();
    expect(await offlineVerdict(before, token ?? '', now)).toMatchObject({ verdict: 'GREEN' });
    expect(await offlineVerdict(after, token ?? '', now)).toMatchObject({
      verdict: 'RED',
      reason: 'REVOKED',
    });
    expect(
      await (await officer()).voice.ask<ShownVerdict>(PERMITS.verify, { text: token }),
    ).toEqual({
      verdict: 'RED',
      reason: 'REVOKED',
      sentence: 'Giấy đã bị thu hồi hoặc thay bằng giấy khác.',
      plate: expect.any(String),
      validTo: expect.any(String),
      permitCode: code,
    });
    await world.deliverEvents();
    const { nodes } = await trader.voice.ask<{ nodes: { kind: string; text: string }[] }>(
      PERMITS.notices,
    );
    expect(nodes[0]).toMatchObject({
      kind: 'PERMIT_REVOKED',
      text: expect.stringContaining('Xe chở sai hàng. Không đi tiếp'),
    });
  });

  it('D10 a clock set back does not revive an expired permit', async () => {
    const { token } = await permitOf(driver, await permitFor(make, trip(), driver));
    world.clock.pass(48 * HOUR);
    const held = await bundle();
    const threeDaysBack = new Date(world.clock.now().getTime() - 72 * 3_600_000);
    expect(await offlineVerdict(held, token ?? '', threeDaysBack)).toMatchObject({
      verdict: 'RED',
      reason: 'EXPIRED',
    });
    expect(await permitOf(driver, await lastPermit())).toMatchObject({ state: 'EXPIRED' });
  });

  const lastPermit = async (): Promise<string> => {
    const [row]: { id: string }[] = await world.db.query(
      `select id from permits order by created_at desc limit 1`,
    );
    return row?.id ?? '';
  };

  it('PE-06 asked for twice is the same permit, also when both come at once', async () => {
    const wish = trip();
    const both = await Promise.all([applyFor(make, wish, driver), applyFor(make, wish, driver)]);
    expect(both[0]).toEqual(both[1]);
    expect(await applyFor(make, wish, driver)).toEqual(both[0]);
    const [row]: { count: number }[] = await world.db.query(
      `select count(*)::int as count from permits where run_id = $1`,
      [wish.runId],
    );
    expect(row?.count).toBe(1);
  });

  it('PE-06 is refused for another trip of the same vehicle at that time', async () => {
    const wish = trip();
    await permitFor(make, wish, driver);
    expect(await applyFor(make, { ...wish, runId: world.id() }, driver)).toMatchObject({
      refused: 'DUPLICATE_PERMIT',
    });
  });

  it('is replaced when other people go along; the old one no longer counts', async () => {
    const mate = await make.driver({ transporter: driver, name: 'Vi Văn Bình' });
    await testedHoursAgo(make, mate, 3);
    const wish = trip();
    const first = await permitFor(make, wish, driver);
    const second = await permitFor(
      make,
      { ...wish, companionIds: [mate.person.id], persons: 2 },
      driver,
    );
    expect(await permitOf(driver, first)).toMatchObject({ state: 'SUPERSEDED' });
    expect(await permitOf(driver, second)).toMatchObject({ state: 'ISSUED', persons: 2 });
    const { token } = await permitOf(driver, first);
    expect(await offlineVerdict(await bundle(), token ?? '', world.clock.now())).toMatchObject({
      verdict: 'RED',
      reason: 'REVOKED',
    });
  });

  it('PE-02 tells everything that is wrong at once', async () => {
    const wrong = trip({ plate: '9C-1', persons: 6, loadG: 3_000_000 });
    expect(await applyFor(make, wrong, driver)).toMatchObject({
      refused: 'PERMIT_REQUEST_WRONG',
      facts: {
        '0.code': 'PLATE_MALFORMED',
        '1.code': 'TOO_MANY_ABOARD',
        '2.code': 'LOAD_OVER_PAYLOAD',
        '2.loadKg': 3000,
        '2.payloadKg': 2500,
      },
    });
  });

  it('is not given where a test runs out on the way', async () => {
    const other = await make.driver({ transporter: driver });
    await testedHoursAgo(make, other, 60);
    expect(await applyFor(make, trip({ driverId: other.person.id }), other)).toMatchObject({
      refused: 'PERMIT_ENDS_EARLY',
      facts: { by: 'TEST' },
    });
  });

  it('PE-15 shows anyone with the code what an officer would see', async () => {
    const { code, token } = await permitOf(driver, await permitFor(make, trip(), driver));
    const permits = world.app.get(Permits);
    world.clock.pass(11 * HOUR);
    expect(await permits.selfCheck(code.toLowerCase().replaceAll('-', ' '), 'vi')).toMatchObject({
      code,
      verdict: 'GREEN',
      reason: 'Giấy còn hạn, chữ ký đúng.',
      permit: { from: 'Nghĩa Phương', to: 'Chợ Long Biên, Hà Nội', cropName: 'na', token },
    });
    expect(await permits.selfCheck('000-000-0001', 'en')).toMatchObject({
      verdict: 'UNKNOWN',
      permit: null,
    });
  });
});
