import type { DataSource } from 'typeorm';
import { ApplyHeldChanges } from '../../src/accounts/use-cases/apply-held-changes.js';
import { ActChain } from '../../src/platform/audit/act-chain.js';
import { Sealer } from '../../src/platform/secrets/sealer.js';
import { Forget } from '../../src/privacy/use-cases/forget.js';
import { givenDeal } from '../support/given-weighing.js';
import { given, type Given, type Someone } from '../support/given.js';
import { stateLook } from '../support/look-purposes.js';
import { Till } from '../support/settlement-acts.js';
import { statementsOf } from '../support/sql-count.js';
import { Scale } from '../support/weighing-acts.js';
import { World } from '../support/world.js';

const SAW = `query ($first: Int!, $after: String) { whoSawMyNumber(first: $first, after: $after) {
  nodes { viewer viewerRole purpose times } pageInfo { endCursor hasNextPage } } }`;
const CONSENTS = '{ myConsents { purpose version isGiven since } }';
const CONSENT = `mutation ($input: SetConsentInput!) {
  setConsent(input: $input) { __typename ... on ConsentSet { done } ... on Refused { code } }
}`;
const EXPORT = `mutation ($input: DataSubjectInput!) {
  exportPersonData(input: $input) { __typename ... on PersonDataExport { tables { name rows } json csv } ... on Refused { code } }
}`;
const ERASE = `mutation ($input: DataSubjectInput!) {
  anonymisePerson(input: $input) { __typename ... on ErasureState { erasure { effectiveAt dueAt } } ... on Refused { code message } }
}`;
const CANCEL = `mutation ($input: DataSubjectInput!) {
  cancelErasure(input: $input) { __typename ... on ErasureState { erasure { id } } ... on Refused { code } }
}`;
const PAYOUT = `mutation ($input: ChangePayoutAccountInput!) { changePayoutAccount(input: $input) { __typename } }`;
const DEAL = `query ($id: ID!) { deal(id: $id) { household { name phone } } }`;

