import type { Voice } from '../support/ask.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot, type LotWish } from '../support/given-lots.js';
import { statementsOf } from '../support/sql-count.js';
import { World } from '../support/world.js';

const SEARCH = `query ($first: Int, $after: String, $filter: LotFilter) {
  searchLots(first: $first, after: $after, filter: $filter) {
    nodes {
      id isMine photoUrl crop { code nameVi } variety { nameVi } commune { name }
      grades { grade { code nameVi fruitsPerKg } freeGrams askVndPerKg }
      household { name }
    }
    pageInfo { endCursor hasNextPage }
  }
}`;
const MINE = `query ($first: Int, $after: String) {
  myLots(first: $first, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } }
}`;

interface Found {
  readonly nodes: {
    readonly id: string;
    readonly crop: { readonly code: string };
    readonly commune: { readonly name: string };
    readonly household: { readonly name: string } | null;
  }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

describe('looking for fruit', () => {
  let world: World;
  let make: Given;
  let lan: Someone;
  let thang: Someone;
  const ids: Record<string, string> = {};

  // One lot a minute, so that the newest first is the last of this list.
  const MARKET: [name: string, whose: 'lan' | 'thang', wish: LotWish][] = [
    [
      'na',
      'lan',
      { cropCode: 'NA', varietyCode: 'NA_DAI', kg: { L1: 100, XO: 40 }, askVndPerKg: 35_000 },
    ],
    ['dưa lê', 'lan', { cropCode: 'DUA_LE', kg: { L1: 300 }, askVndPerKg: 12_000 }],
    ['dứa', 'thang', { cropCode: 'PINEAPPLE', kg: { L1: 80 } }],
    ['khoai sọ', 'thang', { cropCode: 'KHOAI_SO', kg: { L1: 200 }, askVndPerKg: 18_000 }],
    [
      'na later',
      'thang',
      {
        cropCode: 'NA',
        varietyCode: 'NA_BO',
        kg: { L2: 60 },
        readyFrom: '2026-08-28T22:00:00.000Z',
        readyTo: '2026-08-29T05:00:00.000Z',
      },
    ],
  ];

  beforeAll(async () => {
    world = await World.open('2026-08-25T18:00:00+07:00');
    make = await given(world);
    lan = await make.grower({ name: 'Nguyễn Thị Lan', commune: 'Nghĩa Phương' });
    thang = await make.grower({ name: 'Vi Văn Thắng', commune: 'Lục Sơn' });
    const people = { lan, thang };
    for (const [name, whose, wish] of MARKET) {
      world.clock.pass(1);
      ids[name] = (await givenLot(make, people[whose], wish)).id;
    }
    await givenLot(make, lan, { publish: false });
  });
  afterAll(() => world.close());

  const search = (
    filter: object = {},
    page: object = {},
    voice: Voice = make.guest(),
  ): Promise<Found> => voice.ask<Found>(SEARCH, { filter, ...page });
  const names = async (filter: object): Promise<(string | undefined)[]> => {
    const { nodes } = await search(filter);
    return nodes.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id));
  };

  it('shows a guest everything on the market, newest first, and no household', async () => {
    expect(await names({})).toEqual(['na later', 'khoai sọ', 'dứa', 'dưa lê', 'na']);
    const { nodes } = await search();
    expect(nodes.map(({ household }) => household)).toEqual([null, null, null, null, null]);
    expect(nodes.at(-1)).toEqual({
      id: ids['na'],
      isMine: false,
      photoUrl: null,
      crop: { code: 'NA', nameVi: 'na' },
      variety: { nameVi: expect.stringContaining('na') },
      commune: { name: 'Nghĩa Phương' },
      grades: [
        {
          grade: { code: 'L1', nameVi: 'loại 1', fruitsPerKg: expect.any(String) },
          freeGrams: 100_000,
          askVndPerKg: 35_000,
        },
        {
          grade: { code: 'XO', nameVi: expect.any(String), fruitsPerKg: null },
          freeGrams: 40_000,
          askVndPerKg: 35_000,
        },
      ],
      household: null,
    });
  });

  it.each([
    ['na', ['na later', 'na']],
    ['dưa', ['dưa lê', 'dứa']],
    ['dứa', ['dứa', 'dưa lê']],
    ['dua', ['dứa', 'dưa lê']],
    ['DƯA LÊ', ['dưa lê']],
    ['khoai so', ['khoai sọ']],
    ['Nghĩa Phương', ['dưa lê', 'na']],
    ['luc son', ['na later', 'khoai sọ', 'dứa']],
    ['na luc son', ['na later']],
    ['Nghĩa Phương dưa lê', ['dưa lê']],
    ['na bở', ['na later', 'na']],
    ['sầu riêng', []],
    ["'; drop table lots; --", []],
  ])('finds by the words %j', async (text, found) => {
    expect(new Set(await names({ text }))).toEqual(new Set(found));
  });

  it('puts what has the very marks that were typed first', async () => {
    expect(await names({ text: 'dưa' })).toEqual(['dưa lê', 'dứa']);
    expect(await names({ text: 'dứa' })).toEqual(['dứa', 'dưa lê']);
    expect(await names({ text: 'na dai' })).toEqual(['na', 'na later']);
  });

