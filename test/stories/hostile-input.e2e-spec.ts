import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLField } from 'graphql';
import type { Role } from '../../src/platform/access/actor.js';
import type { Voice } from '../support/ask.js';
import { given } from '../support/given.js';
import { documentOf, wrongInputs } from '../support/hostile-inputs.js';
import { rolesAsking } from '../support/printed.js';
import { statementsOf } from '../support/sql-count.js';
import { World } from '../support/world.js';

const CODES = new Set(['BAD_REQUEST', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'RATE_LIMITED']);
// What PostgreSQL, its driver, the mapper and a stack say about themselves.
const INSIDES =
  /syntax error at|relation "|violates |invalid input|invalid byte|out of range|column "|QueryFailed|node_modules|\.js:\d|lot_grades/;
// One of the codes a client may meet, and a sentence of the product.
const IN_WORDS = /(?=.*"code":"BAD_REQUEST").*(Yêu cầu không|Dữ liệu gửi|từ 1 đến 100)/;
const ATTEMPTS_AT_A_TIME = 20;

describe('wrong input to every operation of the schema', () => {
  let world: World;
  let voices: ReadonlyMap<Role, Voice>;

  beforeAll(async () => {
    world = await World.open('2026-08-25T08:00:00+07:00');
    const make = await given(world);
    const transporter = await make.transporter({});
    voices = new Map<Role, Voice>([
      ['GUEST', make.guest()],
      ['NEWCOMER', await make.newcomer('+84901999999')],
      ['GROWER', (await make.grower({})).voice],
      ['COOP_CLERK', (await make.coopClerk({})).voice],
      ['TRADER', (await make.trader({})).voice],
      ['TRANSPORTER', transporter.voice],
      ['DRIVER', (await make.driver({ transporter })).voice],
      ['CHECKPOINT_OFFICER', (await make.checkpointOfficer({})).voice],
      ['COMMUNE_OFFICER', (await make.communeOfficer({})).voice],
      ['OFFICE_STAFF', (await make.officeStaff({})).voice],
      ['ADMIN', (await make.admin({})).voice],
    ]);
  }, 60_000);
  afterAll(() => world.close());

  const operations = (kind: 'query' | 'mutation'): GraphQLField<unknown, unknown>[] => {
    const { schema } = world.app.get(GraphQLSchemaHost);
    const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
    return Object.values(root?.getFields() ?? {});
  };

  /** The last of the roles that may ask: the one that sees most, and signs nobody out by the way. */
  const voiceFor = (operation: string): Voice => {
    const role = rolesAsking(world, operation).at(-1) ?? 'GUEST';
    const voice = voices.get(role);
    if (!voice) throw new Error(`nobody speaks as ${role}`);
    return voice;
  };

  it.each(['query', 'mutation'] as const)(
    'F3, F7, F14: is answered in the words of the product and changes nothing (%s)',
    async (kind) => {
      const faults: string[] = [];
      for (const field of operations(kind)) {
        if (SIGNING_OUT.has(field.name)) continue;
        const voice = voiceFor(field.name);
        const document = documentOf(kind, field);
        const before = await rowCounts(world);
        let isDone = false;
        const attempt = async (input: object): Promise<void> => {
          const { status, data, errors } = await voice.send(document, input);
          const said = JSON.stringify({ errors, data });
          const codes = errors.map(({ extensions }) => extensions.code);
          const isSound =
            status < 500 && codes.every((code) => CODES.has(code)) && !INSIDES.test(said);
          if (!isSound) {
            faults.push(
              `${field.name} ${JSON.stringify(input).slice(0, 300)}: ${status} ${said.slice(0, 300)}`,
            );
          }
          const answer = data?.[field.name] as { __typename?: string } | undefined | null;
          isDone ||= data !== null && errors.length === 0 && answer?.__typename !== 'Refused';
        };
        const inputs = [...wrongInputs(field)];
        while (inputs.length > 0) {
          await Promise.all(inputs.splice(0, ATTEMPTS_AT_A_TIME).map(attempt));
        }
        const after = await rowCounts(world);
        if (!isDone && after !== before)
          faults.push(`${field.name} was refused, yet ${before} became ${after}`);
      }
      expect(faults).toEqual([]);
    },
    120_000,
  );

  describe('F3: a request of a wrong shape', () => {
    const ME = '{ me { role } }';
    const nested = (depth: number): string =>
      depth === 0 ? 'name' : `fields { type { ${nested(depth - 1)} } }`;
    const ask = (query: string, variables?: object): string => JSON.stringify({ query, variables });
    const many = (count: number, part: (index: number) => string): string =>
      Array.from({ length: count }, (_, index) => part(index)).join(' ');
    const BODIES: Readonly<Record<string, readonly [body: string, status: number]>> = {
      'deeper than any screen asks': [ask(`{ __schema { types { ${nested(6)} } } }`), 400],
      'sixty names for one field': [
        ask(`{ ${many(60, (index) => `a${index}: me { role }`)} }`),
        400,
      ],
      'two hundred directives': [
        ask(`{ me ${many(200, () => '@include(if: true)')} { role } }`),
        400,
      ],
      'three thousand words': [ask(`{ ${many(1_500, () => 'me { role }')} }`), 400],
      'a fragment that contains itself': [
        ask('{ me { ...a } } fragment a on Me { person { name } ...b } fragment b on Me { ...a }'),
        400,
      ],
      'a hundred operations at once': [`[${many(100, () => `${ask(ME)},`)}${ask(ME)}]`, 400],
      'a body of half a megabyte': [ask(ME, { filler: 'x'.repeat(500_000) }), 413],
      'a list of ten thousand where one is asked for': [
        ask('query ($id: ID!) { lot(id: $id) { id } }', { id: Array(10_000).fill('x') }),
        400,
      ],
      'half of a JSON text': ['{"query": "{ me', 400],
      'no body': ['', 400],
      'JSON that is no request': ['7', 400],
      'a field nobody has': [ask('{ me { password } }'), 400],
      'more rows than a page holds': [
        ask('{ searchLots(first: 1000000, filter: {}) { nodes { id } } }'),
        400,
      ],
      'fewer rows than none': [ask('{ searchLots(first: -1, filter: {}) { nodes { id } } }'), 200],
    };

    it.each(Object.entries(BODIES))(
      '%s is refused before anything is read',
      async (_, [body, status]) => {
        let answer = { status: 0, said: '' };
        const statements = await statementsOf(async () => {
          const response = await fetch(`${world.url}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-requested-with': 'cho-luc-nam' },
            body,
          });
          answer = { status: response.status, said: await response.text() };
        });
        expect(answer.status).toBe(status);
        expect(answer.said).toMatch(IN_WORDS);
        expect(answer.said).not.toMatch(INSIDES);
        expect(statements).toEqual([]);
      },
    );
  });
});

// They end the session that asks, or its role; their own stories say what they refuse.
const SIGNING_OUT = new Set(['signOut', 'switchParty', 'leaveProfile']);

/** How many rows each table has; counters of tries grow by being refused, so they are left out. */
async function rowCounts(world: World): Promise<string> {
  const tables: { name: string }[] = await world.db.query(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' and table_name !~ '(counters|otp|attempts)'
      order by 1`,
  );
  const counted = tables.map(
    ({ name }) => `select '${name}' as name, count(*) as n from "${name}"`,
  );
  const [row]: { counts: string }[] = await world.db.query(
    `select string_agg(name || ' ' || n, ', ') as counts from (${counted.join(' union all ')}) c`,
  );
  return row?.counts ?? '';
}
