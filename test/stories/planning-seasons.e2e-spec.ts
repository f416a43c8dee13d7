import { ASSISTED, undoOf, type ShownAct } from '../support/assisted-documents.js';
import type { Voice } from '../support/ask.js';
import { plot, REFUSED } from '../support/given-planning.js';
import { given, type Given, type Someone } from '../support/given.js';
import { World } from '../support/world.js';

const PLAN = `id season varietyCode areaM2 expectedG firstDay lastDay state source version flags kgPerHa
  reviewNote crop { code } household { name }`;
const SAVE = `mutation ($input: SavePlanInput!) {
  saveProductionPlan(input: $input) { __typename ... on ProductionPlan { ${PLAN} } ${REFUSED} }
}`;
const REVIEW = `mutation ($input: ReviewPlanInput!) {
  reviewProductionPlan(input: $input) { __typename ... on ProductionPlan { ${PLAN} } ${REFUSED} }
}`;
const MINE = `{ myProductionPlans(first: 10) { nodes { ${PLAN} } pageInfo { hasNextPage } } }`;
const PLANS = `query ($filter: PlanFilterInput) {
  productionPlans(first: 50, filter: $filter) { nodes { id state household { name } } }
}`;
const CALENDAR = `query ($asOf: Day) {
  cropCalendar(asOf: $asOf) { windows { cropCode varietyCode season opens closes usualKgPerHa validFrom } coming { cropCode opens validFrom } }
}`;
const SET = `mutation ($input: CropWindowInput!) {
  setCropWindow(input: $input) { __typename ... on CropCalendar { windows { cropCode season opens } } ${REFUSED} }
}`;

type Row = Record<string, unknown>;

