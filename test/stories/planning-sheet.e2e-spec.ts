import ExcelJS from 'exceljs';
import { plot, report, REFUSED } from '../support/given-planning.js';
import { MY_NOTICES } from '../support/lot-documents.js';
import { given, type Given, type Someone } from '../support/given.js';
import { World } from '../support/world.js';

interface Answer {
  status: number;
  body: {
    code?: string;
    rows?: {
      line: number;
      name: string;
      grams: number;
      echo: string;
      problem: { code: string } | null;
    }[];
  };
}

describe('AP-09 a clerk’s list as a sheet', () => {
  let world: World;
  let make: Given;
  let officer: Someone;
  let lan: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-25T18:00:00+07:00');
    make = await given(world);
    officer = await make.communeOfficer({ commune: 'Nghĩa Phương' });
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    await plot(world, lan, 3000);
    await report(world, lan.voice, { grams: 120_000, day: '2026-08-25' });
  });
  afterAll(() => world.close());

  const headers = ({ voice }: Someone): Record<string, string> => ({
    cookie: `clns=${voice.session}`,
    'x-requested-with': 'cho-luc-nam',
  });
  const template = (someone: Someone): Promise<Response> =>
    fetch(`${world.url}/planning/forecast-list.xlsx?day=2026-08-26&cropCode=NA`, {
      headers: headers(someone),
    });
  const send = async (someone: Someone, file: Buffer): Promise<Answer> => {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(file)]), 'bao.xlsx');
    const response = await fetch(`${world.url}/planning/forecast-list`, {
      method: 'POST',
      headers: headers(someone),
      body,
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  };
  const sheetOf = async (rows: readonly unknown[][]): Promise<Buffer> => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('x').addRows([...rows]);
    return Buffer.from(await book.xlsx.writeBuffer());
  };
  const words = async (): Promise<number> => {
    const [row]: { n: number }[] = await world.db.query('select count(*)::int as n from forecasts');
    return row?.n ?? 0;
  };

  it('PL-08 goes out with the households and their last numbers, comes back filled, and writes nothing', async () => {
    const out = await template(officer);
    expect(out.headers.get('content-type')).toContain('spreadsheetml');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await out.arrayBuffer());
    const sheet = book.worksheets[0]!;
    const filled = sheet.getRow(6);
    expect([filled.getCell(1).value, filled.getCell(2).value, filled.getCell(4).value]).toEqual([
      lan.party.id,
      'Nguyễn Thị Lan',
      120,
    ]);
    filled.getCell(5).value = '3 tạ 2';
    const before = await words();
    const { status, body } = await send(officer, Buffer.from(await book.xlsx.writeBuffer()));
    expect(status).toBe(200);
    expect(body.rows).toEqual([
      {
        line: 6,
        name: 'Nguyễn Thị Lan',
        typed: '3 tạ 2',
        householdId: lan.party.id,
        grams: 320_000,
        echo: 'ba tạ hai = 320 kg',
        problem: null,
      },
    ]);
    expect(await words()).toBe(before);
  });

  it('names what is wrong by row, in the sheet of anybody’s making', async () => {
    const { body } = await send(
      officer,
      await sheetOf([
        ['Danh sách của thôn'],
        ['STT', 'Hộ', 'Sản lượng'],
        [1, 'nguyễn thị lan', 45],
        [2, 'Nguyễn Thị Lan', '5 yến'],
        [3, 'Người Lạ', '1 tạ'],
        [4, 'Nguyễn Thị Lan', null],
      ]),
    );
    expect(body.rows?.map(({ line, grams, problem }) => [line, grams, problem?.code])).toEqual([
      [3, 45_000, undefined],
      [4, 50_000, 'BULK_ROW_TWICE'],
      [5, 100_000, 'LIST_HOUSEHOLD_UNKNOWN'],
    ]);
  });

  it('refuses what is no sheet, what has no heads, and what is too long', async () => {
    expect(await send(officer, Buffer.from('chữ'))).toMatchObject({
      status: 422,
      body: { code: 'SHEET_BROKEN' },
    });
    expect(await send(officer, await sheetOf([['a', 'b']]))).toMatchObject({
      body: { code: 'SHEET_HEADS_MISSING' },
    });
    const long = Array.from({ length: 1002 }, () => ['x', 1]);
    expect(await send(officer, await sheetOf([['Hộ', 'Sản lượng'], ...long]))).toMatchObject({
      body: { code: 'SHEET_TOO_LARGE' },
    });
  });

  it('refuses a small file that unpacks to a large one', async () => {
    const heavy = await sheetOf([
      ['Hộ', 'Sản lượng'],
      ['x'.repeat(1000), 1],
    ]);
    // The directory of the archive says how large its first entry becomes.
    const entry = heavy.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    heavy.writeUInt32LE(500_000_000, entry + 24);
    expect(await send(officer, heavy)).toMatchObject({ body: { code: 'SHEET_TOO_LARGE' } });
  });

  it('is for commune officers only', async () => {
    const clerk = await make.coopClerk({});
    for (const someone of [lan, clerk]) {
      expect((await template(someone)).status).toBe(403);
      expect((await send(someone, Buffer.from('x'))).status).toBe(403);
    }
    const far = await make.communeOfficer({ commune: 'Lục Sơn' });
    const sheet = await sheetOf([
      ['Mã hộ', 'Hộ', 'Sản lượng'],
      [lan.party.id, 'Nguyễn Thị Lan', 45],
    ]);
    expect((await send(far, sheet)).body.rows?.[0]?.problem?.code).toBe('LIST_HOUSEHOLD_UNKNOWN');
  });

  describe('PL-02 what one’s own basket holds', () => {
    const HELD = 'householdId weights { container grams source }';
    const SET = `mutation ($input: SetContainerWeightInput!) {
      setContainerWeight(input: $input) { __typename ... on ContainerWeights { ${HELD} } ${REFUSED} } }`;
    const UNDO = `mutation ($input: UndoAssistedActInput!) { undoAssistedAct(input: $input) {
      __typename ... on Refused { code } } }`;
    const READ = `query ($householdId: UUID) { containerWeights(householdId: $householdId) { ${HELD} } }`;
    const set = ({ voice }: Someone, over: object = {}) =>
      voice.ask<Record<string, unknown>>(SET, {
        input: { clientMutationId: world.id(), container: 'SOT', grams: 25_000, ...over },
      });
    const row = async (weight: string) => {
      const file = await sheetOf([
        ['Hộ', 'Sản lượng'],
        ['Trần Thị Hoa', weight],
      ]);
      return (await send(officer, file)).body.rows?.[0];
    };

    it('PL-02 is the household’s word, counts in lists from then on, and is never guessed', async () => {
      const hoa = await make.grower({ name: 'Trần Thị Hoa' });
      expect(await row('12 sọt')).toMatchObject({ problem: { code: 'CONTAINER_UNKNOWN' } });
      expect(await set(hoa)).toEqual({
        __typename: 'ContainerWeights',
        householdId: hoa.party.id,
        weights: [{ container: 'SOT', grams: 25_000, source: 'GROWER' }],
      });
      expect(await row('12 sọt')).toMatchObject({
        grams: 300_000,
        echo: 'mười hai sọt = 300 kg',
        problem: null,
      });
      expect(await row('2 thùng')).toMatchObject({ problem: { code: 'CONTAINER_UNKNOWN' } });

      const input = { clientMutationId: world.id(), container: 'THUNG', grams: 18_500 };
      const householdId = hoa.party.id;
      for (let times = 0; times < 2; times += 1)
        await officer.voice.ask(SET, { input: { ...input, householdId } });
      world.clock.moveTo('2026-08-25T18:01:00+07:00');
      await set(hoa, { grams: 24_000 });
      expect(await hoa.voice.ask(READ)).toMatchObject({
        weights: [
          { container: 'SOT', grams: 24_000, source: 'GROWER' },
          { container: 'THUNG', grams: 18_500, source: 'OFFICER' },
        ],
      });
      expect(await row('ba thùng rưỡi')).toMatchObject({ echo: 'ba thùng rưỡi = 64,75 kg' });
      const kept: object[] = await world.db.query(
        `select container, grams::int as grams, set_by from container_weights where household_id = $1
          order by container, created_at`,
        [householdId],
      );
      expect(kept).toEqual([
        { container: 'SOT', grams: 25_000, set_by: hoa.person.id },
        { container: 'SOT', grams: 24_000, set_by: hoa.person.id },
        { container: 'THUNG', grams: 18_500, set_by: officer.person.id },
      ]);
    });

    it('PL-02 ID-06 tells the household what was said for it, which it takes back', async () => {
      const binh = await make.grower({ name: 'Nguyễn Văn Bình' });
      const householdId = binh.party.id;
      await set(binh, { grams: 20_000 });
      world.clock.moveTo('2026-08-25T18:02:00+07:00');
      await set(officer, { householdId, grams: 30_000 });
      await world.deliverEvents();
      const told = await binh.voice.ask<{ nodes: { kind: string; text: string }[] }>(MY_NOTICES);
      expect(told.nodes.find(({ kind }) => kind === 'ACTED_FOR_YOU')?.text).toContain(
        'ghi một sọt đựng được 30 kg',
      );
      const assisted = await binh.voice.ask<{ nodes: { id: string; canUndo: boolean }[] }>(
        '{ assistedActs { nodes { id kind canUndo } } }',
      );
      expect(assisted.nodes).toMatchObject([{ kind: 'CONTAINER_SET', canUndo: true }]);
      const undo = () =>
        binh.voice.ask(UNDO, {
          input: { clientMutationId: world.id(), actId: assisted.nodes[0]?.id },
        });
      expect(await undo()).toMatchObject({ __typename: 'AssistedAct' });
      expect(await binh.voice.ask(READ)).toMatchObject({
        weights: [{ container: 'SOT', grams: 20_000, source: 'GROWER' }],
      });

      await set(officer, { householdId, grams: 31_000 });
      world.clock.moveTo('2026-08-25T18:03:00+07:00');
      await set(binh, { grams: 22_000 });
      const [last] = (
        await binh.voice.ask<{ nodes: { id: string }[] }>('{ assistedActs { nodes { id } } }')
      ).nodes;
      expect(
        await binh.voice.ask(UNDO, {
          input: { clientMutationId: world.id(), actId: last?.id },
        }),
      ).toMatchObject({ code: 'ASSISTED_CHANGED_SINCE' });
      expect(await binh.voice.ask(READ)).toMatchObject({ weights: [{ grams: 22_000 }] });
    });

    it('PL-02 comes with each row of a clerk’s and an officer’s list, for whom they may report for', async () => {
      const householdId = lan.party.id;
      const rows = async (someone: Someone): Promise<object[]> =>
        (
          await someone.voice.ask<{ rows: { householdId: string; containers: object[] }[] }>(
            `{ coopForecast(day: "2026-08-26") { rows { householdId containers { container grams } } } }`,
          )
        ).rows.filter((one) => one.householdId === householdId);
      await set(lan, { grams: 26_000 });
      const containers = [{ container: 'SOT', grams: 26_000 }];
      expect(await rows(officer)).toEqual([{ householdId, containers }]);
      const clerk = await make.coopClerk({});
      await make.grant(lan, clerk, 'SEE_LOTS');
      expect(await rows(clerk)).toEqual([{ householdId, containers: [] }]);
      await make.grant(lan, clerk, 'SELL_FOR');
      expect(await rows(clerk)).toEqual([{ householdId, containers }]);
    });

    it('PL-02 is set and read by who speaks for the household, between one and a hundred kilograms', async () => {
      const householdId = lan.party.id;
      const clerk = await make.coopClerk({});
      const far = await make.communeOfficer({ commune: 'Huyền Sơn' });
      const neighbour = await make.grower({});
      for (const someone of [clerk, far, neighbour]) {
        expect(await set(someone, { householdId })).toMatchObject({ code: 'HOUSEHOLD_NOT_FOUND' });
        expect(await someone.voice.ask(READ, { householdId })).toBeNull();
      }
      await make.grant(lan, clerk, 'SELL_FOR');
      expect(await set(clerk, { householdId })).toMatchObject({
        weights: [{ source: 'COOPERATIVE' }],
      });
      for (const grams of [999, 100_001])
        expect(await set(lan, { grams })).toMatchObject({
          code: 'CONTAINER_WRONG',
          field: 'grams',
        });
      const trader = await make.trader({});
      for (const document of [SET, READ]) {
        const answer = await trader.voice.send(document, {
          input: { clientMutationId: world.id(), container: 'SOT', grams: 25_000 },
        });
        expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
      }
    });
  });
});
