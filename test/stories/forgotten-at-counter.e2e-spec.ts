import { Forget } from '../../src/privacy/use-cases/forget.js';
import { CounterScene, type Answered } from '../support/counter-scene.js';
import { givenDeal } from '../support/given-weighing.js';
import type { Given, Someone } from '../support/given.js';
import { fingerprint } from '../support/unchanged.js';
import type { World } from '../support/world.js';

const state = '__typename ... on ErasureState { erasure { effectiveAt dueAt } }';
const refused = '... on Refused { code field message }';
const FORGET = {
  ask: `mutation ($input: HouseholdActInput!) { askToForget(input: $input) {
    __typename ... on GrantAsked { householdId } ${refused} } }`,
  forget: `mutation ($input: HouseholdWishInput!) { forgetHousehold(input: $input) { ${state} ${refused} } }`,
  keep: `mutation ($input: HouseholdActInput!) { keepHousehold(input: $input) { ${state} ${refused} } }`,
  open: `query ($householdId: ID!) { householdErasure(householdId: $householdId) { effectiveAt } }`,
  own: `{ myErasure { effectiveAt } }`,
  cancelOwn: `mutation ($input: DataSubjectInput!) { cancelErasure(input: $input) { ${state} ${refused} } }`,
};
const MERGE = `mutation ($input: MergePartiesInput!) { mergeParties(input: $input) {
  __typename ... on PartyMerge { id } ${refused} } }`;
const DAY_LATER = '2026-08-26T08:00:01+07:00';
const TABLES = ['erasures', 'grant_codes', 'grant_papers', 'parties', 'people'];

