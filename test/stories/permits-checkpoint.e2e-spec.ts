import { generateKeyPairSync } from 'node:crypto';
import { isRefusal } from '../../src/kernel/refusal.js';
import { KeysStore } from '../../src/permits/data/keys.store.js';
import { evaluate } from '../../src/permits/domain/rule-engine.js';
import { readStatusList } from '../../src/permits/domain/status-list.js';
import { readTrustBundle } from '../../src/permits/domain/trust-bundle.js';
import { ForgetOldData } from '../../src/permits/use-cases/forget-old-data.js';
import {
  drillInForce,
  permitFor,
  rulesOf2021,
  testedHoursAgo,
  tripOf,
  type Bundle,
} from '../support/given-permits.js';
import { given, type Given, type Someone } from '../support/given.js';
import { PERMITS, type ShownPermit, type ShownVerdict } from '../support/permit-documents.js';
import { World } from '../support/world.js';

interface Recorded {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: readonly { readonly id: string; readonly code: string }[];
}

describe('a shift at a checkpoint', () => {
  let world: World;
  let make: Given;
  let driver: Someone;
  let trader: Someone;
  let officer: Someone;
  let west: string;
  let plates = 100;

  beforeAll(async () => {
    world = await World.open('2026-08-26T05:00:00+07:00');
    make = await given(world);
    driver = await make.driver({ transporter: await make.transporter({}), name: 'Vi Văn Tú' });
    trader = await make.trader({});
    officer = await make.checkpointOfficer({ name: 'Chốt Phương Sơn' });
    west = make.place('CHOT-QL31-TAY');
    await drillInForce(make);
    await rulesOf2021(make);
    await testedHoursAgo(make, driver, 5);
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.pass(5));

  const act = <Answer>(someone: Someone, document: string, wish: object) =>
    someone.voice.ask<Answer>(document, { input: { clientMutationId: world.id(), ...wish } });

  /** A permit that is good now. */
  async function onTheRoad(): Promise<ShownPermit & { plate: string }> {
    plates += 1;
    const now = world.clock.now().getTime();
    const mate = await make.driver({ transporter: driver, name: 'Lục Văn Sáu' });
    await testedHoursAgo(make, mate, 5);
    const id = await permitFor(
      make,
      tripOf(
        make,
        { driver: mate, requester: trader },
        {
          plate: `98C-${plates}.25`,
          startsAt: new Date(now),
          endsAt: new Date(now + 5 * 3_600_000),
        },
      ),
      mate,
    );
    return mate.voice.ask<ShownPermit & { plate: string }>(PERMITS.permit, { id });
  }

  const scanOf = (permit: ShownPermit, more = {}) => ({
    id: world.id(),
    tokenText: permit.token,
    checkpointId: west,
    verdict: 'GREEN',
    reason: 'VALID',
    decision: 'LET_PASS',
    dataAgeSeconds: 600,
    handlingSeconds: 40,
    scannedAt: world.clock.now().toISOString(),
    ...more,
  });
  const record = (scans: readonly object[], someone = officer) =>
    act<Recorded>(someone, PERMITS.recordScan, { scans });
  const report = () =>
    officer.voice.ask<Record<string, number | null>>(PERMITS.shiftReport, { checkpointId: west });

  it('PE-17 counts a scan once, though ten phones’ replays bring it ten times', async () => {
    const permit = await onTheRoad();
    const scans = [
      scanOf(permit),
      scanOf(permit, { verdict: 'AMBER', reason: 'STALE_DATA', handlingSeconds: 80 }),
      scanOf(permit, { tokenText: null, verdict: 'RED', reason: 'NOT_OURS', decision: 'HELD' }),
    ];
    expect(await record(scans)).toMatchObject({ accepted: 3, duplicates: 0, rejected: [] });
    for (let times = 1; times < 10; times += 1) {
      expect(await record(scans)).toMatchObject({ accepted: 0, duplicates: 3 });
    }
    expect(await report()).toEqual({
      green: 1,
      amber: 1,
      red: 1,
      total: 3,
      meanHandlingSeconds: 53,
    });
  });

  it('PE-18 keeps no decision against the verdict without a reason, and all the others of the batch', async () => {
    const permit = await onTheRoad();
    const wrong = scanOf(permit, { decision: 'TURNED_BACK' });
    const elsewhere = scanOf(permit, { checkpointId: make.place('HN_LONGBIEN') });
    const right = scanOf(permit, { decision: 'HELD', decisionReason: 'Xe chở thêm người.' });
    const kept = await record([wrong, elsewhere, right]);
    expect(kept).toMatchObject({
      accepted: 1,
      duplicates: 0,
      rejected: [
        { id: wrong.id, code: 'SCAN_REASON_MISSING' },
        { id: elsewhere.id, code: 'CHECKPOINT_UNKNOWN' },
      ],
    });
    const tooMany = await record(Array.from({ length: 201 }, () => scanOf(permit)));
    expect(tooMany).toMatchObject({ code: 'TOO_MANY_SCANS' });
  });

  it('ties a scan to its permit by a genuine text or the code, and never by a forged one', async () => {
    const permit = await onTheRoad();
    const [body, last] = [permit.token?.slice(0, -3), permit.token?.slice(-3)];
    const forged = `${body}${last === '000' ? '111' : '000'}`;
    const scans = [
      scanOf(permit),
      scanOf(permit, { tokenText: null, permitCode: permit.code.toLowerCase() }),
      scanOf(permit, {
        tokenText: forged,
        verdict: 'RED',
        reason: 'BAD_SIGNATURE',
        decision: 'HELD',
      }),
    ];
    await record(scans);
    const rows: { id: string; permitId: string | null }[] = await world.db.query(
      `select id, permit_id as "permitId" from scans where id = any ($1::uuid[])`,
      [scans.map(({ id }) => id)],
    );
    const permitOf = new Map(rows.map(({ id, permitId }) => [id, permitId]));
    expect(scans.map(({ id }) => permitOf.get(id))).toEqual([permit.id, permit.id, null]);
  });

  it('PE-15 turns amber when the same permit was just shown at a far post', async () => {
    const permit = await onTheRoad();
    await record([scanOf(permit)]);
    world.clock.pass(10);
    const verify = (checkpoint: string) =>
      officer.voice.ask<ShownVerdict>(PERMITS.verify, {
        text: permit.token,
        checkpointId: make.place(checkpoint),
      });
    expect(await verify('CHOT-QL31-TAY')).toMatchObject({ verdict: 'GREEN' });
    expect(await verify('CHOT-HN-PHUDONG')).toMatchObject({
      verdict: 'AMBER',
      reason: 'SEEN_ELSEWHERE',
      plate: permit.plate,
    });
    world.clock.pass(60);
    expect(await verify('CHOT-HN-PHUDONG')).toMatchObject({ verdict: 'GREEN' });
  });

  it('reads a permit by its code and the last four of the plate; thirty tries in ten minutes, no more', async () => {
    const permit = await onTheRoad();
    const ask = (code: string, plateLast4: string, someone = officer) =>
      someone.voice.send<{ permitByCode: ShownVerdict }>(PERMITS.byCode, { code, plateLast4 });
    const right = await ask(permit.code, permit.plate.slice(-4));
    expect(right.data?.permitByCode).toMatchObject({ verdict: 'GREEN', plate: permit.plate });
    const unknown = { verdict: 'RED', reason: 'UNKNOWN_CODE', plate: null };
    expect((await ask(permit.code, '0000')).data?.permitByCode).toMatchObject(unknown);
    expect((await ask('000-000-0001', '1234')).data?.permitByCode).toMatchObject(unknown);

    const guesser = await make.checkpointOfficer({});
    const answers = [];
    for (let tries = 0; tries < 31; tries += 1)
      answers.push(await ask('000-000-0001', '1', guesser));
    expect(answers.slice(0, 30).every(({ errors }) => errors.length === 0)).toBe(true);
    expect(answers[30]?.errors[0]?.extensions.code).toBe('RATE_LIMITED');
  });

  it('begins at a checkpoint and nowhere else, with everything to judge by', async () => {
    const wrong = await act(officer, PERMITS.startShift, {
      checkpointId: make.place('HN_LONGBIEN'),
    });
    expect(wrong).toMatchObject({ code: 'CHECKPOINT_UNKNOWN' });
    const bundle = await act<Bundle & { issuedAt: string }>(officer, PERMITS.startShift, {
      checkpointId: west,
    });
    expect(bundle.issuedAt).toBe(world.clock.now().toISOString());
    const { rulePacks, zones } = JSON.parse(bundle.ruleSet) as {
      rulePacks: { id: string }[];
      zones: unknown[];
    };
    expect(rulePacks.map(({ id }) => id)).toEqual(['DRILL-2026']);
    expect(zones).toEqual([]);
  });

  it('PE-03 answers the rules of any day: golden case 7 judged with what the server says of it', async () => {
    const asOf = '2021-08-05T10:00:00+07:00';
    const rules = await make.guest().ask<string>(PERMITS.ruleSet, { asOf });
    const judged = evaluate({
      ...(JSON.parse(rules) as Pick<Parameters<typeof evaluate>[0], 'rulePacks' | 'zones'>),
      trip: {
        plate: '98C12345',
        points: [
          { code: '07486', province: '24', units: ['district:218', 'province:24'] },
          { code: 'HN_LONGBIEN', province: '01', units: ['city:Hà Nội'] },
        ],
        stops: ['07486', 'HN_LONGBIEN'],
      },
      crew: [],
      pass: {
        kind: 'GREEN_LANE_QR',
        issuer: 'luongxanh.drvn.gov.vn',
        issuedAt: new Date('2021-07-24T08:00:00+07:00'),
        validFrom: new Date('2021-07-24T08:00:00+07:00'),
        validTo: new Date('2021-08-10T00:00:00+07:00'),
        plate: '98C12345',
        stops: ['07486', 'HN_LONGBIEN'],
        personIds: [],
        isRevoked: false,
      },
      failedPools: [],
      at: new Date(asOf),
      where: 'ROAD',
    });
    expect(judged).toMatchObject({
      verdict: 'PASS',
      validUntil: new Date('2021-08-10T00:00:00+07:00'),
      ruleIds: ['HN-2021-07-14', 'VN-GREENLANE-1', 'HN-17CT-2021-07-24', 'VN-5187'],
    });
    const packs = await make.guest().ask<{ code: string; isInForce: boolean }[]>(PERMITS.rulePacks);
    expect(packs).toHaveLength(16);
    expect(packs.filter(({ isInForce }) => isInForce).map(({ code }) => code)).toEqual([
      'DRILL-2026',
    ]);
  });

  it('PE-13 publishes keys and list, once a minute under one name', async () => {
    const keys = await fetch(`${world.url}/.well-known/permit-keys.json`);
    expect(keys.headers.get('cache-control')).toBe(
      'public, max-age=60, stale-while-revalidate=240',
    );
    const published = (await keys.json()) as {
      root: { x: string; y: string };
      keys: { kid: string }[];
      bundle: string;
    };
    const bundle = await readTrustBundle(published.bundle, published.root);
    if (isRefusal(bundle)) throw new Error(bundle.refused);
    expect(bundle.keys.map(({ kid }) => kid)).toEqual(published.keys.map(({ kid }) => kid));
    const asked = await make.guest().ask<{ kid: string; jwk: string }[]>(PERMITS.keys);
    expect(asked.map(({ kid }) => kid)).toEqual(bundle.keys.map(({ kid }) => kid));
    expect(JSON.parse(asked[0]?.jwk ?? '')).toMatchObject({ kty: 'EC', crv: 'P-256' });
    expect(JSON.stringify([published, asked])).not.toContain('"d"');

    const status = () => fetch(`${world.url}/.well-known/permit-status`, { headers });
    const headers: Record<string, string> = {};
    const first = await status();
    const list = await readStatusList(await first.text(), bundle.keys);
    expect(list).toMatchObject({ ttlSeconds: 300 });
    headers['if-none-match'] = first.headers.get('etag') ?? '';
    expect((await status()).status).toBe(304);
    const office = await make.officeStaff({});
    const permit = await onTheRoad();
    await act(office, PERMITS.revoke, { permitId: permit.id, reason: 'sai hàng' });
    expect((await status()).status).toBe(200);
    expect(await make.guest().ask<string>(PERMITS.snapshot)).toMatch(/^LNS1:/);
  });

  it('PE-21 takes everything a lost key ever signed', async () => {
    const permit = await onTheRoad();
    const verify = () => officer.voice.ask<ShownVerdict>(PERMITS.verify, { text: permit.token });
    await world.db.query(`update permit_keys set revoked_at = $1`, [world.clock.now()]);
    expect(await verify()).toMatchObject({ verdict: 'RED', reason: 'KEY_REVOKED', plate: null });
    await world.db.query(`update permit_keys set revoked_at = null`);
    expect(await verify()).toMatchObject({ verdict: 'GREEN' });
  });

  it('PE-21 a new key ends the one before in seven days; what that one signed stays good', async () => {
    const permit = await onTheRoad();
    const keys = world.app.get(KeysStore);
    const { x = '', y = '' } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
    }).publicKey.export({ format: 'jwk' });
    const now = world.clock.now();
    const inSevenDays = new Date(now.getTime() + 7 * 86_400_000);
    const fresh = { kid: '0badcafe', jwk: { x, y }, validFrom: now, othersUntil: inSevenDays };
    expect(await keys.register(fresh)).toBe(true);
    const published = await make
      .guest()
      .ask<{ kid: string; validTo: string | null }[]>(PERMITS.keys);
    expect(published.map(({ kid, validTo }) => [kid === fresh.kid, validTo])).toEqual([
      [false, inSevenDays.toISOString()],
      [true, null],
    ]);
    expect(
      await officer.voice.ask<ShownVerdict>(PERMITS.verify, { text: permit.token }),
    ).toMatchObject({ verdict: 'GREEN' });
    const [old] = published;
    const again = { kid: old?.kid ?? '', jwk: { x, y }, validFrom: now, othersUntil: inSevenDays };
    expect(await keys.register(again)).toBe(true);
    expect(await keys.register({ ...again, validFrom: inSevenDays })).toBe(false);
    await world.db.query(`delete from permit_keys where kid = $1`, [fresh.kid]);
    await world.db.query(`update permit_keys set valid_to = null`);
  });

  it('is closed to travellers: no verdicts, no bundle, no report', async () => {
    for (const someone of [driver, trader]) {
      for (const [document, variables] of [
        [PERMITS.verify, { text: 'LN1:' }],
        [PERMITS.byCode, { code: '000-000-0001', plateLast4: '1234' }],
        [PERMITS.bundle, {}],
        [PERMITS.shiftReport, { checkpointId: west }],
      ] as const) {
        const answer = await someone.voice.send(document, variables);
        expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
      }
    }
  });

  it('PE-17 PE-20 forgets tests and ordinary scans after a month, and incidents after a year', async () => {
    const permit = await onTheRoad();
    const incident = scanOf(permit, { verdict: 'RED', reason: 'EXPIRED', decision: 'HELD' });
    await record([scanOf(permit), incident]);
    const count = async (rows: string): Promise<number | undefined> => {
      const [row]: { count: number }[] = await world.db.query(
        `select count(*)::int as count from ${rows}`,
      );
      return row?.count;
    };
    const left = async () => [await count('health_proofs'), await count('scans')];
    const incidents = await count(`scans where verdict = 'RED' or decision <> 'LET_PASS'`);
    const forgetting = world.app.get(ForgetOldData);
    const [before, today] = [await left(), world.clock.now()];
    await forgetting.run();
    expect(await left()).toEqual(before);
    world.clock.moveTo(new Date(today.getTime() + 31 * 86_400_000));
    await forgetting.run();
    expect(await left()).toEqual([0, incidents]);
    world.clock.moveTo(new Date(today.getTime() + 366 * 86_400_000));
    await forgetting.run();
    expect(await left()).toEqual([0, 0]);
    world.clock.moveTo(today);
  });

  it('ends no rules that are not in force', async () => {
    const office = await make.officeStaff({});
    for (const code of ['VN-5187', 'NO-SUCH-PACK']) {
      expect(await act(office, PERMITS.endRulePack, { code })).toMatchObject({
        code: 'RULE_PACK_NOT_FOUND',
      });
    }
  });
});
