import { ExpireOffers } from '../../src/orders/use-cases/expire-offers.js';
import type { Given, Someone } from '../support/given.js';
import { givenLot } from '../support/given-lots.js';
import {
  act,
  answerOffer,
  bulkInput,
  codesOf,
  ORDERS,
  stockOf,
  waitingOffers,
  type ShownOrder,
} from '../support/given-orders.js';
import { twoOfThemScene } from '../support/orders-scene.js';
import type { World } from '../support/world.js';

const KG = 1000;

describe('buying one lot, and wishes nobody can mean', () => {
  const scene = twoOfThemScene();
  const { lot, place } = scene;
  let world: World;
  let make: Given;
  let hung: Someone;
  let lan: Someone;
  beforeEach(() => {
    ({ world, make, hung, lan } = scene);
  });

  describe('one lot bought directly', () => {
    it('holds the stock until the household answers; its yes makes the deal at once', async () => {
      const given100 = await lot(100);
      const placed = await place(hung, given100.id, 40 * KG);
      expect(placed).toMatchObject({
        kind: 'LOT',
        state: 'SOURCING',
        wantedGrams: 40 * KG,
        offers: [
          {
            state: 'OFFERED',
            grams: 40 * KG,
            vndPerKg: 30_000,
            amountVnd: 1_200_000,
            household: null,
          },
        ],
      });
      expect(await stockOf(make, given100)).toEqual({ reserved: 40, held: 40 });

      const [offer] = await waitingOffers(lan);
      expect(await answerOffer(make, lan, offer?.id ?? '', true)).toMatchObject({
        state: 'COMMITTED',
      });
      expect(await hung.voice.ask(ORDERS.read, { id: placed.id })).toMatchObject({
        state: 'COMMITTED',
        deals: [
          {
            number: `${placed.number}/1`,
            totalGrams: 40 * KG,
            paymentDays: 0,
            deduction: { kind: 'NONE' },
            lines: [{ grams: 40 * KG, vndPerKg: 30_000 }],
            household: { name: 'Nguyễn Thị Lan', phone: lan.person.phone },
          },
        ],
      });
      expect(await stockOf(make, given100)).toEqual({ reserved: 40, held: 40 });
    });

    it('a no ends the order and frees the stock', async () => {
      const given100 = await lot(100);
      const placed = await place(hung, given100.id, 40 * KG);
      const [offer] = await waitingOffers(lan);
      expect(await answerOffer(make, lan, offer?.id ?? '', false)).toMatchObject({
        state: 'DECLINED',
      });
      expect(await hung.voice.ask(ORDERS.read, { id: placed.id })).toMatchObject({
        state: 'CANCELLED',
        cancelReason: 'Hộ trả lời không bán',
      });
      expect(await stockOf(make, given100)).toEqual({ reserved: 0, held: 0 });
    });

    it('ID-10: nobody says yes to a buyer who is suspended, nor orders of a household that is', async () => {
      const given100 = await lot(100);
      await place(hung, given100.id, 40 * KG);
      const [offer] = await waitingOffers(lan);
      const judged = (state: string, who: Someone) =>
        world.db.query(`update parties set state = $1, state_reason = $2 where id = $3`, [
          state,
          state === 'ACTIVE' ? null : 'nợ tiền',
          who.party.id,
        ]);
      await judged('SUSPENDED', hung);
      expect(await answerOffer(make, lan, offer?.id ?? '', true)).toMatchObject({
        code: 'OFFER_BUYER_SUSPENDED',
      });
      await judged('ACTIVE', hung);
      expect(await answerOffer(make, lan, offer?.id ?? '', false)).toMatchObject({
        state: 'DECLINED',
      });
      await judged('SUSPENDED', lan);
      expect(await place(hung, given100.id, 40 * KG)).toMatchObject({ code: 'LOT_NOT_OPEN' });
      await judged('ACTIVE', lan);
    });

    it('silence ends it too', async () => {
      const given100 = await lot(100);
      const placed = await place(hung, given100.id, 40 * KG);
      world.clock.pass(30);
      await world.app.get(ExpireOffers).run();
      expect(await hung.voice.ask(ORDERS.read, { id: placed.id })).toMatchObject({
        state: 'EXPIRED',
      });
      expect(await stockOf(make, given100)).toEqual({ reserved: 0, held: 0 });
    });

    it('LI-06 an edited price touches neither the offer nor the deal', async () => {
      const given100 = await lot(100);
      const placed = await place(hung, given100.id, 40 * KG);
      await world.db.query(`update lot_grades set ask_vnd_per_kg = 45000 where lot_id = $1`, [
        given100.id,
      ]);
      const [offer] = await waitingOffers(lan);
      expect(offer).toMatchObject({ vndPerKg: 30_000 });
      await answerOffer(make, lan, offer?.id ?? '', true);
      expect(await hung.voice.ask(ORDERS.read, { id: placed.id })).toMatchObject({
        deals: [{ lines: [{ vndPerKg: 30_000 }] }],
      });
    });

    it('refuses what cannot be bought, and holds nothing', async () => {
      const priced = await lot(100);
      const unpriced = await lot(100, null);
      const choosy = await givenLot(make, lan, {
        kg: { L1: 100 },
        askVndPerKg: 30_000,
        minTakeGrams: 50 * KG,
      });
      const draft = await givenLot(make, lan, {
        kg: { L1: 100 },
        askVndPerKg: 30_000,
        publish: false,
      });
      const ended = await givenLot(make, lan, {
        kg: { L1: 100 },
        askVndPerKg: 30_000,
        readyFrom: new Date(world.clock.now().getTime() + 60_000).toISOString(),
        readyTo: new Date(world.clock.now().getTime() + 3_600_000).toISOString(),
      });
      const tried = (lotId: string, wish: object = {}) =>
        act(make, hung, ORDERS.place, { lotId, gradeCode: 'L1', grams: 10 * KG, ...wish });

      expect(await tried(unpriced.id)).toMatchObject({ code: 'LOT_HAS_NO_PRICE' });
      expect(await tried(choosy.id)).toMatchObject({
        code: 'BELOW_SMALLEST_SALE',
        field: 'grams',
        message: 'Hộ chỉ bán từ 50 kg trở lên.',
      });
      expect(await tried(draft.id)).toMatchObject({
        code: 'ORDERED_LOT_NOT_FOUND',
        field: 'lotId',
      });
      expect(await tried(world.id())).toMatchObject({ code: 'ORDERED_LOT_NOT_FOUND' });
      expect(await tried('1; drop table lots')).toMatchObject({ code: 'ORDERED_LOT_NOT_FOUND' });
      expect(await tried(priced.id, { gradeCode: 'L2' })).toMatchObject({
        code: 'ORDERED_LOT_NOT_FOUND',
      });
      expect(await tried(priced.id, { grams: 0 })).toMatchObject({ code: 'BELOW_SMALLEST_SALE' });
      expect(await tried(priced.id, { grams: 101 * KG })).toMatchObject({
        code: 'LOT_NOT_ENOUGH',
        field: 'grams',
        message: 'Lô này chỉ còn 100 kg.',
      });
      expect(await tried(priced.id, { grams: Number.MAX_SAFE_INTEGER })).toMatchObject({
        code: 'LOT_NOT_ENOUGH',
      });
      expect(await tried(priced.id, { vndPerKg: 29_000 })).toMatchObject({
        code: 'LOT_PRICE_CHANGED',
        facts: [{ name: 'vndPerKg', value: '30000' }],
      });
      const negative = await hung.voice.send(ORDERS.place, {
        input: { clientMutationId: world.id(), lotId: priced.id, gradeCode: 'L1', grams: -5 },
      });
      expect(negative.errors[0]?.extensions.code).toBe('BAD_REQUEST');
      world.clock.pass(60);
      expect(await tried(ended.id)).toMatchObject({ code: 'LOT_NOT_OPEN' });
      await world.db.query(
        `update parties set state = 'SUSPENDED', state_reason = 'nợ tiền' where id = $1`,
        [hung.party.id],
      );
      expect(await tried(priced.id)).toMatchObject({ code: 'BUYER_NOT_ACTIVE' });
      await world.db.query(
        `update parties set state = 'ACTIVE', state_reason = null where id = $1`,
        [hung.party.id],
      );
      for (const one of [priced, unpriced, choosy, draft, ended])
        expect(await stockOf(make, one)).toEqual({ reserved: 0, held: 0 });
    });

    it('fifty buyers at once on one hot lot: twelve get their 10 kg of 120 kg, nobody a kilogram that is not there', async () => {
      const hot = await lot(120);
      const buyers = await Promise.all(Array.from({ length: 50 }, () => make.trader({})));
      const answers = await Promise.all(buyers.map((buyer) => place(buyer, hot.id, 10 * KG)));
      expect(codesOf(answers)).toEqual({ done: 12, LOT_NOT_ENOUGH: 38 });
      expect(await stockOf(make, hot)).toEqual({ reserved: 120, held: 120 });
      const numbers = answers
        .filter((answer) => answer.code === undefined)
        .map((answer) => answer.number);
      expect(new Set(numbers).size).toBe(12);
    }, 30_000);

    it('the same tap twenty times at once is one order, answered twenty times', async () => {
      const given100 = await lot(100);
      const input = {
        clientMutationId: world.id(),
        lotId: given100.id,
        gradeCode: 'L1',
        grams: 10 * KG,
      };
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => hung.voice.ask<ShownOrder>(ORDERS.place, { input })),
      );
      expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
      expect(await stockOf(make, given100)).toEqual({ reserved: 10, held: 10 });
      expect(
        await hung.voice.ask(ORDERS.place, { input: { ...input, grams: 20 * KG } }),
      ).toMatchObject({
        code: 'IDEMPOTENCY_KEY_REUSED',
      });
    });
  });

  describe('hostile wishes', () => {
    it('OR-01 every impossible wish is refused at its field and writes nothing', async () => {
      const orders = async (): Promise<number> =>
        Number((await world.db.query('select count(*) as n from orders'))[0].n);
      const before = await orders();
      const tried = (over: object) =>
        hung.voice.ask<ShownOrder>(ORDERS.create, {
          input: { ...bulkInput(make, { kg: 100 }), ...over },
        });
      const cases: [object, string, string][] = [
        [{ cropCode: 'DUA_HAU_VUONG' }, 'CROP_UNKNOWN', 'cropCode'],
        [{ varietyCode: 'KHONG_CO' }, 'ORDER_VARIETY_UNKNOWN', 'varietyCode'],
        [{ lines: [{ gradeCode: 'L9', grams: KG }] }, 'ORDER_GRADE_UNKNOWN', 'lines.0.gradeCode'],
        [{ lines: [{ gradeCode: 'L1', grams: 0 }] }, 'ORDER_GRAMS_IMPLAUSIBLE', 'lines.0.grams'],
        [
          { lines: [{ gradeCode: 'L1', grams: Number.MAX_SAFE_INTEGER }] },
          'ORDER_GRAMS_IMPLAUSIBLE',
          'lines.0.grams',
        ],
        [
          { lines: [{ gradeCode: 'L1', grams: KG, maxVndPerKg: 2_000_000 }] },
          'ORDER_PRICE_IMPLAUSIBLE',
          'lines.0.maxVndPerKg',
        ],
        [{ lines: [] }, 'ORDER_LINES_MISSING', 'lines'],
        [{ readyTo: '1999-01-01T00:00:00Z' }, 'ORDER_WINDOW_IMPLAUSIBLE', 'readyTo'],
        [{ destinationId: world.id() }, 'DESTINATION_UNKNOWN', 'destinationId'],
        [{ destinationId: "'; select 1" }, 'DESTINATION_UNKNOWN', 'destinationId'],
        [{ destinationId: make.place('CHOT-QL31-TAY') }, 'DESTINATION_UNKNOWN', 'destinationId'],
        [{ communeIds: [hung.party.id] }, 'COMMUNE_UNKNOWN', 'communeIds.0'],
        [
          { communeIds: Array.from({ length: 101 }, () => world.id()) },
          'COMMUNE_UNKNOWN',
          'communeIds',
        ],
        [{ toleranceBp: 9999 }, 'TOLERANCE_IMPLAUSIBLE', 'toleranceBp'],
        [{ minGrams: 101 * KG }, 'ORDER_MINIMUM_ABOVE_WISH', 'minGrams'],
        [{ householdCapGrams: 1 }, 'HOUSEHOLD_CAP_IMPLAUSIBLE', 'householdCapGrams'],
        [
          { deduction: { kind: 'PERCENT', basisPoints: 5000 } },
          'DEDUCTION_IMPLAUSIBLE',
          'deduction.basisPoints',
        ],
        [{ paymentDays: -3 }, 'PAYMENT_DAYS_IMPLAUSIBLE', 'paymentDays'],
        [{ offerTtlMinutes: 1 }, 'OFFER_TIME_IMPLAUSIBLE', 'offerTtlMinutes'],
      ];
      for (const [over, code, field] of cases)
        expect(await tried(over)).toMatchObject({ code, field });
      expect(await orders()).toBe(before);
    });

    it('answers a malformed cursor, page or number with BAD_REQUEST, not with a fault', async () => {
      const codes = async (document: string, variables: object) =>
        (await hung.voice.send(document, variables)).errors[0]?.extensions.code;
      const cursor = Buffer.from(JSON.stringify(['x', 'y'])).toString('base64url');
      expect(await codes(ORDERS.mine, { first: 10, after: cursor })).toBe('BAD_REQUEST');
      expect(await codes(ORDERS.deals, { first: 10, after: 'ab' })).toBe('BAD_REQUEST');
      expect(await codes(ORDERS.mine, { first: 101 })).toBe('BAD_REQUEST');
      const ask = { cropCode: 'NA', gradeCodes: ['L1'], grams: KG, day: '2026-08-25' };
      expect(await codes(ORDERS.coverage, { ...ask, grams: 0 })).toBe('BAD_REQUEST');
      expect(await codes(ORDERS.coverage, { ...ask, grams: Number.MAX_SAFE_INTEGER })).toBe(
        'BAD_REQUEST',
      );
      expect(await codes(ORDERS.coverage, { ...ask, gradeCodes: [] })).toBe('BAD_REQUEST');
      const yesterday = { ...bulkInput(make, { kg: 100 }), readyFrom: 'hôm qua' };
      expect(await codes(ORDERS.create, { input: yesterday })).toBe('BAD_REQUEST');
    });

    it('treats a text that is no id like an id that is not there', async () => {
      const strange = "x' or 1=1 --";
      expect(await hung.voice.send(ORDERS.read, { id: strange })).toMatchObject({
        data: { order: null },
        errors: [],
      });
      expect(await lan.voice.send(ORDERS.deal, { id: strange })).toMatchObject({
        data: { deal: null },
        errors: [],
      });
      expect(await lan.voice.send(ORDERS.explanation, { orderId: strange })).toMatchObject({
        data: { allocationExplanation: null },
      });
      expect(await hung.voice.ask(ORDERS.preview, { orderId: strange })).toMatchObject({
        code: 'ORDER_NOT_FOUND',
      });
      for (const document of [ORDERS.offer, ORDERS.commit]) {
        expect(await act(make, hung, document, { orderId: strange })).toMatchObject({
          code: 'ORDER_NOT_FOUND',
        });
      }
      expect(
        await act(make, hung, ORDERS.cancel, { orderId: strange, reason: 'không rõ' }),
      ).toMatchObject({ code: 'ORDER_NOT_FOUND' });
      expect(await answerOffer(make, lan, strange, true)).toMatchObject({
        code: 'OFFER_NOT_FOUND',
      });
    });
  });
});
