import { Orders } from '../../src/orders/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { actsFor, undo, type ShownAct } from '../support/assisted.js';
import { CHANGES, type ShownOrderChange, type ShownPreview } from '../support/given-changes.js';
import { givenLot, type GivenLot } from '../support/given-lots.js';
import {
  answer,
  counter,
  givenTalk,
  makeOffer,
  TALK,
  type ShownTalk,
} from '../support/given-negotiations.js';
import { codesOf, ORDERS, stockOf } from '../support/given-orders.js';
import type { Given, Someone } from '../support/given.js';
import { givenDeal } from '../support/given-weighing.js';
import { Morning } from '../support/morning.js';
import { Till } from '../support/settlement-acts.js';
import { Scale } from '../support/weighing-acts.js';
import type { World } from '../support/world.js';

const KG = 1000;
const HTX = 'HTX Na Nghĩa Phương';
const refused = '... on Refused { __typename code }';
const mutation = (name: string, input: string, selection: string): string =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ${selection} ${refused} } }`;
const BOXES = {
  open: mutation('openBoxSale', 'OpenBoxSaleInput', '... on BoxSale { id }'),
  close: mutation('closeBoxSale', 'BoxSaleActInput', '... on BoxSale { id }'),
  place: mutation('placeBoxOrder', 'PlaceBoxOrderInput', '... on BoxOrder { id state }'),
  cancel: mutation('cancelBoxOrder', 'CancelBoxOrderInput', '... on BoxOrder { id state }'),
  read: `query ($id: ID!) { boxSale(id: $id) { isOpen closeReason left } }`,
};
const BACKUPS = {
  ask: mutation('askBackups', 'AskBackupsInput', '... on BulkOrder { id }'),
  respond: mutation('respondBackup', 'RespondBackupInput', '... on Backup { id state }'),
  mine: `{ myBackups { id state grams } }`,
};

interface Done {
  readonly code?: string;
  readonly id: string;
  readonly state: string;
}

describe('what a cooperative says for a household, from the price to the money', () => {
  let morning: Morning;
  let world: World;
  let make: Given;
  let hung: Someone;
  let coop: Someone;
  let lan: Someone;
  let lot: GivenLot;

  beforeAll(async () => {
    morning = await Morning.at('2026-08-25T08:00:00+07:00');
    ({ world, make, trader: hung } = morning);
    coop = await make.coopClerk({ name: HTX });
  }, 30_000);
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.pass(24 * 60);
    lan = await make.grower({ name: 'Nguyễn Thị Lan' });
    await make.joinCoop(coop, lan);
    lot = await givenLot(make, lan, { kg: { L1: 300 }, askVndPerKg: 33_000 });
  });
  afterEach(async () => {
    // What one test leaves on the market is not for the next.
    await world.db.query(`update lots set ready_to = ready_from + interval '1 second'`);
    await world.deliverEvents();
  });

  const act = (who: Someone, document: string, wish: object): Promise<Done> =>
    morning.act<Done>(who, document, wish);
  const newest = async (household = lan): Promise<ShownAct> => {
    const [one] = await actsFor(household);
    if (!one) throw new Error('nothing was done for the household');
    return one;
  };
  const kindsOf = async (household = lan): Promise<string[]> =>
    (await actsFor(household)).map(({ kind }) => kind);
  const told = async (who: Someone): Promise<{ kind: string; text: string }[]> => {
    await world.deliverEvents();
    return (await who.voice.ask<{ nodes: { kind: string; text: string }[] }>(ORDERS.notices)).nodes;
  };
  const read = (talk: { id: string }): Promise<ShownTalk> =>
    hung.voice.ask(TALK.read, { id: talk.id });

  describe('ID-06 a price', () => {
    const byPhone = (key = world.id()) =>
      makeOffer(make, coop, [lot], {
        clientMutationId: key,
        isPhoneDeal: true,
        buyerPhone: hung.person.phone,
        vndPerKg: 32_000,
      });

    it('named by telephone is written down once, told to the household, and withdrawn by it once', async () => {
      const key = world.id();
      const [first] = await Promise.all([byPhone(key), byPhone(key)]);
      const talk = first.opened?.[0];
      const acts = await actsFor(lan);
      expect(acts).toMatchObject([
        {
          kind: 'PRICE_OFFERED',
          text: 'chào bán 100 kg na',
          by: HTX,
          party: { name: HTX },
          canUndo: true,
          path: `/app/mac-ca/${talk?.id}`,
        },
      ]);
      const [done] = acts as [ShownAct];
      expect((await told(lan)).find(({ kind }) => kind === 'ACTED_FOR_YOU')?.text).toBe(
        `${HTX} đã làm thay nhà mình: chào bán 100 kg na. Không đúng thì bấm vào đây.`,
      );
      const stranger = await make.grower({});
      expect(await undo(world, stranger, done)).toMatchObject({ code: 'ASSISTED_ACT_NOT_FOUND' });
      const answers = await Promise.all([1, 2].map(() => undo(world, lan, done)));
      expect(codesOf(answers)).toEqual({ done: 1, ASSISTED_UNDONE: 1 });
      expect(await hung.voice.ask(TALK.read, { id: talk?.id })).toMatchObject({
        state: 'WITHDRAWN',
      });
      expect((await told(hung)).map(({ kind }) => kind)).toContain('PRICE_TALK_ENDED');
    });

    it('answered for the household is withdrawn until the buyer answers, and not after', async () => {
      const talk = await givenTalk(make, hung, lot);
      const dearer = await counter(make, coop, talk, { vndPerKg: 31_000 });
      expect(await newest()).toMatchObject({
        kind: 'PRICE_COUNTERED',
        text: 'trả giá lại 100 kg na',
      });
      expect(await undo(world, lan, await newest())).toMatchObject({ __typename: 'AssistedAct' });
      expect(await read(dearer)).toMatchObject({ state: 'WITHDRAWN' });

      const again = await givenTalk(make, hung, lot);
      const asked = await counter(make, coop, again, { vndPerKg: 31_000 });
      const first = await newest();
      const met = await counter(make, hung, asked, { vndPerKg: 30_500 });
      expect(await undo(world, lan, first)).toMatchObject({ code: 'ASSISTED_CHANGED_SINCE' });
      const last = await counter(make, coop, met, { vndPerKg: 30_800 });
      await answer(make, hung, TALK.accept, last, 4);
      expect(await undo(world, lan, await newest())).toMatchObject({ code: 'ASSISTED_DEAL_MADE' });
      expect(await undo(world, lan, first)).toMatchObject({ code: 'ASSISTED_DEAL_MADE' });
      expect(await read(last)).toMatchObject({ state: 'ACCEPTED' });
      expect(await stockOf(make, lot)).toEqual({ reserved: 100, held: 100 });
    });

    it('stands when its window is over, though the buyer has not answered', async () => {
      const talk = await givenTalk(make, hung, lot);
      await counter(make, coop, talk, { vndPerKg: 31_000, answerMinutes: 240 });
      world.clock.pass(121);
      expect(await newest()).toMatchObject({ canUndo: false });
      expect(await undo(world, lan, await newest())).toMatchObject({ code: 'ASSISTED_TOO_LATE' });
      expect(await read(talk)).toMatchObject({ state: 'COUNTERED' });
    });

    it('undone and accepted at the same moment is one of the two', async () => {
      const talk = await givenTalk(make, hung, lot);
      const dearer = await counter(make, coop, talk, { vndPerKg: 31_000 });
      const done = await newest();
      const answers = await Promise.all([
        undo(world, lan, done),
        answer(make, hung, TALK.accept, dearer, 2),
        undo(world, lan, done),
      ]);
      expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
      const { state } = await read(dearer);
      expect(['WITHDRAWN', 'ACCEPTED']).toContain(state);
      const held = state === 'ACCEPTED' ? 100 : 0;
      expect(await stockOf(make, lot)).toEqual({ reserved: held, held });
    });

    it('settled, refused or taken back for the household is told to it; what it does itself is not', async () => {
      const own = await givenTalk(make, hung, lot);
      await counter(make, lan, own, { vndPerKg: 31_000 });
      await answer(make, lan, TALK.withdraw, own, 2);
      await answer(make, lan, TALK.reject, await givenTalk(make, hung, lot), 1);
      await answer(make, lan, TALK.accept, await givenTalk(make, hung, lot, { kg: 50 }), 1);
      expect(await actsFor(lan)).toEqual([]);

      const talk = await givenTalk(make, hung, lot);
      await act(coop, TALK.say, { negotiationId: talk.id, text: 'Na chín đều' });
      await answer(make, coop, TALK.reject, talk, 1);
      const asked = await counter(make, coop, await givenTalk(make, hung, lot), { kg: 80 });
      await answer(make, coop, TALK.withdraw, asked, 2);
      await answer(make, coop, TALK.accept, await givenTalk(make, hung, lot), 1);
      expect((await actsFor(lan)).map(({ text, undoUntil }) => [text, undoUntil])).toEqual([
        ['chốt giá bán 100 kg na', null],
        ['rút lời chào bán 80 kg na', null],
        ['trả giá lại 80 kg na', expect.any(String)],
        ['không bán 100 kg na theo giá chào', null],
      ]);
      expect(await undo(world, lan, await newest())).toMatchObject({ code: 'ASSISTED_TOO_LATE' });
    });
  });

  describe('ID-06 boxes', () => {
    const sell = (who = coop, boxes = 10): Promise<Done> =>
      act(who, BOXES.open, {
        lotId: lot.id,
        gradeCode: 'L1',
        boxGrams: 5_000,
        boxes,
        vndPerBox: 180_000,
        ordersUntil: hoursLater(12),
        readyFrom: hoursLater(20),
        readyTo: hoursLater(26),
        place: 'Nhà văn hóa thôn Dùm',
        byCourier: false,
      });
    const hoursLater = (hours: number): string =>
      new Date(world.clock.now().getTime() + hours * 3_600_000).toISOString();

    it('opened for the household are closed by it; what was ordered stands, and the rest is free', async () => {
      const { id: saleId } = await sell();
      const ordered = await act(hung, BOXES.place, { saleId, boxes: 2 });
      expect(await newest()).toMatchObject({
        kind: 'BOX_SALE_OPENED',
        text: 'mở bán thùng 50 kg na',
        path: `/app/thung/${saleId}`,
      });
      await undo(world, lan, await newest());
      const closed = { isOpen: false, closeReason: 'SELLER' };
      expect(await lan.voice.ask(BOXES.read, { id: saleId })).toMatchObject(closed);
      expect(await stockOf(make, lot)).toEqual({ reserved: 10, held: 10 });

      // To a buyer the cooperative answers in its own name.
      await act(coop, BOXES.cancel, { boxOrderId: ordered.id, reason: 'hết thùng' });
      expect(await kindsOf()).toEqual(['BOX_SALE_OPENED']);
      expect(await stockOf(make, lot)).toEqual({ reserved: 0, held: 0 });
    });

    it('that are sold out or closed already are not closed again', async () => {
      const full = await sell(coop, 2);
      await act(hung, BOXES.place, { saleId: full.id, boxes: 2 });
      expect(await undo(world, lan, await newest())).toMatchObject({
        code: 'ASSISTED_CHANGED_SINCE',
      });
      const { id: saleId } = await sell();
      const opened = await newest();
      await act(coop, BOXES.close, { saleId });
      expect(await newest()).toMatchObject({
        text: 'đóng đợt bán thùng na',
        undoUntil: null,
      });
      expect(await undo(world, lan, opened)).toMatchObject({ code: 'ASSISTED_CHANGED_SINCE' });
      const own = await sell(lan);
      await act(lan, BOXES.close, { saleId: own.id });
      expect(await kindsOf()).toEqual(['BOX_SALE_CLOSED', 'BOX_SALE_OPENED', 'BOX_SALE_OPENED']);
    });
  });

  describe('ID-06 standing by', () => {
    const asked = async (): Promise<{ orderId: string; backupId: string; grams: number }> => {
      const { order } = await morning.planned([500]);
      const { orderId } = order;
      await act(hung, BACKUPS.ask, { orderId, shareBp: 2_000 });
      const [one] = await lan.voice.ask<{ id: string; grams: number }[]>(BACKUPS.mine);
      return { orderId, backupId: one?.id ?? '', grams: one?.grams ?? 0 };
    };
    const respond = (who: Someone, backupId: string, accept: boolean) =>
      act(who, BACKUPS.respond, { backupId, accept });

    it('agreed to for the household is taken back by it, and frees its kilograms', async () => {
      const { backupId } = await asked();
      await respond(coop, backupId, true);
      expect(await newest()).toMatchObject({
        kind: 'BACKUP_ACCEPTED',
        text: 'nhận dự phòng 100 kg na',
        canUndo: true,
        path: '/app/du-phong',
      });
      await undo(world, lan, await newest());
      expect(await lan.voice.ask(BACKUPS.mine)).toMatchObject([{ state: 'DECLINED' }]);
      expect(await stockOf(make, lot)).toEqual({ reserved: 0, held: 0 });

      world.clock.pass(24 * 60);
      const second = await asked();
      expect(await respond(lan, second.backupId, true)).toMatchObject({ state: 'READY' });
      expect(await kindsOf()).toEqual(['BACKUP_ACCEPTED']);
      await respond(coop, second.backupId, false);
      expect(await newest()).toMatchObject({ text: 'từ chối dự phòng 100 kg na', undoUntil: null });
    });

    it('that was refused since, or became a deal, stays as it is', async () => {
      const first = await asked();
      await respond(coop, first.backupId, true);
      await respond(lan, first.backupId, false);
      expect(await undo(world, lan, await newest())).toMatchObject({
        code: 'ASSISTED_CHANGED_SINCE',
      });
      world.clock.pass(24 * 60);
      const { orderId, backupId, grams } = await asked();
      await respond(coop, backupId, true);
      const taken = new Map([[backupId, grams]]) as never;
      await world.app
        .get(UnitOfWork)
        .run((tx) => world.app.get(Orders).takeBackups(tx, { orderId, taken, cancels: null }));
      expect(await undo(world, lan, await newest())).toMatchObject({ code: 'ASSISTED_DEAL_MADE' });
      expect(await lan.voice.ask(BACKUPS.mine)).toMatchObject([{ state: 'USED' }, {}]);
    });
  });

  describe('ID-06 a deal', () => {
    const preview = (who: Someone, wish: object): Promise<ShownPreview> =>
      who.voice.ask(CHANGES.previewChange, { input: wish });
    const propose = async (who: Someone, wish: object): Promise<ShownOrderChange> => {
      const { seen } = await preview(who, wish);
      return morning.act(who, CHANGES.propose, { ...wish, seen });
    };
    const confirm = async (who: Someone, changeId: string, accept = true) => {
      const { seen } = await who.voice.ask<ShownPreview>(CHANGES.consequences, { changeId });
      return morning.act<ShownOrderChange>(who, CHANGES.confirm, { changeId, accept, seen });
    };
    const kg = (dealId: string, amount: number) => ({
      dealId,
      grades: [{ gradeCode: 'L1', grams: amount * KG }],
    });
    const dealsOf = async (weights: readonly number[]) => {
      const { order } = await morning.planned(weights);
      for (const { household } of order.deals) await make.joinCoop(coop, household);
      return order;
    };

    it('that the cooperative asks to change is as before when the household says so, until the buyer agreed', async () => {
      const { orderId, deals } = await dealsOf([400]);
      const [{ id, household }] = deals as [(typeof deals)[0]];
      const { number } = await hung.voice.ask<{ number: string }>(ORDERS.deal, { id });
      const wish = { orderId, deals: [kg(id, 250)] };
      const change = await propose(coop, wish);
      expect(await newest(household)).toMatchObject({
        kind: 'CHANGE_PROPOSED',
        text: `xin đổi đơn ${number}`,
        path: `/app/don/${id}/doi`,
      });
      await undo(world, household, await newest(household));
      expect(await hung.voice.ask(CHANGES.orderChange, { id: orderId })).toMatchObject({
        change: { id: change.id, state: 'WITHDRAWN' },
      });
      const second = await propose(coop, wish);
      expect(await confirm(hung, second.id)).toMatchObject({ state: 'APPLIED' });
      expect(await undo(world, household, await newest(household))).toMatchObject({
        code: 'ASSISTED_DEAL_MADE',
      });

      const third = await propose(coop, { orderId, deals: [kg(id, 200)] });
      const asking = await newest(household);
      await act(coop, CHANGES.withdraw, { changeId: third.id });
      expect(await undo(world, household, asking)).toMatchObject({
        code: 'ASSISTED_CHANGED_SINCE',
      });
      const own = await propose(household, { orderId, deals: [kg(id, 200)] });
      await act(household, CHANGES.withdraw, { changeId: own.id });
      expect(await kindsOf(household)).toEqual([
        'CHANGE_WITHDRAWN',
        'CHANGE_PROPOSED',
        'CHANGE_PROPOSED',
        'CHANGE_PROPOSED',
      ]);
    });

    it('among several the cooperative agrees to is told to each household, and to no other', async () => {
      const { orderId, deals } = await dealsOf([300, 200, 100]);
      const [first, second, third] = deals as [
        (typeof deals)[0],
        (typeof deals)[0],
        (typeof deals)[0],
      ];
      const wish = { orderId, deals: [kg(first.id, 250), kg(second.id, 150), kg(third.id, 90)] };
      const change = await propose(hung, wish);
      await confirm(third.household, change.id);
      expect(await confirm(coop, change.id)).toMatchObject({ state: 'APPLIED' });
      for (const { id, household } of [first, second]) {
        const { number } = await hung.voice.ask<{ number: string }>(ORDERS.deal, { id });
        expect(await actsFor(household)).toMatchObject([
          { kind: 'CHANGE_AGREED', text: `đồng ý đổi đơn ${number}`, undoUntil: null },
        ]);
      }
      expect(await actsFor(third.household)).toEqual([]);
      const other = await propose(hung, { orderId, deals: [kg(first.id, 200)] });
      await confirm(coop, other.id, false);
      expect(await kindsOf(first.household)).toEqual(['CHANGE_REFUSED', 'CHANGE_AGREED']);
      expect(await kindsOf(second.household)).toEqual(['CHANGE_AGREED']);
    });

    it('that the cooperative gives up, says was broken, or answers for, is told to its household', async () => {
      const { deals } = await dealsOf([400, 300, 200]);
      const [given, broken, blamed] = deals as [
        (typeof deals)[0],
        (typeof deals)[0],
        (typeof deals)[0],
      ];
      const sums = await coop.voice.ask<{ damagesVnd: number; toPayVnd: number }>(CHANGES.preview, {
        dealId: given.id,
        cause: 'NOT_RIPE',
      });
      const { damagesVnd, toPayVnd } = sums;
      const cancel = { dealId: given.id, cause: 'NOT_RIPE', damagesVnd, toPayVnd };
      await act(coop, CHANGES.cancel, cancel);
      expect(await newest(given.household)).toMatchObject({
        kind: 'DEAL_CANCELLED',
        text: expect.stringMatching(/^hủy thỏa thuận TT-/),
        undoUntil: null,
        path: `/app/don/${given.id}`,
      });
      world.clock.pass(25 * 60);
      const report = { cause: 'NO_PICKUP', note: 'Không thấy xe.' };
      await act(coop, CHANGES.report, { ...report, dealId: broken.id });
      expect(await kindsOf(broken.household)).toEqual(['BREACH_REPORTED']);
      await act(hung, CHANGES.report, {
        dealId: blamed.id,
        cause: 'NOT_READY',
        note: 'Đến nơi chưa hái.',
      });
      expect(await actsFor(blamed.household)).toEqual([]);
      await act(coop, CHANGES.reply, { dealId: blamed.id, text: 'Mưa to không hái được.' });
      expect(await kindsOf(blamed.household)).toEqual(['BREACH_ANSWERED']);
      await act(hung, CHANGES.reply, { dealId: broken.id, text: 'Xe hỏng.' });
      expect(await kindsOf(broken.household)).toEqual(['BREACH_REPORTED']);
    });
  });

  it('ID-06 money confirmed or missed for the household is told to it, whoever helped', async () => {
    const neighbour = await make.grower({ name: 'Vi Văn Thắng' });
    await make.grant(lan, neighbour, 'RECEIVE_PAYMENT');
    const till = new Till(world);
    const lines = [{ grade: 'L1', kg: 100, vndPerKg: 30_000 }];
    const deal = await givenDeal(make, { buyer: hung, household: lan, lines });
    await world.db.query(
      `update deals set deposit_vnd = 500000, deposit_due_at = ready_from where id = $1`,
      [deal.id],
    );
    await act(hung, CHANGES.declareDeposit, { dealId: deal.id, method: 'CASH' });
    await act(neighbour, CHANGES.confirmDeposit, { dealId: deal.id });
    expect(await newest()).toMatchObject({
      kind: 'DEPOSIT_CONFIRMED',
      text: 'xác nhận đã nhận cọc 500.000\u00a0₫',
      party: { name: 'Vi Văn Thắng' },
      undoUntil: null,
      path: `/app/so-tien/${deal.id}`,
    });
    const load = [{ grade: 'L1', kg: 101, crates: 1, tareKg: 1 }];
    await new Scale(world).agree(hung.voice, lan.voice, deal.id, load);
    await world.deliverEvents();
    const id = (await till.mine(lan.voice))[0]?.id ?? '';
    await till.declare(hung.voice, [id]);
    await till.contest(coop.voice, id, 'Hộ báo chưa nhận.');
    expect(await newest()).toMatchObject({
      kind: 'PAYMENT_CONTESTED',
      text: 'báo chưa nhận được 2.500.000\u00a0₫',
      path: '/app/tien',
    });
    await till.receive(lan.voice, id);
    expect(await kindsOf()).toEqual(['PAYMENT_CONTESTED', 'DEPOSIT_CONFIRMED']);
    expect(await actsFor(neighbour)).toEqual([]);
  });
});
