import type { DataSource } from 'typeorm';
import { ActChain } from '../../src/platform/audit/act-chain.js';
import { Sealer } from '../../src/platform/secrets/sealer.js';
import { givenDeal } from '../support/given-weighing.js';
import { given, type Given, type Someone } from '../support/given.js';
import { stateLook } from '../support/look-purposes.js';
import { statementsOf } from '../support/sql-count.js';
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
const DEAL = `query ($id: ID!) { deal(id: $id) { household { name phone } } }`;

/** Who did, wrote or looked: such a row is about what was done, to whomever it was done; what she did herself is in `acts`. */
const isOfWhoDid = (column: string): boolean => /_by$|^officer_id$|^viewer_/.test(column);

/** Tables no export holds, and why none of them is about a person. */
const ABOUT_NOBODY: Readonly<Record<string, string>> = {
  act_chain: 'seals over acts, which are taken home themselves',
  admin_units: 'units of the country',
  crate_types: 'crates of the trade',
  crop_windows: 'the calendar of a crop',
  crops: 'what is grown',
  grades: 'classes of a crop',
  handled_events: 'which handler has seen which event',
  message_templates: 'texts with blanks',
  migrations: 'how far the tables are built',
  permit_keys: 'keys permits are signed with',
  places: 'markets, posts and points of collection',
  rate_counters: 'counts under keyed hashes, gone after two days',
  reference_prices: 'prices of a day',
  rule_packs: 'rules of movement',
  seasons: 'spans of a year',
  standing_occurrence_lines:
    'kilograms of one day of a standing order, which is taken home with its days',
  varieties: 'kinds of a crop',
  webhook_receipts: 'ids of what a gateway handed on',
  zone_statuses: 'how a commune is closed',
};

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

  it('G7 G3: every table is taken home by whom it is about, or says here why it is about nobody', async () => {
    const tables: { name: string; isNamed: boolean }[] = await world.db.query(
      `select t.table_name as name, exists (select 1 from information_schema.columns c
         where c.table_schema = 'public' and c.table_name = t.table_name and c.column_name in ('phone', 'person_id', 'party_id')) as "isNamed"
       from information_schema.tables t where t.table_schema = 'public' and t.table_type = 'BASE TABLE'`,
    );
    const keys: { child: string; column: string; parent: string }[] = await world.db.query(
      `select s.relname as child, a.attname as "column", t.relname as parent
       from pg_constraint c join pg_class s on s.oid = c.conrelid join pg_class t on t.oid = c.confrelid
       join pg_attribute a on a.attrelid = s.oid and a.attnum = c.conkey[1]
       where c.contype = 'f' and cardinality(c.conkey) = 1 order by 1, 2`,
    );
    const about = (parents: ReadonlySet<string>) =>
      keys.filter(({ parent, column }) => parents.has(parent) && !isOfWhoDid(column));
    const taken = new Set(['people', 'parties']);
    for (const { child } of about(new Set(taken))) taken.add(child);
    for (const { name, isNamed } of tables) if (isNamed && name !== 'act_chain') taken.add(name);
    for (let hops = 0; hops < 2; hops += 1)
      for (const { child } of about(new Set(taken))) taken.add(child);
    const left = tables.map(({ name }) => name).filter((name) => !taken.has(name));
    expect(left.toSorted()).toEqual(Object.keys(ABOUT_NOBODY).toSorted());
  });

  it('G3 what is kept of a number alone is taken home with it: codes asked for, invitations', async () => {
    const tam = await make.grower({ phone: '+84988111222' });
    await make
      .guest()
      .ask(`mutation { requestOtp(input: { phone: "0988111222" }) { __typename } }`);
    const { tables, json } = await tam.voice.ask<Export>(EXPORT, input());
    expect(tables.map(({ name }) => name)).toContain('otp_challenges');
    expect(json).not.toMatch(/code_hash|device_hash/);
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
});
