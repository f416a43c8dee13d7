import { CloseOverLots } from '../../src/lots/use-cases/close-over-lots.js';
import { Lots } from '../../src/lots/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Voice } from '../support/ask.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot } from '../support/given-lots.js';
import {
  CREATE_LOT,
  MY_LOTS,
  MY_NOTICES,
  ONE_LOT,
  PAUSE_LOT,
  PUBLISH_LOT,
  REPEAT_LOT,
  RESUME_LOT,
  UPDATE_LOT,
  WITHDRAW_LOT,
  type ShownLot,
} from '../support/lot-documents.js';
import { World } from '../support/world.js';

describe('a household’s lots', () => {
  let world: World;
  let make: Given;
  let lan: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-25T18:00:00+07:00');
    make = await given(world);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.moveTo('2026-08-25T18:00:00+07:00');
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
  });

  const newLot = (over: object = {}) => ({
    clientMutationId: world.id(),
    lotId: world.id(),
    cropCode: 'NA',
    varietyCode: 'NA_DAI',
    grades: [
      { gradeCode: 'L1', grams: 120_000, askVndPerKg: 35_000 },
      { gradeCode: 'L2', grams: 200_000 },
    ],
    readyFrom: '2026-08-25T22:00:00.000Z',
    readyTo: '2026-08-26T05:00:00.000Z',
    publish: true,
    ...over,
  });
  const act = (voice: Voice, document: string, input: object): Promise<ShownLot> =>
    voice.ask<ShownLot>(document, { input: { clientMutationId: world.id(), ...input } });
  const stateOf = async (id: string): Promise<string | undefined> => {
    const rows: { state: string }[] = await world.db.query(`select state from lots where id = $1`, [
      id,
    ]);
    return rows[0]?.state;
  };
  const reserve = async (lotGradeId: string, kg: number): Promise<string> => {
    const holdId = world.id();
    const wanted = { holdId, lotGradeId, grams: kg * 1000, expiresAt: null };
    await world.app.get(UnitOfWork).run((tx) => world.app.get(Lots).reserve(tx, [wanted]));
    return holdId;
  };

  it('LI-01 LI-03 goes on the market with crop, grades, kilograms and hours; the rest is known', async () => {
    const input = newLot();
    expect(await act(lan.voice, CREATE_LOT, input)).toEqual({
      __typename: 'Lot',
      id: input.lotId,
      state: 'PUBLISHED',
      version: 1,
      readyFrom: input.readyFrom,
      readyTo: input.readyTo,
      minTakeGrams: 0,
      pickupNote: '',
      closeReason: null,
      publishedAt: '2026-08-25T11:00:00.000Z',
      isMine: true,
      crop: { code: 'NA' },
      variety: { code: 'NA_DAI' },
      commune: { name: 'Nghĩa Phương' },
      household: { name: 'Nguyễn Thị Lan' },
      grades: [
        {
          grade: { code: 'L1', nameVi: 'loại 1' },
          offeredGrams: 120_000,
          freeGrams: 120_000,
          reservedGrams: 0,
          weighedGrams: 0,
          askVndPerKg: 35_000,
        },
        {
          grade: { code: 'L2', nameVi: 'loại 2' },
          offeredGrams: 200_000,
          freeGrams: 200_000,
          reservedGrams: 0,
          weighedGrams: 0,
          askVndPerKg: null,
        },
      ],
    });
  });

  it('is made once, however often the phone sends it', async () => {
    const input = newLot();
    const answers = await Promise.all([1, 2, 3].map(() => act(lan.voice, CREATE_LOT, input)));
    expect(answers.map(({ id }) => id)).toEqual([input.lotId, input.lotId, input.lotId]);
    world.clock.moveTo('2026-08-27T18:00:00+07:00');
    expect(await act(lan.voice, CREATE_LOT, input)).toMatchObject({ id: input.lotId });
    const mine = await lan.voice.ask<{ nodes: object[] }>(MY_LOTS);
    expect(mine.nodes).toHaveLength(1);
    const again = { ...input, clientMutationId: world.id(), readyTo: '2026-08-28T05:00:00.000Z' };
    expect(await act(lan.voice, CREATE_LOT, again)).toMatchObject({ code: 'LOT_ID_TAKEN' });
  });

  it.each([
    [{ grades: [] }, 'LOT_GRADES_MISSING', 'grades'],
    [{ grades: [{ gradeCode: 'XX', grams: 5000 }] }, 'LOT_GRADE_UNKNOWN', 'grades.0.gradeCode'],
    [{ cropCode: 'DURIAN' }, 'CROP_UNKNOWN', 'cropCode'],
    [{ varietyCode: 'KHOAI_SO_VANG' }, 'VARIETY_UNKNOWN', 'varietyCode'],
    [{ readyTo: '2026-08-25T10:00:00.000Z' }, 'LOT_WINDOW_WRONG', 'readyTo'],
    [{ photoId: '00000000-0000-4000-8000-000000000000' }, 'PHOTO_NOT_FOUND', 'photoId'],
    [{ grades: [{ gradeCode: 'L1', grams: 500_001 }] }, 'LOT_PHOTO_NEEDED', 'photoId'],
  ])('refuses %j with %s', async (over, code, field) => {
    const input = newLot(over);
    expect(await act(lan.voice, CREATE_LOT, input)).toMatchObject({
      __typename: 'Refused',
      code,
      field,
    });
    expect(await stateOf(input.lotId)).toBeUndefined();
  });

  it('LI-14 is refused with the day while the spray interval runs, and may wait as a draft', async () => {
    const sprayed = { sprayedOn: '2026-08-20', intervalDays: 7 };
    expect(await act(lan.voice, CREATE_LOT, newLot(sprayed))).toMatchObject({
      code: 'LOT_SPRAY_INTERVAL',
      message: 'Chưa hết thời gian cách ly thuốc: đến 27/08/2026 mới được hái.',
      nextStep: 'Chọn ngày lấy hàng từ 27/08/2026.',
      field: 'readyFrom',
      facts: [{ name: 'pickableFrom', value: '2026-08-27' }],
    });
    const draft = await act(lan.voice, CREATE_LOT, newLot({ ...sprayed, publish: false }));
    expect(draft).toMatchObject({ state: 'DRAFT', publishedAt: null });
    const wish = { lotId: draft.id, expectedVersion: 1 };
    expect(await act(lan.voice, PUBLISH_LOT, wish)).toMatchObject({ code: 'LOT_SPRAY_INTERVAL' });
    expect(await stateOf(draft.id)).toBe('DRAFT');
  });

  it('is published, paused, put back and withdrawn, and closed for good then', async () => {
    const lot = await givenLot(make, lan, { publish: false });
    const as = (expectedVersion: number) => ({ lotId: lot.id, expectedVersion });
    expect(await act(lan.voice, PAUSE_LOT, as(1))).toMatchObject({ code: 'LOT_STEP_NOT_ALLOWED' });
    expect(await act(lan.voice, PUBLISH_LOT, as(1))).toMatchObject({
      state: 'PUBLISHED',
      version: 2,
    });
    expect(await act(lan.voice, PAUSE_LOT, as(2))).toMatchObject({ state: 'PAUSED', version: 3 });
    expect(await act(lan.voice, RESUME_LOT, as(2))).toMatchObject({
      code: 'LOT_CHANGED',
      message: 'Lô này vừa được sửa ở máy khác.',
    });
    expect(await act(lan.voice, RESUME_LOT, as(3))).toMatchObject({
      state: 'PUBLISHED',
      version: 4,
    });
    const gone = { lotId: lot.id, reason: '' };
    expect(await act(lan.voice, WITHDRAW_LOT, gone)).toMatchObject({
      state: 'CLOSED',
      closeReason: 'WITHDRAWN',
    });
    expect(await act(lan.voice, RESUME_LOT, as(5))).toMatchObject({ code: 'LOT_STEP_NOT_ALLOWED' });
    expect(await act(lan.voice, UPDATE_LOT, { ...as(5), minTakeGrams: 1 })).toMatchObject({
      code: 'LOT_STEP_NOT_ALLOWED',
    });
  });

  it('LI-07 shows the second of two phones what the first one changed, and changes nothing', async () => {
    const lot = await givenLot(make, lan, { kg: { L1: 100 }, askVndPerKg: 30_000 });
    const edit = (kg: number, askVndPerKg: number) => ({
      lotId: lot.id,
      expectedVersion: 1,
      grades: [{ gradeCode: 'L1', grams: kg * 1000, askVndPerKg }],
    });
    expect(await act(lan.voice, UPDATE_LOT, edit(80, 33_000))).toMatchObject({ version: 2 });
    expect(await act(lan.voice, UPDATE_LOT, edit(150, 28_000))).toEqual({
      __typename: 'VersionConflict',
      code: 'LOT_CHANGED',
      message: 'Lô này vừa được sửa ở máy khác.',
      nextStep: 'Xem số mới rồi sửa lại nếu cần.',
      current: { version: 2, grades: [{ offeredGrams: 80_000, askVndPerKg: 33_000 }] },
    });
    const answers = await Promise.all(
      [90, 91, 92].map((kg) =>
        act(lan.voice, UPDATE_LOT, { ...edit(kg, 30_000), expectedVersion: 2 }),
      ),
    );
    expect(
      answers.map(({ __typename }) => __typename).toSorted((a, b) => a.localeCompare(b)),
    ).toEqual(['Lot', 'VersionConflict', 'VersionConflict']);
  });

  it('LI-04 cannot offer less than what is promised, and says what that is; more is always allowed', async () => {
    const lot = await givenLot(make, lan, { kg: { L1: 100, L2: 60 } });
    await reserve(lot.lines['L1'] ?? '', 70);
    const edit = (l1: number) => ({
      lotId: lot.id,
      expectedVersion: 1,
      grades: [{ gradeCode: 'L1', grams: l1 * 1000 }],
    });
    expect(await act(lan.voice, UPDATE_LOT, edit(69))).toEqual({
      __typename: 'BelowReserved',
      code: 'LOT_BELOW_RESERVED',
      message: 'Đã có người đặt nhiều hơn số kg này.',
      nextStep: 'Nhập số kg không ít hơn phần đã có người đặt.',
      reservations: [{ gradeCode: 'L1', reservedGrams: 70_000 }],
    });
    const raised = await act(lan.voice, UPDATE_LOT, edit(500));
    expect(raised).toMatchObject({
      version: 2,
      grades: [
        { grade: { code: 'L1' }, offeredGrams: 500_000, freeGrams: 430_000, reservedGrams: 70_000 },
      ],
    });
  });

  it('LI-06 leaves a promise as it was made when the price changes', async () => {
    const lot = await givenLot(make, lan, { kg: { L1: 100 }, askVndPerKg: 30_000 });
    const holdId = await reserve(lot.lines['L1'] ?? '', 40);
    const before = await world.db.query(`select * from lot_holds where id = $1`, [holdId]);
    const grades = [{ gradeCode: 'L1', grams: 100_000, askVndPerKg: 45_000 }];
    expect(
      await act(lan.voice, UPDATE_LOT, { lotId: lot.id, expectedVersion: 1, grades }),
    ).toMatchObject({
      grades: [{ askVndPerKg: 45_000, reservedGrams: 40_000, freeGrams: 60_000 }],
    });
    expect(await world.db.query(`select * from lot_holds where id = $1`, [holdId])).toEqual(before);
  });

  it('keeps the hours that were promised: they may grow, not shrink', async () => {
    const lot = await givenLot(make, lan, {
      readyFrom: '2026-08-26T03:00:00.000Z',
      readyTo: '2026-08-26T09:00:00.000Z',
    });
    await reserve(lot.lines['L1'] ?? '', 1);
    const edit = (expectedVersion: number, readyTo: string) => ({
      lotId: lot.id,
      expectedVersion,
      readyTo,
    });
    expect(await act(lan.voice, UPDATE_LOT, edit(1, '2026-08-26T08:00:00.000Z'))).toMatchObject({
      code: 'LOT_WINDOW_PROMISED',
      field: 'readyTo',
    });
    expect(await act(lan.voice, UPDATE_LOT, edit(1, '2026-08-26T10:00:00.000Z'))).toMatchObject({
      readyTo: '2026-08-26T10:00:00.000Z',
    });
  });

  it('LI-08 needs a reason to withdraw what is promised, and tells whoever made the promise', async () => {
    const lot = await givenLot(make, lan, { kg: { L1: 100 } });
    const holdId = await reserve(lot.lines['L1'] ?? '', 10);
    expect(await act(lan.voice, WITHDRAW_LOT, { lotId: lot.id, reason: '  ' })).toMatchObject({
      code: 'LOT_REASON_MISSING',
      field: 'reason',
    });
    expect(await stateOf(lot.id)).toBe('PUBLISHED');
    expect(
      await act(lan.voice, WITHDRAW_LOT, { lotId: lot.id, reason: 'Mưa đá dập hết quả' }),
    ).toMatchObject({
      state: 'CLOSED',
    });
    const events = await world.deliverEvents();
    const told = events
      .filter(({ name }) => name === 'lot.withdrawn')
      .map(({ payload }) => payload);
    expect(told).toContainEqual({ lotId: lot.id, holdIds: [holdId] });
  });

  it('LI-03 is listed again for tomorrow with the same fruit and hours', async () => {
    const lot = await givenLot(make, lan, {
      kg: { L1: 90, L3: 30 },
      askVndPerKg: 31_000,
      varietyCode: 'NA_DAI',
      minTakeGrams: 20_000,
      readyFrom: '2026-08-25T21:30:00.000Z',
      readyTo: '2026-08-26T04:00:00.000Z',
    });
    world.clock.moveTo('2026-08-30T20:00:00+07:00');
    const wish = { clientMutationId: world.id(), lotId: lot.id, newLotId: world.id() };
    const repeated = await act(lan.voice, REPEAT_LOT, wish);
    expect(repeated).toMatchObject({
      id: wish.newLotId,
      state: 'PUBLISHED',
      readyFrom: '2026-08-30T21:30:00.000Z',
      readyTo: '2026-08-31T04:00:00.000Z',
      minTakeGrams: 20_000,
      variety: { code: 'NA_DAI' },
      grades: [
        { grade: { code: 'L1' }, offeredGrams: 90_000, freeGrams: 90_000, askVndPerKg: 31_000 },
        { grade: { code: 'L3' }, offeredGrams: 30_000, freeGrams: 30_000, askVndPerKg: 31_000 },
      ],
    });
    world.clock.pass(24 * 60);
    expect(await act(lan.voice, REPEAT_LOT, wish)).toEqual(repeated);
  });

  it('LI-03 is listed again for the morning that was agreed to, however late the phone finds a signal', async () => {
    const lot = await givenLot(make, lan, {
      kg: { L1: 90 },
      readyFrom: '2026-08-30T08:23:00.000Z',
      readyTo: '2026-08-30T13:00:00.000Z',
    });
    // Agreed to on the evening before, sent when the day had begun.
    world.clock.moveTo('2026-08-31T02:00:00+07:00');
    const agreed = { readyFrom: '2026-08-30T21:00:00.000Z', readyTo: '2026-08-31T03:00:00.000Z' };
    const wish = { clientMutationId: world.id(), lotId: lot.id, newLotId: world.id(), ...agreed };
    expect(await act(lan.voice, REPEAT_LOT, wish)).toMatchObject({ state: 'PUBLISHED', ...agreed });
    world.clock.moveTo('2026-09-01T12:00:00+07:00');
    const late = { ...wish, clientMutationId: world.id(), newLotId: world.id() };
    expect(await act(lan.voice, REPEAT_LOT, late)).toMatchObject({ field: 'readyTo' });
  });

  it('LI-05 expires after its hours and a grace, tells the household what was left, and names the promises', async () => {
    const left = await givenLot(make, lan, {
      kg: { L1: 100 },
      readyFrom: '2026-08-25T21:00:00.000Z',
      readyTo: '2026-08-26T05:00:00.000Z',
    });
    const holdId = await reserve(left.lines['L1'] ?? '', 30);
    const closing = world.app.get(CloseOverLots);
    world.clock.moveTo('2026-08-26T17:59:00+07:00');
    await closing.run();
    expect(await stateOf(left.id)).toBe('PUBLISHED');
    world.clock.moveTo('2026-08-26T18:00:00+07:00');
    await Promise.all([closing.run(), closing.run()]);
    const events = await world.deliverEvents();
    expect(
      events.filter(({ name }) => name === 'lot.expired').map(({ payload }) => payload),
    ).toContainEqual({
      lotId: left.id,
      holdIds: [holdId],
    });
    expect(await lan.voice.ask(ONE_LOT, { id: left.id })).toMatchObject({
      state: 'CLOSED',
      closeReason: 'EXPIRED',
    });
    expect(await lan.voice.ask(MY_NOTICES)).toEqual({
      nodes: [
        {
          kind: 'LOT_EXPIRED',
          text: 'Lô na đã qua giờ lấy hàng 12:00 26/08, còn 70 kg chưa bán. Bấm để đăng lại.',
          path: `/app/lo/${left.id}`,
        },
      ],
    });
  });

  it('LI-05 closes as sold, without a word, when everything was promised or weighed', async () => {
    const sold = await givenLot(make, lan, { kg: { L1: 100 } });
    await reserve(sold.lines['L1'] ?? '', 100);
    world.clock.pass(55 * 60);
    await world.app.get(CloseOverLots).run();
    await world.deliverEvents();
    expect(await lan.voice.ask(ONE_LOT, { id: sold.id })).toMatchObject({
      state: 'CLOSED',
      closeReason: 'SOLD',
    });
    expect(await lan.voice.ask(MY_NOTICES)).toEqual({ nodes: [] });
  });
});
