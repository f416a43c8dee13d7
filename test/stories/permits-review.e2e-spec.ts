import { given, type Given, type Someone } from '../support/given.js';
import { drillInForce, permitFor, testedHoursAgo, tripOf } from '../support/given-permits.js';
import { PERMITS, type ShownPermit } from '../support/permit-documents.js';
import { fingerprint } from '../support/unchanged.js';
import { World } from '../support/world.js';
import { stateLook } from '../support/look-purposes.js';

const TABLES = ['permits', 'health_proofs', 'rule_packs', 'scans', 'acts'];

const WHO_SAW = `{ whoSawMyNumber { nodes { purpose times } } }`;

describe('a permit that a person must look at', () => {
  let world: World;
  let make: Given;
  let transporter: Someone;
  let driver: Someone;
  let trader: Someone;
  let mai: Someone;
  let hung: Someone;
  let plates = 0;

  beforeAll(async () => {
    world = await World.open('2026-08-25T06:00:00+07:00');
    make = await given(world);
    transporter = await make.transporter({ name: 'Nhà xe Thắng' });
    trader = await make.trader({ name: 'Vựa Hùng' });
    mai = await make.officeStaff({ name: 'Mai' });
    hung = await make.officeStaff({ name: 'Hưng' });
    await drillInForce(make, { isAutomatic: false });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.pass(20);
    driver = await make.driver({ transporter, name: 'Nguyễn Văn Ánh' });
  });

  const act = <Answer = ShownPermit>(someone: Someone, document: string, wish: object) =>
    someone.voice.ask<Answer>(document, { input: { clientMutationId: world.id(), ...wish } });
  const trip = (more = {}) => {
    plates += 1;
    const plate = `98C-${String(plates).padStart(3, '0')}.00`;
    return tripOf(make, { driver, requester: trader }, { plate, ...more });
  };
  /** A file that waits, of a driver with a fresh test. */
  const waiting = async (more = {}): Promise<string> => {
    await testedHoursAgo(make, driver, 2);
    return permitFor(make, trip(more), driver);
  };
  const read = (someone: Someone, id: string) =>
    someone.voice.ask<ShownPermit>(PERMITS.permit, { id });
  const queue = async (someone: Someone) =>
    (await someone.voice.ask<ShownPermit[]>(PERMITS.queue)).map(({ id }) => id);

  it('PE-04 waits in the queue of every office, oldest first, with the tests of those aboard', async () => {
    const first = await waiting();
    world.clock.pass(1);
    const second = await permitFor(make, trip({ driverId: (await other()).person.id }), driver);
    const waitingFiles = await queue(mai);
    expect(waitingFiles.slice(-2)).toEqual([first, second]);
    expect(await read(trader, second)).toMatchObject({ filesAhead: waitingFiles.length - 1 });
    expect(await queue(hung)).toEqual(await queue(mai));
    expect(await read(mai, first)).toMatchObject({
      state: 'SUBMITTED',
      token: null,
      crew: [
        {
          personId: driver.person.id,
          name: 'Nguyễn Văn Ánh',
          proofs: [{ kind: 'RAPID_AG', isNegative: true }],
        },
      ],
    });
  });

  const other = async (): Promise<Someone> => {
    const mate = await make.driver({ transporter, name: 'Vi Văn Bình' });
    await testedHoursAgo(make, mate, 2);
    return mate;
  };

  it('PE-04 is decided by whoever took it in hand; another has it after a quarter of an hour', async () => {
    const permitId = await waiting();
    expect(await act(mai, PERMITS.claim, { permitId })).toMatchObject({
      state: 'SUBMITTED',
      isClaimedByMe: true,
      claimedUntil: new Date(world.clock.now().getTime() + 900_000).toISOString(),
    });
    for (const document of [PERMITS.claim, PERMITS.issue]) {
      expect(await act(hung, document, { permitId })).toMatchObject({ code: 'PERMIT_CLAIMED' });
    }
    expect(await act(hung, PERMITS.reject, { permitId, reason: 'thiếu giấy' })).toMatchObject({
      code: 'PERMIT_CLAIMED',
    });
    world.clock.pass(15);
    expect(await act(hung, PERMITS.claim, { permitId })).toMatchObject({ isClaimedByMe: true });
    expect(await act(mai, PERMITS.issue, { permitId })).toMatchObject({ code: 'PERMIT_CLAIMED' });
    const issued = await act(hung, PERMITS.issue, { permitId });
    expect(issued).toMatchObject({ state: 'ISSUED', rulePackCode: 'DRILL-2026' });
    expect(issued.reasons[0]?.code).toBe('ISSUED_BY_OFFICE');
    expect(await queue(mai)).not.toContain(permitId);
  });

  it('PE-04 of two reviewers who decide at once, one does', async () => {
    const permitId = await waiting();
    const both = await Promise.all([
      act<ShownPermit & { code: string }>(mai, PERMITS.issue, { permitId }),
      act<ShownPermit & { code: string }>(hung, PERMITS.reject, { permitId, reason: 'sai tuyến' }),
    ]);
    expect(both.map(kindOf).toSorted()).toEqual(['Permit', 'Refused']);
    expect(both.find((answer) => kindOf(answer) === 'Refused')?.code).toBe(
      'PERMIT_STEP_NOT_ALLOWED',
    );
  });

  it('of two reviewers who take it in hand at once, one has it', async () => {
    const permitId = await waiting();
    const both = await Promise.all(
      [mai, hung].map((someone) =>
        act<{ code: string; __typename: string }>(someone, PERMITS.claim, { permitId }),
      ),
    );
    expect(both.map(kindOf).toSorted()).toEqual(['Permit', 'Refused']);
  });

  it('is rejected with a reason, PE-05 which the applicant is told', async () => {
    const permitId = await waiting();
    expect(await act(mai, PERMITS.reject, { permitId, reason: ' ' })).toMatchObject({
      code: 'PERMIT_REASON_MISSING',
      field: 'reason',
    });
    await act(mai, PERMITS.reject, { permitId, reason: 'Xe chưa phun khử khuẩn.' });
    const shown = await read(trader, permitId);
    expect(shown).toMatchObject({ state: 'REJECTED', token: null, crew: null });
    expect(shown.reasons[0]).toEqual({
      code: 'REJECTED_BY_OFFICE',
      sentence: 'Văn phòng không cấp: Xe chưa phun khử khuẩn.',
    });
    await world.deliverEvents();
    const { nodes } = await trader.voice.ask<{ nodes: { kind: string; text: string }[] }>(
      PERMITS.notices,
    );
    expect(nodes[0]).toMatchObject({
      kind: 'PERMIT_REJECTED',
      text: expect.stringContaining('chưa được cấp: Xe chưa phun khử khuẩn.'),
    });
  });

  it('is not issued against what is known of those named; the reviewer answers for those nobody named', async () => {
    const untested = await permitFor(make, trip({ persons: 2 }), driver);
    expect(await act(mai, PERMITS.issue, { permitId: untested })).toMatchObject({
      code: 'PERMIT_RULES_UNMET',
      message: 'Chưa cấp được. Có người trên xe chưa có xét nghiệm.',
    });
    const proof = {
      personId: driver.person.id,
      kind: 'RAPID_AG',
      isNegative: true,
      sampledAt: world.clock.now().toISOString(),
      resultAt: world.clock.now().toISOString(),
    };
    expect(await act(mai, PERMITS.recordProof, proof)).toMatchObject({
      validTo: new Date(world.clock.now().getTime() + 72 * 3_600_000).toISOString(),
    });
    expect(await act(mai, PERMITS.issue, { permitId: untested })).toMatchObject({
      state: 'ISSUED',
      persons: 2,
    });
  });

  it('PE-20 tells the applicant that a test is wanting, and only the reviewer who is ill', async () => {
    await testedHoursAgo(make, driver, 2, { isNegative: false });
    const permitId = await permitFor(make, trip(), driver);
    const codes = async (someone: Someone) =>
      (await read(someone, permitId)).reasons.map(({ code }) => code);
    expect(await codes(trader)).toContain('TEST_MISSING');
    expect(await codes(trader)).not.toContain('PERSON_POSITIVE');
    expect(await codes(mai)).toContain('PERSON_POSITIVE');
    expect(await act(mai, PERMITS.issue, { permitId })).toMatchObject({
      code: 'PERMIT_RULES_UNMET',
    });
  });

  it('waits again for everyone whose pooled sample came out bad', async () => {
    const mate = await other();
    await testedHoursAgo(make, driver, 3, { poolId: 'GOP10-1' });
    await testedHoursAgo(make, mate, 3, { poolId: 'GOP10-1', isNegative: false });
    const permitId = await permitFor(make, trip(), driver);
    expect((await read(mai, permitId)).reasons.map(({ code }) => code)).toContain('TEST_SUSPENDED');
  });

  it('is revoked only while it is good, and only with a reason', async () => {
    const permitId = await waiting();
    const revoke = (reason: string) => act(mai, PERMITS.revoke, { permitId, reason });
    expect(await revoke('sai tuyến')).toMatchObject({ code: 'PERMIT_STEP_NOT_ALLOWED' });
    await act(mai, PERMITS.issue, { permitId });
    expect(await revoke('')).toMatchObject({ code: 'PERMIT_REASON_MISSING' });
    expect(await revoke('sai tuyến')).toMatchObject({ state: 'REVOKED' });
    expect(await revoke('sai tuyến')).toMatchObject({ code: 'PERMIT_STEP_NOT_ALLOWED' });
    const unknown = await act(mai, PERMITS.revoke, { permitId: 'không có', reason: 'sai tuyến' });
    expect(unknown).toMatchObject({ code: 'PERMIT_NOT_FOUND' });
  });

  it('PE-20 H1 a test is seen by the person, whoever recorded it, and reviewers who said why', async () => {
    const now = world.clock.now().toISOString();
    const proof = { kind: 'RT_PCR', isNegative: true, sampledAt: now, resultAt: now };
    const mate = await make.driver({ transporter, name: 'Lục Văn Sáu' });
    const personId = mate.person.id;
    expect(await act(transporter, PERMITS.recordProof, { ...proof, personId })).toMatchObject({
      kind: 'RT_PCR',
    });
    const seen = async (someone: Someone) =>
      (await someone.voice.ask<unknown[]>(PERMITS.proofs, { personId })).length;
    expect(await seen(mate)).toBe(1);
    expect(await seen(transporter)).toBe(1);
    expect(await seen(mai)).toBe(0);
    await stateLook(world, mai, transporter.party.id, { purpose: 'URGENT' });
    expect(await seen(mai)).toBe(1);
    expect(await transporter.voice.ask(WHO_SAW)).toMatchObject({
      nodes: expect.arrayContaining([{ purpose: 'URGENT', times: 1 }]),
    });
    expect(await seen(driver)).toBe(0);
    expect(await seen(trader)).toBe(0);
    expect(await seen(await make.transporter({}))).toBe(0);

    const before = await fingerprint(world, TABLES);
    for (const someone of [await make.transporter({}), trader, driver, await make.grower({})]) {
      expect(await act(someone, PERMITS.recordProof, { ...proof, personId })).toMatchObject({
        code: 'PROOF_PERSON_UNKNOWN',
      });
    }
    const tomorrow = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    for (const wrong of [{ resultAt: tomorrow }, { sampledAt: tomorrow }]) {
      expect(await act(driver, PERMITS.recordProof, { ...proof, ...wrong })).toMatchObject({
        code: 'PROOF_TIMES_WRONG',
      });
    }
    expect(await fingerprint(world, TABLES)).toEqual(before);
  });

  it('shows and lets nothing be done to those it does not belong to, and nothing is written', async () => {
    const permitId = await waiting();
    const post = make.place('CHOT-QL31-TAY');
    const documents: [string, object][] = [
      [PERMITS.claim, { permitId }],
      [PERMITS.issue, { permitId }],
      [PERMITS.reject, { permitId, reason: 'không' }],
      [PERMITS.revoke, { permitId, reason: 'không' }],
      [PERMITS.endRulePack, { code: 'DRILL-2026' }],
      [PERMITS.startShift, { checkpointId: post }],
      [PERMITS.recordScan, { scans: [] }],
    ];
    const strangers = {
      guest: make.guest(),
      grower: (await make.grower({})).voice,
      trader: (await make.trader({})).voice,
      driver: (await make.driver({ transporter })).voice,
      transporter: (await make.transporter({})).voice,
      clerk: (await make.coopClerk({})).voice,
      commune: (await make.communeOfficer({})).voice,
    };
    const before = await fingerprint(world, TABLES);
    for (const [name, voice] of Object.entries(strangers)) {
      const refusal = name === 'guest' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      for (const [document, wish] of documents) {
        const answer = await voice.send(document, {
          input: { clientMutationId: world.id(), ...wish },
        });
        expect([name, answer.errors[0]?.extensions.code]).toEqual([name, refusal]);
      }
      const queued = await voice.send(PERMITS.queue);
      expect(queued.errors[0]?.extensions.code).toBe(refusal);
      const shown = await voice.send<{ permit: null }>(PERMITS.permit, { id: permitId });
      expect(shown.data?.permit ?? null).toBeNull();
    }
    const officer = await make.checkpointOfficer({});
    for (const [document, wish] of documents.slice(0, 5)) {
      const answer = await officer.voice.send(document, {
        input: { clientMutationId: world.id(), ...wish },
      });
      expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect(await fingerprint(world, TABLES)).toEqual(before);
    for (const someone of [driver, transporter, trader, mai]) {
      expect(await read(someone, permitId)).toMatchObject({ id: permitId });
    }
  });

  it('pages own permits, newest first', async () => {
    const ids = [await waiting()];
    world.clock.pass(1);
    ids.unshift(await permitFor(make, trip({ driverId: (await other()).person.id }), driver));
    interface Mine {
      nodes: { id: string }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    }
    const first = await transporter.voice.ask<Mine>(PERMITS.mine, { first: 1 });
    const second = await transporter.voice.ask<Mine>(PERMITS.mine, {
      first: 1,
      after: first.pageInfo.endCursor,
    });
    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(ids);
    const own = await driver.voice.ask<Mine>(PERMITS.mine, { first: 10 });
    expect(own.nodes.map(({ id }) => id)).toEqual(ids.slice(1));
  });
});

const kindOf = ({ __typename: kind }: { readonly __typename: string }): string => kind;
