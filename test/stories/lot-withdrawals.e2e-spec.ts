import { Lots } from '../../src/lots/index.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot, type GivenLot } from '../support/given-lots.js';
import {
  act,
  answerOffer,
  givenBulkOrder,
  ORDERS,
  waitingOffers,
} from '../support/given-orders.js';
import { CHANGES } from '../support/given-changes.js';
import { WITHDRAW_LOT } from '../support/lot-documents.js';
import { fingerprint } from '../support/unchanged.js';
import { World } from '../support/world.js';

const DECIDE = `mutation ($input: DecideWithdrawalInput!) {
  decideWithdrawal(input: $input) { __typename ... on Lot { closeReason } ... on Refused { code field } } }`;
const TO_DECIDE = `{ withdrawalsToDecide { nodes { id householdName brokenCount brokenGrams note crop { code } } } }`;
const WITHDRAWAL = `query ($id: ID!) { lot(id: $id) { withdrawal { forceMajeure brokenCount decisionNote } } }`;
const CLAIMED = `{ dealEndings(forceMajeure: CLAIMED) { nodes { dealId deal { number household { name } } } } }`;
const CONSEQUENCES = `query ($lotId: ID!) { withdrawalConsequences(lotId: $lotId) {
  freeGrams brokenCount needsReason promises { orderNumber gradeCode grams fate } } }`;
const KNOWN = `query ($lotId: ID!) { knownBuyers(lotId: $lotId) { id name kind } }`;
const NOTICES = `{ myNotices { nodes { kind text path } } }`;

