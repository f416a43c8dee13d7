import { LotSearch, Lots } from '../../src/lots/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot, type GivenLot } from '../support/given-lots.js';
import { act, ORDERS } from '../support/given-orders.js';
import { UPDATE_LOT } from '../support/lot-documents.js';
import { SELLING } from '../support/selling-documents.js';
import { fingerprint } from '../support/unchanged.js';
import { World } from '../support/world.js';

const SEARCH = `query ($filter: LotFilter) { searchLots(filter: $filter) { nodes { id } } }`;
const RANKED = `query ($after: String) { rankedLots(after: $after) { nodes { id } } }`;
const ONE = `query ($id: ID!) { lot(id: $id) { id openToAllAt claims { kind number hasProof isVouched } } }`;
const NOTICES = `{ myNotices { nodes { kind text path } } }`;

describe('how a household stands to the market', () => {
  let world: World;
  let make: Given;
  let lan: Someone;
  let hung: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-25T18:00:00+07:00');
    make = await given(world);
    hung = await make.trader({ name: 'Vựa Hùng' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.moveTo('2026-08-25T18:00:00+07:00');
    lan = await make.grower({ name: 'Nguyễn Thị Lan', commune: 'Nghĩa Phương' });
  });

  const found = async (who = make.guest(), filter = {}): Promise<string[]> =>
    (await who.ask<{ nodes: { id: string }[] }>(SEARCH, { filter })).nodes.map(({ id }) => id);
  const candidates = async (buyerId: string | null) => {
    const lines = await world.app.get(Lots).candidates({
      cropCode: 'NA',
      gradeCodes: ['L1'],
      readyFrom: new Date('2026-08-25T19:00:00+07:00'),
      readyTo: new Date('2026-08-27T18:00:00+07:00'),
      buyerId,
    });
    return lines.map(({ lotId, reliability }) => ({ lotId, reliability }));
  };
  const isCandidate = async (lot: GivenLot, buyerId: string | null): Promise<boolean> =>
    (await candidates(buyerId)).some(({ lotId }) => lotId === lot.id);
  const order = (lot: GivenLot, buyer = hung) =>
    act<{ __typename: string; code?: string }>(make, buyer, ORDERS.place, {
      lotId: lot.id,
      gradeCode: 'L1',
      grams: 10_000,
      vndPerKg: 30_000,
    });

  describe('LI-12 while it sells nothing', () => {
    const rest = (firstDay: string, lastDay: string, over: object = {}) =>
      act<object>(make, lan, SELLING.pause, { firstDay, lastDay, ...over });

    it('hides every lot of those days, promises nothing more of them, and keeps what was promised', async () => {
      const lot = await givenLot(make, lan, { askVndPerKg: 30_000 });
      const later = await givenLot(make, lan, {
        readyFrom: '2026-08-30T05:00:00+07:00',
        readyTo: '2026-08-30T10:00:00+07:00',
      });
      const wish = { lotGradeId: lot.lines['L1'] ?? '', grams: 10_000, expiresAt: null };
      const reserve = () =>
        world.app
          .get(UnitOfWork)
          .run((tx) => world.app.get(Lots).reserve(tx, [{ ...wish, holdId: world.id() }]));
      expect(await reserve()).toBeUndefined();

      expect(await rest('2026-08-26', '2026-08-28')).toEqual({
        __typename: 'SellingStanding',
        pause: { firstDay: '2026-08-26', lastDay: '2026-08-28' },
        hiddenLots: 1,
        promisedGrams: 10_000,
      });
      expect(await found()).not.toContain(lot.id);
      expect(await found()).toContain(later.id);
      expect(await isCandidate(lot, hung.party.id)).toBe(false);
      expect(await order(lot)).toMatchObject({ code: 'LOT_NOT_OPEN' });
      expect(await reserve()).toMatchObject({
        refused: 'LOT_NOT_ENOUGH',
        facts: { freeGrams: 0 },
      });
      const [row] = await world.db.query(`select reserved_g from lot_grades where lot_id = $1`, [
        lot.id,
      ]);
      expect(row).toEqual({ reserved_g: '10000' });

      expect(await act(make, lan, SELLING.resume, {})).toMatchObject({
        pause: null,
        hiddenLots: 0,
      });
      expect(await found()).toContain(lot.id);
      expect(await isCandidate(lot, hung.party.id)).toBe(true);
    });

    it('is said anew in place of the pause before', async () => {
      await rest('2026-08-26', '2026-08-28');
      await rest('2026-09-01', '2026-09-02');
      expect(await lan.voice.ask(SELLING.standing)).toMatchObject({
        pause: { firstDay: '2026-09-01', lastDay: '2026-09-02' },
      });
    });

    it.each([
      ['2026-08-28', '2026-08-27', 'PAUSE_DAYS_WRONG'],
      ['2026-08-20', '2026-08-24', 'PAUSE_DAYS_OVER'],
      ['2026-08-26', '2027-08-26', 'PAUSE_DAYS_WRONG'],
    ])('refuses %s … %s at the field, and changes nothing', async (firstDay, lastDay, code) => {
      const before = await fingerprint(world, ['selling_pauses', 'acts']);
      expect(await rest(firstDay, lastDay)).toMatchObject({ code, field: 'lastDay' });
      expect(await fingerprint(world, ['selling_pauses', 'acts'])).toEqual(before);
    });

    it('is said by its cooperative, never by a stranger, who does not even see it', async () => {
      const clerk = await make.coopClerk({});
      await make.joinCoop(clerk, lan);
      const days = { firstDay: '2026-08-26', lastDay: '2026-08-26', householdId: lan.party.id };
      expect(await act(make, clerk, SELLING.pause, days)).toMatchObject({
        pause: { lastDay: '2026-08-26' },
      });
      const neighbour = await make.grower({});
      expect(await act(make, neighbour, SELLING.pause, days)).toMatchObject({
        code: 'HOUSEHOLD_NOT_FOUND',
      });
      expect(
        await act(make, neighbour, SELLING.resume, { householdId: lan.party.id }),
      ).toMatchObject({
        code: 'HOUSEHOLD_NOT_FOUND',
      });
      const asked = await neighbour.voice.send<{ sellingStanding: null }>(SELLING.standing, {
        householdId: lan.party.id,
      });
      expect(asked.data).toEqual({ sellingStanding: null });
      const trader = await hung.voice.send(SELLING.pause, {
        input: { clientMutationId: world.id(), ...days },
      });
      expect(trader.errors[0]?.extensions.code).toBe('FORBIDDEN');
    });
  });

  describe('LI-09 a lot shown to chosen buyers first', () => {
    const restrict = (lot: GivenLot, over: object = {}) =>
      act<object>(make, lan, SELLING.restrict, {
        lotId: lot.id,
        expectedVersion: 1,
        partyIds: [hung.party.id],
        openToAllAt: '2026-08-25T21:00:00+07:00',
        ...over,
      });

    it('is on the market for them alone until its hour, then for everybody; they are told', async () => {
      const dung = await make.trader({});
      const lot = await givenLot(make, lan, { askVndPerKg: 30_000 });
      expect(await restrict(lot)).toMatchObject({ __typename: 'Lot', version: 2 });
      await world.deliverEvents();

      for (const stranger of [make.guest(), dung.voice]) {
        expect(await found(stranger)).not.toContain(lot.id);
        expect((await stranger.send(ONE, { id: lot.id })).data).toEqual({ lot: null });
      }
      expect(await world.app.get(LotSearch).one(lot.id)).toBeUndefined();
      expect(await isCandidate(lot, dung.party.id)).toBe(false);
      expect(await order(lot, dung)).toMatchObject({ code: 'LOT_NOT_OPEN' });

      expect(await found(hung.voice)).toContain(lot.id);
      expect(await isCandidate(lot, hung.party.id)).toBe(true);
      const { nodes } = await hung.voice.ask<{ nodes: object[] }>(NOTICES);
      expect(nodes).toContainEqual({
        kind: 'LOT_SHOWN_FIRST',
        text: 'Một hộ cho bạn xem trước 100 kg na, lấy từ 19:00 25/08. Đến 21:00 25/08 mọi người mới thấy.',
        path: `/app/lo/${lot.id}`,
      });

      world.clock.moveTo('2026-08-25T21:00:00+07:00');
      expect(await found()).toContain(lot.id);
      expect(await order(lot, dung)).toMatchObject({ __typename: 'BulkOrder' });
    });

    it('is not shown earlier by a place in the list that says it is later', async () => {
      const lot = await givenLot(make, lan);
      await restrict(lot);
      const place = [101, '2100-01-01T00:00:00Z', world.id(), '2026-08-25T22:00:00+07:00'];
      const after = Buffer.from(JSON.stringify(place)).toString('base64url');
      const { nodes } = await make.guest().ask<{ nodes: { id: string }[] }>(RANKED, { after });
      expect(nodes.map(({ id }) => id)).not.toContain(lot.id);
      world.clock.moveTo('2026-08-25T22:00:00+07:00');
      const later = await make.guest().ask<{ nodes: { id: string }[] }>(RANKED, { after });
      expect(later.nodes.map(({ id }) => id)).toContain(lot.id);
    });

    it.each([
      [{ openToAllAt: '2026-08-25T17:59:00+07:00' }, 'LOT_OPENING_WRONG', 'openToAllAt'],
      [{ openToAllAt: null }, 'LOT_OPENING_WRONG', 'openToAllAt'],
      [{ partyIds: ['01890000-0000-7000-8000-000000000000'] }, 'LOT_AUDIENCE_UNKNOWN', 'partyIds'],
    ])('refuses %j at its field, and changes nothing', async (over, code, field) => {
      const lot = await givenLot(make, lan);
      const before = await fingerprint(world, ['lots', 'lot_audience']);
      expect(await restrict(lot, over)).toMatchObject({ code, field });
      expect(await fingerprint(world, ['lots', 'lot_audience'])).toEqual(before);
    });

    it('is opened to everybody at once, on the version that was seen, by its own people only', async () => {
      const lot = await givenLot(make, lan);
      await restrict(lot);
      const open = { lotId: lot.id, partyIds: [], openToAllAt: null };
      expect(await act(make, lan, SELLING.restrict, { ...open, expectedVersion: 1 })).toMatchObject(
        {
          code: 'LOT_CHANGED',
        },
      );
      const neighbour = await make.grower({});
      expect(
        await act(make, neighbour, SELLING.restrict, { ...open, expectedVersion: 2 }),
      ).toMatchObject({
        code: 'LOT_NOT_FOUND',
      });
      expect(await act(make, lan, SELLING.restrict, { ...open, expectedVersion: 2 })).toMatchObject(
        {
          openToAllAt: null,
        },
      );
      expect(await found()).toContain(lot.id);
    });
  });

  describe('LI-14 its claims', () => {
    const declare = (over: object = {}, who = lan) =>
      act<{ id: string }>(make, who, SELLING.declare, {
        claimId: world.id(),
        kind: 'VIETGAP',
        number: 'vietgap-tt-12-24-0007',
        validFrom: '2025-01-10',
        validTo: '2026-08-26',
        ...over,
      });
    const claimsOf = async (lot: GivenLot) =>
      (await make.guest().ask<{ claims: object[] }>(ONE, { id: lot.id })).claims;

    it('are shown on a lot of the crop while they are valid, and found by', async () => {
      const lot = await givenLot(make, lan);
      const later = await givenLot(make, lan, {
        readyFrom: '2026-08-27T05:00:00+07:00',
        readyTo: '2026-08-27T10:00:00+07:00',
      });
      const melon = await givenLot(make, lan, { cropCode: 'DUA_LE' });
      const { id } = await declare({ cropCode: 'NA' });
      const shown = { kind: 'VIETGAP', hasProof: false, isVouched: false };
      expect(await claimsOf(lot)).toEqual([{ ...shown, number: null }]);
      expect(await claimsOf(later)).toEqual([]);
      expect(await claimsOf(melon)).toEqual([]);
      expect(await found(make.guest(), { claim: 'VIETGAP' })).toEqual([lot.id]);
      expect(await found(make.guest(), { claim: 'ORGANIC' })).toEqual([]);

      expect(await act(make, lan, SELLING.undeclare, { claimId: id })).toMatchObject({
        claimId: id,
      });
      expect(await claimsOf(lot)).toEqual([]);
      expect(await act(make, lan, SELLING.undeclare, { claimId: id })).toMatchObject({
        code: 'CLAIM_NOT_FOUND',
      });
    });

    it('LI-01 ID-08 have kind and validity for everybody, and their number and id only for who may know whose lot it is', async () => {
      const area = { kind: 'GROWING_AREA', number: 'VN-BGOR-0018', validTo: null };
      const mine = await make.grower({});
      const lots = [await givenLot(make, mine), await givenLot(make, mine)];
      const { id } = await declare(area, mine);
      const read = async (who: Someone['voice'], lot: GivenLot | undefined) => {
        const seen = `query ($id: ID!) { lot(id: $id) { claims { id kind number validFrom } } }`;
        const { claims } = await who.ask<{ claims: { id: string }[] }>(seen, { id: lot?.id });
        return claims[0];
      };
      const all = { kind: 'GROWING_AREA', validFrom: '2025-01-10' };
      for (const who of [
        make.guest(),
        (await make.trader({})).voice,
        (await make.grower({})).voice,
      ]) {
        const [first, second] = [await read(who, lots[0]), await read(who, lots[1])];
        for (const claim of [first, second]) expect(claim).toMatchObject({ ...all, number: null });
        // Nor do their ids say that two lots are of one household.
        expect(new Set([id, first?.id, second?.id]).size).toBe(3);
      }
      const officer = await make.communeOfficer({ commune: 'Nghĩa Phương' });
      for (const who of [mine.voice, officer.voice])
        expect(await read(who, lots[0])).toMatchObject({ ...all, id, number: 'VN-BGOR-0018' });
    });

    it('are vouched for when an officer of the commune declares them', async () => {
      const officer = await make.communeOfficer({ commune: 'Nghĩa Phương' });
      await make.grant(lan, officer, 'SELL_FOR');
      const growingArea = { kind: 'GROWING_AREA', number: 'VN-BGOR-0017', validTo: null };
      expect(await declare({ householdId: lan.party.id, ...growingArea }, officer)).toMatchObject({
        number: 'VN-BGOR-0017',
        isVouched: true,
      });
    });

    it.each([
      [{ number: '?' }, 'CLAIM_NUMBER_WRONG', 'number'],
      [{ validTo: '2026-08-24' }, 'CLAIM_OVER', 'validTo'],
      [{ cropCode: 'KHÔNG CÓ' }, 'CROP_UNKNOWN', 'cropCode'],
      [{ proofId: '01890000-0000-7000-8000-000000000000' }, 'PHOTO_NOT_FOUND', 'proofId'],
    ])('are refused at the field: %j', async (over, code, field) => {
      const before = await fingerprint(world, ['claims']);
      expect(await declare(over)).toMatchObject({ code, field });
      expect(await fingerprint(world, ['claims'])).toEqual(before);
    });

    it('a spraying after the lot was listed takes it out of the buyer’s day: refused with the day', async () => {
      const lot = await givenLot(make, lan);
      const spray = { lotId: lot.id, expectedVersion: 1, sprayedOn: '2026-08-25', intervalDays: 7 };
      expect(await act(make, lan, UPDATE_LOT, spray)).toMatchObject({
        code: 'LOT_SPRAY_INTERVAL',
        field: 'readyFrom',
      });
      const moved = {
        ...spray,
        readyFrom: '2026-09-01T05:00:00+07:00',
        readyTo: '2026-09-01T10:00:00+07:00',
      };
      expect(await act(make, lan, UPDATE_LOT, moved)).toMatchObject({
        __typename: 'Lot',
        version: 2,
      });
    });
  });
});
