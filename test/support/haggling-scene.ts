import { given, type Given, type Someone } from './given.js';
import { givenLot, type GivenLot } from './given-lots.js';
import { TALK, type ShownTalk } from './given-negotiations.js';
import { fingerprint } from './unchanged.js';
import { World } from './world.js';

const TABLES = [
  'negotiations',
  'negotiation_offers',
  'negotiation_words',
  'orders',
  'deals',
  'lot_grades',
  'lot_holds',
];

interface Opened {
  world: World;
  make: Given;
  hung: Someone;
  rival: Someone;
  lan: Someone;
  neighbour: Someone;
  /** Of Lan's cooperative. */
  coop: Someone;
  /** Lan's, a new one for each test. */
  lot: GivenLot;
}

/** A morning on which two traders haggle over a lot; call it inside a `describe`, whose hooks it sets. */
export function hagglingScene() {
  const opened = {} as Opened;

  beforeAll(async () => {
    const world = await World.open('2026-08-25T08:00:00+07:00');
    const make = await given(world);
    const hung = await make.trader({ name: 'Vựa Hùng', phone: '+84912000001' });
    const rival = await make.trader({ name: 'Vựa Tám' });
    const lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    const neighbour = await make.grower({ name: 'Vi Văn Thắng' });
    const coop = await make.coopClerk({ name: 'HTX Na Nghĩa Phương' });
    await make.joinCoop(coop, lan);
    Object.assign(opened, { world, make, hung, rival, lan, neighbour, coop });
  });
  afterAll(() => opened.world.close());
  beforeEach(async () => {
    opened.world.clock.moveTo('2026-08-25T08:00:00+07:00');
    opened.lot = await givenLot(opened.make, opened.lan, {
      kg: { L1: 300 },
      askVndPerKg: 33_000,
    });
  });

  const read = (someone: Someone, talk: { id: string }): Promise<ShownTalk> =>
    someone.voice.ask(TALK.read, { id: talk.id });
  const unchanged = async (work: () => Promise<void>): Promise<void> => {
    const before = await fingerprint(opened.world, TABLES);
    await work();
    expect(await fingerprint(opened.world, TABLES)).toEqual(before);
  };
  return Object.assign(opened, { read, unchanged });
}
