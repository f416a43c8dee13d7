import { given, type Given, type Someone } from '../support/given.js';
import { givenLot } from '../support/given-lots.js';
import { act, answerOffer, bulkInput, ORDERS, waitingOffers } from '../support/given-orders.js';
import { World } from '../support/world.js';

const KG = 1000;

interface Shown {
  readonly id: string;
  readonly code?: string;
  readonly field?: string;
  readonly message?: string;
}
interface Preview {
  readonly policy: string;
  readonly plannedGrams: number;
  readonly truckloads: number;
  readonly lines: readonly { readonly lotId: string; readonly grams: number }[];
  readonly excluded: readonly { readonly lotId: string; readonly reason: string }[];
}

describe('how an order chooses among lots', () => {
  let world: World;
  let make: Given;
  let hung: Someone;
  let lots: Record<'a' | 'b' | 'c', string>;
  let growers: Someone[];

  beforeAll(async () => {
    world = await World.open('2026-09-08T08:00:00+07:00');
    make = await given(world);
    hung = await make.trader({ name: 'Vựa Hùng' });
    growers = [];
    const made: string[] = [];
    for (const [kg, askVndPerKg] of [
      [50, 30_000],
      [150, 31_000],
      [450, 30_000],
    ] as const) {
      const grower = await make.grower({});
      growers.push(grower);
      made.push((await givenLot(make, grower, { kg: { L1: kg }, askVndPerKg })).id);
      world.clock.pass(1);
    }
    const [a = '', b = '', c = ''] = made;
    lots = { a, b, c };
  }, 30_000);
  afterAll(() => world.close());

  const create = (wish: object): Promise<Shown> =>
    hung.voice.ask<Shown>(ORDERS.create, {
      input: { ...bulkInput(make, { kg: 500 }), ...wish },
    });
  const preview = (order: Shown): Promise<Preview> =>
    hung.voice.ask<Preview>(ORDERS.preview, { orderId: order.id });
  const kilogramsOf = ({ lines }: Preview): Record<string, number> =>
    Object.fromEntries(
      lines.map(({ lotId, grams }) => [
        Object.entries(lots).find(([, id]) => id === lotId)?.[0],
        grams / KG,
      ]),
    );

  it.each([
    ['FAIR_SHARE', { a: 50, b: 150, c: 300 }],
    ['PRO_RATA', { a: 39, b: 115, c: 346 }],
    ['FIRST_COME', { a: 50, b: 150, c: 300 }],
    ['FEWEST_STOPS', { a: 50, c: 450 }],
  ])('AL-02 AL-03 AL-04 %s', async (policy, kilograms) => {
    const plan = await preview(await create({ policy }));
    expect(plan.policy).toBe(policy);
    expect(kilogramsOf(plan)).toEqual(kilograms);
  });

  it('OR-01 AL-01 AL-14 a lot without the paper the order asks for, or of a household that keeps too few words, is left out', async () => {
    const [{ party }] = growers as [Someone];
    await world.db.query(
      `insert into claims (id, household_id, crop_code, kind, number, valid_from, created_by, created_at)
       values ($1, $2, 'NA', 'VIETGAP', 'VG-2026-0001', '2026-01-01', $3, $4)`,
      [world.id(), party.id, growers[0]?.person.id, world.clock.now()],
    );
    const plan = await preview(await create({ limits: { certificate: 'VIETGAP' } }));
    expect(kilogramsOf(plan)).toEqual({ a: 50 });
    expect(plan.excluded.map(({ reason }) => reason)).toEqual(['CERT', 'CERT']);
    await world.db.query(
      `insert into broken_promises (id, lot_id, household_id, grams, broken_at)
       select $1, id, household_id, 1000, $3 from lots where id = $2`,
      [world.id(), lots.b, world.clock.now()],
    );
    const kept = await preview(
      await create({ policy: 'FIRST_COME', limits: { leastKeptBp: 9_000 } }),
    );
    await world.db.query(`delete from broken_promises`);
    expect(kept.excluded).toEqual([
      expect.objectContaining({ lotId: lots.b, reason: 'RELIABILITY' }),
    ]);
    expect(await create({ limits: { leastKeptBp: 10_001 } })).toMatchObject({
      code: 'ALLOCATION_LIMIT_IMPLAUSIBLE',
      field: 'limits.leastKeptBp',
    });
  });

  it('AL-06 AL-14 limits travel with the order: crates, a household’s part, trucks', async () => {
    const limits = { crateGrams: 25 * KG, householdCapBp: 4_000, mostTruckloads: 1 };
    const plan = await preview(await create({ policy: 'FAIR_SHARE', limits }));
    expect(kilogramsOf(plan)).toEqual({ a: 50, b: 150, c: 200 });
  });

  it('AL-14 a limit nobody can mean is refused at its field, and nothing is written', async () => {
    const before = await world.db.query(`select count(*)::int as count from orders`);
    expect(await create({ limits: { householdCapBp: 99 } })).toMatchObject({
      code: 'ALLOCATION_LIMIT_IMPLAUSIBLE',
      field: 'limits.householdCapBp',
      message: 'Phần nhiều nhất của mỗi hộ chưa hợp lý.',
      nextStep: 'Nhập từ 1 % đến 100 %, hoặc bỏ trống.',
    });
    expect(await world.db.query(`select count(*)::int as count from orders`)).toEqual(before);
  });

  it('AL-02 AL-14 the plan keeps its policy and limits; a household with a sale this week stands back', async () => {
    const order = await create({ policy: 'FIRST_COME' });
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    const [first] = growers;
    if (!first) throw new Error('a grower');
    const [offer] = await waitingOffers(first);
    await answerOffer(make, first, offer?.id ?? '', true);
    await act(make, hung, ORDERS.commit, { orderId: order.id });
    const later = await givenLot(make, first, { kg: { L1: 100 }, askVndPerKg: 30_000 });

    const limits = { isUnsoldFirst: true, leastLineGrams: 20 * KG };
    const input = { ...bulkInput(make, { kg: 625, policy: 'FIRST_COME' }), limits };
    const next = await hung.voice.ask<Shown>(ORDERS.create, { input });
    const plan = await preview(next);
    expect(plan.lines.at(-1)).toMatchObject({ lotId: later.id, grams: 25 * KG });
    await act(make, hung, ORDERS.offer, { orderId: next.id });
    const [kept] = await world.db.query(
      `select policy, parameters from allocation_plans where order_id = $1`,
      [next.id],
    );
    expect(kept).toMatchObject({
      policy: 'FIRST_COME',
      parameters: { isUnsoldFirst: true, leastLineGrams: 20 * KG, crateGrams: null },
    });
  });
});
