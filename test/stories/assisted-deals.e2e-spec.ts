import { assistedScene } from '../support/assisted-scene.js';
import { actsFor, undo } from '../support/assisted.js';
import { CHANGES, type ShownOrderChange, type ShownPreview } from '../support/given-changes.js';
import { ORDERS } from '../support/given-orders.js';
import type { Given, Someone } from '../support/given.js';
import { givenDeal } from '../support/given-weighing.js';
import type { Morning } from '../support/morning.js';
import { Till } from '../support/settlement-acts.js';
import { Scale } from '../support/weighing-acts.js';
import type { World } from '../support/world.js';

const KG = 1000;

describe('what a cooperative says for a household of a deal and its money', () => {
  const scene = assistedScene();
  const { act, newest, kindsOf } = scene;
  let morning: Morning;
  let world: World;
  let make: Given;
  let hung: Someone;
  let coop: Someone;
  let lan: Someone;
  beforeEach(() => {
    ({ morning, world, make, hung, coop, lan } = scene);
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