describe('LI-08 a withdrawal', () => {
  let world: World;
  let make: Given;
  let lan: Someone;
  let hung: Someone;
  let officer: Someone;
  let elsewhere: Someone;

  beforeAll(async () => {
    world = await World.open('2026-08-25T18:00:00+07:00');
    make = await given(world);
    hung = await make.trader({ name: 'Vựa Hùng' });
    officer = await make.communeOfficer({ commune: 'Nghĩa Phương' });
    elsewhere = await make.communeOfficer({ commune: 'Lục Sơn' });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.moveTo('2026-08-25T18:00:00+07:00');
    lan = await make.grower({ name: 'Nguyễn Thị Lan', commune: 'Nghĩa Phương' });
    await world.db.query(`update lots set state = 'PAUSED' where state = 'PUBLISHED'`);
  });

  const promised = async () => {
    const lot = await givenLot(make, lan, { kg: { L1: 100 }, askVndPerKg: 30_000 });
    return { lot, ...(await asked(100)) };
  };
  const asked = async (kg: number) => {
    const bulk = await givenBulkOrder(make, hung, { kg });
    await act(make, hung, ORDERS.offer, { orderId: bulk.id });
    const [offer] = await waitingOffers(lan);
    if (!offer) throw new Error('no offer came');
    return { bulk, offer };
  };
  const withdraw = (lot: GivenLot, cause: string) =>
    act<object>(make, lan, WITHDRAW_LOT, { lotId: lot.id, cause, reason: 'Mưa đá đêm qua' });
  const decide = (who: Someone, lot: GivenLot, wish: object = {}) =>
    act<object>(make, who, DECIDE, {
      lotId: lot.id,
      isConfirmed: true,
      note: 'Đêm đó xã có mưa đá',
      ...wish,
    });
  const waits = (who: Someone): Promise<object> => who.voice.ask(TO_DECIDE);
  const withdrawal = (who: Someone, lot: GivenLot): Promise<object> =>
    who.voice.ask(WITHDRAWAL, { id: lot.id });
  /** Of the household, as whoever gathers sees it on its next lot. */
  const reliability = async (): Promise<number | undefined> => {
    const next = await givenLot(make, lan);
    const lines = await world.app.get(Lots).candidates({
      cropCode: 'NA',
      gradeCodes: ['L1'],
      readyFrom: new Date('2026-08-25T19:00:00+07:00'),
      readyTo: new Date('2026-08-27T18:00:00+07:00'),
      buyerId: null,
    });
    return lines.find(({ lotId }) => lotId === next.id)?.reliability;
  };

  it('LI-08: is previewed: what goes away, what is broken, what stands', async () => {
    const { lot, bulk, offer } = await promised();
    const ask = () => lan.voice.ask(CONSEQUENCES, { lotId: lot.id });
    const part = { orderNumber: bulk.number, gradeCode: 'L1', grams: 100_000 };
    const before = await fingerprint(world, ['lots', 'lot_grades', 'lot_holds']);
    expect(await ask()).toEqual({
      freeGrams: 0,
      brokenCount: 0,
      needsReason: true,
      promises: [{ ...part, fate: 'OFFER_GONE' }],
    });
    await answerOffer(make, lan, offer.id, true);
    expect(await ask()).toMatchObject({
      brokenCount: 1,
      promises: [{ ...part, fate: 'PROMISE_BROKEN' }],
    });
    expect(await fingerprint(world, ['lots', 'lot_grades'])).toEqual(before.slice(0, 2));
    await act(make, hung, ORDERS.commit, { orderId: bulk.id });
    expect(await ask()).toMatchObject({
      brokenCount: 0,
      promises: [{ ...part, fate: 'DEAL_STANDS' }],
    });
    expect(await lan.voice.ask(KNOWN, { lotId: lot.id })).toEqual([
      { id: hung.party.id, name: 'Vựa Hùng', kind: 'TRADER' },
    ]);
  });

  it('LI-08: shows its consequences and known buyers to its own people only', async () => {
    const { lot } = await promised();
    const neighbour = await make.grower({});
    expect((await neighbour.voice.send(CONSEQUENCES, { lotId: lot.id })).data).toEqual({
      withdrawalConsequences: null,
    });
    expect(await neighbour.voice.ask(KNOWN, { lotId: lot.id })).toEqual([]);
    for (const document of [CONSEQUENCES, KNOWN]) {
      const answer = await hung.voice.send(document, { lotId: lot.id });
      expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('LI-08: counts when a yes was broken, until an officer of the commune confirms force majeure; the household hears it', async () => {
    const { lot, offer } = await promised();
    await answerOffer(make, lan, offer.id, true);
    await withdraw(lot, 'FORCE_MAJEURE');
    await world.deliverEvents();
    expect(await reliability()).toBe(0);

    expect(await decide(elsewhere, lot)).toMatchObject({ code: 'LOT_NOT_FOUND' });
    const refused = await lan.voice.send(DECIDE, {
      input: {
        clientMutationId: world.id(),
        lotId: lot.id,
        isConfirmed: true,
        note: 'Tự xác nhận',
      },
    });
    expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await reliability()).toBe(0);

    expect(await waits(elsewhere)).toEqual({ nodes: [] });
    const waiting = {
      id: lot.id,
      householdName: 'Nguyễn Thị Lan',
      brokenCount: 1,
      brokenGrams: 100_000,
      note: 'Mưa đá đêm qua',
      crop: { code: 'NA' },
    };
    expect(await waits(officer)).toEqual({ nodes: [waiting] });
    expect((await lan.voice.send(TO_DECIDE)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    const claimed = { forceMajeure: 'CLAIMED', brokenCount: 1, decisionNote: null };
    expect(await withdrawal(lan, lot)).toEqual({ withdrawal: claimed });
    expect(await withdrawal(hung, lot)).toEqual({ withdrawal: null });

    expect(await decide(officer, lot)).toMatchObject({ closeReason: 'WITHDRAWN' });
    expect(await reliability()).toBe(1);
    expect(await decide(officer, lot)).toMatchObject({ code: 'WITHDRAWAL_NOT_TO_DECIDE' });
    expect(await waits(officer)).toEqual({ nodes: [] });
    expect(await withdrawal(lan, lot)).toEqual({
      withdrawal: { ...claimed, forceMajeure: 'CONFIRMED', decisionNote: 'Đêm đó xã có mưa đá' },
    });
    await world.deliverEvents();
    const { nodes } = await lan.voice.ask<{ nodes: object[] }>(NOTICES);
    expect(nodes.filter((one) => 'kind' in one && one.kind === 'WITHDRAWAL_DECIDED')).toEqual([
      {
        kind: 'WITHDRAWAL_DECIDED',
        text: 'Xã xác nhận nhà mình rút lô na vì bất khả kháng, không tính lỗi hẹn.',
        path: `/app/lo/${lot.id}`,
      },
    ]);
  });

  it('LI-08: keeps counting when the commune does not confirm, with a reason that the household reads', async () => {
    const { lot, offer } = await promised();
    await answerOffer(make, lan, offer.id, true);
    await withdraw(lot, 'FORCE_MAJEURE');
    await world.deliverEvents();
    const before = await fingerprint(world, ['withdrawal_decisions', 'broken_promises']);
    for (const note of [' ', 'x'.repeat(301)])
      expect(await decide(officer, lot, { isConfirmed: false, note })).toMatchObject({
        code: 'DECISION_NOTE_IMPLAUSIBLE',
        field: 'note',
      });
    expect(await fingerprint(world, ['withdrawal_decisions', 'broken_promises'])).toEqual(before);
    const note = 'Hôm đó xã không có mưa';
    expect(await decide(officer, lot, { isConfirmed: false, note })).toMatchObject({
      closeReason: 'WITHDRAWN',
    });
    expect(await decide(officer, lot)).toMatchObject({ code: 'WITHDRAWAL_NOT_TO_DECIDE' });
    for (const reader of [lan, officer])
      expect(await withdrawal(reader, lot)).toEqual({
        withdrawal: { forceMajeure: 'REFUSED', brokenCount: 1, decisionNote: note },
      });
    expect(await reliability()).toBe(0);
    await world.deliverEvents();
    const told = await lan.voice.ask<{ nodes: { text: string }[] }>(NOTICES);
    expect(told.nodes.map(({ text }) => text).join('\n')).toContain(note);
  });

  it('LI-08: is not excused for any other cause, and an unanswered offer breaks nothing', async () => {
    const { lot, offer } = await promised();
    await answerOffer(make, lan, offer.id, true);
    await withdraw(lot, 'SOLD_ELSEWHERE');
    const other = await promised();
    await withdraw(other.lot, 'MISTAKE');
    await world.deliverEvents();
    expect(await decide(officer, lot)).toMatchObject({ code: 'WITHDRAWAL_NOT_TO_DECIDE' });
    expect(await withdrawal(lan, lot)).toEqual({ withdrawal: null });
    const rows = await world.db.query(
      `select lot_id from broken_promises where household_id = $1`,
      [lan.party.id],
    );
    expect(rows).toEqual([{ lot_id: lot.id }]);
  });

  it('LI-08 AL-07: before the news of a withdrawal is through, a yes and a commit bind nobody to the lot', async () => {
    const unanswered = await promised();
    await withdraw(unanswered.lot, 'SOLD_ELSEWHERE');
    expect(await answerOffer(make, lan, unanswered.offer.id, true)).toMatchObject({
      code: 'OFFER_STOCK_GONE',
    });
    await world.deliverEvents();

    const accepted = await promised();
    await answerOffer(make, lan, accepted.offer.id, true);
    await withdraw(accepted.lot, 'SOLD_ELSEWHERE');
    expect(await act(make, hung, ORDERS.commit, { orderId: accepted.bulk.id })).toMatchObject({
      code: 'ACCEPTED_STOCK_GONE',
    });
    await world.deliverEvents();
    expect(await hung.voice.ask(ORDERS.read, { id: accepted.bulk.id })).toMatchObject({
      state: 'SOURCING',
      deals: [],
    });
  });

  it('LI-08 AL-13: an order that is covered without the lot that was taken back stays covered', async () => {
    const growers = [lan, await make.grower({}), await make.grower({})] as const;
    const kilograms = [50, 150, 100];
    const [lot] = await Promise.all(
      growers.map((grower, at) =>
        givenLot(make, grower, { kg: { L1: kilograms[at] ?? 0 }, askVndPerKg: 30_000 }),
      ),
    );
    const bulk = await givenBulkOrder(make, hung, { kg: 300, toleranceBp: 2_000 });
    await act(make, hung, ORDERS.offer, { orderId: bulk.id });
    for (const grower of growers.slice(1)) {
      const [offer] = await waitingOffers(grower);
      await answerOffer(make, grower, offer?.id ?? '', true);
    }
    const state = () => hung.voice.ask(ORDERS.read, { id: bulk.id });
    expect(await state()).toMatchObject({ state: 'ALLOCATED' });
    if (!lot) throw new Error('no lot');
    await withdraw(lot, 'SOLD_ELSEWHERE');
    await world.deliverEvents();
    expect(await state()).toMatchObject({ state: 'ALLOCATED' });
  });

  it('LI-08 OR-06: a deal of the lot that ended and the lot that was withdrawn are judged apart', async () => {
    const lot = await givenLot(make, lan, { kg: { L1: 200 }, askVndPerKg: 30_000 });
    const first = await asked(100);
    await answerOffer(make, lan, first.offer.id, true);
    await act(make, hung, ORDERS.commit, { orderId: first.bulk.id });
    const second = await asked(100);
    await answerOffer(make, lan, second.offer.id, true);
    const [{ id: dealId }] = await world.db.query(`select id from deals where order_id = $1`, [
      first.bulk.id,
    ]);
    const { damagesVnd, toPayVnd } = await lan.voice.ask<{ damagesVnd: number; toPayVnd: number }>(
      CHANGES.preview,
      { dealId, cause: 'SOLD_ELSEWHERE' },
    );
    await act(make, lan, CHANGES.cancel, { dealId, cause: 'SOLD_ELSEWHERE', damagesVnd, toPayVnd });
    await withdraw(lot, 'FORCE_MAJEURE');
    await world.deliverEvents();
    const broken = async (): Promise<object[]> =>
      world.db.query(
        `select deal_id is not null as "ofDeal", excused_at is not null as "isExcused" from broken_promises
         where lot_id = $1 order by 1`,
        [lot.id],
      );
    expect(await decide(officer, lot)).toMatchObject({ closeReason: 'WITHDRAWN' });
    expect(await broken()).toEqual([
      { ofDeal: false, isExcused: true },
      { ofDeal: true, isExcused: false },
    ]);
    const reply = { dealId, text: 'Mưa đá làm hỏng cả vườn', isForceMajeure: true };
    await act(make, lan, CHANGES.reply, reply);
    const [{ number }] = await world.db.query(`select number from deals where id = $1`, [dealId]);
    expect(await officer.voice.ask(CLAIMED)).toEqual({
      nodes: [{ dealId, deal: { number, household: { name: 'Nguyễn Thị Lan' } } }],
    });
    expect(await elsewhere.voice.ask(CLAIMED)).toEqual({ nodes: [] });
    const verdict = { dealId, isConfirmed: true, note: 'Đêm đó xã có mưa đá' };
    expect(await act(make, officer, CHANGES.decide, verdict)).toMatchObject({
      forceMajeure: 'CONFIRMED',
    });
    expect(await officer.voice.ask(CLAIMED)).toEqual({ nodes: [] });
    expect(await broken()).toEqual([
      { ofDeal: false, isExcused: true },
      { ofDeal: true, isExcused: true },
    ]);
  });
});
