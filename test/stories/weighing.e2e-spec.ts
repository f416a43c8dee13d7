import { report } from '../support/given-planning.js';
import { givenDeal } from '../support/given-weighing.js';
import { given, type Given, type Someone } from '../support/given.js';
import { Scale } from '../support/weighing-acts.js';
import { World } from '../support/world.js';

describe('a morning at the scale', () => {
  let world: World;
  let make: Given;
  let scale: Scale;
  let trader: Someone;
  let lan: Someone;

  beforeAll(async () => {
    world = await World.open('2026-11-23T05:00:00+07:00');
    make = await given(world);
    scale = new Scale(world);
    trader = await make.trader({ name: 'Vựa Hùng' });
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
  });
  afterAll(() => world.close());

  const dealOf = (
    deduction: {
      kind: 'NONE' | 'PERCENT' | 'FIXED_PER_CRATE';
      basisPoints?: number;
      gramsPerCrate?: number;
    },
    ...lines: { grade: string; kg: number; vndPerKg: number }[]
  ) => givenDeal(make, { buyer: trader, household: lan, deduction, lines });

  it('WE-01 comes to 3,805,600 đồng, 3,806,000 in notes, as it is reckoned by hand', async () => {
    const dry = await dealOf({ kind: 'NONE' }, { grade: 'L1', kg: 70, vndPerKg: 36_000 });
    const wet = await dealOf(
      { kind: 'PERCENT', basisPoints: 200 },
      { grade: 'L2', kg: 45, vndPerKg: 28_000 },
    );

    const first = await scale.agree(trader.voice, lan.voice, dry.id, [
      { grade: 'L1', kg: 50, crates: 2 },
      { grade: 'L1', kg: 26.5, crates: 1 },
    ]);
    const second = await scale.agree(trader.voice, lan.voice, wet.id, [
      { grade: 'L2', kg: 49, crates: 2 },
    ]);

    expect(first).toMatchObject({
      state: 'CONFIRMED',
      lines: [
        {
          grade: { code: 'L1' },
          crates: 3,
          grossGrams: 76_500,
          tareGrams: 5_400,
          deductionGrams: 0,
          payableGrams: 71_100,
          vndPerKg: 36_000,
          amountVnd: 2_559_600,
        },
      ],
      payableGrams: 71_100,
      amountVnd: 2_559_600,
    });
    expect(second).toMatchObject({
      state: 'CONFIRMED',
      lines: [
        {
          grade: { code: 'L2' },
          crates: 2,
          grossGrams: 49_000,
          tareGrams: 3_600,
          deductionGrams: 900,
          payableGrams: 44_500,
          vndPerKg: 28_000,
          amountVnd: 1_246_000,
        },
      ],
      amountVnd: 1_246_000,
    });
    expect(first.payableGrams + second.payableGrams).toBe(115_600);
    expect(first.amountVnd + second.amountVnd).toBe(3_805_600);
  });

  it('WE-02 WE-03 takes off what the deal says, and has no word for more', async () => {
    const deal = await dealOf(
      { kind: 'PERCENT', basisPoints: 200 },
      { grade: 'L1', kg: 160, vndPerKg: 20_000 },
    );
    const { id } = await scale.open(trader.voice, deal.id);
    await scale.record(trader.voice, id, { grade: 'L1', kg: 170, crates: 5, tareKg: 10 });

    const greedy = `mutation { submitWeighTicket(input: { clientMutationId: "${world.id()}", ticketId: "${id}",
      deduction: { kind: PERCENT, basisPoints: 500 } }) { __typename } }`;
    expect((await trader.voice.send(greedy)).errors).toMatchObject([
      { extensions: { code: 'BAD_REQUEST' } },
    ]);

    expect(await scale.submit(trader.voice, id)).toMatchObject({
      state: 'SUBMITTED',
      lines: [{ deductionGrams: 3_200, payableGrams: 156_800, amountVnd: 3_136_000 }],
    });
  });

  it('WE-02 takes half a kilogram a crate when the deal says so', async () => {
    const deal = await dealOf(
      { kind: 'FIXED_PER_CRATE', gramsPerCrate: 500 },
      { grade: 'L2', kg: 60, vndPerKg: 10_000 },
    );
    const slip = await scale.agree(trader.voice, lan.voice, deal.id, [
      { grade: 'L2', kg: 60, crates: 3, tareKg: 6 },
    ]);
    expect(slip.lines).toMatchObject([
      { deductionGrams: 1_500, payableGrams: 52_500, amountVnd: 525_000 },
    ]);
  });

  it('WE-05 shows the running total after every load, and keeps what was corrected or removed', async () => {
    const deal = await dealOf(
      { kind: 'NONE' },
      { grade: 'L1', kg: 100, vndPerKg: 36_000 },
      { grade: 'L2', kg: 100, vndPerKg: 28_000 },
    );
    const opened = await scale.open(trader.voice, deal.id);
    expect(opened).toMatchObject({
      state: 'OPEN',
      rows: [],
      lines: [],
      payableGrams: 0,
      amountVnd: 0,
    });
    expect(opened.number).toMatch(/^PC-1123-\d{4}$/);

    const typo = world.id();
    await scale.record(trader.voice, opened.id, { grade: 'L2', kg: 30, crates: 1, id: world.id() });
    const wrong = await scale.record(trader.voice, opened.id, {
      grade: 'L1',
      kg: 503,
      crates: 2,
      id: typo,
    });
    expect(wrong.payableGrams).toBe(28_200 + 499_400);

    const right = await scale.correct(trader.voice, typo, { grade: 'L1', kg: 50.3, crates: 2 });
    expect(right).toMatchObject({
      rows: [
        { seq: 1, isRemoved: false },
        { seq: 2, grossGrams: 503_000, isRemoved: true },
        { seq: 3, grossGrams: 50_300, tareGrams: 3_600, isRemoved: false },
      ],
      // Best grade first, whatever was weighed first.
      lines: [
        { grade: { code: 'L1' }, payableGrams: 46_700 },
        { grade: { code: 'L2' }, payableGrams: 28_200 },
      ],
      amountVnd: 1_681_200 + 789_600,
    });
    expect(
      await scale.correct(trader.voice, typo, { grade: 'L1', kg: 51, crates: 2 }),
    ).toMatchObject({
      code: 'WEIGH_ROW_REPLACED',
    });

    const last = right.rows[2]?.id ?? '';
    expect(await scale.remove(trader.voice, last)).toMatchObject({
      payableGrams: 28_200,
      lines: [{ crates: 1 }],
    });
    expect(await scale.remove(trader.voice, last)).toMatchObject({ code: 'WEIGH_ROW_REPLACED' });
    expect(await scale.remove(trader.voice, world.id())).toMatchObject({
      code: 'WEIGH_ROW_NOT_FOUND',
    });
  });

  it('WE-05 accepts nothing any more once it is submitted', async () => {
    const deal = await dealOf({ kind: 'NONE' }, { grade: 'L1', kg: 50, vndPerKg: 36_000 });
    const { id } = await scale.open(trader.voice, deal.id);
    expect(await scale.submit(trader.voice, id)).toMatchObject({ code: 'NOTHING_WEIGHED' });
    const row = world.id();
    await scale.record(trader.voice, id, { grade: 'L1', kg: 50, crates: 2, id: row });
    await scale.submit(trader.voice, id);

    const load = { grade: 'L1', kg: 10, crates: 0, crate: null };
    expect(await scale.record(trader.voice, id, load)).toMatchObject({ code: 'TICKET_NOT_OPEN' });
    expect(await scale.correct(trader.voice, row, load)).toMatchObject({ code: 'TICKET_NOT_OPEN' });
    expect(await scale.remove(trader.voice, row)).toMatchObject({ code: 'TICKET_NOT_OPEN' });
    expect(await scale.submit(trader.voice, id)).toMatchObject({ code: 'TICKET_STEP_NOT_ALLOWED' });
    expect(await scale.open(trader.voice, deal.id)).toMatchObject({ id, state: 'SUBMITTED' });
  });

  it.each([
    [
      { grade: 'L2', kg: 20, crates: 1 },
      'GRADE_NOT_IN_DEAL',
      'gradeCode',
      'Loại này không có trong thỏa thuận.',
    ],
    [
      { grade: 'L1', kg: 3.6, crates: 2 },
      'TARE_OVER_GROSS',
      'grossGrams',
      'Bì 3,6 kg không thể nặng bằng cả mã cân 3,6 kg.',
    ],
    [
      { grade: 'L1', kg: 2_000.1, crates: 2 },
      'WEIGHT_ABSURD',
      'grossGrams',
      'Một mã cân phải nặng hơn 0 và không quá 2.000 kg.',
    ],
    [
      { grade: 'L1', kg: 20, crates: 1, crate: 'RO' },
      'CRATE_UNKNOWN',
      'crateCode',
      'Chợ chưa có loại bì này.',
    ],
    [
      { grade: 'L1', kg: 20, crates: 1, crate: null },
      'TARE_MISSING',
      'crateCode',
      'Có bì mà chưa biết bì nặng bao nhiêu.',
    ],
    [{ grade: 'L1', kg: 20, crates: 201 }, 'CRATES_ABSURD', 'crates', 'Số bì phải từ 0 đến 200.'],
  ])('WE-01 WE-05 refuses a load that cannot be: %j', async (load, code, field, message) => {
    const deal = await dealOf({ kind: 'NONE' }, { grade: 'L1', kg: 50, vndPerKg: 36_000 });
    const { id } = await scale.open(trader.voice, deal.id);
    expect(await scale.record(trader.voice, id, load)).toEqual({
      __typename: 'Refused',
      code,
      field,
      message,
    });
    expect(await scale.open(trader.voice, deal.id)).toMatchObject({ rows: [] });
  });

  it('WE-08 turns the promise into what the scale showed, and frees what did not come', async () => {
    const deal = await dealOf(
      { kind: 'PERCENT', basisPoints: 200 },
      { grade: 'L1', kg: 100, vndPerKg: 36_000 },
      { grade: 'L1', kg: 80, vndPerKg: 36_000 },
      { grade: 'L2', kg: 50, vndPerKg: 28_000 },
    );
    await scale.agree(trader.voice, lan.voice, deal.id, [{ grade: 'L1', kg: 153.6, crates: 2 }]);

    const lines: object[] = await world.db.query(
      `select grade_code, offered_g::int8 - reserved_g - weighed_g as free, reserved_g, weighed_g
       from lot_grades where id = any ($1) order by grade_code`,
      [deal.lotGradeIds],
    );
    expect(lines).toEqual([
      { grade_code: 'L1', free: '30000', reserved_g: '0', weighed_g: '150000' },
      { grade_code: 'L2', free: '50000', reserved_g: '0', weighed_g: '0' },
    ]);
    const [row]: object[] = await world.db.query(
      `select d.state as deal, o.state as order_state from deals d join orders o on o.id = d.order_id where d.id = $1`,
      [deal.id],
    );
    expect(row).toEqual({ deal: 'WEIGHED', order_state: 'WEIGHED' });
    expect(await scale.open(trader.voice, deal.id)).toMatchObject({ state: 'CONFIRMED' });
  });

  describe('PL-06 what came true of what was said', () => {
    const ROW = 'days saidGrams weighedGrams biasPercent absolutePercent crop { code }';
    const MINE = `{ myForecastErrors { ${ROW} household { name } } }`;
    const ALL = `query ($first: Int!, $after: String, $communeId: UUID) {
      forecastErrors(first: $first, after: $after, communeId: $communeId) {
        nodes { ${ROW} household { name } commune { name } } pageInfo { endCursor hasNextPage } } }`;
    type Rows = { nodes: object[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } };

    /** Says a number for each day, is weighed in crates of no weight that day, and says another afterwards. */
    const mornings = async (
      household: Someone,
      commune: string,
      days: readonly { readonly day: string; readonly said: number; readonly weighed: number }[],
    ): Promise<void> => {
      for (const { day, said, weighed } of days) {
        world.clock.moveTo(`${day}T05:00:00+07:00`);
        await report(world, household.voice, { day, grams: said * 1000 });
        world.clock.moveTo(`${day}T06:00:00+07:00`);
        const line = { grade: 'L1', kg: weighed, vndPerKg: 30_000 };
        const deal = await givenDeal(make, { buyer: trader, household, commune, lines: [line] });
        const load = { grade: 'L1', kg: weighed, crates: 0, crate: null };
        await scale.agree(trader.voice, household.voice, deal.id, [load]);
        await report(world, household.voice, { day, grams: weighed * 1000 });
      }
    };

    it('PL-06 is known to the household and the office of its ground, by the word said before the scale', async () => {
      const hoa = await make.grower({ name: 'Trần Thị Hoa', commune: 'Huyền Sơn' });
      const dung = await make.grower({ name: 'Trần Văn Dũng', commune: 'Huyền Sơn' });
      const far = await make.grower({ name: 'Lý Thị Xa', commune: 'Cẩm Lý' });
      const clerk = await make.coopClerk({});
      await make.grant(hoa, clerk, 'SELL_FOR');
      await mornings(hoa, 'Huyền Sơn', [
        { day: '2026-12-01', said: 120, weighed: 100 },
        { day: '2026-12-02', said: 80, weighed: 100 },
        { day: '2026-12-03', said: 160, weighed: 100 },
      ]);
      await mornings(dung, 'Huyền Sơn', [{ day: '2026-12-03', said: 50, weighed: 40 }]);
      await mornings(far, 'Cẩm Lý', [{ day: '2026-12-03', said: 900, weighed: 100 }]);
      // Said, and sold at the gate or not picked at all: nothing to compare with.
      await report(world, hoa.voice, { day: '2026-12-03', cropCode: 'DUA_LE', grams: 90_000 });

      const own = {
        days: 3,
        saidGrams: 360_000,
        weighedGrams: 300_000,
        biasPercent: 20,
        absolutePercent: 33.33,
        crop: { code: 'NA' },
        household: { name: 'Trần Thị Hoa' },
      };
      expect(await hoa.voice.ask(MINE)).toEqual([own]);
      expect(await dung.voice.ask(MINE)).toEqual([
        expect.objectContaining({ days: 1, biasPercent: null, absolutePercent: null }),
      ]);

      const officer = await make.communeOfficer({ commune: 'Huyền Sơn' });
      const commune = { name: 'Huyền Sơn' };
      const first = await officer.voice.ask<Rows>(ALL, { first: 1 });
      expect(first).toMatchObject({
        nodes: [{ ...own, commune }],
        pageInfo: { hasNextPage: true },
      });
      const after = first.pageInfo.endCursor;
      expect(await officer.voice.ask<Rows>(ALL, { first: 5, after })).toMatchObject({
        nodes: [{ days: 1, household: { name: 'Trần Văn Dũng' } }],
        pageInfo: { hasNextPage: false },
      });
      const office = await make.officeStaff({});
      const all = await office.voice.ask<Rows>(ALL, { first: 50 });
      expect(all.nodes[0]).toMatchObject({ household: { name: 'Lý Thị Xa' }, saidGrams: 900_000 });
      expect(all.nodes).toHaveLength(3);

      const elsewhere = await make.communeOfficer({ commune: 'Nghĩa Phương' });
      expect(await elsewhere.voice.ask<Rows>(ALL, { first: 50 })).toMatchObject({ nodes: [] });
      for (const { voice } of [trader, clerk, hoa])
        expect((await voice.send(ALL, { first: 50 })).errors[0]?.extensions.code).toBe('FORBIDDEN');
      for (const { voice } of [trader, clerk])
        expect((await voice.send(MINE)).errors[0]?.extensions.code).toBe('FORBIDDEN');

      world.clock.moveTo('2027-01-15T05:00:00+07:00');
      expect(await hoa.voice.ask(MINE)).toEqual([]);
    });
  });
});
