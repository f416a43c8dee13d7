import { generateKeyPairSync } from 'node:crypto';
import { isRefusal } from '../../src/kernel/refusal.js';
import { KeysStore } from '../../src/permits/data/keys.store.js';
import { evaluate } from '../../src/permits/domain/rule-engine.js';
import { readStatusList } from '../../src/permits/domain/status-list.js';
import { readTrustBundle } from '../../src/permits/domain/trust-bundle.js';
import { drillInForce, permitOnTheRoad, rulesOf2021 } from '../support/given-permits.js';
import { given, type Given, type Someone } from '../support/given.js';
import { PERMITS, type ShownVerdict } from '../support/permit-documents.js';
import { World } from '../support/world.js';

describe('what is published for every verifier', () => {
  let world: World;
  let make: Given;
  let driver: Someone;
  let trader: Someone;
  let officer: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-26T05:00:00+07:00');
    make = await given(world);
    driver = await make.driver({ transporter: await make.transporter({}) });
    trader = await make.trader({});
    officer = await make.checkpointOfficer({ name: 'Chốt Phương Sơn' });
    await drillInForce(make);
    await rulesOf2021(make);
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.pass(5));

  const act = <Answer>(someone: Someone, document: string, wish: object) =>
    someone.voice.ask<Answer>(document, { input: { clientMutationId: world.id(), ...wish } });
  const onTheRoad = () => permitOnTheRoad(make, { firm: driver, requester: trader });

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

  it('ends no rules that are not in force', async () => {
    const office = await make.officeStaff({});
    for (const code of ['VN-5187', 'NO-SUCH-PACK']) {
      expect(await act(office, PERMITS.endRulePack, { code })).toMatchObject({
        code: 'RULE_PACK_NOT_FOUND',
      });
    }
  });
});
