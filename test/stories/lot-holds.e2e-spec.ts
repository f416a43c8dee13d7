import { randomUUID } from 'node:crypto';
import { Lots, type HoldWish } from '../../src/lots/index.js';
import type { Refusal } from '../../src/kernel/refusal.js';
import { UnitOfWork, type Tx } from '../../src/platform/database/unit-of-work.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot } from '../support/given-lots.js';
import { statementsOf } from '../support/sql-count.js';
import { World } from '../support/world.js';

interface Stock {
  readonly offered: number;
  readonly reserved: number;
  readonly weighed: number;
}

describe('kilograms set aside', () => {
  let world: World;
  let make: Given;
  let lan: Someone;
  let lots: Lots;

  beforeAll(async () => {
    world = await World.open('2026-08-25T18:00:00+07:00');
    make = await given(world);
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    lots = world.app.get(Lots);
  });
  afterAll(() => world.close());

  const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => world.app.get(UnitOfWork).run(work);
  const wish = (lotGradeId: string, kg: number, minutes: number | null = 60): HoldWish => ({
    holdId: randomUUID(),
    lotGradeId,
    grams: kg * 1000,
    expiresAt: minutes === null ? null : new Date(world.clock.now().getTime() + minutes * 60_000),
  });
  const reserve = (...wanted: HoldWish[]): Promise<void | Refusal> =>
    inTx((tx) => lots.reserve(tx, wanted));
  const stockOf = async (lotGradeId: string): Promise<Stock> => {
    const [row] = await world.db.query(
      `select offered_g::int / 1000 as offered, reserved_g::int / 1000 as reserved, weighed_g::int / 1000 as weighed
       from lot_grades where id = $1`,
      [lotGradeId],
    );
    return row;
  };
  const line = async (kg: number): Promise<string> => {
    const lot = await givenLot(make, lan, { kg: { L1: kg } });
    return lot.lines['L1'] ?? '';
  };
  const heldKg = async (lotGradeId: string): Promise<number> => {
    const [{ kg }] = await world.db.query(
      `select coalesce(sum(grams), 0)::int / 1000 as kg from lot_holds where lot_grade_id = $1 and state = 'HELD'`,
      [lotGradeId],
    );
    return kg;
  };

  it('never gives away more than there is: fifty buyers at once want 10 kg each of 120 kg', async () => {
    const id = await line(120);
    const answers = await Promise.all(Array.from({ length: 50 }, () => reserve(wish(id, 10))));
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(12);
    expect(answers.filter((answer) => answer?.refused === 'LOT_NOT_ENOUGH')).toHaveLength(38);
    expect(await stockOf(id)).toEqual({ offered: 120, reserved: 120, weighed: 0 });
    expect(await heldKg(id)).toBe(120);
  });

  it('never locks two orders into each other: twenty pairs want the same two lines in both orders', async () => {
    const [first, second] = [await line(100), await line(100)];
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        n % 2 === 0
          ? reserve(wish(first, 5), wish(second, 5))
          : reserve(wish(second, 5), wish(first, 5)),
      ),
    );
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(20);
    expect([(await stockOf(first)).reserved, (await stockOf(second)).reserved]).toEqual([100, 100]);
  });

  it('takes two statements for one line and for many', async () => {
    const ids = [await line(50), await line(50), await line(50)];
    expect(await statementsOf(() => reserve(wish(ids[0] ?? '', 1)))).toHaveLength(2);
    expect(await statementsOf(() => reserve(...ids.map((id) => wish(id, 1))))).toHaveLength(2);
  });

  it('sets all lines aside or none, and names the first that cannot be had', async () => {
    const [plenty, scarce] = [await line(100), await line(30)];
    expect(await reserve(wish(plenty, 40), wish(scarce, 31))).toEqual({
      refused: 'LOT_NOT_ENOUGH',
      facts: { lotGradeId: scarce, freeGrams: 30_000 },
    });
    expect((await stockOf(plenty)).reserved).toBe(0);
    expect(await heldKg(plenty)).toBe(0);
  });

  it('adds up two wishes for the same line', async () => {
    const id = await line(30);
    expect(await reserve(wish(id, 20), wish(id, 11))).toMatchObject({
      facts: { freeGrams: 30_000 },
    });
    expect(await reserve(wish(id, 20), wish(id, 10))).toBeUndefined();
    expect((await stockOf(id)).reserved).toBe(30);
  });

  it('counts a hold whose time is over as free, before any sweep', async () => {
    const id = await line(100);
    await reserve(wish(id, 100, 30));
    expect(await reserve(wish(id, 1))).toMatchObject({ facts: { freeGrams: 0 } });
    world.clock.pass(30);
    const near = {
      cropCode: 'NA',
      gradeCodes: ['L1'],
      readyFrom: world.clock.now(),
      readyTo: world.clock.now(),
      buyerId: null,
    };
    const candidate = (await lots.candidates(near)).find(({ lotGradeId }) => lotGradeId === id);
    expect(candidate?.freeGrams).toBe(100_000);
    expect(await reserve(wish(id, 60))).toBeUndefined();
    expect(await stockOf(id)).toEqual({ offered: 100, reserved: 60, weighed: 0 });
    expect(await heldKg(id)).toBe(60);
  });

  it('frees what is over even when the new wish is still too large, without taking it', async () => {
    const id = await line(100);
    await reserve(wish(id, 70, 10), wish(id, 20, 90));
    world.clock.pass(10);
    await inTx(async (tx) => {
      expect(await lots.reserve(tx, [wish(id, 81)])).toMatchObject({
        facts: { freeGrams: 80_000 },
      });
    });
    expect((await stockOf(id)).reserved).toBe(20);
    expect(await heldKg(id)).toBe(20);
  });

  it('keeps holds that are in time for good, and not those that ran out', async () => {
    const id = await line(100);
    const [soon, late] = [wish(id, 10, 5), wish(id, 20, 60)];
    await reserve(soon, late);
    world.clock.pass(5);
    const now = world.clock.now();
    expect(await inTx((tx) => lots.keep(tx, [soon.holdId, late.holdId], now))).toEqual([
      late.holdId,
    ]);
    world.clock.pass(600);
    expect(await reserve(wish(id, 80))).toBeUndefined();
    expect((await stockOf(id)).reserved).toBe(100);
  });

  it('gives back once, however often it is asked', async () => {
    const id = await line(100);
    const [one, other] = [wish(id, 30), wish(id, 40)];
    await reserve(one, other);
    await inTx((tx) => lots.release(tx, [one.holdId]));
    await inTx((tx) => lots.release(tx, [one.holdId]));
    expect(await stockOf(id)).toEqual({ offered: 100, reserved: 40, weighed: 0 });
  });

  it('replaces a promise by what the scale showed: less frees the rest, more raises the offer', async () => {
    const [less, more] = [await line(100), await line(100)];
    const [a, b] = [wish(less, 60, null), wish(more, 100, null)];
    await reserve(a, b);
    await inTx((tx) =>
      lots.weigh(tx, [
        { holdId: a.holdId, grams: 55_000 },
        { holdId: b.holdId, grams: 108_000 },
      ]),
    );
    expect(await stockOf(less)).toEqual({ offered: 100, reserved: 0, weighed: 55 });
    expect(await stockOf(more)).toEqual({ offered: 108, reserved: 0, weighed: 108 });
    expect(await reserve(wish(less, 46))).toMatchObject({ facts: { freeGrams: 45_000 } });
    const again = inTx((tx) => lots.weigh(tx, [{ holdId: a.holdId, grams: 1_000 }]));
    await expect(again).rejects.toThrow('1 holds were not held when weighed');
    expect(await stockOf(less)).toEqual({ offered: 100, reserved: 0, weighed: 55 });
  });

  it.each(['PAUSED', 'CLOSED'])('gives nothing of a lot that is %s', async (state) => {
    const lot = await givenLot(make, lan);
    await world.db.query(`update lots set state = $2, close_reason = $3 where id = $1`, [
      lot.id,
      state,
      state === 'CLOSED' ? 'WITHDRAWN' : null,
    ]);
    expect(await reserve(wish(lot.lines['L1'] ?? '', 1))).toMatchObject({
      facts: { freeGrams: 0 },
    });
  });

  it('gives nothing of a lot whose window is over, nor of a line that does not exist', async () => {
    const lot = await givenLot(make, lan);
    const id = lot.lines['L1'] ?? '';
    world.clock.pass(48 * 60);
    expect(await reserve(wish(id, 1))).toMatchObject({ facts: { freeGrams: 0 } });
    expect(await reserve(wish(randomUUID(), 1))).toMatchObject({
      refused: 'LOT_NOT_ENOUGH',
      facts: { freeGrams: 0 },
    });
  });
});

