import { given, type Given, type Someone } from './given.js';
import { givenLot, type GivenLot } from './given-lots.js';
import {
  act,
  answerOffer,
  ORDERS,
  waitingOffers,
  type ShownOffer,
  type ShownOrder,
} from './given-orders.js';
import { World } from './world.js';

const WEEK_MINUTES = 7 * 1440;

interface Market {
  world: World;
  make: Given;
  /** Who buys. */
  hung: Someone;
}

export interface Offering {
  readonly someone: Someone;
  readonly lotId: string;
}

/**
 * A market where each test has a week and a buyer of its own, and meets no lot of another; call it inside a `describe`,
 * whose hooks it sets.
 */
export function gatheringScene() {
  const opened = {} as Market;
  let week = 0;

  beforeAll(async () => {
    const world = await World.open('2026-11-20T08:00:00+07:00');
    Object.assign(opened, { world, make: await given(world) });
  }, 30_000);
  afterAll(() => opened.world.close());
  beforeEach(async () => {
    opened.world.clock.moveTo('2026-09-01T08:00:00+07:00');
    opened.world.clock.pass((week += 1) * WEEK_MINUTES);
    opened.hung = await opened.make.trader({ name: 'Vựa Hùng' });
  });

  /** Households with one lot of so many kilograms each, by turns of two communes, each dearer than the one before. */
  const growers = async (...kgs: number[]): Promise<Offering[]> => {
    const made = [];
    for (const [i, kg] of kgs.entries()) {
      const someone = await opened.make.grower({
        name: `Hộ ${i + 1}`,
        commune: i % 2 === 0 ? 'Nghĩa Phương' : 'Huyền Sơn',
      });
      const { id } = await givenLot(opened.make, someone, {
        kg: { L1: kg },
        askVndPerKg: 30_000 + i * 1000,
      });
      made.push({ someone, lotId: id });
      opened.world.clock.pass(1);
    }
    return made;
  };
  const answer = async (
    { someone }: Pick<Offering, 'someone'>,
    accept: boolean,
  ): Promise<ShownOffer> => {
    const [offer] = await waitingOffers(someone);
    return answerOffer(opened.make, someone, offer?.id ?? '', accept);
  };
  return Object.assign(opened, { growers, answer });
}

/** One buyer and one household, who meet once a week; call it inside a `describe`, whose hooks it sets. */
export function twoOfThemScene() {
  const opened = {} as Market & { lan: Someone };

  beforeAll(async () => {
    const world = await World.open('2026-08-25T08:00:00+07:00');
    const make = await given(world);
    const hung = await make.trader({ name: 'Vựa Hùng' });
    const lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    Object.assign(opened, { world, make, hung, lan });
  }, 30_000);
  afterAll(() => opened.world.close());
  beforeEach(() => opened.world.clock.pass(WEEK_MINUTES));

  const lot = (
    kg: number,
    askVndPerKg: number | null = 30_000,
    grower = opened.lan,
  ): Promise<GivenLot> => givenLot(opened.make, grower, { kg: { L1: kg }, askVndPerKg });
  const place = (buyer: Someone, lotId: string, grams: number): Promise<ShownOrder> =>
    act(opened.make, buyer, ORDERS.place, { lotId, gradeCode: 'L1', grams });
  return Object.assign(opened, { lot, place });
}
