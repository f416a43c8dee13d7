import { ForgetOldData } from '../../src/permits/use-cases/forget-old-data.js';
import { drillInForce, permitOnTheRoad, type Bundle } from '../support/given-permits.js';
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

  beforeAll(async () => {
    world = await World.open('2026-08-26T05:00:00+07:00');
    make = await given(world);
    driver = await make.driver({ transporter: await make.transporter({}), name: 'Vi Văn Tú' });
    trader = await make.trader({});
    officer = await make.checkpointOfficer({ name: 'Chốt Phương Sơn' });
    west = make.place('CHOT-QL31-TAY');
    await drillInForce(make);
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.pass(5));

  const act = <Answer>(someone: Someone, document: string, wish: object) =>
    someone.voice.ask<Answer>(document, { input: { clientMutationId: world.id(), ...wish } });

  const onTheRoad = () => permitOnTheRoad(make, { firm: driver, requester: trader });

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
    // By their codes: with the texts of the permits they would not fit into one request.
    const byCode = { tokenText: null, permitCode: permit.code };
    const tooMany = await record(Array.from({ length: 201 }, () => scanOf(permit, byCode)));
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
});
