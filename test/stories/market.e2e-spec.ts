import { LotSearch } from '../../src/lots/index.js';
import { SendSheets } from '../../src/market/use-cases/send-sheets.js';
import { TellOfNewLots } from '../../src/market/use-cases/tell-of-new-lots.js';
import type { Voice } from '../support/ask.js';
import { faultOnce } from '../support/fault-once.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot, type LotWish } from '../support/given-lots.js';
import { act } from '../support/given-orders.js';
import { statementsOf } from '../support/sql-count.js';
import { World } from '../support/world.js';

const OVERVIEW = `query ($day: Day!, $cropCode: String) { supplyOverview(day: $day, cropCode: $cropCode) {
  day totalGrams rows { commune { name } crop { code } grade { code } freeGrams lots leastVndPerKg mostVndPerKg } } }`;
const ALTERNATIVES = `query ($filter: LotFilter) { lotAlternatives(filter: $filter) {
  kind day grade { code } communes { name } lots { id } } }`;
const REFUSED = '... on Refused { code field }';
const SAVE = `mutation ($input: SaveSearchInput!) { saveSearch(input: $input) {
  __typename ... on SavedSearch { id name alerts filter { cropCode gradeCode minGrams } } ${REFUSED} } }`;
const REMOVE = `mutation ($input: RemoveSavedSearchInput!) { removeSavedSearch(input: $input) {
  __typename ... on SavedSearchRemoved { searchId } ${REFUSED} } }`;
const SAVED = `{ mySavedSearches { nodes { id name } } }`;
const SUBSCRIBE = `mutation ($input: SubscribeSheetInput!) { subscribeSheet(input: $input) {
  __typename ... on SheetSubscription { atHour } ${REFUSED} } }`;
const SHEET = `{ mySheet { atHour } }`;
const NOTICES = `{ myNotices(first: 50) { nodes { kind text path } } }`;

