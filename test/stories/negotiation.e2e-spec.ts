import type { Given, Someone } from '../support/given.js';
import { givenLot, type GivenLot } from '../support/given-lots.js';
import {
  answer,
  counter,
  givenTalk,
  makeOffer,
  TALK,
  type ShownTalk,
  type TermsWish,
} from '../support/given-negotiations.js';
import { ORDERS, stockOf } from '../support/given-orders.js';
import { hagglingScene } from '../support/haggling-scene.js';
import type { World } from '../support/world.js';

describe('haggling over one lot', () => {
  const scene = hagglingScene();
  const { read, unchanged } = scene;
  let world: World;
  let make: Given;
  let hung: Someone;
  let rival: Someone;
  let lan: Someone;
  let neighbour: Someone;
  let coop: Someone;
  let lot: GivenLot;
  beforeEach(() => {
    ({ world, make, hung, rival, lan, neighbour, coop, lot } = scene);
  });

  it('goes to and fro until one side says yes; then both are bound and know each other', async () => {
    const asked = await givenTalk(make, hung, lot, {
      kg: 200,
      vndPerKg: 28_000,
      depositVnd: 500_000,
    });
    expect(asked).toMatchObject({ state: 'OPEN', turn: 'SELLER', household: null });
    expect((await read(lan, asked)).buyer).toEqual({ name: 'Vựa Hùng', phone: null });
    const dearer = await counter(make, lan, asked, { kg: 200, vndPerKg: 31_000 });
    expect(dearer).toMatchObject({ state: 'COUNTERED', turn: 'BUYER', liveSeq: 2 });
    expect(dearer.offers.map(({ side, amountVnd }) => [side, amountVnd])).toEqual([
      ['BUYER', 5_600_000],
      ['SELLER', 6_200_000],
    ]);
    const met = await counter(make, hung, dearer, {
      kg: 200,
      vndPerKg: 30_000,
      depositVnd: 500_000,
    });
    const agreed = await answer(make, lan, TALK.accept, met, 3);
    expect(agreed).toMatchObject({ state: 'ACCEPTED', turn: null });

    const deal = await hung.voice.ask<Record<string, unknown>>(TALK.deal, { id: agreed.dealId });
    expect(deal).toMatchObject({
      state: 'COMMITTED',
      totalGrams: 200_000,
      paymentDays: 3,
      deduction: { kind: 'PERCENT', basisPoints: 200 },
      lines: [{ grade: { code: 'L1' }, grams: 200_000, vndPerKg: 30_000 }],
      negotiatedTerms: { seq: 3, depositVnd: 500_000, loadingBy: 'BUYER' },
    });
    expect(deal['household']).toEqual({ phone: lan.person.phone });
    expect(await stockOf(make, lot)).toEqual({ reserved: 200, held: 200 });
    expect((await read(hung, asked)).household?.name).toBe('Nguyễn Thị Lan');
  });

  it('NG-01, NG-02: a deal keeps the terms of its offer, whatever the lot says later', async () => {
    const talk = await givenTalk(make, hung, lot, { pricePlace: 'SCALE', transportBy: 'SELLER' });
    const { dealId } = await answer(make, lan, TALK.accept, talk, 1);
    await world.db.query(`update lot_grades set ask_vnd_per_kg = 99000 where lot_id = $1`, [
      lot.id,
    ]);
    expect(await hung.voice.ask(TALK.deal, { id: dealId })).toMatchObject({
      lines: [{ vndPerKg: 30_000 }],
    });
    await expect(
      world.db.query(`update negotiation_offers set payment_days = 60 where negotiation_id = $1`, [
        talk.id,
      ]),
    ).rejects.toThrow('never change');
  });

  it('NG-03: out of turn and superseded offers are refused and change nothing', async () => {
    const talk = await givenTalk(make, hung, lot);
    const dearer = await counter(make, lan, talk, { vndPerKg: 31_000 });
    await unchanged(async () => {
      expect(await answer(make, lan, TALK.accept, talk, 2)).toMatchObject({
        code: 'NEGOTIATION_NOT_YOUR_TURN',
      });
      expect(await answer(make, hung, TALK.accept, talk, 1)).toMatchObject({
        code: 'NEGOTIATION_SUPERSEDED',
        message: 'Đề nghị này đã được thay bằng đề nghị mới.',
      });
      expect(await answer(make, hung, TALK.withdraw, talk, 2)).toMatchObject({
        code: 'NEGOTIATION_NOT_YOUR_TURN',
      });
    });
    expect(await answer(make, hung, TALK.accept, dearer, 2)).toMatchObject({ state: 'ACCEPTED' });
  });

  it('NG-08: a price tier counts all households asked at once', async () => {
    const other = await givenLot(make, neighbour, { kg: { L1: 300 } });
    const tiers = [{ gradeCode: 'L1', fromGrams: 400_000, vndPerKg: 31_500 }];
    const made = await makeOffer(make, hung, [lot, other], { kg: 200, vndPerKg: 30_000, tiers });
    expect(made.opened?.map(({ offers }) => offers[0]?.lines[0]?.vndPerKg)).toEqual([
      31_500, 31_500,
    ]);
    const fewer = await makeOffer(make, rival, [lot, other], { kg: 199, vndPerKg: 30_000, tiers });
    expect(fewer.opened?.map(({ offers }) => offers[0]?.lines[0]?.vndPerKg)).toEqual([
      30_000, 30_000,
    ]);
    const [mine] = made.opened ?? [];
    if (!mine) throw new Error('nothing was opened');
    // One household’s other weight still counts with what the second one was asked for.
    const again = await counter(make, lan, mine, { kg: 220, vndPerKg: 30_500, tiers });
    expect(again.offers[1]?.lines[0]?.vndPerKg).toBe(31_500);
  });

  it('NG-10: below its tier a named price is what was named, not what the tier made of it', async () => {
    const tiers = [{ gradeCode: 'L1', fromGrams: 200_000, vndPerKg: 31_500 }];
    const talk = await givenTalk(make, hung, lot, { kg: 250, vndPerKg: 30_000, tiers });
    expect(talk.offers[0]?.lines[0]).toMatchObject({ vndPerKg: 31_500, isManual: true });
    const less = await counter(make, lan, talk, { kg: 100, vndPerKg: null, tiers });
    expect(less.offers[1]?.lines[0]).toMatchObject({ vndPerKg: 30_000, isManual: true });
  });

  it('NG-10: a named price stays when kilograms change, and goes when reset', async () => {
    const talk = await givenTalk(make, hung, lot, { vndPerKg: 29_000 });
    const more = await counter(make, lan, talk, { kg: 150, vndPerKg: null });
    const kept = { grams: 150_000, vndPerKg: 29_000, isManual: true };
    expect(more.offers[1]?.lines[0]).toMatchObject(kept);
    const reset = await counter(make, hung, more, { kg: 150, vndPerKg: null, resetPrice: true });
    expect(reset.offers[2]?.lines[0]).toMatchObject({ vndPerKg: 33_000, isManual: false });
  });

  it('NG-12: what was agreed by telephone is a deal once the other side confirms it', async () => {
    const written = await makeOffer(make, lan, [lot], {
      isPhoneDeal: true,
      buyerPhone: '0912 000 001',
      vndPerKg: 32_000,
    });
    const [talk] = written.opened ?? [];
    if (!talk) throw new Error(JSON.stringify(written));
    expect(talk).toMatchObject({ turn: 'BUYER', isPhoneDeal: true });
    await world.deliverEvents();
    const { nodes } = await hung.voice.ask<{
      nodes: { kind: string; text: string; path: string }[];
    }>(ORDERS.notices);
    const notice = nodes.find(({ path }) => path === `/app/mac-ca/${talk.id}`);
    expect(notice).toMatchObject({ kind: 'PHONE_DEAL_TO_CONFIRM' });
    expect(notice?.text).toContain('Đã thỏa thuận qua điện thoại');
    expect(await stockOf(make, lot)).toEqual({ reserved: 0, held: 0 });
    expect(await answer(make, hung, TALK.accept, talk, 1)).toMatchObject({ state: 'ACCEPTED' });
    expect(await stockOf(make, lot)).toEqual({ reserved: 100, held: 100 });
  });

  it('NG-12: a household opens nothing but a phone deal, and only with a trader of the market', async () => {
    await unchanged(async () => {
      expect(await makeOffer(make, lan, [lot], {})).toMatchObject({
        code: 'NEGOTIATION_ONLY_BY_PHONE',
      });
      expect(
        await makeOffer(make, lan, [lot], { isPhoneDeal: true, buyerPhone: '0999999999' }),
      ).toMatchObject({ code: 'NEGOTIATION_BUYER_UNKNOWN', field: 'buyerPhone' });
      expect(
        await makeOffer(make, neighbour, [lot], { isPhoneDeal: true, buyerPhone: '0912000001' }),
      ).toMatchObject({ code: 'ORDERED_LOT_NOT_FOUND' });
    });
  });

  it('NG-13: words stay with the thread, numbers are hidden before a deal, and all of it is one text', async () => {
    const talk = await givenTalk(make, hung, lot);
    const say = (someone: Someone, text: string): Promise<ShownTalk> =>
      someone.voice.ask(TALK.say, {
        input: { clientMutationId: world.id(), negotiationId: talk.id, text },
      });
    await say(lan, 'Na chín đều, gọi em 0912 345 678');
    expect((await read(hung, talk)).words).toEqual([
      { side: 'SELLER', text: 'Na chín đều, gọi em •••' },
    ]);
    await answer(make, lan, TALK.accept, talk, 1);
    const after = await read(hung, talk);
    expect(after.words[0]?.text).toContain('0912 345 678');
    expect(after.evidence).toContain(
      'Bên mua đề nghị (lần 1): 100 kg L1 giá 30.000\u00a0₫/kg, tại vườn',
    );
    expect(after.evidence).toContain('Bên bán nhắn: Na chín đều');
    await unchanged(async () => {
      expect(await say(lan, '   ')).toMatchObject({
        code: 'NEGOTIATION_WORDS_IMPLAUSIBLE',
        field: 'text',
      });
    });
  });

  it('the cooperative of the household speaks for it; nobody else sees or touches a thread', async () => {
    const talk = await givenTalk(make, hung, lot);
    expect(await read(coop, talk)).toMatchObject({ turn: 'SELLER' });
    const strangers = {
      rival,
      neighbour,
      otherCoop: await make.coopClerk({ name: 'HTX Huyền Sơn' }),
    };
    await unchanged(async () => {
      for (const stranger of Object.values(strangers)) {
        expect(await read(stranger, talk)).toBeNull();
        for (const document of [TALK.accept, TALK.reject, TALK.withdraw]) {
          expect(await answer(make, stranger, document, talk, 1)).toMatchObject({
            code: 'NEGOTIATION_NOT_FOUND',
          });
        }
        expect(await counter(make, stranger, talk, {})).toMatchObject({
          code: 'NEGOTIATION_NOT_FOUND',
        });
      }
      for (const outsider of [
        await make.transporter({}),
        await make.officeStaff({}),
        await make.checkpointOfficer({}),
      ]) {
        const { errors } = await outsider.voice.send(TALK.read, { id: talk.id });
        expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
      }
      const { errors } = await make.guest().send(TALK.read, { id: talk.id });
      expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    });
    expect(await answer(make, coop, TALK.reject, talk, 1)).toMatchObject({ state: 'REJECTED' });
  });

  it('one thread a lot and buyer; what cannot be meant is refused at its field', async () => {
    await givenTalk(make, hung, lot);
    const bad: [TermsWish, object][] = [
      [{}, { code: 'NEGOTIATION_IS_OPEN' }],
      [{ kg: 0 }, { code: 'ORDER_GRAMS_IMPLAUSIBLE', field: 'lots.0.lines.0.grams' }],
      [{ vndPerKg: 1 }, { code: 'ORDER_PRICE_IMPLAUSIBLE' }],
      [{ paymentDays: 61 }, { code: 'PAYMENT_DAYS_IMPLAUSIBLE', field: 'paymentDays' }],
      [
        { depositVnd: 9_000_000_000 },
        { code: 'NEGOTIATION_DEPOSIT_IMPLAUSIBLE', field: 'depositVnd' },
      ],
      [{ band: { moveBp: 0, buyerShareBp: 1 } }, { code: 'NEGOTIATION_BAND_IMPLAUSIBLE' }],
      [
        { tiers: [{ gradeCode: 'L1', fromGrams: 1, vndPerKg: 1 }] },
        { code: 'NEGOTIATION_TIER_IMPLAUSIBLE' },
      ],
      [
        { readyFrom: '2026-08-30T08:00:00+07:00', readyTo: '2026-08-30T10:00:00+07:00' },
        { code: 'NEGOTIATION_WINDOW_OUTSIDE_LOT' },
      ],
    ];
    await unchanged(async () => {
      for (const [wish, refused] of bad) {
        expect(await makeOffer(make, hung, [lot], wish)).toMatchObject(refused);
      }
    });
  });

  it('NG-02: of several lots offered for at once, a refusal says which one, as far as the asker may know it', async () => {
    const second = await givenLot(make, neighbour, { kg: { L2: 100 } });
    const refused = await makeOffer(make, hung, [lot, second]);
    expect(refused).toMatchObject({
      code: 'NEGOTIATION_GRADE_NOT_OFFERED',
      field: 'lots.1.lines.0.gradeCode',
    });
    const code = `LO-${second.id.slice(-6).toUpperCase()}`;
    expect(refused.message).toMatch(new RegExp(`^${code}, [^:]+: Lô này không bán loại đó\\.$`));
    expect(refused.message).not.toContain(neighbour.party.name);
    expect(await makeOffer(make, hung, [lot, { ...second, id: world.id() }])).toMatchObject({
      code: 'ORDERED_LOT_NOT_FOUND',
      field: 'lots.1',
      message: expect.stringMatching(/^#2: /),
    });
  });

  it('lists the own threads newest first, in pages', async () => {
    const phuong = await make.trader({ name: 'Vựa Phương' });
    const talks: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      world.clock.pass(1);
      const another = await givenLot(make, neighbour);
      talks.push((await givenTalk(make, phuong, another)).id);
    }
    const page = (after: string | null) =>
      phuong.voice.ask<{ nodes: { id: string }[]; pageInfo: { endCursor: string } }>(TALK.mine, {
        first: 2,
        after,
      });
    const first = await page(null);
    const rest = await page(first.pageInfo.endCursor);
    expect([...first.nodes, ...rest.nodes].map(({ id }) => id)).toEqual(talks.toReversed());
  });
});