describe('E7 G3: a household without the app asks across the counter to be forgotten', () => {
  const scene = new CounterScene();
  const { codeFor, does, record, shown, signedIn, signedOut, texts, unreachable } = scene;
  let world: World;
  let make: Given;
  let lan: Someone;
  let coop: Someone;
  let officer: Someone;

  beforeAll(async () => {
    ({ world, make } = await scene.open());
  }, 30_000);
  afterAll(() => scene.close());
  beforeEach(async () => {
    ({ lan, coop, officer } = await scene.settleSignedOut());
  });

  const forget = (who: Someone, proof: object, household = lan): Promise<Answered> =>
    does(who, FORGET.forget, { householdId: household.party.id, ...proof });
  const keep = (who: Someone, household = lan): Promise<Answered> =>
    does(who, FORGET.keep, { householdId: household.party.id });
  const open = (who: Someone, household = lan): Promise<unknown> =>
    who.voice
      .send(FORGET.open, { householdId: household.party.id })
      .then(({ data }) => data?.['householdErasure']);
  const party = async ({ party: { id } }: Someone): Promise<object> =>
    (await world.db.query(`select name, state, lat from parties where id = $1`, [id]))[0];
  const erase = async (at: string): Promise<void> => {
    world.clock.moveTo(at);
    await world.app.get(Forget).erase();
  };

  it('with a paper it signed, when no number is known: a day later its name and place are gone, and the picture', async () => {
    const bay = await unreachable('Trần Văn Bảy');
    expect(await does(officer, FORGET.ask, { householdId: bay.party.id })).toMatchObject({
      code: 'HOUSEHOLD_WITHOUT_PHONE',
    });
    const paperId = await make.grantPaper(officer);
    expect(await forget(officer, { paperId }, bay)).toMatchObject({
      erasure: { effectiveAt: '2026-08-26T01:00:00.000Z', dueAt: expect.any(String) },
    });
    expect(await open(officer, bay)).toMatchObject({ effectiveAt: '2026-08-26T01:00:00.000Z' });
    expect(await forget(officer, { paperId: await make.grantPaper(officer) }, bay)).toMatchObject({
      code: 'ERASURE_WAITS',
    });
    expect(await shown(officer, paperId)).toBe(200);
    await erase('2026-08-26T07:59:59+07:00');
    expect(await party(bay)).toMatchObject({ name: 'Trần Văn Bảy', state: 'ACTIVE' });
    await erase(DAY_LATER);
    expect(await party(bay)).toEqual({ name: 'Hộ đã xóa tên', state: 'CLOSED', lat: null });
    const [paper] = await world.db.query(`select picture from grant_papers where id = $1`, [
      paperId,
    ]);
    expect(paper).toEqual({ picture: null });
    const [act] = await world.db.query(
      `select person_id, party_id, role from acts where operation = 'forgetHousehold'`,
    );
    expect(act).toEqual({
      person_id: officer.person.id,
      party_id: officer.party.id,
      role: 'COMMUNE_OFFICER',
    });
  });

  it('with the code it reads out: it is told by message, and whoever spoke for it is forgotten with it', async () => {
    const spoken = await codeFor(coop, FORGET.ask);
    await world.deliverEvents();
    expect(texts().at(-1)).toBe(
      `HTX Na Nghia Phuong xin xoa het ho so cua nha minh. Dong y thi doc ma ${spoken} cho ho (trong 10 phut). Khong dong y: dung doc. Cho Luc Nam`,
    );
    expect(await forget(coop, { code: spoken })).toMatchObject({ __typename: 'ErasureState' });
    await world.deliverEvents();
    expect(texts().at(-1)).toBe(
      'HTX Na Nghia Phuong ghi nha minh xin xoa ho so khoi cho, xoa sau 08:00 26/08. Khong dung thi goi ngay xa hoac HTX.',
    );
    await erase(DAY_LATER);
    expect(await party(lan)).toMatchObject({ name: 'Hộ đã xóa tên', state: 'CLOSED' });
    const [person] = await world.db.query(`select name, phone from people where id = $1`, [
      lan.person.id,
    ]);
    expect(person).toMatchObject({
      name: 'Người đã xóa tên',
      phone: expect.stringMatching(/^\+840/),
    });
  });

  it('leaves the other household on the same telephone whole', async () => {
    const other = await make.grower({ name: 'Hộ bà nội', person: lan.person });
    await signedOut();
    await forget(officer, { paperId: await make.grantPaper(officer) });
    await erase(DAY_LATER);
    expect(await party(lan)).toMatchObject({ name: 'Hộ đã xóa tên' });
    expect(await party(other)).toMatchObject({ name: 'Hộ bà nội', state: 'ACTIVE' });
    const [{ phone }] = await world.db.query(`select phone from people where id = $1`, [
      lan.person.id,
    ]);
    expect(phone).toBe(lan.person.phone);
  });

  it('is taken back at the counter by either of those who may ask it, and it is told', async () => {
    await forget(officer, { paperId: await make.grantPaper(officer) });
    expect(await keep(coop)).toEqual({ __typename: 'ErasureState', erasure: null });
    await world.deliverEvents();
    expect(texts().at(-1)).toBe(
      'HTX Na Nghia Phuong ghi nha minh thoi khong xoa ho so nua. Khong dung thi goi ngay xa hoac HTX.',
    );
    expect(await keep(officer)).toMatchObject({ code: 'NO_ERASURE' });
    await erase(DAY_LATER);
    expect(await party(lan)).toMatchObject({ name: lan.party.name, state: 'ACTIVE' });
  });

  it('is seen and taken back on its own telephone, once it signs in', async () => {
    await forget(officer, { paperId: await make.grantPaper(officer) });
    await signedIn();
    expect(await lan.voice.ask(FORGET.own)).toMatchObject({ effectiveAt: expect.any(String) });
    expect(await does(lan, FORGET.cancelOwn, { personId: null })).toMatchObject({ erasure: null });
    await erase(DAY_LATER);
    expect(await party(lan)).toMatchObject({ state: 'ACTIVE' });
  });

  describe('when it is merged into another entry of the household meanwhile', () => {
    const mergedInto = (kept: Someone): Promise<unknown> =>
      make.admin({}).then((admin) =>
        does(admin, MERGE, {
          keepId: kept.party.id,
          mergeId: lan.party.id,
          reason: 'Một hộ khai hai lần',
        }),
      );
    beforeEach(async () => {
      await forget(officer, { paperId: await make.grantPaper(officer) });
    });

    it('is seen and taken back on the telephone of that entry, and at the counter', async () => {
      const hoa = await make.grower({ name: 'Nguyễn Thị Hoa' });
      await mergedInto(hoa);
      expect(await open(officer, hoa)).toMatchObject({ effectiveAt: expect.any(String) });
      expect(await hoa.voice.ask(FORGET.own)).toMatchObject({ effectiveAt: expect.any(String) });
      expect(await does(hoa, FORGET.cancelOwn, { personId: null })).toMatchObject({
        erasure: null,
      });
      await erase(DAY_LATER);
      expect(await party(hoa)).toMatchObject({ name: hoa.party.name, state: 'ACTIVE' });
    });

    it('waits for what that entry is still owed', async () => {
      const hoa = await make.grower({ name: 'Nguyễn Thị Hoa' });
      await mergedInto(hoa);
      await givenDeal(make, {
        buyer: await make.trader({}),
        household: hoa,
        lines: [{ grade: 'L1', kg: 50, vndPerKg: 36_000 }],
      });
      await erase(DAY_LATER);
      expect(await party(hoa)).toMatchObject({ name: hoa.party.name, state: 'ACTIVE' });
      expect(await party(lan)).toMatchObject({ name: lan.party.name });
    });
  });

  it('of two entries merged into one without a number both are gone', async () => {
    const [bay, kept] = [await unreachable('Trần Văn Bảy'), await unreachable('Trần Văn Bẩy')];
    await forget(officer, { paperId: await make.grantPaper(officer) }, bay);
    await does(await make.admin({}), MERGE, {
      keepId: kept.party.id,
      mergeId: bay.party.id,
      reason: 'Một hộ khai hai lần',
    });
    await erase(DAY_LATER);
    for (const one of [bay, kept])
      expect(await party(one)).toMatchObject({ name: 'Hộ đã xóa tên', state: 'CLOSED' });
  });

  it('is for those alone who have no device: who is signed in asks there', async () => {
    await signedIn();
    const before = await fingerprint(world, TABLES);
    expect(await does(officer, FORGET.ask, { householdId: lan.party.id })).toMatchObject({
      code: 'HOUSEHOLD_ASKS_ITSELF',
    });
    expect(await forget(officer, { paperId: world.id() })).toMatchObject({
      code: 'HOUSEHOLD_ASKS_ITSELF',
      message: 'Hộ này đang dùng app trên máy của hộ.',
    });
    expect(await fingerprint(world, TABLES)).toEqual(before);
  });

  it('needs a word of its own: none, a guess, the code or paper of something else or of somebody else is none', async () => {
    expect(await forget(officer, {})).toMatchObject({ code: 'GRANT_PROOF_MISSING' });
    expect(await forget(officer, { paperId: 'x' })).toMatchObject({
      code: 'GRANT_PAPER_NOT_FOUND',
      field: 'paperId',
    });
    expect(await forget(officer, { paperId: await make.grantPaper(coop) })).toMatchObject({
      code: 'GRANT_PAPER_NOT_FOUND',
    });
    const selling = await scene.asked(officer);
    expect(await forget(officer, { code: selling })).toMatchObject({ code: 'GRANT_CODE_WRONG' });
    const spoken = await codeFor(coop, FORGET.ask);
    expect(await forget(officer, { code: spoken })).toMatchObject({ code: 'GRANT_CODE_WRONG' });
    expect(await record(coop, { code: spoken })).toMatchObject({ code: 'GRANT_CODE_WRONG' });
    expect(await open(officer)).toBeNull();
    const paperId = await make.grantPaper(officer);
    await forget(officer, { paperId });
    await keep(officer);
    expect(await forget(officer, { paperId })).toMatchObject({ code: 'GRANT_PAPER_NOT_FOUND' });
  });

  it('waits for what is still owed', async () => {
    await givenDeal(make, {
      buyer: await make.trader({}),
      household: lan,
      lines: [{ grade: 'L1', kg: 50, vndPerKg: 36_000 }],
    });
    expect(await forget(officer, { paperId: await make.grantPaper(officer) })).toMatchObject({
      code: 'STILL_OWED',
    });
    expect(await open(officer)).toBeNull();
  });

  it('is asked by nobody but the cooperative of a member and an officer of its commune', async () => {
    await forget(officer, { paperId: await make.grantPaper(officer) });
    const afar = await make.communeOfficer({ commune: 'Lục Sơn' });
    const strange = await make.coopClerk({ name: 'HTX khác' });
    const before = await fingerprint(world, TABLES);
    for (const who of [afar, strange]) {
      const unknown = { code: 'HOUSEHOLD_NOT_FOUND' };
      expect(await does(who, FORGET.ask, { householdId: lan.party.id })).toMatchObject(unknown);
      expect(await forget(who, { code: '123456' })).toMatchObject(unknown);
      expect(await keep(who)).toMatchObject(unknown);
      expect(await open(who)).toBeNull();
    }
    const others = [
      await make.grower({}),
      await make.trader({}),
      await make.officeStaff({}),
      await make.admin({}),
    ];
    const input = { clientMutationId: world.id(), householdId: lan.party.id };
    for (const { voice } of others)
      for (const document of [FORGET.ask, FORGET.forget, FORGET.keep])
        expect((await voice.send(document, { input })).errors[0]?.extensions.code).toBe(
          'FORBIDDEN',
        );
    expect((await fingerprint(world, TABLES)).slice(0, 3)).toEqual(before.slice(0, 3));
    expect(await open(coop)).toMatchObject({ effectiveAt: expect.any(String) });
  });
});
