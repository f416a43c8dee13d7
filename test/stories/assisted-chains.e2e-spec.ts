import { ASSISTED, undoOf, type ShownAct } from '../support/assisted-documents.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot, type GivenLot } from '../support/given-lots.js';
import { act } from '../support/given-orders.js';
import { CREATE_LOT, UPDATE_LOT } from '../support/lot-documents.js';
import { SELLING } from '../support/selling-documents.js';
import { World } from '../support/world.js';

const MERGE = `mutation ($input: MergeLotsInput!) { mergeLots(input: $input) {
  __typename ... on Lot { id version } ... on Refused { code } } }`;
const NOW = '2026-08-25T18:00:00+07:00';

describe('ID-06 several things others did one after another, undone the last one first', () => {
  let world: World;
  let make: Given;
  let lan: Someone;
  let clerk: Someone;

  beforeAll(async () => {
    world = await World.open(NOW);
    make = await given(world);
    clerk = await make.coopClerk({ name: 'Trần Văn Hòa' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.moveTo(NOW);
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    await make.joinCoop(clerk, lan);
  });

  const undo = undoOf(() => world.id());
  const done = async (): Promise<ShownAct[]> =>
    (await lan.voice.ask<{ nodes: ShownAct[] }>(ASSISTED)).nodes;
  const undoAll = async (): Promise<(string | undefined)[]> => {
    const codes = [];
    for (const { id } of await done()) codes.push((await undo(lan, id)).code);
    return codes;
  };
  const ofLan = () => ({ householdId: lan.party.id });
  const pause = (who: Someone, firstDay: string, lastDay: string) => {
    world.clock.pass(1);
    return act(make, who, SELLING.pause, { ...ofLan(), firstDay, lastDay });
  };
  const resume = (who: Someone) => {
    world.clock.pass(1);
    return act(make, who, SELLING.resume, ofLan());
  };
  const standing = async (): Promise<string | undefined> => {
    const { pause: one } = await lan.voice.ask<{ pause: { firstDay: string } | null }>(
      SELLING.standing,
    );
    return one?.firstDay;
  };
  const edit = (who: Someone, { id }: GivenLot, expectedVersion: number, kg: number) =>
    act<{ __typename: string }>(make, who, UPDATE_LOT, {
      lotId: id,
      expectedVersion,
      grades: [{ gradeCode: 'L1', grams: kg * 1000, askVndPerKg: null }],
    });
  const merge = (from: GivenLot, into: GivenLot, expectedVersion: number) =>
    act(make, clerk, MERGE, { lotId: from.id, intoLotId: into.id, expectedVersion });
  const lots = async (): Promise<Record<string, [string, number]>> => {
    const rows: { id: string; state: string; kg: number }[] = await world.db.query(
      `select l.id, l.state, (sum(g.offered_g - g.written_off_g) / 1000)::int as kg
       from lots l join lot_grades g on g.lot_id = l.id where l.household_id = $1 group by l.id`,
      [lan.party.id],
    );
    return Object.fromEntries(rows.map(({ id, state, kg }) => [id, [state, kg]]));
  };

  it('a pause of its own stands again under two that others said', async () => {
    await pause(lan, '2026-08-26', '2026-08-30');
    await pause(clerk, '2026-08-27', '2026-08-30');
    await pause(clerk, '2026-08-28', '2026-08-30');
    world.clock.pass(1);
    expect(await undoAll()).toEqual([undefined, undefined]);
    expect(await standing()).toBe('2026-08-26');
  });

  it('a pause of its own that others ended and replaced stands again', async () => {
    await pause(lan, '2026-08-26', '2026-08-30');
    await resume(clerk);
    await pause(clerk, '2026-08-28', '2026-08-30');
    await resume(clerk);
    world.clock.pass(1);
    expect(await undoAll()).toEqual([undefined, undefined, undefined]);
    expect(await standing()).toBe('2026-08-26');
  });

  it('lots that were changed, joined and joined again stand apart as they were', async () => {
    const a = await givenLot(make, lan, { kg: { L1: 30 } });
    const b = await givenLot(make, lan, { kg: { L1: 50 } });
    const c = await givenLot(make, lan, { kg: { L1: 70 } });
    const before = await lots();
    await edit(clerk, a, 1, 40);
    await merge(a, b, 1);
    await merge(b, c, 1);
    expect(await lots()).toMatchObject({ [c.id]: ['PUBLISHED', 160] });
    expect(await undoAll()).toEqual([undefined, undefined, undefined]);
    expect(await lots()).toEqual(before);
  });

  it('a lot that was offered for it is not taken back with fruit of its own in it', async () => {
    const own = await givenLot(make, lan, { kg: { L1: 60 } });
    const lotId = world.id();
    await act(make, clerk, CREATE_LOT, {
      lotId,
      ...ofLan(),
      cropCode: 'NA',
      grades: [{ gradeCode: 'L1', grams: 20_000, askVndPerKg: null }],
      readyFrom: '2026-08-26T05:00:00+07:00',
      readyTo: '2026-08-26T10:00:00+07:00',
      publish: true,
    });
    const offered = { ...own, id: lotId };
    await merge(own, offered, 1);
    const [merged, first] = await done();
    expect([merged?.kind, first?.kind]).toEqual(['LOTS_MERGED', 'LOT_OFFERED']);
    expect(await undo(lan, first!.id)).toMatchObject({ code: 'ASSISTED_CHANGED_SINCE' });
    expect(await undoAll()).toEqual([undefined, undefined]);
    expect(await lots()).toMatchObject({ [own.id]: ['PUBLISHED', 60], [lotId]: ['CLOSED', 20] });
  });
});
