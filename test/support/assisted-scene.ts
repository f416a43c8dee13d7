import { actsFor, type ShownAct } from './assisted.js';
import { givenLot, type GivenLot } from './given-lots.js';
import { ORDERS } from './given-orders.js';
import type { Given, Someone } from './given.js';
import { Morning } from './morning.js';
import type { World } from './world.js';

export const HTX = 'HTX Na Nghĩa Phương';

export interface Done {
  readonly code?: string;
  readonly id: string;
  readonly state: string;
}

interface Opened {
  morning: Morning;
  world: World;
  make: Given;
  /** Who buys. */
  hung: Someone;
  coop: Someone;
  /** A household that lets the cooperative sell, a new one for each test. */
  lan: Someone;
  lot: GivenLot;
}

/** A cooperative that speaks for a household; call it inside a `describe`, whose hooks it sets. */
export function assistedScene() {
  const opened = {} as Opened;

  beforeAll(async () => {
    opened.morning = await Morning.at('2026-08-25T08:00:00+07:00');
    ({ world: opened.world, make: opened.make, trader: opened.hung } = opened.morning);
    opened.coop = await opened.make.coopClerk({ name: HTX });
  }, 30_000);
  afterAll(() => opened.world.close());
  beforeEach(async () => {
    const { world, make, coop } = opened;
    world.clock.pass(24 * 60);
    opened.lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    await make.joinCoop(coop, opened.lan);
    opened.lot = await givenLot(make, opened.lan, { kg: { L1: 300 }, askVndPerKg: 33_000 });
  });
  afterEach(async () => {
    // What one test leaves on the market is not for the next.
    await opened.world.db.query(`update lots set ready_to = ready_from + interval '1 second'`);
    await opened.world.deliverEvents();
  });

  const act = (who: Someone, document: string, wish: object): Promise<Done> =>
    opened.morning.act<Done>(who, document, wish);
  const newest = async (household = opened.lan): Promise<ShownAct> => {
    const [one] = await actsFor(household);
    if (!one) throw new Error('nothing was done for the household');
    return one;
  };
  const kindsOf = async (household = opened.lan): Promise<string[]> =>
    (await actsFor(household)).map(({ kind }) => kind);
  const told = async (who: Someone): Promise<{ kind: string; text: string }[]> => {
    await opened.world.deliverEvents();
    return (await who.voice.ask<{ nodes: { kind: string; text: string }[] }>(ORDERS.notices)).nodes;
  };
  return Object.assign(opened, { act, newest, kindsOf, told });
}
