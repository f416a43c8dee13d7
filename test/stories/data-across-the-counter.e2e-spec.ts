import { Forget } from '../../src/privacy/use-cases/forget.js';
import { COUNTER, CounterScene, type Answered } from '../support/counter-scene.js';
import { givenDeal } from '../support/given-weighing.js';
import type { Given, Someone } from '../support/given.js';
import { fingerprint } from '../support/unchanged.js';
import type { World } from '../support/world.js';

const refused = '... on Refused { code field message nextStep }';
const DATA = {
  ask: `mutation ($input: HouseholdActInput!) { askToExport(input: $input) {
    __typename ... on GrantAsked { householdId } ${refused} } }`,
  take: `mutation ($input: HouseholdWishInput!) { exportHouseholdData(input: $input) {
    __typename ... on PersonDataExport { madeAt json csv tables { name rows } } ${refused} } }`,
};
const FORGET = {
  ask: `mutation ($input: HouseholdActInput!) { askToForget(input: $input) { __typename ${refused} } }`,
  forget: `mutation ($input: HouseholdWishInput!) { forgetHousehold(input: $input) { __typename ${refused} } }`,
};
const OWN = `mutation ($input: DataSubjectInput!) { exportPersonData(input: $input) {
  __typename ... on PersonDataExport { tables { name rows } json } ${refused} } }`;
const TABLES = ['acts', 'grant_codes', 'grant_papers', 'notices', 'sms_messages', 'contact_views'];

interface Handed extends Answered {
  readonly json: string;
  readonly csv: string;
  readonly nextStep?: string;
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
}