describe('looking over the market', () => {
  let world: World;
  let make: Given;
  let lan: Someone;
  let thang: Someone;
  let hung: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-25T18:00:00+07:00');
    make = await given(world);
    lan = await make.grower({ name: 'Nguyễn Thị Lan', commune: 'Nghĩa Phương' });
    thang = await make.grower({ name: 'Vi Văn Thắng', commune: 'Lục Sơn' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    await world.db.query(
      `update lots set state = 'CLOSED', close_reason = 'WITHDRAWN' where state <> 'CLOSED'`,
    );
    world.clock.moveTo('2026-08-25T18:00:00+07:00');
    hung = await make.trader({});
  });

  /** Fetched on the morning of a day of August. */
  const morning = (date: string, wish: LotWish = {}): LotWish => ({
    readyFrom: `2026-08-${date}T05:00:00+07:00`,
    readyTo: `2026-08-${date}T10:00:00+07:00`,
    ...wish,
  });

  describe('the supply of a day', () => {
    it('adds up what is free by commune, crop and grade, with no household and no lot in it', async () => {
      await givenLot(make, lan, morning('26', { kg: { L1: 100, L2: 40 }, askVndPerKg: 30_000 }));
      await givenLot(make, lan, morning('26', { kg: { L1: 60 }, askVndPerKg: 34_000 }));
      await givenLot(make, thang, morning('26', { kg: { L1: 500 }, cropCode: 'DUA_LE' }));
      await givenLot(make, thang, morning('27', { kg: { L1: 70 } }));
      const row = { commune: { name: 'Nghĩa Phương' }, crop: { code: 'NA' } };
      const ask = (voice: Voice) => voice.ask(OVERVIEW, { day: '2026-08-26' });
      expect(await ask(hung.voice)).toEqual({
        day: '2026-08-26',
        totalGrams: 700_000,
        rows: [
          {
            commune: { name: 'Lục Sơn' },
            crop: { code: 'DUA_LE' },
            grade: { code: 'L1' },
            freeGrams: 500_000,
            lots: 1,
            leastVndPerKg: null,
            mostVndPerKg: null,
          },
          {
            ...row,
            grade: { code: 'L1' },
            freeGrams: 160_000,
            lots: 2,
            leastVndPerKg: 30_000,
            mostVndPerKg: 34_000,
          },
          {
            ...row,
            grade: { code: 'L2' },
            freeGrams: 40_000,
            lots: 1,
            leastVndPerKg: 30_000,
            mostVndPerKg: 30_000,
          },
        ],
      });
      const printed = JSON.stringify(await ask(hung.voice));
      for (const secret of [lan, thang].flatMap(({ person, party }) => [
        party.id,
        party.name,
        person.phone,
      ]))
        expect(printed).not.toContain(secret);
      expect(await statementsOf(() => ask(hung.voice))).toHaveLength(2);
    });

    it('is for those who buy or watch, not for guests and households', async () => {
      for (const voice of [make.guest(), lan.voice]) {
        const answer = await voice.send(OVERVIEW, { day: '2026-08-26' });
        expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(answer.errors[0]?.extensions.code);
      }
    });
  });

  describe('SM-06 a search that finds nothing', () => {
    const kinds = async (filter: object) =>
      (await make.guest().ask<{ kind: string; lots: object[] }[]>(ALTERNATIVES, { filter })).map(
        ({ kind, lots }) => [kind, lots.length],
      );

    it('says what comes nearest: another day, the grade beside, communes nearby, smaller lots, another price', async () => {
      await givenLot(make, lan, morning('27', { kg: { L2: 90 }, askVndPerKg: 30_000 }));
      const base = { cropCode: 'NA', gradeCode: 'L2', day: '2026-08-27' };
      expect(await kinds({ ...base, day: '2026-08-26' })).toEqual([['OTHER_DAY', 1]]);
      expect(await kinds({ ...base, gradeCode: 'L1' })).toEqual([['OTHER_GRADE', 1]]);
      expect(await kinds({ ...base, minGrams: 100_000 })).toEqual([['LESS_WEIGHT', 1]]);
      expect(await kinds({ ...base, maxVndPerKg: 20_000 })).toEqual([['HIGHER_PRICE', 1]]);
      const near = { ...base, communeIds: [make.commune('Trường Sơn')] };
      expect((await kinds(near)).map(([kind]) => kind)).toContain('NEIGHBOUR_COMMUNE');
      expect(await kinds({ ...base, cropCode: 'DUA_LE' })).toEqual([]);
    });
  });

  describe('SM-04 a saved search', () => {
    const save = (over: object = {}, who = hung) =>
      act<{ id: string }>(make, who, SAVE, {
        searchId: world.id(),
        name: ' Na loại 2 ',
        filter: { cropCode: 'NA', gradeCode: 'L2', day: '2026-08-26' },
        alerts: true,
        ...over,
      });
    const look = async () => {
      await world.app.get(TellOfNewLots).run();
      await world.deliverEvents();
    };
    const told = async (who = hung) =>
      (
        await who.voice.ask<{ nodes: { kind: string; text: string; path: string }[] }>(NOTICES)
      ).nodes.filter(({ kind }) => kind === 'SEARCH_MATCHED');

    it('tells of new lots in one message, at most one an hour, however many searches match', async () => {
      await givenLot(make, lan, { kg: { L2: 10 } });
      world.clock.pass(1);
      const { id } = await save();
      world.clock.pass(1);
      await save({ name: 'Mọi loại na', filter: { cropCode: 'NA' }, alerts: true });
      await look();
      expect(await told()).toEqual([]);

      world.clock.pass(5);
      await givenLot(make, lan, { kg: { L2: 20 } });
      await givenLot(make, thang, { kg: { L2: 20 } });
      await givenLot(make, thang, { kg: { L1: 20 } });
      world.clock.pass(5);
      await look();
      await look();
      const [first, ...more] = await told();
      expect(more).toEqual([]);
      expect(first).toMatchObject({
        text: 'Có 3 lô mới hợp với «Mọi loại na» và 1 tìm kiếm khác.',
        path: expect.stringMatching(/^\/app\/nguon-hang\?tim=/),
      });

      await givenLot(make, lan, { kg: { L2: 30 } });
      world.clock.pass(30);
      await look();
      expect(await told()).toHaveLength(1);
      world.clock.pass(30);
      await look();
      expect((await told())[0]?.text).toBe('Có 1 lô mới hợp với «Na loại 2» và 1 tìm kiếm khác.');
      await act(make, hung, REMOVE, { searchId: id });
    });

    it('is one of thirty at the most, and may be renamed when there are so many', async () => {
      const dung = await make.trader({});
      const all = Array.from({ length: 30 }, () => world.id());
      for (const searchId of all) await save({ searchId, alerts: false }, dung);
      expect(await save({}, dung)).toMatchObject({ code: 'SEARCHES_MANY' });
      expect(await save({ searchId: all[0], name: 'Na hai' }, dung)).toMatchObject({
        name: 'Na hai',
      });
    });

    it('tells the others when a fault holds up one of them, who is told the next time', async () => {
      await world.db.query(`delete from saved_searches`);
      const people = [hung, await make.trader({})];
      for (const who of people) await save({}, who);
      world.clock.pass(5);
      await givenLot(make, lan, { kg: { L2: 20 } });
      world.clock.pass(5);
      const reached = async () =>
        (await Promise.all(people.map(told))).filter(({ length }) => length === 1).length;
      faultOnce(world.app.get(LotSearch), 'countNew');
      await look();
      expect(await reached()).toBe(1);
      await look();
      expect(await reached()).toBe(2);
    });

    it('is told only to whoever saved it, and not without alerts', async () => {
      const dung = await make.trader({});
      await save({ alerts: false });
      await save({}, dung);
      world.clock.pass(5);
      await givenLot(make, lan, { kg: { L2: 20 } });
      world.clock.pass(5);
      await look();
      expect([(await told()).length, (await told(dung)).length]).toEqual([0, 1]);
    });

    it('keeps its conditions without the day, is renamed by its own id, and is nobody else’s', async () => {
      const { id: searchId } = await save();
      expect(await save({ searchId, name: 'Na hai' })).toMatchObject({
        id: searchId,
        name: 'Na hai',
        filter: { cropCode: 'NA', gradeCode: 'L2', minGrams: null },
      });
      const dung = await make.trader({});
      expect(await save({ searchId }, dung)).toMatchObject({ code: 'SEARCH_ID_TAKEN' });
      expect(await act(make, dung, REMOVE, { searchId })).toMatchObject({
        code: 'SEARCH_NOT_FOUND',
      });
      expect(await save({ name: '  ' })).toMatchObject({
        code: 'SEARCH_NAME_MISSING',
        field: 'name',
      });
      expect(await dung.voice.ask(SAVED)).toEqual({ nodes: [] });
      expect(await hung.voice.ask(SAVED)).toEqual({ nodes: [{ id: searchId, name: 'Na hai' }] });
      const refused = await lan.voice.send(SAVED);
      expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
    });
  });

  describe('LI-11 the daily sheet', () => {
    const subscribe = (atHour: number | null) => act<object>(make, hung, SUBSCRIBE, { atHour });
    const run = async () => {
      await world.app.get(SendSheets).run();
      await world.deliverEvents();
    };
    const sheets = async () =>
      (
        await hung.voice.ask<{ nodes: { kind: string; text: string; path: string }[] }>(NOTICES)
      ).nodes.filter(({ kind }) => kind === 'SUPPLY_SHEET');

    it('comes at its hour, once a day, with sums and no household, and opens the day', async () => {
      await givenLot(make, lan, morning('26', { kg: { L1: 100 } }));
      await givenLot(make, thang, morning('26', { kg: { L1: 50 }, cropCode: 'DUA_LE' }));
      expect(await subscribe(19)).toEqual({ __typename: 'SheetSubscription', atHour: 19 });
      await run();
      expect(await sheets()).toEqual([]);
      world.clock.moveTo('2026-08-25T19:02:00+07:00');
      await run();
      await run();
      expect(await sheets()).toEqual([
        {
          kind: 'SUPPLY_SHEET',
          text: 'Nguồn hàng ngày 26/08: 150 kg, 2 loại cây, 2 xã. Bấm để xem theo xã, loại và giá.',
          path: '/app/nguon-hang?ngay=2026-08-26',
        },
      ]);
      world.clock.moveTo('2026-08-26T19:02:00+07:00');
      await givenLot(make, lan, morning('27'));
      await run();
      expect(await sheets()).toHaveLength(2);
    });

    it('waits for tomorrow when its hour is over, and ends when nobody wants it', async () => {
      await givenLot(make, lan, morning('26'));
      await subscribe(6);
      await run();
      expect(await sheets()).toEqual([]);
      expect(await hung.voice.ask(SHEET)).toEqual({ atHour: 6 });
      await subscribe(null);
      expect(await hung.voice.ask(SHEET)).toEqual({ atHour: null });
      world.clock.moveTo('2026-08-26T06:10:00+07:00');
      await run();
      expect(await sheets()).toEqual([]);
      expect(await subscribe(24)).toMatchObject({ code: 'SHEET_HOUR_WRONG', field: 'atHour' });
      const refused = await lan.voice.send(SHEET);
      expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
    });
  });
});
