import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLField } from 'graphql';
import type { Role } from '../../src/platform/access/actor.js';
import { seed } from '../../src/seed/seed.js';
import type { Answer, Voice } from '../support/ask.js';
import { documentsOf } from '../support/authorisation/asking.js';
import { exampleOf } from '../support/authorisation/examples.js';
import { aimsOf, placesOf, put } from '../support/foreign-ids.js';
import { given } from '../support/given.js';
import { documentOf } from '../support/hostile-inputs.js';
import { rolesAsking } from '../support/printed.js';
import { PRIVATE, SECRETS } from '../support/secrets.js';
import { fingerprint } from '../support/unchanged.js';
import { World } from '../support/world.js';

const NOW = '2026-08-25T08:00:00+07:00';
const ROWS_EACH = 2;
const CODES = new Set(['BAD_REQUEST', 'FORBIDDEN', 'NOT_FOUND']);
const VIETNAMESE = /[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/i;
// What a market is: everybody reads what is offered, whoever it belongs to.
const OPEN_TO_ALL = new Set(['lot', 'pooledListing', 'boxSale']);
// A refusal is counted, and whoever asks was seen; nothing else may be different.
const MOVING = /^(rate_counters|sessions|otp_challenges)$/;

/** Of those who may look at the market, one who sells, one who buys and whoever is not signed in. */
const LOOKING: readonly Role[] = ['GUEST', 'GROWER', 'TRADER'];
const WHO = '{ me { person { id name phone } party { id name } } }';

type Query = GraphQLField<unknown, unknown>;
type Answered = Record<string, { __typename: string; message?: string; nextStep?: string } | null>;

describe('ids that exist and belong to somebody else', () => {
  let world: World;
  let strangers: ReadonlyMap<Role, Voice>;

  beforeAll(async () => {
    world = await World.open(NOW);
    const { config } = world;
    await seed(config.databaseUrl ?? '', { ...config, seed: 'demo', now: new Date(NOW) });
    const make = await given(world);
    const transporter = await make.transporter({ phone: '+84981000001' });
    strangers = new Map<Role, Voice>([
      ['GUEST', make.guest()],
      ['NEWCOMER', await make.newcomer('+84981000002')],
      ['GROWER', (await make.grower({ phone: '+84981000003' })).voice],
      ['COOP_CLERK', (await make.coopClerk({ phone: '+84981000004' })).voice],
      ['TRADER', (await make.trader({ phone: '+84981000005' })).voice],
      ['TRANSPORTER', transporter.voice],
      ['DRIVER', (await make.driver({ transporter, phone: '+84981000006' })).voice],
    ]);
  }, 60_000);
  afterAll(() => world.close());

  it.each(['query', 'mutation'] as const)(
    'F7: are not there for a stranger, in Vietnamese, and nothing is changed (%s)',
    async (kind) => {
      const { schema } = world.app.get(GraphQLSchemaHost);
      const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
      const tables = await tablesOf(world);
      const before = await fingerprint(world, tables);
      const faults: string[] = [];
      let attempts = 0;
      for (const field of Object.values(root?.getFields() ?? {})) {
        for (const { role, variables } of await attemptsAt(field)) {
          attempts += 1;
          const answer = await strangers
            .get(role)
            ?.send<Answered>(documentOf(kind, field), variables);
          const said = answer && whatIsWrong(field.name, answer);
          if (said) faults.push(`${field.name} as ${role} ${JSON.stringify(variables)}: ${said}`);
        }
      }
      expect(faults).toEqual([]);
      expect(attempts).toBeGreaterThan(20);
      expect(await fingerprint(world, tables)).toEqual(before);
    },
    120_000,
  );

  it('G1: no answer to a guest or a stranger, with ids of others or none, holds a number, plate, name or id of anybody', async () => {
    const own = [...strangers.values()].map(async (voice) => {
      const me = await voice.ask<{ person: object; party: object } | null>(WHO);
      return JSON.stringify(me);
    });
    const known = (await Promise.all(own)).join('\n');
    const rows: { secret: string }[] = await world.db.query(SECRETS);
    const secrets = rows.map(({ secret }) => secret).filter((secret) => !known.includes(secret));
    const leaks: string[] = [];
    let answers = 0;
    for (const field of queriesOf(world)) {
      const documents = documentsOf('query', field, 2);
      for (const role of LOOKING.filter((one) => rolesAsking(world, field.name).includes(one))) {
        for (const variables of await anythingAt(field)) {
          for (const document of documents) {
            const { status, data } = (await strangers.get(role)?.send(document, variables)) ?? {};
            if (!data?.[field.name]) continue;
            answers += 1;
            const asked = JSON.stringify(variables);
            const text = JSON.stringify(data);
            leaks.push(
              ...secrets
                .filter((secret) => text.includes(secret) && !asked.includes(secret))
                .map((secret) => `${field.name} as ${role} (${status}): ${secret}`),
            );
          }
        }
      }
    }
    expect(leaks).toEqual([]);
    expect(secrets.length).toBeGreaterThan(1_000);
    expect(answers).toBeGreaterThan(100);
  }, 120_000);

  it('G1: no page, picture or list that needs no sign-in holds a number, plate, name, near place or test, whatever is asked of it', async () => {
    const rows: { secret: string }[] = await world.db.query(SECRETS);
    await world.db.query(
      `update permits set state = 'REVOKED', revoked_at = $1, revoke_reason = 'Xe khác đi thay'
       where code = (select max(code) from permits where state = 'ISSUED')`,
      [world.clock.now()],
    );
    const permits: { code: string; plate: string; isIssued: boolean; state: string }[] =
      await world.db.query(
        `select code, plate, token is not null as "isIssued", state from permits
         where state <> 'ISSUED' or code in (select code from permits where state = 'ISSUED' order by code limit 6)`,
      );
    // Who holds the paper compares it with the truck, as an officer does (PE-15); its code is in no page and no list.
    const own = new Map(
      permits.filter(({ isIssued }) => isIssued).map(({ code, plate }) => [`/p/${code}`, plate]),
    );
    const lots: { id: string }[] = await world.db.query(
      `(select id from lots where state = 'PUBLISHED' order by id limit 8)
       union all (select id from lots where state <> 'PUBLISHED' order by id limit 4)`,
    );
    const odd = ['', 'x', '%00', '%FF', '%F0%9F%92%A9', '..%2F..', '0'.repeat(3_000), world.id()];
    const paths = [
      '/',
      '/?lang=en',
      '/cho',
      '/cho?xa=x&cay=NA&q=%00&sau=x',
      '/gia',
      '/demo',
      '/version',
      '/.well-known/permit-keys.json',
      '/.well-known/permit-status',
      '/.well-known/x',
      ...permits.map(({ code }) => `/p/${code}`),
      ...lots.flatMap(({ id }) => [`/lo/${id}`, `/lo/${id}/anh.png`]),
      ...odd.flatMap((word) => [`/p/${word}`, `/lo/${word}`, `/lo/${word}/anh.png`]),
    ];
    const leaks: string[] = [];
    const statuses = new Set<number>();
    for (const path of paths) {
      const response = await fetch(world.url + path, { headers: { accept: 'text/html' } });
      statuses.add(response.status);
      if (response.status >= 500) leaks.push(`${path.slice(0, 60)}: ${response.status}`);
      const text = await response.text();
      const kinds = PRIVATE.flatMap((kind) => kind.exec(text)?.[0] ?? []);
      const known = rows
        .map(({ secret }) => secret)
        .filter((secret) => text.includes(secret) && secret !== own.get(path));
      leaks.push(...[...kinds, ...known].map((one) => `${path.slice(0, 60)}: ${one}`));
    }
    expect(leaks).toEqual([]);
    expect(statuses).toContain(200);
    const states = new Set(permits.map(({ state }) => state));
    expect([...states]).toEqual(expect.arrayContaining(['ISSUED', 'REVOKED']));
    expect([...own.keys()].length).toBeLessThan(permits.length);
    const statusOf = async (path: string) => (await fetch(world.url + path)).status;
    const never = permits.find(({ isIssued }) => !isIssued);
    expect(await statusOf(`/p/${never?.code}`)).toBe(404);
    expect(await statusOf('/demo')).toBe(404);
    Object.assign(world.config, { seed: 'demo', isProduction: true });
    expect(await statusOf('/demo')).toBe(404);
    Object.assign(world.config, { seed: 'none', isProduction: false });
  }, 120_000);

  /** Variables of a query: what a client may sensibly say, pointing at rows of others where an id can stand. */
  async function anythingAt(field: Query): Promise<object[]> {
    const places = placesOf(field).filter(({ table }) => table !== 'sessions');
    const all: object[] = places.length === 0 ? [exampleOf(field, {})] : [];
    for (const { table, path } of places) {
      const rows: { id: string }[] = await world.db.query(
        `select id from ${table} order by md5(id::text) limit ${ROWS_EACH}`,
      );
      for (const { id } of rows) {
        const variables = exampleOf(field, {});
        put(variables, path, id);
        all.push(variables);
      }
    }
    return all;
  }

  async function attemptsAt(field: Query) {
    const roles = rolesAsking(world, field.name).filter((role) => strangers.has(role));
    const attempts: { role: Role; variables: object }[] = [];
    for (const { table, at } of aimsOf(field)) {
      // Nobody but the strangers is signed in here; of devices test/contracts/authorisation.txt tells.
      if (table === 'sessions') continue;
      const rows: { id: string }[] = await world.db.query(
        `select id from ${table} order by md5(id::text) limit ${ROWS_EACH}`,
      );
      for (const { id } of rows)
        attempts.push(...roles.map((role) => ({ role, variables: at(id) })));
    }
    return attempts;
  }

  function whatIsWrong(operation: string, answer: Answer<Answered>) {
    const { status, data, errors } = answer;
    const said = `${status} ${JSON.stringify({ data, errors }).slice(0, 300)}`;
    if (status >= 500 || errors.some(({ extensions }) => !CODES.has(extensions.code))) return said;
    const foul = errors.filter(({ message }) => !VIETNAMESE.test(message));
    if (foul.length > 0) return said;
    const got = data?.[operation];
    const isNothing = !got || (Array.isArray(got) && got.length === 0);
    if (errors.length > 0 || isNothing) return undefined;
    if (got.__typename !== 'Refused') return OPEN_TO_ALL.has(operation) ? undefined : said;
    const isInWords = [got.message, got.nextStep].every((words) => VIETNAMESE.test(words ?? ''));
    return isInWords ? undefined : said;
  }
});

const queriesOf = (world: World): Query[] =>
  Object.values(world.app.get(GraphQLSchemaHost).schema.getQueryType()?.getFields() ?? {});

async function tablesOf(world: World): Promise<string[]> {
  const rows: { name: string }[] = await world.db.query(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  return rows.map(({ name }) => name).filter((name) => !MOVING.test(name));
}
