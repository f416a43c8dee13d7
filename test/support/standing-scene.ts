import { dayOf, plusDays } from '../../src/kernel/day.js';
import { given, type Given, type Someone } from './given.js';
import { act, ORDERS } from './given-orders.js';
import { STANDING, type ShownOccurrence, type ShownStanding } from './given-standing.js';
import { World } from './world.js';

const MONDAY = '2026-08-03T08:00:00+07:00';
const WEEK_MINUTES = 7 * 1440;

interface Opened {
  world: World;
  make: Given;
  /** Who buys, another for each test. */
  hung: Someone;
  /** A household, another for each test. */
  lan: Someone;
}

/** Monday mornings on which nothing of the weeks before stands; call it inside a `describe`, whose hooks it sets. */
export function standingScene() {
  const opened = {} as Opened;
  let week = 0;

  beforeAll(async () => {
    const world = await World.open(MONDAY);
    Object.assign(opened, { world, make: await given(world) });
    await world.db.query(`delete from reference_prices where crop_code = 'NA'`);
  }, 30_000);
  afterAll(() => opened.world.close());
  beforeEach(async () => {
    const { world, make } = opened;
    world.clock.moveTo(MONDAY);
    world.clock.pass((week += 1) * WEEK_MINUTES);
    await world.db.query(`update standing_orders set state = 'PAUSED'`);
    opened.lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    opened.hung = await make.trader({ name: 'Vựa Hùng' });
  });

  const inDays = (days: number): string => plusDays(dayOf(opened.world.clock.now()), days);
  const read = (id: string): Promise<ShownStanding> => opened.hung.voice.ask(STANDING.read, { id });
  /** Of tomorrow, unless another day is named. */
  const occurrence = async (id: string, day = inDays(1)): Promise<ShownOccurrence | undefined> =>
    (await read(id)).occurrences.find((one) => one.day === day);
  const done = (document: string, wish: object, who = opened.hung): Promise<ShownStanding> =>
    act<ShownStanding>(opened.make, who, document, wish);
  /** How many orders came of her standing ones. */
  const ordersOf = async (who = opened.hung): Promise<number> => {
    const [row] = await opened.world.db.query(
      `select count(*)::int as n from orders where buyer_id = $1 and id in (select order_id from standing_occurrences)`,
      [who.party.id],
    );
    return row.n;
  };
  /** Kinds of what the buyer was told. */
  const heard = async (): Promise<string[]> => {
    await opened.world.deliverEvents();
    const { nodes } = await opened.hung.voice.ask<{ nodes: { kind: string }[] }>(ORDERS.notices);
    return nodes.map(({ kind }) => kind);
  };
  return Object.assign(opened, { inDays, read, occurrence, done, ordersOf, heard });
}
