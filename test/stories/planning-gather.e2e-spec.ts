import { actsFor, undo } from '../support/assisted.js';
import { plot, REFUSED, report } from '../support/given-planning.js';
import { given, type Given, type Someone } from '../support/given.js';
import { statementsOf } from '../support/sql-count.js';
import { World } from '../support/world.js';

const GATHER = `query ($day: Day!, $cropCode: String) {
  coopForecast(day: $day, cropCode: $cropCode) {
    crops { cropCode held supply {
      reported { grams households } carried { grams households } unknown { grams households } } }
    rows { name cropCode mark grams saidFor heldGrams }
  }
}`;
const BULK = `mutation ($input: BulkForecastInput!) {
  communeBulkForecast(input: $input) {
    __typename
    ... on BulkForecast { rows { householdId grams status refusal { code message } } }
    ${REFUSED}
  }
}`;
const REVISIONS = `query ($householdId: UUID, $cropCode: String!, $day: Day!) {
  forecastRevisions(householdId: $householdId, cropCode: $cropCode, day: $day) {
    revision grams isCurrent flag trend reason source
  }
}`;
const EVENT = `mutation ($input: FieldEventInput!) {
  reportFieldEvent(input: $input) { __typename ... on FieldEvent { id kind plots forecasts source } ${REFUSED} }
}`;
const EVENTS = `{ fieldEvents(first: 50) { nodes { id kind lossBp plots forecasts commune { name } } } }`;
const NOTICES = `{ myNotices { nodes { kind text } } }`;

type Row = Record<string, unknown>;

