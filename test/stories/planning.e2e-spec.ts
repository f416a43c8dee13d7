import { Planning } from '../../src/planning/index.js';
import { day } from '../../src/kernel/day.js';
import { ASSISTED, undoOf, type ShownAct } from '../support/assisted-documents.js';
import type { Voice } from '../support/ask.js';
import { given, type Given, type Someone } from '../support/given.js';
import { World } from '../support/world.js';

const REPORT = `mutation ($input: ReportForecastInput!) {
  reportForecast(input: $input) {
    __typename
    ... on Forecast { day grams revision source crop { code nameVi } household { name } }
    ... on Refused { code field nextStep }
  }
}`;
const MINE = `query ($from: Day!, $to: Day!) {
  myForecasts(from: $from, to: $to) { day grams revision source crop { code } household { id } }
}`;
const EVENT = `mutation ($input: FieldEventInput!) {
  reportFieldEvent(input: $input) { __typename ... on FieldEvent { id forecasts } ... on Refused { code } }
}`;
const EVENTS = `{ fieldEvents(first: 50) { nodes { id forecasts } } }`;
const NOTICES = `{ myNotices { nodes { kind text path } } }`;

describe('"Mai có bao nhiêu?"', () => {
  let world: World;
  let make: Given;
  let lan: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-25T18:00:00+07:00');
    make = await given(world);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.moveTo('2026-08-25T18:00:00+07:00');
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
  });

  const report = (voice: Voice, over: object = {}): Promise<Record<string, unknown>> =>
    voice.ask(REPORT, {
      input: {
        clientMutationId: world.id(),
        cropCode: 'NA',
        day: '2026-08-26',
        grams: 320_000,
        ...over,
      },
    });
  const rowsOf = (
    householdId: string,
  ): Promise<{ revision: number; grams: number; current: boolean }[]> =>
    world.db.query(
      `select revision, grams::int as grams, is_current as current from forecasts where household_id = $1 order by revision`,
      [householdId],
    );

  it('PL-03 takes one number for a day, and a second one as a revision that keeps the first', async () => {
    expect(await report(lan.voice)).toEqual({
      __typename: 'Forecast',
      day: '2026-08-26',
      grams: 320_000,
      revision: 1,
      source: 'GROWER',
      crop: { code: 'NA', nameVi: 'na' },
      household: { name: 'Nguyễn Thị Lan' },
    });
    expect(await report(lan.voice, { grams: 0 })).toMatchObject({ grams: 0, revision: 2 });
    expect(await rowsOf(lan.party.id)).toEqual([
      { revision: 1, grams: 320_000, current: false },
      { revision: 2, grams: 0, current: true },
    ]);
    const mine = await lan.voice.ask(MINE, { from: '2026-08-26', to: '2026-08-26' });
    expect(mine).toEqual([
      {
        day: '2026-08-26',
        grams: 0,
        revision: 2,
        source: 'GROWER',
        crop: { code: 'NA' },
        household: { id: lan.party.id },
      },
    ]);
  });

  it('counts a report that was sent twice once', async () => {
    const over = { clientMutationId: world.id() };
    const once = await report(lan.voice, over);
    expect(await report(lan.voice, over)).toEqual(once);
    expect(await rowsOf(lan.party.id)).toHaveLength(1);
  });

  it('answers a report that arrived late by the one that arrived in time', async () => {
    const over = { clientMutationId: world.id() };
    const once = await report(lan.voice, over);
    world.clock.moveTo('2026-08-28T06:00:00+07:00');
    expect(await report(lan.voice, over)).toEqual(once);
  });

  it('PL-03 gives ten phones of one household ten revisions and one last word', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, n) => report(lan.voice, { grams: n * 1000 })));
    const rows = await rowsOf(lan.party.id);
    expect(rows.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(rows.filter(({ current }) => current)).toHaveLength(1);
  });

  it.each([
    [{ day: '2026-08-24' }, 'FORECAST_DAY_PAST', 'day'],
    [{ day: '2027-08-24' }, 'FORECAST_DAY_FAR', 'day'],
    [{ grams: 100_000_001 }, 'FORECAST_IMPLAUSIBLE', 'grams'],
    [{ cropCode: 'DURIAN' }, 'CROP_UNKNOWN', 'cropCode'],
  ])('refuses %j with %s', async (over, code, field) => {
    expect(await report(lan.voice, over)).toMatchObject({ __typename: 'Refused', code, field });
    expect(await rowsOf(lan.party.id)).toEqual([]);
  });

  it('ID-06 lets a clerk report for a member, says whose word it was, and tells the household', async () => {
    const clerk = await make.coopClerk({ name: 'Trần Văn Hòa' });
    await make.joinCoop(clerk, lan);
    const over = { householdId: lan.party.id };
    expect(await report(clerk.voice, over)).toMatchObject({ source: 'COOPERATIVE', revision: 1 });
    await world.deliverEvents();
    expect(await lan.voice.ask(NOTICES)).toEqual({
      nodes: [
        {
          kind: 'FORECAST_REPORTED_FOR_YOU',
          text: 'Trần Văn Hòa đã báo giúp nhà mình: ngày 26/08 có 320 kg na. Không đúng thì bấm để sửa.',
          path: '/app/bao',
        },
      ],
    });
    const mine = await clerk.voice.ask(MINE, { from: '2026-08-26', to: '2026-08-26' });
    expect(mine).toMatchObject([{ household: { id: lan.party.id } }]);
  });

  it('ID-06 PL-08 lets a commune officer report for a household of her territory', async () => {
    const officer = await make.communeOfficer({ commune: 'Nghĩa Phương' });
    expect(await report(officer.voice, { householdId: lan.party.id })).toMatchObject({
      source: 'OFFICER',
    });
  });

  describe('ID-06 what was said for a household is taken back', () => {
    let clerk: Someone;
    beforeEach(async () => {
      clerk = await make.coopClerk({ name: 'Trần Văn Hòa' });
      await make.joinCoop(clerk, lan);
    });
    const undo = undoOf(() => world.id());
    const reportFor = (grams: number) => report(clerk.voice, { householdId: lan.party.id, grams });
    const hail = (who: Someone, over: object = {}): Promise<{ id: string }> =>
      who.voice.ask(EVENT, {
        input: {
          clientMutationId: world.id(),
          kind: 'HAIL',
          householdId: lan.party.id,
          firstDay: '2026-08-24',
          lastDay: '2026-08-28',
          lossBp: 4000,
          ...over,
        },
      });
    const doneFor = async (): Promise<ShownAct[]> =>
      (await lan.voice.ask<{ nodes: ShownAct[] }>(ASSISTED)).nodes;
    const counts = async (): Promise<number | undefined> =>
      (await rowsOf(lan.party.id)).find(({ current }) => current)?.grams;
    const events = async (): Promise<string[]> =>
      (await lan.voice.ask<{ nodes: { id: string }[] }>(EVENTS)).nodes.map(({ id }) => id);

    it('an event of its field: its numbers are what they were, and it is marked with who and when', async () => {
      await report(lan.voice, { grams: 100_000 });
      const over = { clientMutationId: world.id(), cropCode: 'NA' };
      const { id } = await hail(clerk, over);
      await hail(clerk, over);
      expect(await counts()).toBe(60_000);
      const [done, ...others] = await doneFor();
      expect(others).toEqual([]);
      const text = 'báo na thiệt hại 40% đến 28/08';
      expect(done).toMatchObject({ kind: 'FIELD_EVENT_REPORTED', text, canUndo: true });
      await world.deliverEvents();
      const told = await lan.voice.ask<{ nodes: { kind: string; text: string }[] }>(NOTICES);
      expect(told.nodes.map((one) => one.text)).toEqual([
        `Trần Văn Hòa đã làm thay nhà mình: ${text}. Không đúng thì bấm vào đây.`,
      ]);
      expect(await undo(await make.grower({}), done!.id)).toMatchObject({
        code: 'ASSISTED_ACT_NOT_FOUND',
      });
      world.clock.moveTo('2026-08-26T18:00:01+07:00');
      expect(await undo(lan, done!.id)).toMatchObject({ code: 'ASSISTED_TOO_LATE' });
      world.clock.moveTo('2026-08-25T18:00:00+07:00');
      expect(await events()).toContain(id);

      const [one, other] = await Promise.all([undo(lan, done!.id), undo(lan, done!.id)]);
      expect(new Set([one.code, other.code])).toEqual(new Set([undefined, 'ASSISTED_UNDONE']));
      expect(await counts()).toBe(100_000);
      expect(await events()).not.toContain(id);
      const [row] = await world.db.query(
        `select taken_back_at as at, taken_back_by as by from field_events where id = $1`,
        [id],
      );
      expect(row).toEqual({ at: world.clock.now(), by: lan.person.id });
    });

    it('a later word stays, and what was taken back under it never counts again', async () => {
      await report(lan.voice, { grams: 100_000 });
      await reportFor(120_000);
      await hail(clerk);
      await reportFor(70_000);
      const [later, event, earlier] = await doneFor();
      expect(event).toMatchObject({ text: 'báo cây trồng thiệt hại 40% đến 28/08' });
      expect(await undo(lan, earlier!.id)).toMatchObject({ code: 'ASSISTED_CHANGED_SINCE' });
      await undo(lan, event!.id);
      expect(await counts()).toBe(70_000);
      await undo(lan, later!.id);
      expect(await counts()).toBe(120_000);
      await undo(lan, earlier!.id);
      expect(await counts()).toBe(100_000);
      await reportFor(90_000);
      await undo(lan, (await doneFor())[0]!.id);
      expect(await counts()).toBe(100_000);
    });

    it('of several events each undo lifts its own lowering alone, whichever comes first', async () => {
      const officer = await make.communeOfficer({ commune: 'Nghĩa Phương' });
      await report(lan.voice, { grams: 100_000 });
      await hail(clerk, { lossBp: 4000 });
      await hail(officer, {
        householdId: null,
        communeId: make.commune('Nghĩa Phương'),
        lossBp: 5000,
      });
      const { id } = await hail(clerk, { lossBp: 1000 });
      expect(await counts()).toBe(27_000);
      const [last, first] = await doneFor();
      await undo(lan, first!.id);
      expect(await counts()).toBe(45_000);
      const shown = await lan.voice.ask<{ nodes: { id: string; forecasts: number }[] }>(EVENTS);
      expect(shown.nodes.find((event) => event.id === id)).toMatchObject({ forecasts: 1 });
      await undo(lan, last!.id);
      expect(await counts()).toBe(50_000);
    });

    it('of several events an undo lifts nothing of what was said after its own', async () => {
      await report(lan.voice, { grams: 100_000 });
      await hail(clerk, { lossBp: 4000 });
      await report(lan.voice, { grams: 80_000 });
      await hail(clerk, { lossBp: 5000 });
      const [last, first] = await doneFor();
      await undo(lan, first!.id);
      expect(await counts()).toBe(40_000);
      await undo(lan, last!.id);
      expect(await counts()).toBe(80_000);
    });

    it('a word for the whole commune is nobody’s act, nor is what the household says itself', async () => {
      const officer = await make.communeOfficer({ commune: 'Nghĩa Phương' });
      await report(lan.voice, { grams: 100_000 });
      await hail(officer, { householdId: null, communeId: make.commune('Nghĩa Phương') });
      await hail(lan);
      expect(await doneFor()).toEqual([]);
    });
  });

  it('tells nobody of her own report', async () => {
    await report(lan.voice);
    await world.deliverEvents();
    expect(await lan.voice.ask(NOTICES)).toEqual({ nodes: [] });
  });

  it('hides every other household, and writes nothing for it', async () => {
    const neighbour = await make.grower({});
    const clerk = await make.coopClerk({});
    const officer = await make.communeOfficer({ commune: 'Lục Sơn' });
    for (const { voice } of [neighbour, clerk, officer]) {
      expect(await report(voice, { householdId: lan.party.id })).toMatchObject({
        code: 'HOUSEHOLD_NOT_FOUND',
      });
    }
    expect(await report(neighbour.voice, { householdId: world.id() })).toMatchObject({
      code: 'HOUSEHOLD_NOT_FOUND',
    });
    expect(await rowsOf(lan.party.id)).toEqual([]);
    expect(await neighbour.voice.ask(MINE, { from: '2026-08-26', to: '2026-08-26' })).toEqual([]);
  });

  it('is not for traders, drivers of trucks, nor guests', async () => {
    const trader = await make.trader({});
    const input = { clientMutationId: world.id(), cropCode: 'NA', day: '2026-08-26', grams: 1000 };
    const asTrader = await trader.voice.send(REPORT, { input });
    const asGuest = await make.guest().send(REPORT, { input });
    expect(asTrader.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(asGuest.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('PL-05 gives the offices the last word of each household; a day without a row was not reported', async () => {
    await report(lan.voice, { day: '2026-09-01', grams: 50_000 });
    await report(lan.voice, { day: '2026-09-01', grams: 0 });
    const far = await make.grower({ commune: 'Lục Sơn' });
    await report(far.voice, { day: '2026-09-01' });
    const planning = world.app.get(Planning);
    const rows = await planning.currentForecasts(day('2026-09-01'), day('2026-09-02'), [
      make.commune('Nghĩa Phương'),
    ]);
    expect(rows).toMatchObject([
      { householdId: lan.party.id, day: '2026-09-01', grams: 0, revision: 2, isCurrent: true },
    ]);
  });
});