describe('plans of a season, and the calendar they are read by', () => {
  let world: World;
  let make: Given;
  let lan: Someone;
  let officer: Someone;
  let office: Someone;

  beforeAll(async () => {
    world = await World.open('2026-06-01T08:00:00+07:00');
    make = await given(world);
    officer = await make.communeOfficer({ commune: 'Nghĩa Phương' });
    office = await make.officeStaff({});
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    await plot(world, lan, 3000);
  });

  const save = (voice: Voice, over: object = {}): Promise<Row> =>
    voice.ask(SAVE, {
      input: {
        clientMutationId: world.id(),
        cropCode: 'NA',
        expectedGrams: 2_500_000,
        month: '2026-08',
        submit: true,
        ...over,
      },
    });
  const review = (voice: Voice, plan: Row, over: object = {}): Promise<Row> =>
    voice.ask(REVIEW, {
      input: {
        clientMutationId: world.id(),
        planId: plan['id'],
        expectedVersion: plan['version'],
        decision: 'CONFIRM',
        ...over,
      },
    });

  it('PL-01 wants crop, kilograms and a month, and no more', async () => {
    expect(await save(lan.voice)).toMatchObject({
      __typename: 'ProductionPlan',
      season: '2026-MAIN',
      varietyCode: null,
      areaM2: null,
      expectedG: 2_500_000,
      firstDay: '2026-08-01',
      lastDay: '2026-08-31',
      state: 'SUBMITTED',
      source: 'GROWER',
      version: 1,
      flags: [],
      kgPerHa: 8333,
      crop: { code: 'NA' },
      household: { name: 'Nguyễn Thị Lan' },
    });
    const mine = await lan.voice.ask<{ nodes: Row[] }>(MINE);
    expect(mine.nodes).toHaveLength(1);
  });

  it('PL-01 keeps one plan for a household, crop, variety and season', async () => {
    const plan = await save(lan.voice, { submit: false });
    expect(plan).toMatchObject({ state: 'DRAFT' });
    expect(await save(lan.voice, { month: '2026-09' })).toMatchObject({ code: 'PLAN_TAKEN' });
    expect(await save(lan.voice, { varietyCode: 'NA_BO' })).toMatchObject({ version: 1 });
    expect(await save(lan.voice, { month: '2026-11' })).toMatchObject({ season: '2026-OFF' });
    const changed = await save(lan.voice, { planId: plan['id'], expectedGrams: 2_000_000 });
    expect(changed).toMatchObject({ id: plan['id'], version: 2, expectedG: 2_000_000 });
    expect(await save(lan.voice, { planId: plan['id'], expectedVersion: 1 })).toMatchObject({
      code: 'PLAN_CHANGED',
    });
  });

  it('counts a plan that was sent twice once', async () => {
    const over = { clientMutationId: world.id() };
    expect(await save(lan.voice, over)).toEqual(await save(lan.voice, over));
  });

  it.each([
    [{ expectedGrams: 0 }, 'PLAN_WEIGHT_MISSING', 'expectedGrams'],
    [{ expectedGrams: 20_000_000_001 }, 'PLAN_IMPLAUSIBLE', 'expectedGrams'],
    [{ month: '2026-13' }, 'PLAN_MONTH_WRONG', 'month'],
    [{ month: '2026-04' }, 'PLAN_DAYS_WRONG', 'firstDay'],
    [{ firstDay: '2026-08-20', lastDay: '2026-08-01' }, 'PLAN_DAYS_WRONG', 'firstDay'],
    [{ areaM2: -1 }, 'PLAN_AREA_WRONG', 'areaM2'],
    [{ cropCode: 'DURIAN' }, 'CROP_UNKNOWN', 'cropCode'],
    [{ varietyCode: 'DUA_LE' }, 'VARIETY_UNKNOWN', 'varietyCode'],
  ])('refuses %j with %s and writes nothing', async (over, code, field) => {
    expect(await save(lan.voice, over)).toMatchObject({ __typename: 'Refused', code, field });
    expect((await lan.voice.ask<{ nodes: Row[] }>(MINE)).nodes).toEqual([]);
  });

  it('PL-07 flags a plan that no land bears, and keeps it', async () => {
    const plan = await save(lan.voice, { expectedGrams: 9_000_000 });
    expect(plan).toMatchObject({ state: 'SUBMITTED', flags: ['YIELD_HIGH'], kgPerHa: 30_000 });
  });

  it('the commune confirms, gives back with a reason, closes; the other version is not decided on', async () => {
    const plan = await save(lan.voice);
    expect(await review(officer.voice, plan, { decision: 'GIVE_BACK' })).toMatchObject({
      code: 'PLAN_NOTE_MISSING',
    });
    const back = await review(officer.voice, plan, {
      decision: 'GIVE_BACK',
      note: 'Xem lại diện tích',
    });
    expect(back).toMatchObject({ state: 'DRAFT', reviewNote: 'Xem lại diện tích', version: 2 });
    const again = await save(lan.voice, { planId: plan['id'] });
    expect(again).toMatchObject({ state: 'SUBMITTED', reviewNote: null });
    expect(await review(officer.voice, plan)).toMatchObject({ code: 'PLAN_CHANGED' });
    const confirmed = await review(office.voice, again);
    expect(confirmed).toMatchObject({ state: 'CONFIRMED' });
    expect(await save(lan.voice, { planId: plan['id'] })).toMatchObject({
      code: 'PLAN_STEP_NOT_ALLOWED',
    });
    const closed = await review(officer.voice, confirmed, { decision: 'CLOSE' });
    expect(closed).toMatchObject({ state: 'CLOSED' });
    expect(await review(officer.voice, closed)).toMatchObject({ code: 'PLAN_STEP_NOT_ALLOWED' });
  });

  it('a commune plans as a whole, and does not confirm its own plan', async () => {
    const communeId = make.commune('Nghĩa Phương');
    const plan = await save(officer.voice, { communeId, expectedGrams: 4_290_000_000 });
    expect(plan).toMatchObject({ source: 'OFFICER', household: null });
    expect(await review(officer.voice, plan)).toMatchObject({ code: 'PLAN_NOT_FOUND' });
    expect(await review(office.voice, plan)).toMatchObject({ state: 'CONFIRMED' });
    const elsewhere = await save(officer.voice, { communeId: make.commune('Lục Sơn') });
    expect(elsewhere).toMatchObject({ code: 'HOUSEHOLD_NOT_FOUND' });
  });

  it('a cooperative plans for members and confirms theirs; nobody sees a stranger’s plan', async () => {
    const clerk = await make.coopClerk({});
    await make.joinCoop(clerk, lan);
    const plan = await save(clerk.voice, { householdId: lan.party.id });
    expect(plan).toMatchObject({ source: 'COOPERATIVE' });
    const other = await make.coopClerk({});
    const far = await make.communeOfficer({ commune: 'Lục Sơn' });
    for (const { voice } of [other, far])
      expect(await review(voice, plan)).toMatchObject({ code: 'PLAN_NOT_FOUND' });
    expect(await save(other.voice, { householdId: lan.party.id })).toMatchObject({
      code: 'HOUSEHOLD_NOT_FOUND',
    });
    const neighbour = await make.grower({});
    expect(await save(neighbour.voice, { planId: plan['id'] })).toMatchObject({
      code: 'PLAN_NOT_FOUND',
    });
    const seen = async (voice: Voice): Promise<unknown[]> =>
      (await voice.ask<{ nodes: Row[] }>(PLANS, { filter: { state: 'SUBMITTED' } })).nodes
        .map(({ id }) => id)
        .filter((id) => id === plan['id']);
    expect(await seen(clerk.voice)).toHaveLength(1);
    expect(await seen(officer.voice)).toHaveLength(1);
    expect(await seen(other.voice)).toEqual([]);
    expect(await seen(far.voice)).toEqual([]);
    expect(await review(clerk.voice, plan)).toMatchObject({ state: 'CONFIRMED' });
  });

  describe('ID-06 a plan that the cooperative saved', () => {
    let clerk: Someone;
    beforeEach(async () => {
      clerk = await make.coopClerk({ name: 'Trần Văn Hòa' });
      await make.joinCoop(clerk, lan);
    });
    const undo = undoOf(() => world.id());
    const saveFor = (over: object = {}) =>
      save(clerk.voice, { householdId: lan.party.id, ...over });
    const doneFor = async (): Promise<ShownAct[]> =>
      (await lan.voice.ask<{ nodes: ShownAct[] }>(ASSISTED)).nodes;
    const mine = async (): Promise<Row[]> => (await lan.voice.ask<{ nodes: Row[] }>(MINE)).nodes;

    it('is told to the household, and is gone once it is undone', async () => {
      const over = { clientMutationId: world.id() };
      await saveFor(over);
      await saveFor(over);
      const [done, ...others] = await doneFor();
      expect(others).toEqual([]);
      const text = 'ghi kế hoạch vụ 2.500 kg na';
      expect(done).toMatchObject({ kind: 'PLAN_SAVED', text, canUndo: true });
      await world.deliverEvents();
      expect(await lan.voice.ask(`{ myNotices { nodes { text } } }`)).toMatchObject({
        nodes: [
          { text: `Trần Văn Hòa đã làm thay nhà mình: ${text}. Không đúng thì bấm vào đây.` },
        ],
      });
      const [one, other] = await Promise.all([undo(lan, done!.id), undo(lan, done!.id)]);
      expect(new Set([one.code, other.code])).toEqual(new Set([undefined, 'ASSISTED_UNDONE']));
      expect(await mine()).toEqual([]);
      expect(await saveFor(over)).toMatchObject({ code: 'PLAN_NOT_FOUND' });
    });

    it('gives way to the one before, the last change first, as a new version', async () => {
      const plan = await save(lan.voice, { submit: false });
      const planId = plan['id'];
      await saveFor({ planId, expectedGrams: 2_000_000 });
      await saveFor({ planId, expectedGrams: 1_000_000, month: '2026-09' });
      const [last, first] = await doneFor();
      expect(await undo(lan, first!.id)).toMatchObject({ code: 'ASSISTED_CHANGED_SINCE' });
      await undo(lan, last!.id);
      expect(await mine()).toMatchObject([
        { expectedG: 2_000_000, version: 4, state: 'SUBMITTED' },
      ]);
      await undo(lan, first!.id);
      const { __typename, ...was } = plan;
      expect(await mine()).toEqual([{ ...was, version: 5 }]);
    });

    it('stays when it was confirmed or saved since, when the day is over, and for anybody else', async () => {
      const plan = await saveFor();
      const [done] = await doneFor();
      expect(await undo(await make.grower({}), done!.id)).toMatchObject({
        code: 'ASSISTED_ACT_NOT_FOUND',
      });
      const confirmed = await review(officer.voice, plan);
      expect(await undo(lan, done!.id)).toMatchObject({ code: 'ASSISTED_CHANGED_SINCE' });
      world.clock.pass(24 * 60 + 1);
      expect(await undo(lan, done!.id)).toMatchObject({ code: 'ASSISTED_TOO_LATE' });
      world.clock.moveTo('2026-06-01T08:00:00+07:00');
      expect(await mine()).toMatchObject([{ version: confirmed['version'], state: 'CONFIRMED' }]);
    });

    it('does not come back into a season that was planned anew', async () => {
      const { id: planId } = await save(lan.voice);
      await saveFor({ planId, cropCode: 'KHOAI_SO', month: '2026-11' });
      const [done] = await doneFor();
      await save(lan.voice);
      expect(await undo(lan, done!.id)).toMatchObject({ code: 'PLAN_TAKEN' });
      expect(await mine()).toHaveLength(2);
    });
  });

  it('plans are not for traders, and growers do not review', async () => {
    const trader = await make.trader({});
    const code = async (sent: ReturnType<Voice['send']>): Promise<unknown> =>
      (await sent).errors[0]?.extensions.code;
    const wish = { cropCode: 'NA', expectedGrams: 1, month: '2026-08', submit: false };
    const input = { clientMutationId: world.id(), ...wish };
    expect(await code(trader.voice.send(SAVE, { input }))).toBe('FORBIDDEN');
    expect(await code(trader.voice.send(PLANS))).toBe('FORBIDDEN');
    expect(await code(lan.voice.send(PLANS))).toBe('FORBIDDEN');
    expect(await code(make.guest().send(MINE))).toBe('UNAUTHENTICATED');
  });

  it('PL-10 the office changes the calendar from a day on; before that day it stays', async () => {
    const naMain = async (asOf: string): Promise<Row | undefined> =>
      (await lan.voice.ask<{ windows: Row[] }>(CALENDAR, { asOf })).windows.find(
        (one) => one['cropCode'] === 'NA' && one['season'] === 'MAIN' && !one['varietyCode'],
      );
    const input = {
      clientMutationId: world.id(),
      cropCode: 'NA',
      season: 'MAIN',
      opens: '07-01',
      closes: '09-30',
      usualKgPerHa: 9000,
      mostKgPerHa: 14_000,
      shelfDaysFrom: 3,
      shelfDaysTo: 5,
      validFrom: '2026-07-01',
    };
    expect(await naMain('2026-06-30')).toMatchObject({ opens: '07-15', usualKgPerHa: 8300 });
    expect(await office.voice.ask(SET, { input })).toMatchObject({ __typename: 'CropCalendar' });
    expect(await office.voice.ask(SET, { input })).toMatchObject({ __typename: 'CropCalendar' });
    expect(await naMain('2026-06-30')).toMatchObject({ opens: '07-15', usualKgPerHa: 8300 });
    expect(await naMain('2026-07-01')).toMatchObject({ opens: '07-01', usualKgPerHa: 9000 });
    const { coming } = await office.voice.ask<{ coming: Row[] }>(CALENDAR, { asOf: '2026-06-30' });
    expect(coming).toEqual([
      expect.objectContaining({ cropCode: 'NA', opens: '07-01', validFrom: '2026-07-01' }),
    ]);

    const wrong = (over: object): Promise<Row> =>
      office.voice.ask(SET, { input: { ...input, clientMutationId: world.id(), ...over } });
    expect(await wrong({ opens: '02-30' })).toMatchObject({ code: 'WINDOW_WRONG', field: 'opens' });
    expect(await wrong({ mostKgPerHa: 100 })).toMatchObject({ field: 'mostKgPerHa' });
    expect(await wrong({ validFrom: '2026-05-01' })).toMatchObject({ code: 'WINDOW_PAST' });
    const forbidden = await officer.voice.send(SET, { input });
    expect(forbidden.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
