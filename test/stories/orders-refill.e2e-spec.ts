import { ReleaseBackups } from '../../src/orders/use-cases/release-backups.js';
import { Planning } from '../../src/orders/use-cases/planning.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot, type GivenLot } from '../support/given-lots.js';
import {
  act,
  answerOffer,
  givenBulkOrder,
  ORDERS,
  stockOf,
  waitingOffers,
  type ShownOffer,
  type ShownOrder,
} from '../support/given-orders.js';
import { actsFor, undo } from '../support/assisted.js';
import { World } from '../support/world.js';

const backup = 'id state grams household { id }';
const refused = '... on Refused { code }';
const ASK = `mutation ($input: AskBackupsInput!) { askBackups(input: $input) {
  __typename ... on BulkOrder { id backups { ${backup} } } ${refused} } }`;
const RESPOND = `mutation ($input: RespondBackupInput!) { respondBackup(input: $input) {
  __typename ... on Backup { ${backup} } ${refused} } }`;
const MINE = `{ myBackups { ${backup} } }`;
const OF_ORDER = `query ($id: ID!) { order(id: $id) { backups { ${backup} } } }`;

interface ShownBackup {
  readonly id: string;
  readonly state: string;
  readonly grams: number;
  readonly code?: string;
}

describe('an order whose answers fall away', () => {
  let world: World;
  let make: Given;
  let hung: Someone;
  let growers: readonly Someone[];
  let lots: GivenLot[];

  beforeAll(async () => {
    world = await World.open('2026-08-25T08:00:00+07:00');
    make = await given(world);
    hung = await make.trader({ name: 'Vựa Hùng' });
    growers = await Promise.all([1, 2, 3, 4].map(() => make.grower({})));
  });
  afterAll(() => world.close());
  beforeEach(() => world.clock.pass(7 * 1440));

  /** Lots of these kilograms, one a grower, asked in this order. */
  const market = async (kilograms: readonly number[]): Promise<void> => {
    lots = [];
    for (const [index, kg] of kilograms.entries()) {
      lots.push(
        await givenLot(make, growers[index] as Someone, { kg: { L1: kg }, askVndPerKg: 30_000 }),
      );
      world.clock.pass(1);
    }
  };
  const offered = async (kg: number): Promise<ShownOrder> => {
    const order = await givenBulkOrder(make, hung, { kg, policy: 'FIRST_COME' });
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    await world.deliverEvents();
    return order;
  };
  const answer = async (index: number, accept: boolean, kg?: number): Promise<ShownOffer> => {
    const grower = growers[index] as Someone;
    const [waiting] = await waitingOffers(grower);
    const answered = await answerOffer(make, grower, waiting?.id ?? '', accept, kg);
    await world.deliverEvents();
    return answered;
  };
  const standBy = async (index: number, accept = true): Promise<ShownBackup> => {
    const [own] = await (growers[index] as Someone).voice.ask<ShownBackup[]>(MINE);
    return act<ShownBackup>(make, growers[index] as Someone, RESPOND, {
      backupId: own?.id,
      accept,
    });
  };
  const linesOf = async (orderId: string): Promise<string[]> => {
    const { offers } = await hung.voice.ask<ShownOrder>(ORDERS.read, { id: orderId });
    return offers.map(({ lotId, state, grams }) => {
      const lot = lots.findIndex(({ id }) => id === lotId);
      return `${lot} ${state} ${grams / 1000}`;
    });
  };
  const told = async (someone: Someone): Promise<string[]> => {
    await world.deliverEvents();
    const { nodes } = await someone.voice.ask<{ nodes: { kind: string }[] }>(ORDERS.notices);
    return nodes.map(({ kind }) => kind);
  };

  it('AL-09 AL-10: what a household declines is taken first of who stands by, and only the rest is asked of others', async () => {
    await market([100, 100, 60, 100]);
    const order = await offered(200);
    const asked = await act<{ backups: ShownBackup[] }>(make, hung, ASK, {
      orderId: order.id,
      shareBp: 5_000,
    });
    expect(asked.backups.map(({ grams }) => grams / 1000)).toEqual([60, 40]);
    expect(await standBy(2)).toMatchObject({ state: 'READY' });
    expect(await standBy(3, false)).toMatchObject({ state: 'DECLINED' });
    await answer(0, true);

    await answer(1, false);
    expect((await linesOf(order.id)).toSorted()).toEqual([
      '0 ACCEPTED 100',
      '1 DECLINED 100',
      '2 ACCEPTED 60',
      '3 OFFERED 40',
    ]);
    expect(await stockOf(make, lots[2] as GivenLot)).toEqual({ reserved: 60, held: 60 });
    expect(
      (await told(growers[2] as Someone)).filter((kind) => kind === 'BACKUP_TAKEN'),
    ).toHaveLength(1);
    // A soft yes that was needed is a yes.
    expect(await standBy(2, false)).toMatchObject({ code: 'BACKUP_OVER' });

    await answer(3, true);
    const { deals, state } = await act(make, hung, ORDERS.commit, { orderId: order.id });
    expect(state).toBe('COMMITTED');
    expect(new Set(deals.map(({ totalGrams }) => totalGrams / 1000))).toEqual(
      new Set([100, 60, 40]),
    );
  });

  it('NO-03 AL-09: a yes to fewer kilograms shrinks the line, frees the rest at once, and others are asked for what is missing', async () => {
    await market([100, 80, 90, 90]);
    const order = await offered(180);
    expect(await answer(0, true, 62.5)).toMatchObject({
      state: 'ACCEPTED',
      grams: 62_500,
      askedGrams: 100_000,
    });
    expect(await stockOf(make, lots[0] as GivenLot)).toEqual({ reserved: 62, held: 62 });
    expect((await linesOf(order.id)).toSorted()).toEqual([
      '0 ACCEPTED 62.5',
      '1 OFFERED 80',
      '2 OFFERED 37.5',
    ]);
    const seen = await hung.voice.ask<ShownOrder>(ORDERS.read, { id: order.id });
    expect(seen.offers.find(({ state }) => state === 'ACCEPTED')).toMatchObject({
      askedGrams: 100_000,
    });
    expect(seen.progress).toMatchObject({ acceptedGrams: 62_500 });
    const { nodes } = await hung.voice.ask<{ nodes: { text: string }[] }>(ORDERS.notices);
    expect(nodes[0]?.text).toBe(
      `Đơn ${order.number}: một hộ đã nhận bán 62,5 kg na loại 1, ít hơn 100 kg đã hỏi.`,
    );
    // Of the lot that gave a part nothing is asked again; lines of the automatic round start none.
    await answer(1, true);
    await answer(2, true, 20);
    expect(await waitingOffers(growers[3] as Someone)).toEqual([]);
    const { deals } = await act(make, hung, ORDERS.commit, { orderId: order.id });
    expect(deals.map(({ totalGrams }) => totalGrams).toSorted((a, b) => a - b)).toEqual([
      20_000, 62_500, 80_000,
    ]);
    expect(await stockOf(make, lots[2] as GivenLot)).toEqual({ reserved: 20, held: 20 });
  });

  it('NO-03: a part is refused with a sentence when it is more than asked, too little, or of an order for one lot; nothing changes', async () => {
    lots = [
      await givenLot(make, growers[0] as Someone, {
        kg: { L1: 100 },
        askVndPerKg: 30_000,
        minTakeGrams: 40_000,
      }),
    ];
    const order = await offered(100);
    const says = async (kg: number, accept = true): Promise<unknown> => {
      const { code, facts } = (await answer(0, accept, kg)) as ShownOffer & { facts?: unknown };
      return [code, facts];
    };
    expect(await waitingOffers(growers[0] as Someone)).toMatchObject([{ leastPartGrams: 40_000 }]);
    expect(await says(100.001)).toEqual([
      'OFFER_MORE_THAN_ASKED',
      [{ name: 'askedGrams', value: '100000' }],
    ]);
    expect(await says(39.999)).toEqual([
      'OFFER_BELOW_LEAST',
      [{ name: 'leastGrams', value: '40000' }],
    ]);
    expect(await says(0)).toEqual(['OFFER_BELOW_LEAST', expect.anything()]);
    expect(await says(50, false)).toEqual(['OFFER_GRAMS_WITH_NO', []]);
    expect(await linesOf(order.id)).toEqual(['0 OFFERED 100']);
    expect(await stockOf(make, lots[0] as GivenLot)).toEqual({ reserved: 100, held: 100 });
    // All that was asked for is no part.
    expect(await answer(0, true, 100)).toMatchObject({ state: 'ACCEPTED', askedGrams: 100_000 });

    const lot = await givenLot(make, growers[1] as Someone, {
      kg: { L1: 100 },
      askVndPerKg: 30_000,
    });
    await act(make, hung, ORDERS.place, {
      lotId: lot.id,
      gradeCode: 'L1',
      grams: 50_000,
      vndPerKg: 30_000,
    });
    await world.deliverEvents();
    expect(await answer(1, true, 30)).toMatchObject({ code: 'OFFER_LOT_WHOLE' });
    expect(await waitingOffers(growers[1] as Someone)).toMatchObject([{ leastPartGrams: null }]);
  });

  it('AL-10: no more is taken than is missing; the rest of a lot that stood by is free, and nobody else is asked', async () => {
    await market([100, 40, 90]);
    const order = await offered(140);
    await act(make, hung, ASK, { orderId: order.id, shareBp: 5_000 });
    await standBy(2);
    expect(await stockOf(make, lots[2] as GivenLot)).toEqual({ reserved: 70, held: 70 });
    await answer(0, true);
    await answer(1, false);
    expect((await linesOf(order.id)).toSorted()).toEqual([
      '0 ACCEPTED 100',
      '1 DECLINED 40',
      '2 ACCEPTED 40',
    ]);
    expect(await stockOf(make, lots[2] as GivenLot)).toEqual({ reserved: 40, held: 40 });
    const { state } = await hung.voice.ask<ShownOrder>(ORDERS.read, { id: order.id });
    expect(state).toBe('ALLOCATED');
  });

  it('AL-10: when the order is given up, whoever stood by is free at once and thanked once', async () => {
    await market([100, 50]);
    const order = await offered(100);
    await act(make, hung, ASK, { orderId: order.id, shareBp: 5_000 });
    await standBy(1);
    await act(make, hung, ORDERS.cancel, { orderId: order.id, reason: 'Xe hỏng' });
    const { backups } = await hung.voice.ask<{ backups: ShownBackup[] }>(OF_ORDER, {
      id: order.id,
    });
    expect(backups).toMatchObject([{ state: 'RELEASED' }]);
    await world.app.get(ReleaseBackups).run();
    await world.app.get(ReleaseBackups).run();
    expect(await stockOf(make, lots[1] as GivenLot)).toEqual({ reserved: 0, held: 0 });
    const kinds = await told(growers[1] as Someone);
    expect(kinds.filter((kind) => kind === 'BACKUP_THANKED')).toHaveLength(1);
    expect(await act(make, hung, ASK, { orderId: order.id })).toMatchObject({
      code: 'ORDER_STEP_NOT_ALLOWED',
    });
  });

  it('ID-06 AL-09 a household that undid the yes others said for it is not asked again, nor stands by any more', async () => {
    await market([100, 100]);
    const coop = await make.coopClerk({ name: 'HTX Na dai' });
    const [first, second] = growers as [Someone, Someone];
    for (const one of [first, second]) await make.joinCoop(coop, one);
    const undone = async (one: Someone): Promise<void> => {
      const [newest] = await actsFor(one);
      expect(await undo(world, one, newest!)).toMatchObject({ __typename: 'AssistedAct' });
      await world.deliverEvents();
    };

    const order = await offered(100);
    const [asked] = await waitingOffers(first);
    await answerOffer(make, coop, asked?.id ?? '', true);
    await undone(first);
    expect(await linesOf(order.id)).toEqual(['0 DECLINED 100', '1 OFFERED 100']);
    expect(await waitingOffers(first)).toEqual([]);
    await answer(1, false);

    world.clock.pass(7 * 1440);
    await market([100, 100]);
    const next = await offered(100);
    await act(make, hung, ASK, { orderId: next.id, shareBp: 5_000 });
    const newest = async () => (await second.voice.ask<ShownBackup[]>(MINE))[0];
    const own = await newest();
    await act(make, coop, RESPOND, { backupId: own?.id, accept: true });
    await answer(0, false);
    expect(await newest()).toMatchObject({ state: 'USED' });
    await undone(second);
    expect(await newest()).toMatchObject({ id: own?.id, state: 'DECLINED' });
    expect(await linesOf(next.id)).toEqual(['0 DECLINED 100', '1 DECLINED 50']);
  });

  it('AL-09: is planned anew without an open transaction, and again when another order takes the lot meanwhile', async () => {
    await market([100, 100, 100]);
    const order = await offered(100);
    const rival = await givenBulkOrder(make, hung, { kg: 200, policy: 'FIRST_COME' });
    const planning = world.app.get(Planning);
    const plan = planning.plan.bind(planning);
    const openWhilePlanning: number[] = [];
    let isOvertaking = true;
    planning.plan = async (...round) => {
      const planned = await plan(...round);
      if (round[0].id !== order.id) return planned;
      const [row]: { open: number }[] = await world.db.query(
        `select count(*)::int as open from pg_stat_activity
         where datname = current_database() and state like 'idle in transaction%'`,
      );
      openWhilePlanning.push(row?.open ?? -1);
      if (isOvertaking) {
        isOvertaking = false;
        // Between the plan and its writing the other order takes what was planned.
        await act(make, hung, ORDERS.offer, { orderId: rival.id });
      }
      return planned;
    };
    try {
      await answer(0, false);
    } finally {
      planning.plan = plan;
    }
    expect(openWhilePlanning).toEqual([0, 0]);
    expect(await linesOf(rival.id)).toEqual(['0 OFFERED 100', '1 OFFERED 100']);
    expect(await linesOf(order.id)).toEqual(['0 DECLINED 100', '2 OFFERED 100']);
  });
});
