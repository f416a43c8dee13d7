import ExcelJS from 'exceljs';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import { given, type Given, type Someone } from '../support/given.js';
import { givenDeal } from '../support/given-weighing.js';
import { CREATE_LOT, DASHBOARD, REPORT_FORECAST } from '../support/morning-documents.js';
import { World } from '../support/world.js';

const DAY = '2026-11-23';
const KG = 1_000;
const ROWS = `query ($day: Day!, $communeId: ID!, $measure: SupplyMeasure!) {
  supplyRows(day: $day, communeId: $communeId, cropCode: "NA", measure: $measure) { household label grams } }`;
const CURVE = `query ($from: Day!) { forwardCurve(cropCode: "NA", from: $from) {
  day forecastGrams committedGrams unknownHouseholds isGlut } }`;
const TOTALS = `query ($day: Day!) { supplyDashboard(day: $day) { totals {
  plannedGrams forecastGrams carriedGrams unknownHouseholds offeredGrams committedGrams weighedGrams unsoldGrams } } }`;

interface Board {
  readonly rows: readonly { readonly communeId: string; readonly cropCode: string }[];
  readonly totals: Record<string, number | null>;
}

describe('the office watches the supply', () => {
  let world: World;
  let make: Given;
  let office: Someone;
  let clerk: Someone;
  let lan: Someone;
  let thang: Someone;

  const input = (wish: object) => ({ input: { clientMutationId: world.id(), ...wish } });
  const reported = ({ voice }: Someone, day: string, kg: number) =>
    voice.ask(REPORT_FORECAST, input({ cropCode: 'NA', day, grams: kg * KG }));
  const listed = ({ voice }: Someone, kg: number) =>
    voice.ask(
      CREATE_LOT,
      input({
        lotId: world.id(),
        cropCode: 'NA',
        grades: [{ gradeCode: 'L1', grams: kg * KG, askVndPerKg: 36_000 }],
        readyFrom: '2026-11-23T04:30:00+07:00',
        readyTo: '2026-11-23T09:00:00+07:00',
        publish: true,
      }),
    );
  const cookie = ({ voice }: Someone) => ({ cookie: `clns=${voice.session}` });
  const sheetFor = async (someone: Someone, day = DAY) => {
    const response = await fetch(`${world.url}/office/supply.xlsx?day=${day}`, {
      headers: cookie(someone),
    });
    const book = new ExcelJS.Workbook();
    if (response.ok) await book.xlsx.load(await response.arrayBuffer());
    return { response, sheet: book.worksheets[0] };
  };

  beforeAll(async () => {
    world = await World.open('2026-11-22T18:00:00+07:00');
    make = await given(world);
    office = await make.officeStaff({});
    clerk = await make.communeOfficer({ commune: 'Huyền Sơn' });
    lan = await make.grower({ commune: 'Nghĩa Phương', name: 'Giáp Thị Lan' });
    thang = await make.grower({ commune: 'Huyền Sơn', name: 'Vi Văn Thắng' });
    const silent = await make.grower({ commune: 'Huyền Sơn' });
    for (const { party } of [lan, thang, silent]) {
      await world.db.query(
        `insert into plots (id, household_id, unit_id, crop_code, area_m2)
         select gen_random_uuid(), id, commune_id, 'NA', 3600 from parties where id = $1`,
        [party.id],
      );
    }
    await world.db.query(
      `insert into production_plans (id, commune_id, crop_code, season, area_m2, expected_g, first_day, last_day, created_at)
       values (gen_random_uuid(), $1, 'NA', 'trái vụ 2026', 1000000, 30000000, '2026-11-14', '2026-11-23', now())`,
      [make.commune('Huyền Sơn')],
    );
    await reported(lan, DAY, 400);
    await reported(thang, '2026-11-22', 90);
    await listed(lan, 300);
    await listed(thang, 120);
  });
  afterAll(() => world.close());

  it('OF-01 OF-08 shows each measure; carried and silent households apart, unreported as unreported', async () => {
    const { totals } = await office.voice.ask<Board>(TOTALS, { day: DAY });
    expect(totals).toEqual({
      plannedGrams: 3_000 * KG,
      forecastGrams: 400 * KG,
      carriedGrams: 90 * KG,
      unknownHouseholds: 1,
      offeredGrams: 420 * KG,
      committedGrams: 0,
      weighedGrams: 0,
      unsoldGrams: 420 * KG,
    });
    const empty = await office.voice.ask<Board>(TOTALS, { day: '2026-12-25' });
    expect(empty.totals).toMatchObject({
      plannedGrams: null,
      forecastGrams: null,
      offeredGrams: 0,
    });
  });

  it('OF-13 names the communes of today, which gather those of 2021', async () => {
    const { rows } = await office.voice.ask<Board>(DASHBOARD, { day: DAY });
    // Huyền Sơn became part of Nghĩa Phương in 2025.
    expect(new Set(rows.map(({ communeId }) => communeId)).size).toBe(1);
    expect(rows[0]?.communeId).not.toBe(make.commune('Nghĩa Phương'));
  });

  it('OF-06 drills to the rows that a figure adds up', async () => {
    const wish = { day: DAY, communeId: make.commune('Nghĩa Phương'), measure: 'OFFERED' };
    expect(await office.voice.ask(ROWS, wish)).toEqual([
      { household: 'Giáp Thị Lan', label: 'L1', grams: 300 * KG },
    ]);
  });

  it('OF-09 shows a commune officer the own commune only, on every way out', async () => {
    expect((await clerk.voice.ask<Board>(TOTALS, { day: DAY })).totals['offeredGrams']).toBe(
      120 * KG,
    );
    const foreign = { day: DAY, communeId: make.commune('Nghĩa Phương'), measure: 'OFFERED' };
    expect(await clerk.voice.ask(ROWS, foreign)).toEqual([]);
    expect((await sheetFor(clerk)).sheet?.getCell('G9').value).toMatchObject({ result: 0.12 });
  });

  it.each(['grower', 'trader', 'transporter', 'checkpointOfficer', 'coopClerk'] as const)(
    'AP-06 refuses a %s the board and the sheet',
    async (role) => {
      const someone = await make[role]({});
      const { errors } = await someone.voice.send(TOTALS, { day: DAY });
      expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await sheetFor(someone)).response.status).toBe(403);
    },
  );

  it('OF-06 exports a sheet in the form of the office whose totals equal its rows', async () => {
    const { response, sheet } = await sheetFor(office);
    expect(response.headers.get('content-type')).toContain('spreadsheetml');
    expect(sheet?.getCell('A1').value).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(sheet?.getCell('A4').value).toContain('23/11/2026');
    expect(sheet?.getCell('G8').value).toBe(0.42);
    expect(sheet?.getCell('A9').value).toBe('Tổng cộng');
    expect(sheet?.getCell('G9').value).toMatchObject({ formula: 'SUM(G8:G8)', result: 0.42 });
  });

  it('refuses a day that is none, without a word of the database', async () => {
    expect((await sheetFor(office, '2026-13-45')).response.status).toBe(400);
    const { errors } = await office.voice.send(TOTALS, { day: 'hôm nay' });
    expect(errors[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  it('OF-02 looks fourteen days ahead and calls a glut while there is time', async () => {
    const curve = await office.voice.ask<object[]>(CURVE, { from: '2026-11-22' });
    expect(curve).toHaveLength(14);
    expect(curve[1]).toEqual({
      day: DAY,
      forecastGrams: 400 * KG,
      committedGrams: 0,
      unknownHouseholds: 2,
      isGlut: true,
    });
    expect(curve[5]).toMatchObject({ forecastGrams: null, isGlut: false });
  });

  describe('live', () => {
    const socketOf = (headers: Record<string, string>): Client =>
      createClient({
        url: `${world.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: class extends WebSocket {
          constructor(url: string, protocols: string | string[]) {
            super(url, protocols, { headers });
          }
        },
        retryAttempts: 0,
      });
    const QUERY = { query: 'subscription { supplyChanged { dataAt } }' };

    it('tells an open board that figures moved', async () => {
      const client = socketOf(cookie(office));
      const heard = client.iterate(QUERY);
      const answers: unknown[] = [];
      const listening = heard.next().then(({ value }) => answers.push(value));
      // The server does not say when it began to listen, so the harvest grows until it is heard.
      for (let kg = 401; answers.length === 0; kg += 1) {
        await reported(lan, DAY, kg);
        await world.deliverEvents();
      }
      await listening;
      expect(answers[0]).toEqual({
        data: { supplyChanged: { dataAt: world.clock.now().toISOString() } },
      });
      await client.dispose();
    });

    it('E9 F12 tells a device nothing more once it is signed out, also where it listens already', async () => {
      const away = await make.officeStaff({});
      const client = socketOf(cookie(away));
      const heard = client.iterate(QUERY);
      const closed: unknown[] = [];
      const answers: unknown[] = [];
      const next = (): Promise<void> =>
        heard.next().then(
          (told) => void answers.push(told),
          (fault: unknown) => void closed.push(fault),
        );
      const listening = next();
      for (let kg = 501; answers.length === 0; kg += 1) {
        await reported(lan, DAY, kg);
        await world.deliverEvents();
      }
      await listening;
      await away.voice.ask('mutation { signOut }');
      const before = world.clock.now();
      world.clock.pass(1);
      await reported(lan, DAY, 499);
      await world.deliverEvents();
      // What was told while she was signed in may still be on its way.
      while (closed.length === 0) await next();
      expect(JSON.stringify(answers)).toContain(before.toISOString());
      expect(JSON.stringify(answers)).not.toContain(world.clock.now().toISOString());
      expect(closed).toMatchObject([{ code: 4403 }]);
      await client.dispose();
      world.clock.moveTo(before);
    });

    it('opens no socket for a guest', async () => {
      const client = socketOf({});
      await expect(client.iterate(QUERY).next()).rejects.toMatchObject({ code: 4403 });
      await client.dispose();
    });
  });

  it('OF-01 plans are those of households where the commune has none, once they are confirmed', async () => {
    const plan = (party: string, state: string, crop: string, commune: string) =>
      world.db.query(
        `insert into production_plans (id, household_id, commune_id, crop_code, season, expected_g, first_day, last_day, state, created_at)
         values (gen_random_uuid(), $1, $2, $3, 'trái vụ 2026', 3000000, '2026-11-01', '2026-11-30', $4, now())`,
        [party, make.commune(commune), crop, state],
      );
    const planned = async () =>
      (await office.voice.ask<Board>(TOTALS, { day: DAY })).totals['plannedGrams'];
    // The commune has a plan for its na: what a household expects is part of it.
    await plan(thang.party.id, 'CONFIRMED', 'NA', 'Huyền Sơn');
    expect(await planned()).toBe(3_000 * KG);
    await plan(lan.party.id, 'SUBMITTED', 'NA', 'Nghĩa Phương');
    expect(await planned()).toBe(3_000 * KG);
    await plan(lan.party.id, 'CONFIRMED', 'DUA_LE', 'Nghĩa Phương');
    expect(await planned()).toBe(3_100 * KG);
    const wish = { day: DAY, communeId: make.commune('Nghĩa Phương'), measure: 'PLANNED' };
    expect(await office.voice.ask(ROWS.replaceAll('"NA"', '"DUA_LE"'), wish)).toEqual([
      { household: 'Giáp Thị Lan', label: 'trái vụ 2026', grams: 100 * KG },
    ]);
  });

  it('AL-18 reads once a month how evenly the households of its communes sold, and no other office’s', async () => {
    const REPORT = `query ($month: Day!) { fairnessReport(month: $month) { firstDay lastDay
      communes { commune { id } households sellers offeredGrams takenGrams gini } buyers { name tickets } } }`;
    const trader = await make.trader({});
    const deal = await givenDeal(make, {
      buyer: trader,
      household: thang,
      lines: [{ grade: 'L1', kg: 60, vndPerKg: 30_000 }],
    });
    // What was given is not on the market of its own: it is of the 120 kg the household had put there.
    await world.db.query(
      `update lots set close_reason = 'WITHDRAWN', state = 'CLOSED' where id in
         (select lot_id from deal_lines where deal_id = $1)`,
      [deal.id],
    );
    await world.db.query(`update deals set ready_from = $2 where id = $1`, [
      deal.id,
      `${DAY}T05:00:00+07:00`,
    ]);
    const asked = await office.voice.ask<{ communes: { commune: { id: string } }[] }>(REPORT, {
      month: DAY,
    });
    // Huyền Sơn became part of Nghĩa Phương: 300 kg unsold beside 60 of 120 kg; 1 − 2·(120/420)/2 = 300/420.
    expect(asked).toEqual({
      firstDay: '2026-11-01',
      lastDay: '2026-11-30',
      communes: [
        {
          commune: { id: expect.any(String) },
          households: 2,
          sellers: 1,
          offeredGrams: 420 * KG,
          takenGrams: 60 * KG,
          gini: 0.7143,
        },
      ],
      buyers: [],
    });
    expect(asked.communes[0]?.commune.id).not.toBe(make.commune('Nghĩa Phương'));
    expect(await office.voice.ask(REPORT, { month: '2026-10-31' })).toMatchObject({ communes: [] });
    // Of 100 kg on the scale 4 are taken off; one of twenty tickets is disputed, and none before the twentieth is told of.
    const weighed = (first: number, last: number) =>
      world.db.query(
        `with bought as (
           insert into orders
           select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'number', n::text))).*
           from deals d join orders o on o.id = d.order_id, generate_series($4::int, $5::int) n
           where d.id = $1 returning id, number
         ), copy as (
           insert into deals
           select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'number', b.number,
             'order_id', b.id))).*
           from deals d, bought b where d.id = $1 returning *
         ), ticket as (
           insert into weigh_tickets (id, number, deal_id, order_id, buyer_id, household_id, commune_id, crop_code, state,
             deduction_kind, deduction_bp, deduction_crate_g, payable_g, amount_vnd, submitted_at, confirmed_at,
             confirmed_by, confirm_method, disputed_at, created_by, created_at)
           select gen_random_uuid(), 'PC-' || d.number, d.id, d.order_id, d.buyer_id, d.household_id, d.commune_id, 'NA', 'CONFIRMED',
             'PERCENT', 400, 0, 96000, 960000, $2, $2, $3, 'OWN_PHONE', case when d.number = '20' then $2::timestamptz end, $3, $2
           from copy d returning id
         )
         insert into ticket_lines (ticket_id, grade_code, crates, gross_g, tare_g, deduction_g, payable_g, vnd_per_kg, amount_vnd)
         select id, 'L1', 1, 101000, 1000, 4000, 96000, 10000, 960000 from ticket`,
        [deal.id, `${DAY}T06:00:00+07:00`, thang.person.id, first, last],
      );
    const CONDUCT = `query ($month: Day!) { fairnessReport(month: $month) {
      buyers { name tickets deductionPercent disputed late } } }`;
    await weighed(1, 19);
    expect(await office.voice.ask(CONDUCT, { month: DAY })).toEqual({ buyers: [] });
    await weighed(20, 20);
    expect(await office.voice.ask(CONDUCT, { month: DAY })).toEqual({
      buyers: [{ name: trader.party.name, tickets: 20, deductionPercent: 4, disputed: 1, late: 0 }],
    });
    for (const someone of [trader, lan])
      expect((await someone.voice.send(REPORT, { month: DAY })).errors[0]?.extensions.code).toBe(
        'FORBIDDEN',
      );
    const elsewhere = await make.communeOfficer({ commune: 'Bảo Sơn' });
    expect(await elsewhere.voice.ask(REPORT, { month: DAY })).toMatchObject({ communes: [] });
  });
});