describe('lots an order may be filled from', () => {
  let world: World;
  let make: Given;

  beforeAll(async () => {
    world = await World.open('2026-08-25T18:00:00+07:00');
    make = await given(world);
  });
  afterAll(() => world.close());

  it('shows the crop’s open lines with near misses of window and grade, wanted grades first', async () => {
    const lan = await make.grower({});
    const at = (hour: string) => new Date(`2026-08-${hour}:00+07:00`).toISOString();
    const window = (from: string, to: string) => ({ readyFrom: at(from), readyTo: at(to) });
    const fits = await givenLot(make, lan, {
      kg: { L1: 100, XO: 20 },
      askVndPerKg: 30_000,
      ...window('27T03:00', '27T12:00'),
    });
    const near = await givenLot(make, lan, {
      kg: { L1: 50 },
      minTakeGrams: 10_000,
      ...window('28T03:00', '28T12:00'),
    });
    await givenLot(make, lan, { kg: { L1: 50 }, ...window('29T03:00', '29T12:00') });
    await givenLot(make, lan, {
      kg: { L1: 50 },
      publish: false,
      ...window('27T03:00', '27T12:00'),
    });
    await givenLot(make, lan, {
      cropCode: 'KHOAI_SO',
      kg: { L1: 50 },
      ...window('27T03:00', '27T12:00'),
    });

    const lots = world.app.get(Lots);
    const wanted = {
      cropCode: 'NA',
      gradeCodes: ['L1'],
      readyFrom: new Date(at('27T04:00')),
      readyTo: new Date(at('27T10:00')),
      buyerId: null,
    };
    let found: Awaited<ReturnType<Lots['candidates']>> = [];
    expect(await statementsOf(async () => (found = await lots.candidates(wanted)))).toHaveLength(1);
    expect(new Set(found.map(({ lotId, gradeCode }) => `${lotId} ${gradeCode}`))).toEqual(
      new Set([`${fits.id} L1`, `${fits.id} XO`, `${near.id} L1`]),
    );
    expect(found.at(-1)).toMatchObject({ gradeCode: 'XO' });
    expect(found.find(({ lotId }) => lotId === near.id)).toEqual({
      lotId: near.id,
      lotGradeId: near.lines['L1'],
      householdId: lan.party.id,
      communeId: make.commune('Nghĩa Phương'),
      gradeCode: 'L1',
      freeGrams: 50_000,
      minTakeGrams: 10_000,
      askVndPerKg: null,
      readyFrom: new Date(at('28T03:00')),
      readyTo: new Date(at('28T12:00')),
      lat: expect.any(Number),
      lon: expect.any(Number),
      publishedAt: world.clock.now(),
      reliability: 1,
      claims: [],
    });
  });

  it('tells the facts of a lot with its lines', async () => {
    const lan = await make.grower({});
    const lot = await givenLot(make, lan, {
      kg: { L2: 80 },
      askVndPerKg: 28_000,
      varietyCode: 'NA_DAI',
    });
    const lots = world.app.get(Lots);
    expect(await lots.findLot(lot.id)).toEqual({
      id: lot.id,
      householdId: lan.party.id,
      communeId: make.commune('Nghĩa Phương'),
      cropCode: 'NA',
      varietyCode: 'NA_DAI',
      state: 'PUBLISHED',
      readyFrom: new Date('2026-08-25T12:00:00Z'),
      readyTo: new Date('2026-08-27T11:00:00Z'),
      isResting: false,
      audience: [],
      openToAllAt: null,
      grades: [
        {
          id: lot.lines['L2'],
          gradeCode: 'L2',
          askVndPerKg: 28_000,
          offeredG: 80_000,
          reservedG: 0,
          weighedG: 0,
        },
      ],
    });
    expect(await lots.findLot(randomUUID())).toBeUndefined();
    expect((await lots.lotsByIds([lot.id])).map(({ id }) => id)).toEqual([lot.id]);
  });
});
