import { act, givenBulkOrder, ORDERS, type ShownOrder } from '../support/given-orders.js';
import { given, type Given, type Someone } from '../support/given.js';
import { World } from '../support/world.js';

const KG = 1000;

interface ShownDraft {
  readonly code?: string;
  readonly readyFrom: string;
  readonly lines: readonly { readonly maxVndPerKg: number | null }[];
}

describe('an order as last time', () => {
  let world: World;
  let make: Given;
  let hung: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-10T08:00:00+07:00');
    make = await given(world);
    await world.db.query(`delete from reference_prices where crop_code = 'NA'`);
    await world.db.query(
      `insert into reference_prices (id, crop_code, grade_code, month, vnd_per_kg)
       values ($1, 'NA', 'L1', 8, 30000), ($2, 'NA', 'L1', 9, 34000)`,
      [world.id(), world.id()],
    );
    hung = await make.trader({ name: 'Vựa Hùng' });
  }, 30_000);
  afterAll(() => world.close());

  const draft = (someone: Someone, orderId: string, day: string): Promise<ShownDraft> =>
    someone.voice.ask(ORDERS.draft, { orderId, day });

  it('OR-10: is priced by today, checked by today, and takes no price from the last one unseen', async () => {
    const last = await givenBulkOrder(make, hung, { kg: 500, maxVndPerKg: 32_000 });
    await world.db.query(
      // As an order is left that gathered on once, for too little was there at its first hour.
      `update orders set deposit_bp = 1000, payment_days = 7, min_g = 250000,
         sourcing_until = ready_from - interval '1 hour', extend_until = ready_from - interval '1 hour' where id = $1`,
      [last.id],
    );
    world.clock.moveTo('2026-09-01T08:00:00+07:00');
    expect(await draft(hung, last.id, '2026-09-03')).toMatchObject({
      readyFrom: expect.stringMatching(/^2026-09-0[23]T/),
      goneGrades: [],
      isPoolGone: false,
      lines: [
        {
          grade: { code: 'L1' },
          grams: 500 * KG,
          lastVndPerKg: 32_000,
          referenceVndPerKg: 34_000,
          maxVndPerKg: 36_000,
        },
      ],
    });
    const wish = {
      orderId: last.id,
      day: '2026-09-03',
      lines: [{ gradeCode: 'L1', grams: 800 * KG, maxVndPerKg: 35_500 }],
    };
    const input = { clientMutationId: world.id(), ...wish };
    const again = await hung.voice.ask<ShownOrder>(ORDERS.repeat, { input });
    expect(again).toMatchObject({ state: 'SOURCING', wantedGrams: 800 * KG, minGrams: 400 * KG });
    expect(await hung.voice.ask<ShownOrder>(ORDERS.repeat, { input })).toMatchObject({
      id: again.id,
    });
    const [row] = await world.db.query(
      `select o.deposit_bp as deposit, o.payment_days as days, n.max_vnd_per_kg::int as price,
         o.ready_from - o.sourcing_until = interval '1 hour' as "isTimely", o.extend_until as "extendUntil"
       from orders o join order_lines n on n.order_id = o.id where o.id = $1`,
      [again.id],
    );
    expect(row).toEqual({
      deposit: 1000,
      days: 7,
      price: 35_500,
      isTimely: true,
      extendUntil: null,
    });

    world.clock.moveTo('2026-10-01T08:00:00+07:00');
    expect((await draft(hung, last.id, '2026-10-02')).lines).toMatchObject([
      { lastVndPerKg: 32_000, referenceVndPerKg: null, maxVndPerKg: null },
    ]);
    const past = { ...wish, day: '2026-09-03' };
    expect(await act(make, hung, ORDERS.repeat, past)).toMatchObject({ code: 'ORDER_WINDOW_OVER' });
  });

  it('OR-10: only its buyer repeats it, and only an order of many lots', async () => {
    const last = await givenBulkOrder(make, hung, { kg: 500 });
    const other = await make.trader({});
    const day = '2026-10-03';
    expect(await draft(other, last.id, day)).toMatchObject({ code: 'ORDER_NOT_FOUND' });
    const lines = [{ gradeCode: 'L1', grams: KG, maxVndPerKg: null }];
    expect(await act(make, other, ORDERS.repeat, { orderId: last.id, day, lines })).toMatchObject({
      code: 'ORDER_NOT_FOUND',
    });
    const grower = await make.grower({});
    await expect(draft(grower, last.id, day)).rejects.toThrow(/FORBIDDEN/);
    await world.db.query(`update orders set kind = 'LOT' where id = $1`, [last.id]);
    expect(await draft(hung, last.id, day)).toMatchObject({ code: 'ORDER_NOT_REPEATABLE' });
  });
});