interface File {
  readonly householdId: string;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

describe('E7 G3: a household without the app is handed its data across the counter', () => {
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

  const take = (
    who: Someone,
    proof: object,
    household = lan,
    clientMutationId = world.id(),
  ): Promise<Handed> =>
    who.voice.ask(DATA.take, {
      input: { clientMutationId, householdId: household.party.id, ...proof },
    });
  const byPaper = async (who = officer, household = lan): Promise<Handed> =>
    take(who, { paperId: await make.grantPaper(who) }, household);
  const fileOf = ({ json }: Handed): File => JSON.parse(json) as File;
  const names = ({ tables }: Handed): string[] => tables.map(({ name }) => name);

  it('with the code it reads out: the catalogue of its own export, and a message who took it and when', async () => {
    const buyer = await make.trader({});
    await givenDeal(make, {
      buyer,
      household: lan,
      lines: [{ grade: 'L1', kg: 50, vndPerKg: 36_000 }],
    });
    const spoken = await codeFor(officer, DATA.ask);
    await world.deliverEvents();
    expect(texts().at(-1)).toBe(
      `UBND xa Nghia Phuong xin lay het du lieu cua nha minh. Dong y thi doc ma ${spoken} cho ho (trong 10 phut). Khong dong y: dung doc. Cho Luc Nam`,
    );
    const handed = await take(officer, { code: spoken });
    await world.deliverEvents();
    expect(texts().at(-1)).toBe(
      'UBND xa Nghia Phuong da lay du lieu cua nha minh o cho luc 08:00 25/08, theo loi nha minh. Khong dung thi goi ngay xa hoac HTX.',
    );
    const { householdId, tables } = fileOf(handed);
    expect(householdId).toBe(lan.party.id);
    expect(tables['people']).toMatchObject([{ phone: lan.person.phone }]);
    expect(tables['parties']).toMatchObject([{ name: 'Nguyễn Thị Lan' }]);
    expect(handed.json).not.toContain(buyer.person.phone);
    expect(handed.json).not.toMatch(/token_hash|code_hash|password_hash/);
    expect(handed.csv.split('\r\n')[0]).toBe('table,row,column,value');
    expect(handed.csv).toContain('Nguyễn Thị Lan');

    await signedIn();
    const own = await does<Handed>(lan, OWN, { personId: null });
    const ofActsAndNews = new Set(['acts', 'notices', 'deliveries']);
    const lasting = (one: Handed): string[] =>
      names(one).filter((name) => !ofActsAndNews.has(name));
    expect(lasting(own)).toEqual(lasting(handed));
    expect(lasting(handed)).toEqual(
      expect.arrayContaining(['deals', 'deal_lines', 'lots', 'sessions', 'contact_views']),
    );
  });

  it('with a paper it signed, when no number is known; the act, the look and the paper stay on record', async () => {
    const bay = await unreachable('Trần Văn Bảy');
    expect(await does(officer, DATA.ask, { householdId: bay.party.id })).toMatchObject({
      code: 'HOUSEHOLD_WITHOUT_PHONE',
      nextStep: 'Cho hộ ký giấy rồi chụp lại.',
    });
    const paperId = await make.grantPaper(officer);
    const { tables } = fileOf(await take(officer, { paperId }, bay));
    expect(tables).not.toHaveProperty('people');
    expect(tables['parties']).toMatchObject([{ id: bay.party.id, name: 'Trần Văn Bảy' }]);
    expect(tables['grant_papers']).toMatchObject([{ id: paperId, wish: 'EXPORT' }]);
    expect(tables['contact_views']).toMatchObject([
      { viewer_party_id: officer.party.id, viewer_role: 'COMMUNE_OFFICER', purpose: 'COUNTER' },
    ]);
    const acts = await world.db.query(
      `select party_id, role, response from acts where operation = 'exportHouseholdData' and person_id = $1`,
      [officer.person.id],
    );
    expect(acts).toEqual([
      {
        party_id: officer.party.id,
        role: 'COMMUNE_OFFICER',
        response: {
          householdId: bay.party.id,
          byPartyId: officer.party.id,
          handedAt: '2026-08-25T01:00:00.000Z',
        },
      },
    ]);
    const picture = async (at: string): Promise<boolean> => {
      world.clock.moveTo(at);
      await world.app.get(Forget).forgetOld();
      const [paper] = await world.db.query(
        `select picture is not null as "isKept" from grant_papers where id = $1`,
        [paperId],
      );
      return paper.isKept;
    };
    expect(await shown(officer, paperId)).toBe(200);
    expect(await picture('2028-08-23T08:00:00+07:00')).toBe(true);
    expect(await picture('2028-08-26T08:00:00+07:00')).toBe(false);
  });

  it('holds everybody who speaks for it and what was merged into it, and nothing of another household on the same telephone', async () => {
    const son = await make.grower({ name: 'Nguyễn Văn Con' });
    const twice = await unreachable('Nguyễn Thị Lan (khai trùng)');
    const other = await make.grower({ name: 'Hộ bà nội', person: lan.person });
    await signedOut();
    await world.db.query(
      `insert into memberships (person_id, party_id, role)
       values ($1, $2, 'GROWER'), ($3, $4, 'GROWER')`,
      [son.person.id, lan.party.id, lan.person.id, twice.party.id],
    );
    await world.db.query(`update sessions set revoked_at = $2 where person_id = $1`, [
      son.person.id,
      world.clock.now(),
    ]);
    await world.db.query(`update parties set merged_into_id = $2 where id = $1`, [
      twice.party.id,
      lan.party.id,
    ]);
    const handed = await byPaper();
    const { tables } = fileOf(handed);
    expect(tables['people']?.map(({ id }) => id).toSorted()).toEqual(
      [lan.person.id, son.person.id].toSorted(),
    );
    expect(tables['parties']?.map(({ id }) => id).toSorted()).toEqual(
      [lan.party.id, twice.party.id].toSorted(),
    );
    expect(handed.json).not.toContain(other.party.id);
    expect(handed.json).not.toContain(son.party.id);
    expect(await byPaper(officer, twice)).toMatchObject({ code: 'HOUSEHOLD_MERGED' });

    await signedIn();
    const own = await does<Handed>(lan, OWN, { personId: null });
    expect(own.json).toContain('Nguyễn Thị Lan (khai trùng)');
  });

  it('needs a word of its own: none, a guess, or the code or paper of something else or somebody else is none', async () => {
    expect(await take(officer, {})).toMatchObject({ code: 'GRANT_PROOF_MISSING' });
    expect(await take(officer, { paperId: 'x' })).toMatchObject({
      code: 'GRANT_PAPER_NOT_FOUND',
      field: 'paperId',
    });
    expect(await take(officer, { code: '000000' })).toMatchObject({
      code: 'GRANT_CODE_WRONG',
      nextStep: 'Nhờ hộ đọc lại tin nhắn mới nhất, hoặc gửi mã khác.',
    });
    expect(await take(officer, { paperId: await make.grantPaper(coop) })).toMatchObject({
      code: 'GRANT_PAPER_NOT_FOUND',
    });
    const selling = await scene.asked(officer);
    expect(await take(officer, { code: selling })).toMatchObject({ code: 'GRANT_CODE_WRONG' });
    const forgetting = await codeFor(officer, FORGET.ask);
    expect(await take(officer, { code: forgetting })).toMatchObject({ code: 'GRANT_CODE_WRONG' });
    const spoken = await codeFor(coop, DATA.ask);
    expect(await take(officer, { code: spoken })).toMatchObject({ code: 'GRANT_CODE_WRONG' });
    expect(
      await does(coop, FORGET.forget, { householdId: lan.party.id, code: spoken }),
    ).toMatchObject({ code: 'GRANT_CODE_WRONG' });
    expect(await record(coop, { code: spoken })).toMatchObject({ code: 'GRANT_CODE_WRONG' });
    expect(await take(coop, { code: spoken })).toMatchObject({ __typename: 'PersonDataExport' });
  });

  it('a paper says one thing: signed to sell, to be forgotten or to be handed the data, it is no word for the others', async () => {
    const wishes: readonly ((paperId: string) => Promise<{ __typename: string }>)[] = [
      (paperId) => record(officer, { paperId }),
      (paperId) => take(officer, { paperId }),
      (paperId) => does(officer, FORGET.forget, { householdId: lan.party.id, paperId }),
    ];
    for (const [index, wish] of wishes.entries()) {
      const paperId = await make.grantPaper(officer);
      expect(await wish(paperId)).not.toMatchObject({ __typename: 'Refused' });
      for (const other of wishes.toSpliced(index, 1))
        expect(await other(paperId)).toMatchObject({
          code: expect.stringMatching(/GRANT_PAPER_NOT_FOUND|GRANT_STANDS/),
        });
      expect(await wish(paperId)).toMatchObject({ __typename: 'Refused' });
    }
  });

  it('is fetched again by the same act for ten minutes, by nobody else, and told once', async () => {
    const spoken = await codeFor(coop, DATA.ask);
    const key = world.id();
    const first = await take(coop, { code: spoken }, lan, key);
    expect(first).toMatchObject({ __typename: 'PersonDataExport' });
    expect(await take(coop, { code: spoken }, lan, key)).toMatchObject({
      __typename: 'PersonDataExport',
    });
    expect(await take(coop, { code: spoken })).toMatchObject({ code: 'GRANT_CODE_WRONG' });
    expect(await take(coop, { code: '111111' }, lan, key)).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    const colleague = { ...coop, voice: await make.colleagueOf(coop, 'COOP_CLERK') };
    for (const who of [officer, colleague])
      expect(await take(who, { code: spoken }, lan, key)).toMatchObject({
        code: 'GRANT_CODE_WRONG',
      });
    const stranger = await make.coopClerk({ name: 'HTX khác' });
    expect(await take(stranger, { code: spoken }, lan, key)).toMatchObject({
      code: 'HOUSEHOLD_NOT_FOUND',
    });
    await world.deliverEvents();
    expect(texts().filter((text) => text.includes('da lay du lieu'))).toHaveLength(1);
    await signedIn();
    expect(await take(coop, { code: spoken }, lan, key)).toMatchObject({
      code: 'HOUSEHOLD_ASKS_ITSELF',
    });
    await signedOut();
    world.clock.pass(11);
    expect(await take(coop, { code: spoken }, lan, key)).toMatchObject({
      code: 'HANDED_OVER_BEFORE',
      nextStep: 'Hộ cần bản nữa thì gửi mã mới, hoặc ký giấy mới.',
    });
  });

  it('is for those alone who have no device, also when one signs in after the code was sent', async () => {
    const spoken = await codeFor(officer, DATA.ask);
    await signedIn();
    const before = await fingerprint(world, TABLES);
    expect(await take(officer, { code: spoken })).toMatchObject({
      code: 'HOUSEHOLD_ASKS_ITSELF',
      message: 'Hộ này đang dùng app trên máy của hộ.',
      nextStep: 'Bảo hộ mở app trên máy đó, vào “Dữ liệu của tôi” để tự yêu cầu.',
    });
    expect(await does(officer, DATA.ask, { householdId: lan.party.id })).toMatchObject({
      code: 'HOUSEHOLD_ASKS_ITSELF',
    });
    expect(await fingerprint(world, TABLES)).toEqual(before);
    await signedOut();
    expect(await take(officer, { code: spoken })).toMatchObject({ __typename: 'PersonDataExport' });
  });

  it('a household that may not sell has the right all the same; a party that may not act hands over nothing', async () => {
    const suspend = ({ party }: Someone): Promise<unknown> =>
      world.db.query(
        `update parties set state = 'SUSPENDED', state_reason = 'Hồ sơ sai' where id = $1`,
        [party.id],
      );
    await suspend(lan);
    expect(await coop.voice.ask(COUNTER.find, { words: 'lan', first: 5 })).toMatchObject({
      nodes: [{ id: lan.party.id }],
    });
    expect(await byPaper()).toMatchObject({ __typename: 'PersonDataExport' });
    const paperId = await make.grantPaper(coop);
    await suspend(coop);
    const before = await fingerprint(world, TABLES);
    expect(await does(coop, DATA.ask, { householdId: lan.party.id })).toMatchObject({
      code: 'ASKER_SUSPENDED',
    });
    expect(await take(coop, { paperId })).toMatchObject({ code: 'ASKER_SUSPENDED' });
    expect(await fingerprint(world, TABLES)).toEqual(before);
  });

  it('is handed over five times a day, whoever asks; a sixth spends no word, and a slip of the tongue counts as none', async () => {
    for (let times = 0; times < 6; times += 1)
      expect(await take(officer, { code: '000000' })).toMatchObject({ code: 'GRANT_CODE_WRONG' });
    for (const who of [officer, coop, officer, coop, officer])
      expect(await byPaper(who)).toMatchObject({ __typename: 'PersonDataExport' });
    const paperId = await make.grantPaper(coop);
    expect(await take(coop, { paperId })).toMatchObject({
      code: 'EXPORTS_SPENT',
      nextStep: 'Dùng bản đã lấy, hoặc lấy lại vào ngày mai.',
    });
    world.clock.pass(24 * 60);
    expect(await take(coop, { paperId })).toMatchObject({ __typename: 'PersonDataExport' });
  });

  it('is asked by nobody but the cooperative of a member and an officer of its commune', async () => {
    const afar = await make.communeOfficer({ commune: 'Lục Sơn' });
    const strange = await make.coopClerk({ name: 'HTX khác' });
    const before = await fingerprint(world, TABLES);
    for (const who of [afar, strange]) {
      const unknown = { code: 'HOUSEHOLD_NOT_FOUND' };
      expect(await does(who, DATA.ask, { householdId: lan.party.id })).toMatchObject(unknown);
      expect(await take(who, { code: '123456' })).toMatchObject(unknown);
    }
    const others = [
      await make.grower({}),
      await make.trader({}),
      await make.officeStaff({}),
      await make.admin({}),
    ];
    const input = { clientMutationId: world.id(), householdId: lan.party.id };
    for (const { voice } of others)
      for (const document of [DATA.ask, DATA.take])
        expect((await voice.send(document, { input })).errors[0]?.extensions.code).toBe(
          'FORBIDDEN',
        );
    expect((await make.guest().send(DATA.take, { input })).errors[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
    expect(await fingerprint(world, TABLES)).toEqual(before);
  });
});