interface Export {
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  readonly json: string;
  readonly csv: string;
}
interface Saw {
  readonly nodes: readonly object[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

describe('what people may ask about themselves', () => {
  let world: World;
  let make: Given;
  let trader: Someone;
  let lan: Someone;

  const input = (more: object = {}) => ({
    input: { clientMutationId: world.id(), personId: null, ...more },
  });
  const deal = (household: Someone, buyer = trader) =>
    givenDeal(make, { buyer, household, lines: [{ grade: 'L1', kg: 50, vndPerKg: 36_000 }] });
  const saw = (someone: Someone, page: object = { first: 20 }) => someone.voice.ask<Saw>(SAW, page);
  const erase = async (at?: Date): Promise<void> => {
    if (at) world.clock.moveTo(at);
    await world.app.get(Forget).erase();
  };

  beforeAll(async () => {
    world = await World.open('2026-11-23T05:00:00+07:00');
    make = await given(world);
    trader = await make.trader({ name: 'Vựa Hùng' });
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
  });
  afterAll(() => world.close());

  it('H1 G2 a number is written down as seen before it is shown, and its owner reads by whom', async () => {
    const { id } = await deal(lan);
    expect((await saw(lan)).nodes).toEqual([]);
    for (let times = 0; times < 2; times += 1) {
      expect(await trader.voice.ask(DEAL, { id })).toEqual({
        household: { name: 'Nguyễn Thị Lan', phone: lan.person.phone },
      });
    }
    await lan.voice.ask(DEAL, { id });
    world.clock.pass(60);
    const other = await make.trader({ name: 'Vựa Mai' });
    await other.voice.ask(DEAL, { id: (await deal(lan, other)).id });

    const first = await saw(lan, { first: 1 });
    expect(first.nodes).toEqual([
      { viewer: 'Vựa Mai', viewerRole: 'TRADER', purpose: 'TRADE', times: 1 },
    ]);
    const rest = await saw(lan, { first: 5, after: first.pageInfo.endCursor });
    expect(rest.nodes).toEqual([
      { viewer: 'Vựa Hùng', viewerRole: 'TRADER', purpose: 'TRADE', times: 2 },
    ]);
    expect((await saw(trader)).nodes).toEqual([]);
    expect((await make.guest().send(SAW, { first: 5 })).errors[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  it('G2: a trader is shown the numbers of thirty households a day, the same ones again, and others tomorrow', async () => {
    const greedy = await make.trader({ name: 'Vựa Tham' });
    const deals: string[] = [];
    for (let index = 0; index < 31; index += 1) {
      deals.push((await deal(await make.grower({}), greedy)).id);
    }
    const numbers = async (): Promise<(string | null)[]> => {
      const seen: (string | null)[] = [];
      for (const id of deals) {
        const { household } = await greedy.voice.ask<{ household: { phone: string | null } }>(
          DEAL,
          { id },
        );
        seen.push(household.phone);
      }
      return seen;
    };
    const shown = await numbers();
    expect(shown.slice(0, 30)).not.toContain(null);
    expect(shown[30]).toBeNull();
    expect(await numbers()).toEqual(shown);
    world.clock.pass(24 * 60);
    const [last] = deals.slice(-1);
    expect(await greedy.voice.ask(DEAL, { id: last })).toMatchObject({
      household: { phone: expect.stringMatching(/^\+84/) },
    });
  });

  it('H2: what was done stays as it was written, whoever asks the database', async () => {
    const { voice } = await make.grower({});
    await voice.ask(CONSENT, {
      input: { clientMutationId: world.id(), purpose: 'NEWS', version: 1, isGiven: true },
    });
    const changed = [
      `update acts set role = 'ADMIN'`,
      `update acts set response = '{}'`,
      `delete from acts`,
      `truncate acts`,
    ];
    for (const statement of changed) {
      await expect(world.db.query(statement)).rejects.toThrow('an act is kept as it was done');
    }
  });

  it('H2: the chain of acts names the one that was changed, taken out or slipped in, whoever did it', async () => {
    const chain = world.app.get(ActChain);
    const { voice } = await make.grower({});
    for (const isGiven of [true, false, true]) {
      const clientMutationId = world.id();
      await voice.ask(CONSENT, {
        input: { clientMutationId, purpose: 'NEWS', version: 1, isGiven },
      });
      await chain.extend();
    }
    const whole = await chain.check();
    expect(whole).toMatchObject({ unlinked: 0, ofOtherSecrets: 0, broken: null });
    expect(whole.links).toBeGreaterThanOrEqual(3);
    const other = new Sealer({ secretKey: 'another key, long enough to pass as one' });
    expect(await new ActChain(world.db, other).check()).toMatchObject({
      ofOtherSecrets: whole.links,
      broken: null,
    });
    await expect(world.db.query(`delete from act_chain`)).rejects.toThrow('stays as it was made');

    const link = (seq: number) =>
      world.db.query(`select person_id, operation, key, hash from act_chain where seq = $1`, [seq]);
    const [second] = await link(2);
    const ofSecond = [second.person_id, second.operation, second.key];
    /** As somebody does it who has the database but not the secret; all is as before afterwards. */
    const tampered = async (statement: string, values: unknown[]) => {
      const runner = world.db.createQueryRunner();
      await runner.startTransaction();
      try {
        await runner.query(`set local session_replication_role = replica`);
        await runner.query(statement, values);
        const inside = { query: runner.query.bind(runner) } as unknown as DataSource;
        return (await new ActChain(inside, world.app.get(Sealer)).check()).broken;
      } finally {
        await runner.rollbackTransaction();
        await runner.release();
      }
    };
    const named = { operation: second.operation, key: second.key, seq: 2 };
    const isSecond = `where person_id = $1 and operation = $2 and key = $3`;
    for (const change of [
      `role = 'ADMIN'`,
      `response = '{"id": "x"}'`,
      `at = at + interval '1 us'`,
    ])
      expect(await tampered(`update acts set ${change} ${isSecond}`, ofSecond)).toMatchObject({
        ...named,
        fault: 'CHANGED',
      });
    expect(await tampered(`delete from acts ${isSecond}`, ofSecond)).toMatchObject({
      ...named,
      fault: 'GONE',
    });
    expect(await tampered(`delete from act_chain where seq = $1`, [2])).toMatchObject({
      fault: 'GONE',
      seq: 3,
    });
    expect(
      await tampered(`update act_chain set hash = 'forged' where seq = $1`, [2]),
    ).toMatchObject({ ...named, fault: 'CHANGED' });
    expect(
      await tampered(
        `insert into acts (person_id, operation, key, role, request_hash, at)
         values ($1, 'acceptOffer', gen_random_uuid(), 'GROWER', 'x', now() - interval '1 day')`,
        [lan.person.id],
      ),
    ).toMatchObject({ fault: 'SLIPPED_IN', operation: 'acceptOffer', seq: null });
    expect(await chain.check()).toEqual(whole);
  });

  it('G5 every consent begins as no, is given and taken back by itself, and each word is kept', async () => {
    const thang = await make.grower({});
    const consents = () => thang.voice.ask<{ isGiven: boolean; version: number }[]>(CONSENTS);
    expect(await consents()).toEqual([
      { purpose: 'PUBLIC_NAME', version: 1, isGiven: false, since: null },
      { purpose: 'NEWS', version: 1, isGiven: false, since: null },
    ]);
    const set = (more: object) =>
      thang.voice.ask(CONSENT, {
        input: {
          clientMutationId: world.id(),
          purpose: 'NEWS',
          version: 1,
          isGiven: true,
          ...more,
        },
      });
    expect(await set({ version: 2 })).toMatchObject({ code: 'CONSENT_TEXT_CHANGED' });
    await set({});
    expect((await consents()).map(({ isGiven }) => isGiven)).toEqual([false, true]);
    world.clock.pass(1);
    await set({ isGiven: false });
    expect((await consents()).map(({ isGiven }) => isGiven)).toEqual([false, false]);
    const kept = await world.db.query(
      `select is_given from consents where person_id = $1 order by at`,
      [thang.person.id],
    );
    expect(kept).toEqual([{ is_given: true }, { is_given: false }]);
    await expect(
      world.db.query(`update consents set is_given = true where person_id = $1`, [thang.person.id]),
    ).rejects.toThrow('a consent is kept as it was given');
  });

  it('G3 a person takes home everything about herself, and no secret and nobody else', async () => {
    const mine = await lan.voice.ask<Export>(EXPORT, input());
    const names = mine.tables.map(({ name }) => name);
    for (const table of [
      'people',
      'parties',
      'lots',
      'lot_grades',
      'deals',
      'deal_lines',
      'sessions',
    ])
      expect(names).toContain(table);
    expect(mine.json).toContain(lan.person.phone);
    expect(mine.json).not.toContain(trader.person.phone);
    expect(mine.json).not.toMatch(/token_hash|code_hash|password_hash/);
    expect(mine.csv.split('\r\n')[0]).toBe('table,row,column,value');
    expect(mine.csv).toContain('Nguyễn Thị Lan');

    expect(await trader.voice.ask(EXPORT, input({ personId: lan.person.id }))).toMatchObject({
      code: 'PERSON_UNKNOWN',
    });
    const admin = await make.admin({});
    expect(await admin.voice.ask(EXPORT, input({ personId: lan.person.id }))).toMatchObject({
      code: 'PURPOSE_MISSING',
    });
    await stateLook(world, admin, lan.party.id, { purpose: 'COUNTER' });
    const byAdmin = await admin.voice.ask<Export>(EXPORT, input({ personId: lan.person.id }));
    expect(byAdmin.json).toContain(lan.person.phone);
    expect((await saw(lan)).nodes[0]).toMatchObject({ viewerRole: 'ADMIN', purpose: 'COUNTER' });
    const acts = await world.db.query(
      `select person_id from acts where operation = 'exportPersonData' order by at`,
    );
    expect(acts).toEqual([{ person_id: lan.person.id }, { person_id: admin.person.id }]);
  });

  it('G3 is taken home five times a day, and looked up in the type of each column, so that indexes serve', async () => {
    const hoa = await make.grower({});
    const take = () => hoa.voice.ask<{ code?: string }>(EXPORT, input());
    const statements = await statementsOf(take);
    expect(statements.filter((one) => one.includes('to_jsonb(t)')).length).toBeGreaterThan(5);
    expect(statements.filter((one) => one.includes('"::text = '))).toEqual([]);
    for (let times = 2; times <= 5; times += 1)
      expect(await take()).toMatchObject({ __typename: 'PersonDataExport' });
    expect(await take()).toMatchObject({ code: 'EXPORTS_SPENT' });
    world.clock.pass(24 * 60);
    expect(await take()).toMatchObject({ __typename: 'PersonDataExport' });
  });

  it('ID-05 G3 of households that share a telephone each takes home its own and nothing of the other', async () => {
    const mother = await make.grower({ name: 'Trần Thị Mẹ' });
    const son = await make.grower({ name: 'Trần Văn Con', person: mother.person });
    await deal(mother);
    await world.db.query(
      `insert into notices (id, person_id, party_id, event_id, kind, facts, path, due_at, created_at)
       select gen_random_uuid(), $1, unnest($2::uuid[]), gen_random_uuid(), 'HOUSEHOLD_ENTERED',
              '{"by": "HTX"}', '/app', null, $3`,
      [mother.person.id, [mother.party.id, son.party.id], world.clock.now()],
    );
    const hers = await mother.voice.ask<Export>(EXPORT, input());
    const his = await son.voice.ask<Export>(EXPORT, input());
    expect(hers.json).toContain(mother.party.id);
    expect(hers.json).not.toContain(son.party.id);
    expect(his.json).toContain('Trần Văn Con');
    expect(his.json).not.toContain(mother.party.id);
    expect(his.tables.map(({ name }) => name)).not.toContain('deals');
    expect(his.tables).toContainEqual({ name: 'notices', rows: 1 });
    const admin = await make.admin({});
    await stateLook(world, admin, son.party.id, { purpose: 'COUNTER' });
    const all = await admin.voice.ask<Export>(EXPORT, input({ personId: mother.person.id }));
    expect(all.json).toContain(mother.party.id);
    expect(all.json).toContain(son.party.id);
  });

  it('E7 waits a day, in which it can be taken back', async () => {
    const thang = await make.grower({});
    const asked = await thang.voice.ask(ERASE, input());
    const now = world.clock.now();
    expect(asked).toMatchObject({
      erasure: { effectiveAt: new Date(now.getTime() + 86_400_000).toISOString() },
    });
    expect(await thang.voice.ask(ERASE, input())).toMatchObject({ code: 'ERASURE_WAITS' });
    expect(await lan.voice.ask(CANCEL, input({ personId: thang.person.id }))).toMatchObject({
      code: 'PERSON_UNKNOWN',
    });
    expect(await thang.voice.ask(CANCEL, input())).toEqual({
      __typename: 'ErasureState',
      erasure: null,
    });
    expect(await thang.voice.ask(CANCEL, input())).toMatchObject({ code: 'NO_ERASURE' });
    await erase(new Date(now.getTime() + 2 * 86_400_000));
    expect(await thang.voice.ask('{ me { person { phone } } }')).toEqual({
      person: { phone: thang.person.phone },
    });
  });

  it('AD-05 G3 forgets name, number and sign-ins within two working days; weighed kilograms and sums stay', async () => {
    const household = await make.grower({ name: 'Vi Thị Hoa' });
    const buyer = await make.trader({});
    const { id, orderId } = await deal(household, buyer);
    expect(await household.voice.ask(ERASE, input())).toMatchObject({ code: 'STILL_OWED' });

    const till = new Till(world);
    await new Scale(world).agree(buyer.voice, household.voice, id, [
      { grade: 'L1', kg: 50, crates: 1 },
    ]);
    await world.deliverEvents();
    const [owed] = (await till.ofOrder(buyer.voice, orderId))?.payables ?? [];
    await till.declare(buyer.voice, [owed?.id ?? '']);
    await till.receive(household.voice, owed?.id ?? '');
    await world.deliverEvents();
    const sums = () =>
      world.db.query(
        `select (select sum(amount_vnd) from payables) as vnd, (select sum(payable_g) from weigh_tickets) as grams,
                (select count(*) from deals) as deals, (select sum(weighed_g) from lot_grades) as weighed`,
      );
    const before = await sums();

    const now = world.clock.now();
    const asked = await household.voice.ask<{ erasure: { dueAt: string } }>(ERASE, input());
    await erase();
    expect((await household.voice.send('{ me { role } }')).data).toEqual({
      me: { role: 'GROWER' },
    });
    const dayLater = new Date(now.getTime() + 86_400_000);
    expect(dayLater.getTime()).toBeLessThanOrEqual(Date.parse(asked.erasure.dueAt));
    await erase(dayLater);
    await erase();

    expect((await household.voice.send('{ me { role } }')).data).toEqual({ me: null });
    expect(await sums()).toEqual(before);
    const everything = await world.db.query(
      `select to_jsonb(p) from people p where p.id = $1 union all
       select to_jsonb(p) from parties p where p.id = $2 union all
       select to_jsonb(s) from sessions s where s.person_id = $1 union all
       select to_jsonb(n) from notices n where n.person_id = $1`,
      [household.person.id, household.party.id],
    );
    const left = JSON.stringify(everything);
    for (const word of ['Vi Thị Hoa', household.person.phone, '0011004567890', '"device": "test"'])
      expect(left).not.toContain(word);
    expect(await buyer.voice.ask(DEAL, { id })).toEqual({
      household: { name: 'Hộ đã xóa tên', phone: null },
    });
  });

  it('ID-05 G3 of households that share a telephone only the one that asked is forgotten; the last takes the number with it', async () => {
    const mother = await make.grower({ name: 'Lục Thị Mẹ' });
    const son = await make.grower({ name: 'Lục Văn Con', person: mother.person });
    await world.db.query(`update people set name = 'Lục Thị Mẹ' where id = $1`, [mother.person.id]);
    await deal(son);
    await world.db.query(
      `insert into notices (id, person_id, party_id, event_id, kind, facts, path, due_at, created_at)
       select gen_random_uuid(), $1, unnest($2::uuid[]), gen_random_uuid(), 'HOUSEHOLD_ENTERED',
              '{"by": "HTX"}', '/app', null, $3`,
      [mother.person.id, [mother.party.id, son.party.id], world.clock.now()],
    );
    const known = (): Promise<object[]> =>
      world.db.query(
        `select p.name, p.state, p.bank_account as account from parties p where p.id = any($1) order by p.id = $2 desc`,
        [[mother.party.id, son.party.id], mother.party.id],
      );
    const sonBefore = (await known())[1];
    const now = world.clock.now();
    expect(await mother.voice.ask(ERASE, input())).toMatchObject({ __typename: 'ErasureState' });
    const waits = '{ myErasure { effectiveAt } }';
    expect(await mother.voice.ask(waits)).not.toBeNull();
    expect(await son.voice.ask(waits)).toBeNull();
    expect(await son.voice.ask(CANCEL, input())).toMatchObject({ code: 'NO_ERASURE' });
    await erase(new Date(now.getTime() + 86_400_000));

    expect(await known()).toEqual([
      { name: 'Hộ đã xóa tên', state: 'CLOSED', account: null },
      sonBefore,
    ]);
    expect(await son.voice.ask('{ me { role person { name phone } } }')).toEqual({
      role: 'GROWER',
      person: { name: 'Lục Văn Con', phone: mother.person.phone },
    });
    expect(await mother.voice.ask('{ me { role memberships { party { name } } } }')).toEqual({
      role: 'NEWCOMER',
      memberships: [{ party: { name: 'Lục Văn Con' } }],
    });
    const left = await world.db.query(
      `select party_id from notices where person_id = $1 and party_id = $2`,
      [mother.person.id, mother.party.id],
    );
    expect(left).toEqual([]);

    expect(await son.voice.ask(ERASE, input())).toMatchObject({ code: 'STILL_OWED' });
    await world.db.query(`update deals set state = 'CANCELLED' where household_id = $1`, [
      son.party.id,
    ]);
    await son.voice.ask(ERASE, input());
    await erase(new Date(now.getTime() + 2 * 86_400_000));
    expect((await known())[1]).toMatchObject({ name: 'Hộ đã xóa tên' });
    expect(
      await world.db.query(`select 1 from people where phone = $1`, [mother.person.phone]),
    ).toEqual([]);
  });

  it('AD-05 E7 what waited when she was forgotten, in one profile or wholly, writes no account back', async () => {
    const mother = await make.grower({});
    const son = await make.grower({ person: mother.person });
    for (const who of [mother, son]) {
      const asked = world.clock.now();
      await who.voice.ask(ERASE, input());
      world.clock.pass(1);
      const account = { bankBin: '970405', bankAccount: '998877665544' };
      const wish = { input: { clientMutationId: world.id(), ...account } };
      expect(await who.voice.ask(PAYOUT, wish)).toEqual({ __typename: 'HeldChanges' });
      await erase(new Date(asked.getTime() + 86_400_000));
      world.clock.pass(1);
      await world.app.get(ApplyHeldChanges).run();
      expect(
        await world.db.query(
          `select p.state, p.bank_account as account, h.bank_account as held
           from parties p left join held_changes h on h.party_id = p.id where p.id = $1`,
          [who.party.id],
        ),
      ).toEqual([{ state: 'CLOSED', account: null, held: null }]);
    }
  });

  it('G3 a clerk who grows herself is not forgotten at home from the desk of the cooperative', async () => {
    const home = await make.grower({ name: 'Hoàng Thị Thư' });
    const desk = await make.coopClerk({ name: 'HTX Đất Lành', person: home.person });
    expect(await desk.voice.ask(ERASE, input())).toMatchObject({
      code: 'ERASURE_OF_OTHER_PROFILE',
    });
    expect(await home.voice.ask(ERASE, input())).toMatchObject({ __typename: 'ErasureState' });
    expect(await home.voice.ask(CANCEL, input())).toMatchObject({ erasure: null });
  });

  it('G4 codes, counters and old sign-ins are gone when their time is over', async () => {
    const phone = '0966000001';
    await make
      .guest()
      .ask(`mutation ($phone: String!) { requestOtp(input: { phone: $phone }) { __typename } }`, {
        phone,
      });
    const left = () =>
      world.db.query(
        `select (select count(*)::int from otp_challenges where phone = '+84966000001') as codes,
                (select count(*)::int from rate_counters where window_start <= $1) as counters`,
        [world.clock.now()],
      );
    await world.app.get(Forget).forgetOld();
    expect(await left()).toEqual([{ codes: 1, counters: expect.any(Number) }]);
    world.clock.pass(3 * 24 * 60);
    await world.app.get(Forget).forgetOld();
    expect(await left()).toEqual([{ codes: 0, counters: 0 }]);
  });
});
