import { Orders } from '../../src/orders/index.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { assistedScene, HTX, type Done } from '../support/assisted-scene.js';
import { actsFor, undo, type ShownAct } from '../support/assisted.js';
import type { GivenLot } from '../support/given-lots.js';
import {
  answer,
  counter,
  givenTalk,
  makeOffer,
  TALK,
  type ShownTalk,
} from '../support/given-negotiations.js';
import { codesOf, stockOf } from '../support/given-orders.js';
import type { Given, Someone } from '../support/given.js';
import type { Morning } from '../support/morning.js';
import type { World } from '../support/world.js';

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

describe('what a cooperative says for a household before there is a deal', () => {
  const scene = assistedScene();
  const { act, newest, kindsOf, told } = scene;
  let morning: Morning;
  let world: World;
  let make: Given;
  let hung: Someone;
  let coop: Someone;
  let lan: Someone;
  let lot: GivenLot;
  beforeEach(() => {
    ({ morning, world, make, hung, coop, lan, lot } = scene);
  });
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
});
