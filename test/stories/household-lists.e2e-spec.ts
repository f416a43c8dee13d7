import ExcelJS from 'exceljs';
import { given, type Given, type Someone } from '../support/given.js';
import { fingerprint } from '../support/unchanged.js';
import { World } from '../support/world.js';

const IMPORT = `mutation ($input: ImportHouseholdsInput!) { importHouseholds(input: $input) {
  __typename
  ... on HouseholdImport { rows { line name status householdId problems { column refusal { code message } } } }
  ... on Refused { code field } } }`;
const TABLES = ['parties', 'plots', 'people', 'memberships', 'coop_members', 'household_entries'];

interface Row {
  readonly line: number;
  readonly name: string;
  readonly phone?: string;
  readonly commune?: string;
  readonly hamlet?: string;
  readonly crop: string;
  readonly area?: string;
  readonly plantedYear?: string;
  readonly isReallyNew?: boolean;
}
interface Imported {
  readonly code?: string;
  readonly rows: readonly {
    readonly line: number;
    readonly status: string;
    readonly householdId: string | null;
    readonly problems: readonly { readonly column: string; readonly refusal: { code: string } }[];
  }[];
}

describe('AP-09 a list of households and plots', () => {
  let world: World;
  let make: Given;
  let officer: Someone;
  let coop: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-25T08:00:00+07:00');
    make = await given(world);
    officer = await make.communeOfficer({ name: 'UBND Nghĩa Phương', commune: 'Nghĩa Phương' });
    coop = await make.coopClerk({ name: 'HTX Na' });
  }, 30_000);
  afterAll(() => world.close());

  const load = async (who: Someone, rows: readonly Row[], over: object = {}): Promise<Imported> =>
    who.voice.ask(IMPORT, {
      input: {
        clientMutationId: world.id(),
        dryRun: false,
        paperId: await make.grantPaper(who),
        rows,
        ...over,
      },
    });
  const statuses = ({ rows }: Imported): [number, string][] =>
    rows.map(({ line, status }) => [line, status]);
  const lan = { line: 5, name: 'Nguyễn Thị Lan', phone: '0912 111 222', crop: 'na', area: '2 sào' };

  it('says in the dry run what each row would do, tells what is wrong by row and column, and writes nothing', async () => {
    const before = await fingerprint(world, TABLES);
    const rows: Row[] = [
      lan,
      { line: 6, name: 'X', phone: '123', commune: 'Xã Lạ', crop: 'chuối', area: 'rộng' },
      { line: 7, name: 'Trần Văn Bảy', crop: 'NA', hamlet: 'Thôn không có', plantedYear: '2050' },
      { ...lan, line: 8 },
      { line: 9, name: 'Hộ ngoài xã', commune: 'Chu Điện', crop: 'Na' },
    ];
    const seen = await load(officer, rows, { dryRun: true, paperId: null });
    expect(statuses(seen)).toEqual([
      [5, 'NEW'],
      [6, 'REFUSED'],
      [7, 'REFUSED'],
      [8, 'REFUSED'],
      [9, 'REFUSED'],
    ]);
    const wrong = seen.rows.map(({ problems }) =>
      problems.map(({ column, refusal }) => [column, refusal.code]),
    );
    expect(wrong.slice(1)).toEqual([
      [
        ['Hộ', 'NAME_MISSING'],
        ['Số điện thoại', 'PHONE_INVALID'],
        ['Xã', 'LIST_COMMUNE_UNKNOWN'],
        ['Cây', 'CROP_UNKNOWN'],
        ['Diện tích', 'AREA_UNREADABLE'],
      ],
      [
        ['Thôn', 'LIST_HAMLET_UNKNOWN'],
        ['Năm trồng', 'PLANTED_YEAR_WRONG'],
      ],
      [['Hộ', 'LIST_ROW_TWICE']],
      [['Xã', 'LIST_COMMUNE_UNKNOWN']],
    ]);
    expect(await fingerprint(world, TABLES)).toEqual(before);
  });

  it('enters what can be entered, with all the land of a household, and nothing when it is loaded again', async () => {
    const rows: Row[] = [
      lan,
      { ...lan, line: 6, crop: 'khoai sọ', area: '500' },
      { line: 7, name: 'Trần Văn Bảy', crop: 'Na' },
      { line: 8, name: '', crop: 'Na' },
    ];
    const first = await load(officer, rows);
    expect(statuses(first)).toEqual([
      [5, 'WRITTEN'],
      [6, 'WRITTEN'],
      [7, 'WRITTEN'],
      [8, 'REFUSED'],
    ]);
    expect(first.rows[0]?.householdId).toBe(first.rows[1]?.householdId);
    const land = await world.db.query(
      `select h.name, o.phone, p.crop_code as crop, p.area_m2::int as m2 from parties h join plots p on p.household_id = h.id
         left join memberships m on m.party_id = h.id left join people o on o.id = m.person_id
        where h.id = any($1) order by h.name, crop`,
      [first.rows.map(({ householdId }) => householdId).filter(Boolean)],
    );
    expect(land).toEqual([
      { name: 'Nguyễn Thị Lan', phone: '+84912111222', crop: 'KHOAI_SO', m2: 500 },
      { name: 'Nguyễn Thị Lan', phone: '+84912111222', crop: 'NA', m2: 720 },
      { name: 'Trần Văn Bảy', phone: null, crop: 'NA', m2: 360 },
    ]);

    const before = await fingerprint(world, TABLES);
    const second = await load(officer, rows);
    expect(statuses(second)).toEqual([
      [5, 'THERE'],
      [6, 'THERE'],
      [7, 'THERE'],
      [8, 'REFUSED'],
    ]);
    expect(second.rows[0]?.householdId).toBe(first.rows[0]?.householdId);
    expect(await fingerprint(world, TABLES)).toEqual(before);
  });

  it('ID-11 reports a namesake with another number, and enters it once it is said to be another household', async () => {
    const namesake = { line: 5, name: 'hộ nguyễn thị lan', phone: '0987654321', crop: 'na' };
    expect(statuses(await load(officer, [namesake]))).toEqual([[5, 'LIKELY_THERE']]);
    const other = await load(officer, [{ ...namesake, isReallyNew: true }]);
    expect(statuses(other)).toEqual([[5, 'WRITTEN']]);
    expect(statuses(await load(officer, [namesake]))).toEqual([[5, 'THERE']]);
  });

  it('ID-05 gives a phone that serves one household another beside it, and never merges the two', async () => {
    const tam = await make.grower({ name: 'Phạm Thị Tám', phone: '+84912333444' });
    const { rows } = await load(officer, [
      { line: 5, name: 'Phạm Văn Chín', phone: '0912333444', crop: 'na' },
    ]);
    const me = await tam.voice.ask<{ memberships: { party: { id: string } }[] }>(
      `{ me { memberships { party { id } } } }`,
    );
    expect(me.memberships.map(({ party }) => party.id).toSorted()).toEqual(
      [tam.party.id, rows[0]!.householdId!].toSorted(),
    );
  });

  it('ID-06 is written on the list the households signed alone; a cooperative gains members and may do nothing for them', async () => {
    const row = {
      line: 5,
      name: 'Vũ Thị Mười',
      phone: '0912555666',
      commune: 'Chu Điện',
      crop: 'na',
    };
    expect(await load(coop, [row], { paperId: null })).toMatchObject({
      code: 'IMPORT_PAPER_MISSING',
      field: 'paperId',
    });
    const before = await fingerprint(world, TABLES);
    for (const paperId of [await make.grantPaper(officer), world.id(), 'x'])
      expect(await load(coop, [row], { paperId })).toMatchObject({
        code: 'GRANT_PAPER_NOT_FOUND',
        field: 'paperId',
      });
    expect(await fingerprint(world, TABLES)).toEqual(before);
    const { rows } = await load(coop, [row]);
    const [entry] = await world.db.query(
      `select e.party_id, e.consent, p.is_list, exists (select 1 from coop_members m where m.household_id = e.household_id and m.coop_id = $2) as member,
              exists (select 1 from party_grants g where g.grantor_id = e.household_id) as granted
         from household_entries e join grant_papers p on p.id = e.paper_id where e.household_id = $1`,
      [rows[0]?.householdId, coop.party.id],
    );
    expect(entry).toEqual({
      party_id: coop.party.id,
      consent: 'SIGNED_PAPER',
      is_list: true,
      member: true,
      granted: false,
    });
    await world.deliverEvents();
    const [told] = await world.db.query(`select kind, facts from notices where party_id = $1`, [
      rows[0]?.householdId,
    ]);
    expect(told).toEqual({ kind: 'HOUSEHOLD_ENTERED', facts: { by: 'HTX Na' } });
  });

  it('ID-06 lets whoever entered them sell for the households when the list they signed says so', async () => {
    const names = ['Hoàng Thị Một', 'Hoàng Văn Hai'];
    const { rows } = await load(
      officer,
      names.map((name, at) => ({ line: at + 5, name, phone: `091277700${at}`, crop: 'na' })),
      { letsSell: true },
    );
    const granted = await world.db.query(
      `select h.name, g.power, g.consent, g.grantee_id = $2 as to_office, p.is_list
         from party_grants g join parties h on h.id = g.grantor_id join grant_papers p on p.id = g.paper_id
        where h.id = any($1) order by h.name`,
      [rows.map(({ householdId }) => householdId), officer.party.id],
    );
    expect(granted).toEqual(
      names.map((name) => ({
        name,
        power: 'SELL_FOR',
        consent: 'SIGNED_PAPER',
        to_office: true,
        is_list: true,
      })),
    );
    await world.deliverEvents();
    const told = await world.db.query(
      `select distinct kind from notices where party_id = any($1) order by kind`,
      [rows.map(({ householdId }) => householdId)],
    );
    expect(told).toEqual([{ kind: 'GRANT_RECORDED' }, { kind: 'HOUSEHOLD_ENTERED' }]);
  });

  it('repeats its first answer for a repeated key, and takes 1 to 200 rows', async () => {
    const clientMutationId = world.id();
    const rows = [{ line: 5, name: 'Đỗ Văn Hai', crop: 'na' }];
    const once = { clientMutationId, paperId: await make.grantPaper(officer) };
    const first = await load(officer, rows, once);
    expect(await load(officer, rows, once)).toEqual(first);
    expect(await load(officer, [])).toMatchObject({ code: 'BULK_ROWS_WRONG' });
    const many = Array.from({ length: 201 }, (_, at) => ({
      line: at,
      name: `Hộ ${at}`,
      crop: 'na',
    }));
    expect(await load(officer, many)).toMatchObject({ code: 'BULK_ROWS_WRONG' });
  });

  it('enters a household once from two lists at the same moment', async () => {
    const rows = [{ line: 5, name: 'Ngô Thị Song', crop: 'na' }];
    const both = await Promise.all([load(officer, rows), load(officer, rows)]);
    const told = new Set(both.map((one) => statuses(one)[0]?.[1]));
    expect(told).toEqual(new Set(['THERE', 'WRITTEN']));
  });

  describe('as a sheet', () => {
    const headers = (who: Someone): Record<string, string> => ({
      cookie: `clns=${who.voice.session}`,
      'x-requested-with': 'cho-luc-nam',
    });
    const send = async (
      who: Someone,
      file: Uint8Array,
    ): Promise<{ status: number; body: unknown }> => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(file)]), 'ho.xlsx');
      const response = await fetch(`${world.url}/planning/household-list`, {
        method: 'POST',
        headers: headers(who),
        body: form,
      });
      return { status: response.status, body: await response.json() };
    };

    it('is given empty, comes back filled, and is read row by row without being written', async () => {
      const out = await fetch(`${world.url}/planning/household-list.xlsx`, {
        headers: headers(coop),
      });
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(await out.arrayBuffer());
      const sheet = book.worksheets[0]!;
      sheet.getRow(5).values = ['Nguyễn Thị Lan', 912111222, 'Nghĩa Phương', '', 'Na', 720, 2018];
      const before = await fingerprint(world, TABLES);
      const { status, body } = await send(officer, new Uint8Array(await book.xlsx.writeBuffer()));
      expect({ status, body }).toEqual({
        status: 200,
        body: {
          rows: [
            {
              line: 5,
              name: 'Nguyễn Thị Lan',
              phone: '0912111222',
              commune: 'Nghĩa Phương',
              hamlet: '',
              crop: 'Na',
              area: '720',
              plantedYear: '2018',
            },
          ],
        },
      });
      expect(await fingerprint(world, TABLES)).toEqual(before);
    });

    it('is refused when it is none, without the heads it needs, and from whoever enters nobody', async () => {
      expect(await send(officer, Buffer.from('chữ'))).toMatchObject({
        status: 422,
        body: { code: 'SHEET_BROKEN' },
      });
      const book = new ExcelJS.Workbook();
      book.addWorksheet('x').addRows([['a', 'b']]);
      expect(await send(officer, new Uint8Array(await book.xlsx.writeBuffer()))).toMatchObject({
        body: { code: 'SHEET_HEADS_MISSING' },
      });
      const grower = await make.grower({});
      expect(await send(grower, Buffer.from('chữ'))).toMatchObject({ status: 403 });
    });
  });
});
