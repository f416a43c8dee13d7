import { COUNTER, CounterScene } from '../support/counter-scene.js';
import {
  act,
  answerOffer,
  givenBulkOrder,
  ORDERS,
  waitingOffers,
} from '../support/given-orders.js';
import type { Given, Someone } from '../support/given.js';
import {
  MY_NOTICES,
  PAUSE_LOT,
  PUBLISH_LOT,
  REPEAT_LOT,
  RESUME_LOT,
  UPDATE_LOT,
  WITHDRAW_LOT,
} from '../support/lot-documents.js';
import { SELLING } from '../support/selling-documents.js';
import { fingerprint } from '../support/unchanged.js';
import type { World } from '../support/world.js';

const OFFICES = `{ communeOffices { id name } }`;
const ANSWER = `mutation ($input: AnswerDemandInput!) { answerDemand(input: $input) {
  __typename ... on Refused { code } } }`;
const REPORT = `mutation ($input: ReportForecastInput!) { reportForecast(input: $input) {
  __typename ... on Forecast { source } ... on Refused { code } } }`;

describe('ID-06 whom a clerk and an officer may ask, and what an officer does with and without a word', () => {
  const scene = new CounterScene();
  const { does, ask, record, asked, standing, offerFor } = scene;
  let world: World;
  let make: Given;
  let lan: Someone;
  let coop: Someone;
  let officer: Someone;

  beforeAll(async () => {
    ({ world, make } = await scene.open());
  }, 30_000);
  afterAll(() => scene.close());
  beforeEach(async () => {
    ({ lan, coop, officer } = await scene.settle());
  });

  describe('whom it is asked of', () => {
    it('ID-06: is found by a part of its name among those that may be asked, page by page, with what stands already', async () => {
      const tam = await make.grower({ name: 'Đặng Thị Tám' });
      await make.grower({ name: 'Đặng Văn Tư', commune: 'Lục Sơn' });
      const nam = await make.grower({ name: 'Đặng Văn Năm' });
      await make.grant(tam, coop, 'SELL_FOR');
      interface Found {
        readonly nodes: readonly { readonly id: string; readonly grants: readonly object[] }[];
        readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
      }
      const find = (who: Someone, words: string, page: object = { first: 20 }) =>
        who.voice.ask<Found>(COUNTER.find, { words, ...page });
      const first = await find(officer, 'dang', { first: 1 });
      const rest = await find(officer, 'dang', { first: 5, after: first.pageInfo.endCursor });
      const ids = [...first.nodes, ...rest.nodes].map(({ id }) => id);
      expect(ids).toEqual([tam.party.id, nam.party.id]);
      expect((await find(coop, 'đặng')).nodes).toMatchObject([
        { id: tam.party.id, hasPhone: true, grants: [{ power: 'SELL_FOR' }] },
      ]);
      expect(await officer.voice.ask(COUNTER.one, { householdId: tam.party.id })).toMatchObject({
        name: 'Đặng Thị Tám',
        grants: [],
      });
      for (const householdId of [nam.party.id, world.id(), 'x'])
        expect((await coop.voice.send(COUNTER.one, { householdId })).data).toEqual({
          householdAtCounter: null,
        });
    });

    it('ID-06: a clerk asks members and an officer her territory; any other household is not there, whatever it is', async () => {
      const stranger = await make.grower({ commune: 'Lục Sơn' });
      const before = await fingerprint(world, ['grant_codes', 'party_grants']);
      for (const who of [coop, officer]) {
        for (const householdId of [stranger.party.id, coop.party.id, world.id(), 'x']) {
          const wish = { householdId, power: 'SELL_FOR' };
          expect(await does(who, COUNTER.ask, wish)).toMatchObject({ code: 'HOUSEHOLD_NOT_FOUND' });
          expect(
            await does(who, COUNTER.record, { ...wish, paperId: await make.grantPaper(who) }),
          ).toMatchObject({ code: 'HOUSEHOLD_NOT_FOUND' });
        }
      }
      expect(await ask(officer, lan, 'RECEIVE_PAYMENT')).toMatchObject({
        code: 'GRANT_POWER_WRONG',
      });
      expect(await fingerprint(world, ['grant_codes', 'party_grants'])).toEqual(before);
    });

    it.each([
      'grower',
      'trader',
      'transporter',
      'officeStaff',
      'admin',
      'checkpointOfficer',
    ] as const)('ID-06: not by a %s', async (role) => {
      const someone = await make[role]({});
      const wish = { clientMutationId: world.id(), householdId: lan.party.id, power: 'SELL_FOR' };
      for (const document of [COUNTER.ask, COUNTER.record])
        expect(
          (await someone.voice.send(document, { input: wish })).errors[0]?.extensions.code,
        ).toBe('FORBIDDEN');
    });

    it('ID-06: neither of a suspended or merged household nor by a suspended cooperative, and it says why', async () => {
      const code = await asked(coop);
      const set = (party: Someone, state: string, mergedInto: string | null = null) =>
        world.db.query(
          `update parties set state = $2, state_reason = 'bỏ hẹn', merged_into_id = $3 where id = $1`,
          [party.party.id, state, mergedInto],
        );
      await set(lan, 'SUSPENDED');
      expect(await record(coop, { code })).toMatchObject({ code: 'HOUSEHOLD_SUSPENDED' });
      expect(await ask(officer)).toMatchObject({
        code: 'HOUSEHOLD_SUSPENDED',
        message: 'Hộ đang tạm dừng bán: bỏ hẹn.',
      });
      await set(lan, 'ACTIVE', (await make.grower({})).party.id);
      expect(await ask(officer)).toMatchObject({ code: 'HOUSEHOLD_MERGED' });
      await set(lan, 'ACTIVE');
      await set(coop, 'SUSPENDED');
      expect(await record(coop, { code })).toMatchObject({ code: 'ASKER_SUSPENDED' });
      expect(await standing()).toBe(0);
    });

    it('ID-06: a household without a telephone signs', async () => {
      const bay = { ...lan, party: { id: world.id(), name: 'Trần Văn Bảy' } };
      await world.db.query(
        `insert into parties (id, kind, name, commune_id, created_at)
         select $1, kind, $2, commune_id, created_at from parties where id = $3`,
        [bay.party.id, bay.party.name, lan.party.id],
      );
      expect(await ask(officer, bay)).toMatchObject({
        code: 'HOUSEHOLD_WITHOUT_PHONE',
        nextStep: 'Cho hộ ký giấy rồi chụp lại.',
      });
      expect(await record(officer, { paperId: await make.grantPaper(officer) }, bay)).toMatchObject(
        {
          consent: 'SIGNED_PAPER',
        },
      );
    });
  });

  describe('what an officer may do without it', () => {
    it('ID-06: binds no household of her territory, and is told to ask; another commune’s is not there', async () => {
      const lot = await offerFor(lan);
      const claim = await does(lan, SELLING.declare, {
        claimId: world.id(),
        kind: 'VIETGAP',
        number: 'VIETGAP-1',
        validFrom: '2026-01-01',
      });
      const hung = await make.trader({});
      const order = await givenBulkOrder(make, hung, { kg: 100 });
      const lotId = lot.id;
      const householdId = lan.party.id;
      const acts: [string, object][] = [
        [PUBLISH_LOT, { lotId, expectedVersion: 1 }],
        [PAUSE_LOT, { lotId, expectedVersion: 1 }],
        [RESUME_LOT, { lotId, expectedVersion: 1 }],
        [UPDATE_LOT, { lotId, expectedVersion: 1, minTakeGrams: 5 }],
        [REPEAT_LOT, { lotId, newLotId: world.id() }],
        [WITHDRAW_LOT, { lotId, reason: 'hết hàng' }],
        [SELLING.restrict, { lotId, expectedVersion: 1, partyIds: [] }],
        [SELLING.pause, { householdId, firstDay: '2026-08-26', lastDay: '2026-08-27' }],
        [SELLING.resume, { householdId }],
        [
          SELLING.declare,
          {
            householdId,
            claimId: world.id(),
            kind: 'VIETGAP',
            number: 'VG-2',
            validFrom: '2026-01-01',
          },
        ],
        [SELLING.undeclare, { claimId: claim.id }],
        [
          ANSWER,
          {
            householdId,
            orderId: order.id,
            answers: [{ day: '2026-08-26', gradeCode: 'L1', grams: 1_000 }],
          },
        ],
      ];
      const tables = ['lots', 'lot_grades', 'claims', 'selling_pauses', 'demand_answers'];
      const before = await fingerprint(world, tables);
      expect(await offerFor(officer)).toMatchObject({
        code: 'CONSENT_MISSING',
        message: 'Hộ này chưa đồng ý cho xã bán thay.',
        facts: [{ name: 'householdId', value: householdId }],
      });
      for (const [document, input] of acts)
        expect(await does(officer, document, input)).toMatchObject({ code: 'CONSENT_MISSING' });
      const afar = await make.communeOfficer({ commune: 'Lục Sơn' });
      for (const [document, input] of acts)
        expect(await does(afar, document, input)).toMatchObject({
          code: expect.stringMatching(/_NOT_FOUND$/),
        });
      expect(await fingerprint(world, tables)).toEqual(before);
    });

    it('ID-06: keeps the numbers of every household of her territory', async () => {
      const wish = { householdId: lan.party.id, cropCode: 'NA', day: '2026-08-26', grams: 50_000 };
      expect(await does(officer, REPORT, wish)).toEqual({
        __typename: 'Forecast',
        source: 'OFFICER',
      });
      expect(
        await officer.voice.ask(SELLING.standing, { householdId: lan.party.id }),
      ).toMatchObject({ pause: null });
    });
  });

  describe('taken back', () => {
    it('ID-06: by whoever had it, at the household’s word: new acts stop at once, settled deals and lots stay, and it is told', async () => {
      const { id: grantId } = await record(officer, { paperId: await make.grantPaper(officer) });
      await make.grant(lan, coop, 'SELL_FOR');
      await offerFor(officer);
      const hung = await make.trader({});
      const order = await givenBulkOrder(make, hung, { kg: 60 });
      await act(make, hung, ORDERS.offer, { orderId: order.id });
      await answerOffer(make, lan, (await waitingOffers(lan))[0]!.id, true);
      const settled = await act(make, hung, ORDERS.commit, { orderId: order.id });

      const OF = { householdId: lan.party.id };
      expect(await officer.voice.ask(COUNTER.one, OF)).toMatchObject({ grants: [{ id: grantId }] });
      const afar = await make.communeOfficer({ commune: 'Nghĩa Phương' });
      expect(await does(coop, COUNTER.revoke, { grantId })).toMatchObject({
        code: 'GRANT_NOT_FOUND',
      });
      expect(await does(afar, COUNTER.revoke, { grantId })).toMatchObject({
        code: 'GRANT_NOT_FOUND',
      });
      expect(await afar.voice.ask(COUNTER.one, OF)).toMatchObject({ grants: [] });
      expect(await officer.voice.ask(COUNTER.preview, { grantId })).toEqual([
        { kind: 'LOTS_KEPT', count: 1 },
        { kind: 'DEALS_KEPT', count: 1 },
      ]);
      expect(await does(officer, COUNTER.revoke, { grantId })).toMatchObject({
        __typename: 'GrantRevoked',
      });
      expect(await offerFor(officer)).toMatchObject({ code: 'CONSENT_MISSING' });
      const deal = await lan.voice.ask(ORDERS.deal, { id: settled.deals[0]!.id });
      expect(deal).toMatchObject({ state: 'COMMITTED' });
      expect(await offerFor(coop)).toMatchObject({ state: 'PUBLISHED' });
      await world.deliverEvents();
      const { nodes } = await lan.voice.ask<{ nodes: object[] }>(MY_NOTICES);
      expect(nodes).toContainEqual({
        kind: 'GRANT_RETURNED',
        text: 'UBND xã Nghĩa Phương ghi nhà mình thôi không nhờ họ bán thay nữa. Đơn đã chốt vẫn giữ nguyên.',
        path: '/app/uy-quyen',
      });
    });

    it('ID-07: lets a household trust its commune on its own telephone, for selling alone and no other commune', async () => {
      const afar = await make.communeOfficer({ commune: 'Lục Sơn' });
      const offices = await lan.voice.ask<{ id: string }[]>(OFFICES);
      expect(offices.map(({ id }) => id)).toContain(officer.party.id);
      expect(offices.map(({ id }) => id)).not.toContain(afar.party.id);
      const trust = (granteeId: string, power = 'SELL_FOR') =>
        does(lan, COUNTER.trust, { granteeId, power });
      expect(await trust(afar.party.id)).toMatchObject({ code: 'GRANTEE_NOT_FOUND' });
      expect(await trust(officer.party.id, 'RECEIVE_PAYMENT')).toMatchObject({
        code: 'GRANTEE_NOT_FOUND',
      });
      expect(await trust(officer.party.id)).toMatchObject({ consent: 'OWN_PHONE' });
      expect(await offerFor(officer)).toMatchObject({ state: 'PUBLISHED' });
    });
  });
});