describe('what a commune or a cooperative gathers of a day', () => {
  let world: World;
  let make: Given;
  let lan: Someone;
  let officer: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-25T18:00:00+07:00');
    make = await given(world);
    officer = await make.communeOfficer({ commune: 'Nghĩa Phương' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    // 0.3 ha: 3,735 kg a season at most.
    await plot(world, lan, 3000);
  });

  const revisions = (household: Someone): Promise<Row[]> =>
    officer.voice.ask(REVISIONS, {
      householdId: household.party.id,
      cropCode: 'NA',
      day: '2026-08-26',
    });
  const bulk = (rows: readonly object[], over: object = {}): Promise<Row> =>
    officer.voice.ask(BULK, {
      input: { clientMutationId: world.id(), cropCode: 'NA', day: '2026-08-26', rows, ...over },
    });

  it('PL-04 takes an arrow against the last number, and knows it less well', async () => {
    expect(await report(world, lan.voice, { trend: 'UP' })).toMatchObject({
      code: 'TREND_WITHOUT_NUMBER',
    });
    await report(world, lan.voice, { grams: 200_000, day: '2026-08-25' });
    expect(await report(world, lan.voice, { trend: 'UP' })).toMatchObject({
      grams: 250_000,
      trend: 'UP',
      lowGrams: 175_000,
      highGrams: 325_000,
    });
    expect(await report(world, lan.voice, { grams: 250_000 })).toMatchObject({
      trend: null,
      lowGrams: 212_500,
      highGrams: 287_500,
    });
    expect(await report(world, lan.voice, {})).toMatchObject({ code: 'FORECAST_NUMBER_MISSING' });
    expect(await report(world, lan.voice, { grams: 1, trend: 'UP' })).toMatchObject({
      code: 'FORECAST_NUMBER_MISSING',
    });
  });

  it('PL-07 keeps a number beyond what the land bears aside until it is said again', async () => {
    await report(world, lan.voice, { grams: 3_600_000, day: '2026-08-27' });
    await report(world, lan.voice, { grams: 100_000 });
    expect(await report(world, lan.voice, { grams: 200_000 })).toMatchObject({
      isCurrent: false,
      flag: 'OVER_YIELD',
      revision: 2,
    });
    expect(await revisions(lan)).toMatchObject([
      { revision: 2, grams: 200_000, isCurrent: false, flag: 'OVER_YIELD' },
      { revision: 1, grams: 100_000, isCurrent: true, flag: null },
    ]);
    const clerk = await make.coopClerk({});
    await make.joinCoop(clerk, lan);
    const gathered = await clerk.voice.ask<{ crops: Row[]; rows: Row[] }>(GATHER, {
      day: '2026-08-26',
    });
    expect(gathered.rows).toMatchObject([{ grams: 100_000, heldGrams: 200_000 }]);
    expect(gathered.crops).toMatchObject([{ held: 1 }]);
    expect(await report(world, lan.voice, { grams: 200_000, isSure: true })).toMatchObject({
      isCurrent: true,
      flag: null,
      revision: 3,
    });
    const after = await clerk.voice.ask<{ rows: Row[] }>(GATHER, { day: '2026-08-26' });
    expect(after.rows).toMatchObject([{ grams: 200_000, heldGrams: null }]);
  });

  it('ID-06 takes back a number beyond what its land bears that somebody else said, and no later word', async () => {
    const clerk = await make.coopClerk({});
    await make.joinCoop(clerk, lan);
    const ofLan = { householdId: lan.party.id };
    const held = async (): Promise<unknown> => {
      const { rows } = await clerk.voice.ask<{ rows: Row[] }>(GATHER, { day: '2026-08-26' });
      return rows.map(({ grams, heldGrams }) => [grams, heldGrams]);
    };
    await report(world, lan.voice, { grams: 3_600_000, day: '2026-08-27' });
    await report(world, lan.voice, { grams: 100_000 });
    await report(world, clerk.voice, { ...ofLan, grams: 200_000 });
    expect(await held()).toEqual([[100_000, 200_000]]);
    await report(world, clerk.voice, { ...ofLan, grams: 300_000 });
    expect(await held()).toEqual([[100_000, 300_000]]);

    const [last, first] = await actsFor(lan);
    expect(await undo(world, lan, first!)).toMatchObject({ code: 'ASSISTED_CHANGED_SINCE' });
    expect(await undo(world, lan, last!)).toMatchObject({ __typename: 'AssistedAct' });
    expect(await held()).toEqual([[100_000, 200_000]]);
    expect(await undo(world, lan, first!)).toMatchObject({ __typename: 'AssistedAct' });
    expect(await held()).toEqual([[100_000, null]]);
    expect(await undo(world, lan, first!)).toMatchObject({ code: 'ASSISTED_UNDONE' });
  });

  it('PL-05 UX-14 shows reported, carried and unknown as three parts, by given name; zero is a report', async () => {
    const clerk = await make.coopClerk({});
    const [hung, mai, tu] = [
      await make.grower({ name: 'Vũ Văn Ăn' }),
      await make.grower({ name: 'Bùi Thị Đào' }),
      await make.grower({ name: 'Bùi Thị Dậu' }),
    ];
    for (const member of [lan, hung, mai, tu]) await make.joinCoop(clerk, member);
    for (const member of [hung, mai, tu]) await plot(world, member, 7800);
    await report(world, lan.voice, { grams: 0 });
    await report(world, hung.voice, { grams: 120_000, day: '2026-08-25' });
    const gathered = await clerk.voice.ask<{ crops: Row[]; rows: Row[] }>(GATHER, {
      day: '2026-08-26',
      cropCode: 'NA',
    });
    expect(gathered.crops).toEqual([
      {
        cropCode: 'NA',
        held: 0,
        supply: {
          reported: { grams: 0, households: 1 },
          carried: { grams: 120_000, households: 1 },
          // Two of 0.78 ha, whose season of 78 days usually brings 8,300 kg a hectare.
          unknown: { grams: 166_000, households: 2 },
        },
      },
    ]);
    expect(gathered.rows.map(({ name, mark, grams }) => [name, mark, grams])).toEqual([
      ['Vũ Văn Ăn', 'CARRIED', 120_000],
      ['Bùi Thị Dậu', 'UNKNOWN', 83_000],
      ['Bùi Thị Đào', 'UNKNOWN', 83_000],
      ['Nguyễn Thị Lan', 'REPORTED', 0],
    ]);
  });

  it('PL-05 a household without fruit on its trees is not unknown, and a stranger is not on the list', async () => {
    const clerk = await make.coopClerk({});
    await make.joinCoop(clerk, lan);
    const inMay = await clerk.voice.ask<{ rows: Row[] }>(GATHER, { day: '2027-04-26' });
    expect(inMay.rows).toEqual([]);
    const other = await make.coopClerk({});
    expect(await other.voice.ask(GATHER, { day: '2026-08-26' })).toEqual({ crops: [], rows: [] });
    const refused = await lan.voice.send(GATHER, { day: '2026-08-26' });
    expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('gathers a cooperative of any size in the same number of statements', async () => {
    const clerk = await make.coopClerk({});
    await make.joinCoop(clerk, lan);
    const count = async (): Promise<number> =>
      (await statementsOf(() => clerk.voice.ask(GATHER, { day: '2026-08-26' }))).length;
    await count();
    const one = await count();
    for (let n = 0; n < 5; n += 1) {
      const member = await make.grower({});
      await plot(world, member, 3000);
      await make.joinCoop(clerk, member);
    }
    expect(await count()).toBe(one);
  });

  it('PL-08 takes a clerk’s list, says whose word it was, and answers a bad row by itself', async () => {
    const hung = await make.grower({ name: 'Hùng' });
    const far = await make.grower({ commune: 'Lục Sơn' });
    const answer = await bulk([
      { householdId: lan.party.id, grams: 320_000 },
      { householdId: far.party.id, grams: 50_000 },
      { householdId: hung.party.id, grams: 0 },
      { householdId: hung.party.id, grams: 10_000 },
      { householdId: officer.party.id, grams: 10_000 },
      { householdId: world.id(), grams: 10_000 },
    ]);
    expect(
      (answer['rows'] as Row[]).map(({ status, refusal }) => [
        status,
        (refusal as Row | null)?.['code'],
      ]),
    ).toEqual([
      ['WRITTEN', undefined],
      ['REFUSED', 'HOUSEHOLD_NOT_FOUND'],
      ['WRITTEN', undefined],
      ['REFUSED', 'BULK_ROW_TWICE'],
      ['REFUSED', 'HOUSEHOLD_NOT_FOUND'],
      ['REFUSED', 'HOUSEHOLD_NOT_FOUND'],
    ]);
    expect(await revisions(lan)).toMatchObject([{ grams: 320_000, source: 'OFFICER' }]);
    expect(await revisions(hung)).toMatchObject([{ grams: 0, source: 'OFFICER' }]);
    expect(await revisions(far)).toEqual([]);
    await world.deliverEvents();
    expect(await lan.voice.ask(NOTICES)).toMatchObject({
      nodes: [{ kind: 'FORECAST_REPORTED_FOR_YOU' }],
    });
  });

  it('AP-09 a list sent again changes nothing: not with the same key, nor with a new one', async () => {
    const rows = [{ householdId: lan.party.id, grams: 320_000 }];
    const over = { clientMutationId: world.id() };
    const once = await bulk(rows, over);
    expect(await bulk(rows, over)).toEqual(once);
    expect((await bulk(rows))['rows']).toMatchObject([{ status: 'SAME' }]);
    expect(await revisions(lan)).toHaveLength(1);
  });

  it.each([
    [[], {}, 'BULK_ROWS_WRONG'],
    [[{ grams: 1 }], { cropCode: 'DURIAN' }, 'CROP_UNKNOWN'],
    [[{ grams: 1 }], { day: '2026-08-20' }, 'FORECAST_DAY_PAST'],
  ])('refuses a whole list %j %j with %s', async (rows, over, code) => {
    const filled = rows.map((row) => ({ ...row, householdId: lan.party.id }));
    expect(await bulk(filled, over)).toMatchObject({ __typename: 'Refused', code });
    expect(await revisions(lan)).toEqual([]);
  });

  it('a list is for commune officers only, and a history for those who speak for the household', async () => {
    const clerk = await make.coopClerk({});
    const input = { clientMutationId: world.id(), cropCode: 'NA', day: '2026-08-26', rows: [] };
    for (const { voice } of [lan, clerk, await make.officeStaff({})]) {
      const refused = await voice.send(BULK, { input });
      expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    await report(world, lan.voice, { grams: 10_000 });
    const asked = { householdId: lan.party.id, cropCode: 'NA', day: '2026-08-26' };
    expect(await clerk.voice.ask(REVISIONS, asked)).toEqual([]);
    expect(await lan.voice.ask(REVISIONS, { ...asked, householdId: null })).toHaveLength(1);
  });

  describe('PL-11 an event of the field', () => {
    const event = (voice: Someone['voice'], over: object = {}): Promise<Row> =>
      voice.ask(EVENT, {
        input: {
          clientMutationId: world.id(),
          kind: 'HAIL',
          firstDay: '2026-08-24',
          lastDay: '2026-08-28',
          lossBp: 4000,
          ...over,
        },
      });

    it('PL-11 marks the plots it struck, and lowers what was said for its days with its reason', async () => {
      const hill = await make.grower({ commune: 'Cương Sơn' });
      await plot(world, hill, 2000);
      await plot(world, hill, 500, 'KHOAI_SO');
      const cuongSon = await make.communeOfficer({ commune: 'Cương Sơn' });
      await report(world, hill.voice, { grams: 100_000 });
      await report(world, hill.voice, { grams: 80_000, day: '2026-08-30' });
      const communeId = make.commune('Cương Sơn');
      const told = await event(cuongSon.voice, { communeId, cropCode: 'NA' });
      expect(told).toMatchObject({ kind: 'HAIL', plots: 1, forecasts: 1, source: 'OFFICER' });
      const said = { cropCode: 'NA', day: '2026-08-26' };
      expect(await hill.voice.ask(REVISIONS, said)).toMatchObject([
        { revision: 2, grams: 60_000, isCurrent: true, reason: 'HAIL', source: 'OFFICER' },
        { revision: 1, grams: 100_000, isCurrent: false, reason: null, source: 'GROWER' },
      ]);
      expect(await hill.voice.ask(REVISIONS, { ...said, day: '2026-08-30' })).toMatchObject([
        { revision: 1, grams: 80_000 },
      ]);
      await world.deliverEvents();
      expect(await hill.voice.ask(NOTICES)).toMatchObject({
        nodes: [
          {
            kind: 'FIELD_EVENT_REPORTED',
            text: 'Mưa đá từ 24/08: số báo của nhà mình đến 28/08 đã giảm 40%. Không đúng thì bấm để sửa.',
          },
        ],
      });
      const seen = await hill.voice.ask<{ nodes: Row[] }>(EVENTS);
      expect(seen.nodes).toMatchObject([{ lossBp: 4000, commune: { name: 'Cương Sơn' } }]);
    });

    it('PL-11 an event and a number said at the same moment both count, whichever comes first', async () => {
      const cuongSon = await make.communeOfficer({ commune: 'Cương Sơn' });
      const communeId = make.commune('Cương Sơn');
      for (let round = 0; round < 4; round += 1) {
        const hill = await make.grower({ commune: 'Cương Sơn' });
        await report(world, hill.voice, { grams: 100_000 });
        const [struck, said] = await Promise.all([
          event(cuongSon.voice, { communeId, cropCode: 'NA' }),
          report(world, hill.voice, { grams: 90_000 }),
        ]);
        expect([struck, said]).toMatchObject([{ kind: 'HAIL' }, { __typename: 'Forecast' }]);
        const known = await hill.voice.ask<Row[]>(REVISIONS, { cropCode: 'NA', day: '2026-08-26' });
        expect(known.map(({ revision }) => revision)).toEqual([3, 2, 1]);
        expect([54_000, 90_000]).toContain(known[0]?.['grams']);
      }
    });

    it('PL-11 a household speaks of its own plots only, and says so once', async () => {
      await report(world, lan.voice, { grams: 100_000 });
      const over = { clientMutationId: world.id(), kind: 'PEST' };
      const once = await event(lan.voice, over);
      expect(once).toMatchObject({ plots: 1, forecasts: 1, source: 'GROWER' });
      expect(await event(lan.voice, over)).toEqual(once);
      expect(await revisions(lan)).toHaveLength(2);
      const neighbour = await make.grower({});
      expect((await neighbour.voice.ask<{ nodes: Row[] }>(EVENTS)).nodes).not.toContainEqual(
        expect.objectContaining({ id: once['id'] }),
      );
    });

    it.each([
      [{ firstDay: '2026-07-01' }, 'EVENT_DAYS_WRONG'],
      [{ firstDay: '2026-08-26' }, 'EVENT_DAYS_WRONG'],
      [{ lastDay: '2026-08-23' }, 'EVENT_DAYS_WRONG'],
      [{ lossBp: 10_001 }, 'EVENT_LOSS_WRONG'],
      [{ cropCode: 'DURIAN' }, 'CROP_UNKNOWN'],
    ])('refuses %j with %s and lowers nothing', async (over, code) => {
      await report(world, lan.voice, { grams: 100_000 });
      expect(await event(lan.voice, over)).toMatchObject({ code });
      expect(await revisions(lan)).toHaveLength(1);
    });

    it('PL-11 nobody speaks for a commune or household that is not theirs', async () => {
      const communeId = make.commune('Nghĩa Phương');
      const far = await make.communeOfficer({ commune: 'Lục Sơn' });
      for (const voice of [far.voice, lan.voice])
        expect(await event(voice, { communeId })).toMatchObject({ code: 'HOUSEHOLD_NOT_FOUND' });
      const neighbour = await make.grower({});
      expect(await event(neighbour.voice, { householdId: lan.party.id })).toMatchObject({
        code: 'HOUSEHOLD_NOT_FOUND',
      });
      const trader = await make.trader({});
      const refused = await trader.voice.send(EVENTS);
      expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
    });
  });
});
