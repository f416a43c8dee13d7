import {
  act,
  answerOffer,
  givenBulkOrder,
  ORDERS,
  waitingOffers,
} from '../support/given-orders.js';
import type { Given, Someone } from '../support/given.js';
import { GRANT, grantsScene } from '../support/grants-scene.js';
import { MY_LOTS, MY_NOTICES } from '../support/lot-documents.js';
import { fingerprint } from '../support/unchanged.js';
import type { World } from '../support/world.js';

const REVOKE = `mutation ($input: RevokeGrantInput!) { revokeGrant(input: $input) {
  __typename ... on GrantRevoked { consequences { kind count text } } ... on Refused { code } } }`;
const PREVIEW = `query ($grantId: ID!) { previewRevoke(grantId: $grantId) { kind count text } }`;
const MINE = `{ myGrants { nodes { id power grantee { name } } } }`;
const TO_ME = `{ grantsToMe { nodes { power grantor { name phone lat } } } }`;

describe('what a household lets others do for it', () => {
  const scene = grantsScene();
  const { grant, letSell, offerLotFor, reportFor } = scene;
  let world: World;
  let make: Given;
  let hung: Someone;
  let coop: Someone;
  let lan: Someone;
  beforeEach(() => {
    ({ world, make, hung, coop, lan } = scene);
  });

  const revoke = (who: Someone, grantId: string): Promise<{ consequences: unknown[] }> =>
    who.voice.ask(REVOKE, { input: { clientMutationId: world.id(), grantId } });

  it('ID-07 lets a cooperative sell only for a household that said so, member or not', async () => {
    await world.db.query(`insert into coop_members values ($1, $2, '2026-01-01')`, [
      coop.party.id,
      lan.party.id,
    ]);
    expect(await offerLotFor(coop, lan)).toMatchObject({ code: 'HOUSEHOLD_NOT_FOUND' });
    expect(await letSell()).toMatchObject({
      power: 'SELL_FOR',
      consent: 'OWN_PHONE',
      grantor: { name: 'Nguyễn Thị Lan' },
      grantee: { name: 'HTX Na Nghĩa Phương', phone: null },
      revokedAt: null,
    });
    expect(await offerLotFor(coop, lan)).toMatchObject({ state: 'PUBLISHED' });
    expect(await reportFor(coop, lan)).toEqual({ __typename: 'Forecast', source: 'COOPERATIVE' });
  });

  it('ID-07 keeps the powers apart: who may only see answers nothing, who takes the money sells nothing', async () => {
    await grant(lan, { granteeId: coop.party.id, power: 'SEE_LOTS' });
    const own = await offerLotFor(lan, lan);
    const order = await givenBulkOrder(make, hung, { kg: 100 });
    await act(make, hung, ORDERS.offer, { orderId: order.id });
    const [offer] = await waitingOffers(coop);
    expect(await coop.voice.ask(MY_LOTS)).toMatchObject({ nodes: [{ id: own.id }] });
    expect(await answerOffer(make, coop, offer!.id, true)).toMatchObject({
      code: 'OFFER_NOT_FOUND',
    });
    await grant(lan, { granteeId: coop.party.id, power: 'RECEIVE_PAYMENT' });
    expect(await answerOffer(make, coop, offer!.id, true)).toMatchObject({
      code: 'OFFER_NOT_FOUND',
    });
    await letSell();
    expect(await answerOffer(make, coop, offer!.id, true)).toMatchObject({ state: 'ACCEPTED' });
  });

  it('ID-07 says before what revoking does, and does exactly that: accepted deals stay, waiting offers go', async () => {
    const { id } = await letSell();
    await offerLotFor(coop, lan);
    const first = await givenBulkOrder(make, hung, { kg: 60 });
    await act(make, hung, ORDERS.offer, { orderId: first.id });
    await answerOffer(make, coop, (await waitingOffers(coop))[0]!.id, true);
    const settled = await act(make, hung, ORDERS.commit, { orderId: first.id });
    const second = await givenBulkOrder(make, hung, { kg: 40 });
    await act(make, hung, ORDERS.offer, { orderId: second.id });
    const [waiting] = await waitingOffers(coop);

    const consequences = [
      {
        kind: 'OFFERS_WITHDRAWN',
        count: 1,
        text: 'Gỡ 1 lời hỏi mua chưa ai trả lời ở các lô bên này đăng.',
      },
      {
        kind: 'LOTS_KEPT',
        count: 1,
        text: '1 lô bên này đăng vẫn bán; từ nay nhà mình tự trả lời.',
      },
      { kind: 'DEALS_KEPT', count: 1, text: 'Giữ nguyên 1 đơn đã chốt.' },
    ];
    const before = await fingerprint(world, ['allocation_lines', 'party_grants', 'lot_holds']);
    expect(await lan.voice.ask(PREVIEW, { grantId: id })).toEqual(consequences);
    expect(await fingerprint(world, ['allocation_lines', 'party_grants', 'lot_holds'])).toEqual(
      before,
    );
    expect(await revoke(lan, id)).toMatchObject({ consequences });

    expect(await answerOffer(make, coop, waiting!.id, true)).toMatchObject({
      code: 'OFFER_NOT_FOUND',
    });
    expect(await offerLotFor(coop, lan)).toMatchObject({ code: 'HOUSEHOLD_NOT_FOUND' });
    expect(await reportFor(coop, lan)).toMatchObject({ code: 'HOUSEHOLD_NOT_FOUND' });
    expect(await waitingOffers(lan)).toEqual([]);
    const deal = await lan.voice.ask(ORDERS.deal, { id: settled.deals[0]!.id });
    expect(deal).toMatchObject({ state: 'COMMITTED', totalGrams: 60_000 });
    const [held] = await world.db.query(
      `select sum(g.reserved_g)::int as grams from lot_grades g join lots l on l.id = g.lot_id where l.household_id = $1`,
      [lan.party.id],
    );
    expect(held).toEqual({ grams: 60_000 });
    await world.deliverEvents();
    const told = await coop.voice.ask<{ nodes: { kind: string }[] }>(MY_NOTICES);
    expect(told.nodes.map(({ kind }) => kind)).toContain('GRANT_REVOKED');
  });

  it('ID-07 lets a neighbour be named by phone, who then sells and reports as a neighbour', async () => {
    const thang = await make.grower({ name: 'Vi Văn Thắng', phone: '+84912000111' });
    expect(await reportFor(thang, lan)).toMatchObject({ code: 'HOUSEHOLD_NOT_FOUND' });
    await grant(lan, { granteePhone: '0912 000 111', power: 'SELL_FOR' });
    expect(await reportFor(thang, lan)).toEqual({ __typename: 'Forecast', source: 'NEIGHBOUR' });
    expect(await thang.voice.ask(TO_ME)).toEqual({
      nodes: [{ power: 'SELL_FOR', grantor: { name: 'Nguyễn Thị Lan', phone: null, lat: null } }],
    });
    expect(await reportFor(lan, thang)).toMatchObject({ code: 'HOUSEHOLD_NOT_FOUND' });
  });

  it('ID-07 finds the neighbour behind a number whose older household is closed or merged', async () => {
    const phone = '+84912000112';
    const old = await make.grower({ name: 'Hộ cũ', phone });
    const merged = await make.grower({ name: 'Hộ trùng', person: old.person });
    world.clock.pass(1);
    const kept = await make.grower({ name: 'Hộ Vi Văn Tám', person: old.person });
    await world.db.query(`update parties set state = 'CLOSED' where id = $1`, [old.party.id]);
    await world.db.query(`update parties set merged_into_id = $2 where id = $1`, [
      merged.party.id,
      kept.party.id,
    ]);
    await grant(lan, { granteePhone: phone, power: 'SEE_LOTS' });
    expect(await lan.voice.ask(MINE)).toMatchObject({
      nodes: [{ grantee: { name: 'Hộ Vi Văn Tám' } }],
    });
  });

  it('grants once however often it is sent, and a word given again is the word that stands', async () => {
    const { id } = await letSell();
    expect(await letSell()).toMatchObject({ id });
    const once = { clientMutationId: world.id(), grantId: id };
    const revoked = await lan.voice.ask(REVOKE, { input: once });
    expect(await lan.voice.ask(REVOKE, { input: once })).toEqual(revoked);
    expect(await lan.voice.ask(MINE)).toEqual({ nodes: [] });
    expect((await letSell()).id).not.toBe(id);
    expect(await lan.voice.ask(MINE)).toMatchObject({
      nodes: [{ power: 'SELL_FOR', grantee: { name: 'HTX Na Nghĩa Phương' } }],
    });
  });

  it('refuses a trader, oneself, nobody and a wrong number as grantee, and writes nothing', async () => {
    const before = await fingerprint(world, ['party_grants']);
    const power = 'SELL_FOR';
    expect(await grant(lan, { granteeId: hung.party.id, power })).toMatchObject({
      code: 'GRANTEE_NOT_FOUND',
    });
    expect(await grant(lan, { granteeId: world.id(), power })).toMatchObject({
      code: 'GRANTEE_NOT_FOUND',
    });
    expect(await grant(lan, { granteePhone: hung.person.phone, power })).toMatchObject({
      code: 'GRANTEE_NOT_FOUND',
      field: 'granteePhone',
    });
    expect(await grant(lan, { granteePhone: lan.person.phone, power })).toMatchObject({
      code: 'GRANTEE_NOT_FOUND',
    });
    expect(await grant(lan, { granteePhone: '0123', power })).toMatchObject({
      code: 'PHONE_INVALID',
      field: 'granteePhone',
    });
    expect(await fingerprint(world, ['party_grants'])).toEqual(before);
  });

  it('stops whoever tries one phone number after another', async () => {
    for (let tries = 0; tries < 10; tries += 1) {
      await grant(lan, { granteePhone: `09120001${10 + tries}`, power: 'SEE_LOTS' });
    }
    expect(await grant(lan, { granteePhone: '0912000199', power: 'SEE_LOTS' })).toMatchObject({
      code: 'GRANTEE_TOO_MANY_TRIES',
    });
  });

  it('lets nobody but the two sides revoke or look ahead, and forbids grants to other roles', async () => {
    const { id } = await letSell();
    const neighbour = await make.grower({});
    const otherCoop = await make.coopClerk({});
    for (const stranger of [neighbour, otherCoop]) {
      expect(await revoke(stranger, id)).toMatchObject({ code: 'GRANT_NOT_FOUND' });
      expect(await stranger.voice.ask(PREVIEW, { grantId: id })).toEqual([]);
    }
    expect(await neighbour.voice.ask(MINE)).toEqual({ nodes: [] });
    const others = [hung, await make.officeStaff({}), await make.admin({})];
    for (const { voice } of others) {
      const input = { clientMutationId: world.id(), granteeId: coop.party.id, power: 'SELL_FOR' };
      const answers = [
        await voice.send(GRANT, { input }),
        await voice.send(REVOKE, { input: { clientMutationId: world.id(), grantId: id } }),
        await voice.send(PREVIEW, { grantId: id }),
      ];
      expect(answers.map(({ errors }) => errors[0]?.extensions.code)).toEqual([
        'FORBIDDEN',
        'FORBIDDEN',
        'FORBIDDEN',
      ]);
    }
    expect(await lan.voice.ask(MINE)).toMatchObject({ nodes: [{ id }] });
  });
});
