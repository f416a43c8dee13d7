import { CoopPart } from '../support/coop-part.js';
import { given, type Given, type Someone } from '../support/given.js';
import { givenLot } from '../support/given-lots.js';
import {
  act,
  bulkInput,
  ORDERS,
  givenBulkOrder,
  stockOf,
  waitingOffers,
  type ShownOrder,
} from '../support/given-orders.js';
import { PARTS, type ShownHandPlan, type ShownPart } from '../support/part-documents.js';
import { statementsOf } from '../support/sql-count.js';
import { fingerprint } from '../support/unchanged.js';
import { World } from '../support/world.js';

const KG = 1000;

describe('a cooperative takes part of a need for its households', () => {
  let world: World;
  let make: Given;
  let part: CoopPart;

  beforeAll(async () => {
    world = await World.open('2026-08-25T08:00:00+07:00');
    make = await given(world);
    part = new CoopPart(make);
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.moveTo('2026-08-25T08:00:00+07:00');
    await part.begin();
  });

  it.each([
    ['FAIR_SHARE', [100, 300, 900], [100, 300, 600]],
    ['FAIR_SHARE', [500, 500, 500], [334, 333, 333]],
    ['PRO_RATA', [100, 300, 900], [77, 231, 692]],
  ])('AL-03 AL-04 divides by %s over %j kg', async (policy, offered, taken) => {
    await part.offering(...offered);
    await part.posted({ kg: 1000 });
    const shown = await part.preview({ policy });
    expect(new Set(shown.shares.map(({ takenGrams }) => takenGrams / KG))).toEqual(new Set(taken));
    expect(await part.accept({ policy, fingerprint: shown.fingerprint })).toEqual({
      __typename: 'CoopPart',
      orderId: part.order.id,
      grams: 1000 * KG,
      households: 3,
    });
    expect(await part.takenOf()).toEqual(taken);
    for (const [at, lot] of part.lots.entries())
      expect(await stockOf(make, lot)).toEqual({ reserved: taken[at], held: taken[at] });
  });

  it('AL-02 FAIR_SHARE is what it does unless told otherwise; the buyer commits and each household has its own deal', async () => {
    await part.offering(100, 300);
    await part.posted({ kg: 200, policy: 'LOWEST_COST' });
    expect(await part.accept()).toMatchObject({ grams: 200 * KG, households: 2 });
    const [plan] = await world.db.query(
      `select policy, coop_id as "coopId" from allocation_plans where order_id = $1`,
      [part.order.id],
    );
    expect(plan).toEqual({ policy: 'FAIR_SHARE', coopId: part.clerk.party.id });
    expect(await part.hung.voice.ask(ORDERS.read, { id: part.order.id })).toMatchObject({
      state: 'ALLOCATED',
      progress: { accepted: 2, acceptedGrams: 200 * KG },
    });
    const committed = await act(make, part.hung, ORDERS.commit, { orderId: part.order.id });
    expect(
      committed.deals.map(({ household, totalGrams }) => [household.name, totalGrams / KG]),
    ).toEqual(
      expect.arrayContaining([
        ['Hộ 1', 100],
        ['Hộ 2', 100],
      ]),
    );
    expect(
      await part.members[0]?.voice.ask(ORDERS.explanation, { orderId: part.order.id }),
    ).toMatchObject({
      chosen: true,
      askedGrams: 100 * KG,
      policySentence: 'Hợp tác xã chia đều cho các hộ; hộ ít hàng được lấy hết trước.',
    });
  });

  it('ID-06 each household hears what was agreed for it, the buyer hears once, and one household takes its yes back', async () => {
    await part.offering(100, 300);
    await part.posted({ kg: 400 });
    await part.accept();
    await world.deliverEvents();
    const bought = await part.hung.voice.ask<{ nodes: object[] }>(ORDERS.notices);
    expect(bought.nodes).toEqual([
      {
        kind: 'PART_TAKEN',
        text: `Đơn ${part.order.number}: hợp tác xã nhận bán 400 kg na của 2 hộ.`,
        path: `/app/gom/${part.order.id}`,
      },
    ]);
    const [first, second] = part.members as [Someone, Someone];
    const told = await first.voice.ask<{ nodes: object[] }>(ORDERS.notices);
    expect(told.nodes).toMatchObject([
      {
        kind: 'ACTED_FOR_YOU',
        text: expect.stringContaining('nhận lời bán 100 kg na'),
      },
    ]);
    const { nodes } = await second.voice.ask<{ nodes: { id: string; canUndo: boolean }[] }>(
      PARTS.assisted,
    );
    expect(nodes).toMatchObject([{ canUndo: true }]);
    expect(await act(make, second, PARTS.undo, { actId: nodes[0]?.id })).toMatchObject({
      __typename: 'AssistedAct',
    });
    expect(await stockOf(make, part.lots[1]!)).toEqual({ reserved: 0, held: 0 });
    // The buyer asked nobody herself: no round of hers starts in her name.
    await givenLot(make, await make.grower({}), { kg: { L1: 500 } });
    await world.deliverEvents();
    expect(await part.hung.voice.ask(ORDERS.read, { id: part.order.id })).toMatchObject({
      state: 'SOURCING',
      progress: { offered: 2, acceptedGrams: 100 * KG },
    });
  });

  it('takes as much of a grade as it says, at the asked price, and shows whose it is only to the cooperative', async () => {
    await part.offering(100, 300);
    await part.posted({ kg: 1000 });
    const shown = await part.preview({ takes: [{ gradeCode: 'L1', grams: 150 * KG }] });
    expect(shown).toMatchObject({
      plannedGrams: 150 * KG,
      grades: [{ grade: { code: 'L1' }, wantedGrams: 150 * KG, mostGrams: 150 * KG }],
    });
    expect(new Set(shown.shares.map(({ household }) => household))).toEqual(
      new Set([
        { name: 'Hộ 1', phone: null },
        { name: 'Hộ 2', phone: null },
      ]),
    );
    // Of 100 and 300 kg each gives 75: the smaller sells three quarters, the larger one quarter.
    expect(shown.gini).toBe(0.25);
    const takes = [{ gradeCode: 'L1', grams: 150 * KG }];
    expect(await part.accept({ takes })).toMatchObject({ grams: 150 * KG });
    expect(await part.takenOf()).toEqual([75, 75]);
    const rest = await part.preview();
    expect(rest.shares).toEqual([]);
  });

  it('speaks for households that let it sell, for nobody else’s, and not for a member without that word', async () => {
    await part.offering(100);
    const stranger = await make.grower({});
    const notMine = await givenLot(make, stranger, { kg: { L1: 500 } });
    const member = await make.grower({});
    await make.grant(member, part.clerk, 'SEE_LOTS');
    await givenLot(make, member, { kg: { L1: 500 } });
    await part.posted({ kg: 1000 });
    expect((await part.preview()).shares).toMatchObject([
      { lotGradeId: part.lots[0]?.lines['L1'] },
    ]);
    const other = await make.coopClerk({});
    expect((await part.preview({}, other)).shares).toEqual([]);
    const before = await fingerprint(world, ['allocation_plans', 'allocation_lines', 'lot_holds']);
    expect(await part.accept({}, other)).toMatchObject({ code: 'NO_LOT_FITS' });
    const byHand = {
      reason: 'Bán hộ hàng xóm',
      lines: [{ lotGradeId: notMine.lines['L1'], grams: 100 * KG }],
    };
    expect(await part.accept({ byHand })).toMatchObject({ code: 'BY_HAND_IMPOSSIBLE' });
    for (const someone of [part.hung, stranger]) {
      const input = { clientMutationId: world.id(), orderId: part.order.id };
      const answer = await someone.voice.send(PARTS.accept, { input });
      expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
      const looked = await someone.voice.send(PARTS.preview, { orderId: part.order.id });
      expect(looked.errors[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect(await fingerprint(world, ['allocation_plans', 'allocation_lines', 'lot_holds'])).toEqual(
      before,
    );
    await world.db.query(
      `update parties set state = 'SUSPENDED', state_reason = 'x' where id = $1`,
      [part.members[0]?.party.id],
    );
    expect(await part.accept()).toMatchObject({ code: 'NO_LOT_FITS' });
    expect(await stockOf(make, part.lots[0]!)).toEqual({ reserved: 0, held: 0 });
  });

  it('takes up what is on the board at a price, and never asks a household again that said no', async () => {
    await part.offering(100);
    part.order = await givenBulkOrder(make, part.hung, { kg: 1000 });
    expect(await part.preview()).toMatchObject({ code: 'DEMAND_NOT_FOUND' });
    expect(await part.accept()).toMatchObject({ code: 'DEMAND_NOT_FOUND' });
    expect(await part.accept({ orderId: world.id() })).toMatchObject({ code: 'DEMAND_NOT_FOUND' });
    await part.posted({ kg: 1000, maxVndPerKg: null });
    expect(await part.preview()).toMatchObject({ code: 'DEMAND_PRICE_OPEN' });
    expect(await part.accept()).toMatchObject({ code: 'DEMAND_PRICE_OPEN' });
    await part.posted({ kg: 1000, maxVndPerKg: 29_000 });
    expect(await part.accept()).toMatchObject({ code: 'NO_LOT_FITS' });

    await part.posted({ kg: 1000 });
    await act(make, part.hung, ORDERS.offer, { orderId: part.order.id });
    const [asked] = await waitingOffers(part.members[0]!);
    await act(make, part.members[0]!, ORDERS.respond, { offerId: asked?.id, accept: false });
    expect(await part.accept()).toMatchObject({ code: 'NO_LOT_FITS' });
    world.clock.moveTo('2026-08-26T12:00:00+07:00');
    expect(await part.accept()).toMatchObject({ code: 'DEMAND_NOT_FOUND' });
  });

  it('answers a replay as the first time, and refuses the same key for another wish', async () => {
    await part.offering(100, 300);
    await part.posted({ kg: 200 });
    const input = { clientMutationId: world.id(), orderId: part.order.id };
    const once = await part.clerk.voice.ask(PARTS.accept, { input });
    const before = await fingerprint(world, ['lot_holds', 'assisted_acts']);
    expect(await part.clerk.voice.ask(PARTS.accept, { input })).toEqual(once);
    await act(make, part.hung, ORDERS.commit, { orderId: part.order.id });
    expect(await part.clerk.voice.ask(PARTS.accept, { input })).toEqual(once);
    expect(
      await part.clerk.voice.ask(PARTS.accept, { input: { ...input, policy: 'PRO_RATA' } }),
    ).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await fingerprint(world, ['lot_holds', 'assisted_acts'])).toEqual(before);
  });

  it('AL-16 a market that moved since the preview is looked at again; raced, no kilogram is promised twice', async () => {
    await part.offering(300, 300);
    await part.posted({ kg: 400 });
    const { fingerprint: seen } = await part.preview();
    const dung = await make.trader({});
    await act(make, dung, ORDERS.place, {
      lotId: part.lots[0]?.id,
      gradeCode: 'L1',
      grams: 250 * KG,
    });
    expect(await part.accept({ fingerprint: seen })).toMatchObject({ code: 'PREVIEW_STALE' });
    expect(await part.takenOf()).toEqual([0, 0]);

    const rivals = await Promise.all(
      [1, 2, 3].map(async () => {
        const buyer = await make.trader({});
        const wish = bulkInput(make, { kg: 300 });
        const { id } = await buyer.voice.ask<ShownOrder>(ORDERS.create, { input: wish });
        return () => act(make, buyer, ORDERS.offer, { orderId: id });
      }),
    );
    await Promise.all([part.accept(), ...rivals.map((rival) => rival())]);
    for (const lot of part.lots) {
      const { reserved, held } = await stockOf(make, lot);
      expect(held).toBe(reserved);
      expect(reserved).toBeLessThanOrEqual(300);
    }
  });

  it('AL-07 ID-07 two cooperatives at once take no more together than is missing; a word taken back stops new yeses and keeps old ones', async () => {
    await part.offering(300);
    const first = { clerk: part.clerk, lot: part.lots[0]! };
    part.clerk = await make.coopClerk({});
    await part.offering(300);
    await part.posted({ kg: 400 });
    const answers = await Promise.all([part.accept({}, first.clerk), part.accept()]);
    expect(answers.map(({ code }) => code)).toEqual([undefined, undefined]);
    const held = [await stockOf(make, first.lot), await stockOf(make, part.lots[0]!)];
    expect(held.map(({ reserved }) => reserved).reduce((sum, one) => sum + one, 0)).toBe(400);
    expect(await part.accept()).toMatchObject({ code: 'NOTHING_MISSING' });
    await world.db.query(
      `update party_grants set revoked_at = now(), revoked_by = granted_by where grantee_id = $1`,
      [part.clerk.party.id],
    );
    await act(make, part.hung, ORDERS.commit, { orderId: part.order.id });
    expect(await part.hung.voice.ask(ORDERS.read, { id: part.order.id })).toMatchObject({
      state: 'COMMITTED',
    });
    await part.posted({ kg: 100 });
    expect(await part.accept()).toMatchObject({ code: 'NO_LOT_FITS' });
  });

  it('AL-18 by hand it gives its reason, keeps the computed division beside, and says both figures', async () => {
    await part.offering(100, 300);
    await part.posted({ kg: 200 });
    const lines = part.lots.map(({ lines: { L1 } }, at) => ({
      lotGradeId: L1,
      grams: [20, 180][at]! * KG,
    }));
    expect(await part.accept({ byHand: { reason: ' ', lines } })).toMatchObject({
      code: 'BY_HAND_REASON_MISSING',
      field: 'byHand.reason',
    });
    const over = lines.map((line) => ({ ...line, grams: 101 * KG }));
    const code = `LO-${part.lots[0]?.id.slice(-6).toUpperCase()}`;
    expect(await part.accept({ byHand: { reason: 'Hộ khó khăn', lines: over } })).toMatchObject({
      code: 'BY_HAND_IMPOSSIBLE',
      field: 'byHand.lines.0.grams',
      message: `${code}: 1 lô tự chọn không lấy được như vậy.`,
    });
    expect(await part.accept({ byHand: { reason: 'Hộ khó khăn', lines } })).toMatchObject({
      grams: 200 * KG,
    });
    expect(await part.takenOf()).toEqual([20, 180]);
    const [kept] = await world.db.query(
      `select policy, by_hand_reason as reason, computed ->> 'policy' as computed, gini_bp as own,
              computed_gini_bp as theirs from allocation_plans where order_id = $1`,
      [part.order.id],
    );
    // Computed: 100 kg of each, of 100 and 300. By hand: a fifth of the smaller, three fifths of the larger.
    expect(kept).toEqual({
      policy: 'MANUAL',
      reason: 'Hộ khó khăn',
      computed: 'FAIR_SHARE',
      own: 1500,
      theirs: 2500,
    });
    await readByAllItConcerns(code);
  });

  /** AL-15, AL-18: the reason beside the computed kilograms, for the cooperative, each household and the office. */
  async function readByAllItConcerns(code: string): Promise<void> {
    const asked = { orderId: part.order.id };
    const [plan] = await part.clerk.voice.ask<ShownHandPlan[]>(PARTS.byHand, asked);
    expect(plan).toMatchObject({ reason: 'Hộ khó khăn', gini: 0.15, computedGini: 0.25 });
    expect(plan?.shares).toEqual(
      expect.arrayContaining([
        {
          lotCode: code,
          computedGrams: 100 * KG,
          ownGrams: 20 * KG,
          household: { name: 'Hộ 1' },
          commune: { name: expect.any(String) },
        },
      ]),
    );
    const other = await make.coopClerk({});
    for (const stranger of [part.hung, other])
      expect(await stranger.voice.ask(PARTS.byHand, asked)).toEqual([]);
    expect(await part.members[0]?.voice.ask(PARTS.why, asked)).toEqual({
      policySentence: 'Hợp tác xã tự chọn từng lô, có ghi lý do.',
      byHandReason: 'Hộ khó khăn',
      computedGrams: 100 * KG,
    });
    expect(
      await part.hung.voice.ask(PARTS.why, { ...asked, lotId: part.lots[0]?.id }),
    ).toMatchObject({ byHandReason: null, computedGrams: null });
    const office = await make.officeStaff({});
    const { handChoices } = await office.voice.ask<{ handChoices: object[] }>(PARTS.choices);
    expect(handChoices).toContainEqual({
      orderNumber: part.order.number,
      chosenBy: 'HTX Na Nghĩa Phương',
      reason: 'Hộ khó khăn',
      gini: 0.15,
      computedGini: 0.25,
    });
  }

  it('AL-18 a buyer sees the same columns of her own order, without whose lots they are', async () => {
    await part.offering(100, 300);
    await part.posted({ kg: 200 });
    const { shares } = await part.hung.voice.ask<ShownPart>(PARTS.ofOrder, {
      orderId: part.order.id,
    });
    expect(shares.length).toBeGreaterThanOrEqual(2);
    expect(new Set(shares.map(({ household }) => household))).toEqual(new Set([null]));
    expect(new Set(shares.map(({ householdNumber }) => householdNumber)).size).toBe(shares.length);
  });

  it('asks the database as often for twenty households as for two', async () => {
    const asked = async (kg: readonly number[]): Promise<number> => {
      await part.offering(...kg);
      await part.posted({ kg: 10 * kg.length });
      return (await statementsOf(() => part.accept())).length;
    };
    const few = await asked([50, 50]);
    part.clerk = await make.coopClerk({});
    expect(await asked(Array.from({ length: 20 }, () => 50))).toBe(few);
  });
});