  it.each<[string, object, string[]]>([
    ['crop', { cropCode: 'NA' }, ['na later', 'na']],
    ['variety', { varietyCode: 'NA_DAI' }, ['na']],
    ['grade', { gradeCode: 'XO' }, ['na']],
    ['kilograms free in the whole lot', { cropCode: 'NA', minGrams: 140_000 }, ['na']],
    ['kilograms free of a grade', { gradeCode: 'L1', minGrams: 100_001 }, ['khoai sọ', 'dưa lê']],
    ['day', { day: '2026-08-29' }, ['na later']],
    [
      'price, where none of its own fits every price',
      { maxVndPerKg: 18_000 },
      ['na later', 'khoai sọ', 'dứa', 'dưa lê'],
    ],
    ['price and grade', { gradeCode: 'L1', maxVndPerKg: 12_000 }, ['dứa', 'dưa lê']],
    [
      'everything together',
      { text: 'na', gradeCode: 'L1', minGrams: 1, maxVndPerKg: 40_000, day: '2026-08-26' },
      ['na'],
    ],
  ])('narrows by %s', async (_, filter, found) => {
    expect(await names(filter)).toEqual(found);
  });

  it('narrows by communes, the former ones of a chosen commune included', async () => {
    expect(await names({ communeIds: [make.commune('Lục Sơn')] })).toEqual([
      'na later',
      'khoai sọ',
      'dứa',
    ]);
    const [{ successor }] = await world.db.query(
      `select successor_id as successor from admin_units where id = $1`,
      [make.commune('Lục Sơn')],
    );
    expect(await names({ communeIds: [successor] })).toContain('khoai sọ');
    expect(await names({ text: 'luc son', communeIds: [make.commune('Nghĩa Phương')] })).toEqual(
      [],
    );
    expect(await names({ communeIds: ['không phải mã'] })).toEqual([]);
  });

  it.each(['dua', 'na', undefined])('pages stably by %j while new lots come', async (text) => {
    const filter = text === undefined ? {} : { text };
    const whole = (await search(filter)).nodes.map(({ id }) => id);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Found = await search(filter, { first: 1, after });
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      world.clock.pass(1);
      const fresh = await givenLot(make, lan, {
        cropCode: text === 'na' ? 'NA' : 'DUA_LE',
        kg: { L1: 5 },
      });
      await world.db.query(
        `update lots set published_at = published_at + interval '1 hour' where id = $1`,
        [fresh.id],
      );
    } while (after !== null);
    expect(seen.filter((id) => whole.includes(id))).toEqual(whole);
    await world.db.query(`delete from lot_grades where offered_g = 5000`);
    await world.db.query(
      `delete from lots l where not exists (select 1 from lot_grades g where g.lot_id = l.id)`,
    );
  });

  it.each([
    [Buffer.from('[0,"x","y"]').toString('base64url')],
    ['nonsense'],
    [Buffer.from('[1]').toString('base64url')],
  ])('refuses the foreign cursor %s', async (after) => {
    const answer = await make.guest().send(SEARCH, { after });
    expect(answer.errors[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  it('asks the database once for a page, besides the session and the households whoever is signed in speaks for', async () => {
    await search({ text: 'na luc son' });
    const guest = await statementsOf(() => search());
    expect(guest).toHaveLength(1);
    expect(await statementsOf(() => search({ text: 'na luc son', gradeCode: 'L2' }))).toHaveLength(
      1,
    );
    // The session, the page, who let her act for them, and her own household.
    expect(await statementsOf(() => search({}, {}, lan.voice))).toHaveLength(4);
    const trader = await make.trader({});
    expect(await statementsOf(() => search({}, {}, trader.voice))).toHaveLength(2);
  });

  it('asks for the households of a whole page in one batch, for those who may see them', async () => {
    const clerk = await make.coopClerk({});
    await make.joinCoop(clerk, lan);
    let found: Found | undefined;
    const statements = await statementsOf(async () => (found = await search({}, {}, clerk.voice)));
    // Session, page, members of the cooperative, households.
    expect(statements).toHaveLength(4);
    expect(found?.nodes.map(({ household }) => household?.name ?? null)).toEqual([
      null,
      null,
      null,
      'Nguyễn Thị Lan',
      'Nguyễn Thị Lan',
    ]);
  });

  it('hides a lot of which nothing is free, and one whose hours are over', async () => {
    await world.db.query(`update lot_grades set reserved_g = offered_g where lot_id = $1`, [
      ids['dứa'],
    ]);
    expect(await names({ text: 'dứa' })).toEqual(['dưa lê']);
    world.clock.moveTo('2026-08-28T18:00:00+07:00');
    expect(await names({})).toEqual(['na later']);
  });

  it('pages own lots, newest first', async () => {
    const first = await lan.voice.ask<Found>(MINE, { first: 2 });
    const rest = await lan.voice.ask<Found>(MINE, { first: 2, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes].map(({ id }) => id).slice(1)).toEqual([
      ids['dưa lê'],
      ids['na'],
    ]);
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
  });
});
