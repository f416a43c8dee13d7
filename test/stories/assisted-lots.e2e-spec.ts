import { Lots } from '../../src/lots/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { ASSISTED, undoOf, type ShownAct } from '../support/assisted-documents.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot, type GivenLot } from '../support/given-lots.js';
import { act } from '../support/given-orders.js';
import {
  MY_NOTICES,
  PAUSE_LOT,
  PUBLISH_LOT,
  RESUME_LOT,
  UPDATE_LOT,
  WITHDRAW_LOT,
} from '../support/lot-documents.js';
import { SELLING } from '../support/selling-documents.js';
import { fingerprint } from '../support/unchanged.js';
import { World } from '../support/world.js';

const MERGE = `mutation ($input: MergeLotsInput!) { mergeLots(input: $input) {
  __typename ... on Lot { id version } ... on Refused { code } } }`;
const NOW = '2026-08-25T18:00:00+07:00';

describe('what others do with a household’s lots', () => {
  let world: World;
  let make: Given;
  let lan: Someone;
  let clerk: Someone;
  let hung: Someone;
  let binh: Someone;

  beforeAll(async () => {
    world = await World.open(NOW);
    make = await given(world);
    hung = await make.trader({ name: 'Vựa Hùng' });
    binh = await make.trader({ name: 'Vựa Bình' });
    clerk = await make.coopClerk({ name: 'Trần Văn Hòa' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.moveTo(NOW);
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    await make.joinCoop(clerk, lan);
  });

  const undo = undoOf(() => world.id());
  const doneFor = async (who: Someone): Promise<ShownAct[]> =>
    (await who.voice.ask<{ nodes: ShownAct[] }>(ASSISTED)).nodes;
  const undoLast = async (): Promise<{ code?: string }> => undo(lan, (await doneFor(lan))[0]!.id);
  const edit = (who: Someone, { id }: GivenLot, expectedVersion: number, kg: number) =>
    act<{ __typename: string }>(make, who, UPDATE_LOT, {
      lotId: id,
      expectedVersion,
      grades: [{ gradeCode: 'L1', grams: kg * 1000, askVndPerKg: null }],
    });
  const step = (who: Someone, document: string, { id }: GivenLot, expectedVersion: number) =>
    act<{ __typename: string }>(make, who, document, { lotId: id, expectedVersion });
  const withdraw = (who: Someone, { id }: GivenLot) =>
    act(make, who, WITHDRAW_LOT, { lotId: id, cause: 'OTHER', reason: 'Hết hàng' });
  const show = (who: Someone, { id }: GivenLot, expectedVersion: number, to: Someone) =>
    act(make, who, SELLING.restrict, {
      lotId: id,
      expectedVersion,
      partyIds: [to.party.id],
      openToAllAt: '2026-08-25T21:00:00+07:00',
    });
  const merge = (who: Someone, from: GivenLot, into: GivenLot, expectedVersion = 1) =>
    act(make, who, MERGE, { lotId: from.id, intoLotId: into.id, expectedVersion });
  const ofLan = () => ({ householdId: lan.party.id });
  const pause = (who: Someone, firstDay: string, lastDay: string) =>
    act(make, who, SELLING.pause, { ...ofLan(), firstDay, lastDay });
  const claim = async (who: Someone): Promise<string> => {
    const claimId = world.id();
    const paper = { kind: 'VIETGAP', number: 'VG-12/2026', cropCode: null, proofId: null };
    const days = { validFrom: '2026-01-01', validTo: '2026-08-25' };
    await act(make, who, SELLING.declare, { claimId, ...ofLan(), ...paper, ...days });
    return claimId;
  };
  const unclaim = (who: Someone, claimId: string) => act(make, who, SELLING.undeclare, { claimId });
  const reserve = (lot: GivenLot, kg: number) => {
    const wish = { lotGradeId: lot.lines['L1'] ?? '', grams: kg * 1000, expiresAt: null };
    return world.app
      .get(UnitOfWork)
      .run((tx) => world.app.get(Lots).reserve(tx, [{ ...wish, holdId: world.id() }]));
  };

  /** Everything a household says to the market; versions and former kilograms of a line left out. */
  const standing = async (): Promise<unknown> => {
    const [row] = await world.db.query(
      `select (select json_agg(json_build_object('state', l.state, 'from', l.ready_from, 'to', l.ready_to,
                 'least', l.min_take_g, 'note', l.pickup_note, 'sprayed', l.sprayed_on, 'days', l.interval_days,
                 'reason', l.close_reason, 'words', l.close_note, 'cause', l.withdraw_cause, 'into', l.merged_into,
                 'open', l.open_to_all_at,
                 'audience', (select json_agg(a.party_id) from lot_audience a where a.lot_id = l.id),
                 'lines', (select json_agg(json_build_object('grade', g.grade_code, 'vnd', g.ask_vnd_per_kg,
                    'grams', g.offered_g - g.written_off_g, 'reserved', g.reserved_g) order by g.grade_code)
                  from lot_grades g where g.lot_id = l.id and g.offered_g > g.written_off_g)) order by l.id)
               from lots l where l.household_id = $1) as lots,
              (select json_agg(json_build_array(p.first_day, p.last_day)) from selling_pauses p
               where p.household_id = $1 and p.ended_at is null) as pauses,
              (select json_agg(c.number) from claims c where c.household_id = $1 and c.withdrawn_at is null) as claims`,
      [lan.party.id],
    );
    return row;
  };

  /** What stands first, what the clerk does then, and the sentence the household reads of it. */
  type Story = [kind: string, text: string, given: () => Promise<() => Promise<unknown>>];
  const stories: Story[] = [
    [
      'LOT_CHANGED',
      'sửa lô 60 kg na',
      async () => {
        const lot = await givenLot(make, lan, { kg: { L1: 80, L2: 20 }, minTakeGrams: 70_000 });
        const change = {
          grades: [{ gradeCode: 'L1', grams: 60_000, askVndPerKg: 20_000 }],
          readyTo: '2026-08-27T10:00:00+07:00',
          pickupNote: 'cổng sau',
          sprayedOn: '2026-08-20',
          intervalDays: 3,
        };
        return () => act(make, clerk, UPDATE_LOT, { lotId: lot.id, expectedVersion: 1, ...change });
      },
    ],
    [
      'LOT_PAUSED',
      'tạm dừng bán lô 100 kg na',
      async () => {
        const lot = await givenLot(make, lan);
        return () => step(clerk, PAUSE_LOT, lot, 1);
      },
    ],
    [
      'LOT_PUBLISHED',
      'đưa lô 100 kg na lên bán',
      async () => {
        const lot = await givenLot(make, lan);
        await step(lan, PAUSE_LOT, lot, 1);
        return () => step(clerk, RESUME_LOT, lot, 2);
      },
    ],
    [
      'LOT_RESTRICTED',
      'chọn người được xem lô 100 kg na',
      async () => {
        const lot = await givenLot(make, lan);
        await show(lan, lot, 1, hung);
        return () => show(clerk, lot, 2, binh);
      },
    ],
    [
      'LOT_WITHDRAWN',
      'rút lô 100 kg na',
      async () => {
        const lot = await givenLot(make, lan);
        return () => withdraw(clerk, lot);
      },
    ],
    [
      'LOTS_MERGED',
      'gộp hai lô thành 90 kg na',
      async () => {
        const small = await givenLot(make, lan, { kg: { L1: 30, L2: 10 } });
        const large = await givenLot(make, lan, { kg: { L1: 50 } });
        return () => merge(clerk, small, large);
      },
    ],
    [
      'SELLING_PAUSED',
      'báo nghỉ bán 27/08 đến 29/08',
      async () => {
        await pause(lan, '2026-08-25', '2026-08-26');
        return () => pause(clerk, '2026-08-27', '2026-08-29');
      },
    ],
    [
      'SELLING_RESUMED',
      'báo bán trở lại',
      async () => {
        await pause(lan, '2026-08-25', '2026-08-26');
        return () => act(make, clerk, SELLING.resume, ofLan());
      },
    ],
    [
      'CLAIM_DECLARED',
      'khai giấy chứng nhận VG-12/2026',
      () => Promise.resolve(() => claim(clerk)),
    ],
    [
      'CLAIM_WITHDRAWN',
      'rút giấy chứng nhận VG-12/2026',
      async () => {
        const claimId = await claim(lan);
        return () => unclaim(clerk, claimId);
      },
    ],
  ];

  it.each(stories)(
    'ID-06 %s is told to the household, which undoes it: %s',
    async (kind, text, first) => {
      const doing = await first();
      expect(await doneFor(lan)).toEqual([]);
      const before = await standing();
      await doing();
      expect(await standing()).not.toEqual(before);
      const [done, ...others] = await doneFor(lan);
      expect(others).toEqual([]);
      expect(done).toMatchObject({ kind, text, by: 'Trần Văn Hòa', canUndo: true });

      await world.deliverEvents();
      const told = await lan.voice.ask<{ nodes: { kind: string; text: string }[] }>(MY_NOTICES);
      expect(
        told.nodes.filter((one) => one.kind === 'ACTED_FOR_YOU').map((one) => one.text),
      ).toEqual([`Trần Văn Hòa đã làm thay nhà mình: ${text}. Không đúng thì bấm vào đây.`]);

      const tables = ['lots', 'lot_grades', 'selling_pauses', 'claims', 'assisted_acts'];
      const whole = await fingerprint(world, tables);
      expect(await undo(await make.grower({}), done!.id)).toMatchObject({
        code: 'ASSISTED_ACT_NOT_FOUND',
      });
      world.clock.moveTo('2026-08-26T18:00:01+07:00');
      expect(await undo(lan, done!.id)).toMatchObject({ code: 'ASSISTED_TOO_LATE' });
      world.clock.moveTo(NOW);
      expect(await fingerprint(world, tables)).toEqual(whole);
      expect(await undo(lan, done!.id)).toMatchObject({ canUndo: false });
      expect(await standing()).toEqual(before);
      expect(await undo(lan, done!.id)).toMatchObject({ code: 'ASSISTED_UNDONE' });
    },
  );

  it('ID-06 a draft that was put on the market is taken off it, and the officer’s word for it goes', async () => {
    const officer = await make.communeOfficer({ commune: 'Nghĩa Phương' });
    await make.grant(lan, officer, 'SELL_FOR');
    const big = await givenLot(make, lan, { kg: { L1: 900 }, publish: false });
    await step(officer, PUBLISH_LOT, big, 1);
    await reserve(big, 10);
    expect(await undoLast()).toMatchObject({ canUndo: false });
    const [row] = await world.db.query(
      `select l.state, l.confirmed_by, g.reserved_g from lots l join lot_grades g on g.lot_id = l.id where l.id = $1`,
      [big.id],
    );
    expect(row).toEqual({ state: 'PAUSED', confirmed_by: null, reserved_g: '10000' });
    expect(await step(lan, RESUME_LOT, big, 3)).toMatchObject({ code: 'LOT_PHOTO_NEEDED' });
  });

  it('ID-06 several changes are undone the last one first, and none over what the household did itself', async () => {
    const lot = await givenLot(make, lan);
    await edit(clerk, lot, 1, 80);
    await step(clerk, PAUSE_LOT, lot, 2);
    const [paused, edited] = await doneFor(lan);
    expect(await undo(lan, edited!.id)).toMatchObject({ code: 'ASSISTED_CHANGED_SINCE' });
    expect(await undo(lan, paused!.id)).toMatchObject({ canUndo: false });
    expect(await undo(lan, edited!.id)).toMatchObject({ canUndo: false });
    expect(await standing()).toMatchObject({
      lots: [{ state: 'PUBLISHED', lines: [{ grams: 100_000 }] }],
    });

    await edit(clerk, lot, 5, 70);
    await edit(lan, lot, 6, 60);
    expect(await undoLast()).toMatchObject({ code: 'ASSISTED_CHANGED_SINCE' });
    expect(await doneFor(lan)).toHaveLength(3);
  });

  it('ID-06 nothing is undone that would take kilograms or hours from a buyer', async () => {
    const lot = await givenLot(make, lan);
    await edit(clerk, lot, 1, 150);
    await reserve(lot, 120);
    const [small, large] = [
      await givenLot(make, lan, { kg: { L1: 30 } }),
      await givenLot(make, lan, { kg: { L1: 50 } }),
    ];
    await merge(clerk, small, large);
    await reserve(large, 60);
    const longer = await givenLot(make, lan);
    await act(make, clerk, UPDATE_LOT, {
      lotId: longer.id,
      expectedVersion: 1,
      readyTo: '2026-08-29T10:00:00+07:00',
    });
    await reserve(longer, 10);
    const gone = await givenLot(make, lan);
    await reserve(gone, 10);
    await withdraw(clerk, gone);

    const tables = ['lots', 'lot_grades', 'lot_holds', 'assisted_acts'];
    const whole = await fingerprint(world, tables);
    const answers = [];
    for (const { id } of await doneFor(lan)) answers.push((await undo(lan, id)).code);
    expect(answers).toEqual([
      'ASSISTED_PROMISE_LOST',
      'ASSISTED_PROMISED',
      'ASSISTED_PROMISED',
      'ASSISTED_PROMISED',
    ]);
    expect(await fingerprint(world, tables)).toEqual(whole);
  });

  it('ID-06 nothing comes back whose time is over, or that was said again', async () => {
    const lot = await givenLot(make, lan, { readyTo: '2026-08-26T05:00:00+07:00' });
    await step(clerk, PAUSE_LOT, lot, 1);
    await pause(lan, '2026-08-25', '2026-08-25');
    await act(make, clerk, SELLING.resume, ofLan());
    await unclaim(clerk, await claim(lan));
    const [unclaimed, resumed, paused] = await doneFor(lan);
    world.clock.moveTo('2026-08-26T06:00:00+07:00');
    expect(await undo(lan, paused!.id)).toMatchObject({ code: 'LOT_WINDOW_OVER' });
    expect(await undo(lan, resumed!.id)).toMatchObject({ code: 'PAUSE_DAYS_OVER' });
    expect(await undo(lan, unclaimed!.id)).toMatchObject({ code: 'CLAIM_OVER' });
    world.clock.moveTo('2026-08-25T19:00:00+07:00');
    await claim(lan);
    expect(await undo(lan, unclaimed!.id)).toMatchObject({ code: 'CLAIM_SAID' });
    await pause(lan, '2026-08-27', '2026-08-28');
    expect(await undo(lan, resumed!.id)).toMatchObject({ code: 'ASSISTED_CHANGED_SINCE' });
    await pause(clerk, '2026-08-28', '2026-08-30');
    await pause(lan, '2026-08-28', '2026-08-29');
    expect(await undoLast()).toMatchObject({ code: 'ASSISTED_CHANGED_SINCE' });
  });

  it('ID-06 two phones undo once, and a buyer who reserves in that moment has the kilograms or hears that they are gone', async () => {
    const lot = await givenLot(make, lan);
    await edit(clerk, lot, 1, 150);
    const [done] = await doneFor(lan);
    const answers = await Promise.all([
      undo(lan, done!.id),
      undo(lan, done!.id),
      reserve(lot, 120),
    ]);
    const [one, other, reserved] = answers;
    const isReserved = reserved === undefined;
    expect(new Set([one.code, other.code])).toEqual(
      new Set(isReserved ? ['ASSISTED_PROMISED'] : ['ASSISTED_UNDONE', undefined]),
    );
    const [line] = await world.db.query(
      `select offered_g, reserved_g from lot_grades where lot_id = $1`,
      [lot.id],
    );
    expect(line).toEqual(
      isReserved
        ? { offered_g: '150000', reserved_g: '120000' }
        : { offered_g: '100000', reserved_g: '0' },
    );
  });

  it('ID-06 what the household does itself is nobody’s act', async () => {
    for (const [, , first] of stories) {
      const helper = clerk;
      clerk = lan;
      await (
        await first()
      )();
      clerk = helper;
    }
    expect(await doneFor(lan)).toEqual([]);
  });
});
