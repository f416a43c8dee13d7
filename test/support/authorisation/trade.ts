import { givenLot, type GivenLot } from '../given-lots.js';
import { termsInput } from '../given-negotiations.js';
import { bulkInput } from '../given-orders.js';
import { givenDeal, type GivenDeal } from '../given-weighing.js';
import type { Given, Someone } from '../given.js';
import { Doing } from './doing.js';
import { Farm } from './farm.js';
import { Rarities, type Agreed } from './rarities.js';
import { Scale } from '../weighing-acts.js';

export interface Folk {
  readonly household: Someone;
  /** Whom the household lets sell for it. */
  readonly helper: Someone;
  readonly trader: Someone;
  readonly transporter: Someone;
  readonly driver: Someone;
}

/** What a household and those around it do in a season, so that everything there can be is there once. */
export class Trade {
  readonly rarities: Rarities;
  readonly farm: Farm;
  readonly #doing: Doing;

  constructor(private readonly make: Given) {
    this.rarities = new Rarities(make);
    this.farm = new Farm(make);
    this.#doing = new Doing(make);
  }

  /** @returns the lot that is on the market */
  async everything(folk: Folk, officer: Someone, grade: string): Promise<GivenLot> {
    const { household, trader } = folk;
    await this.farm.season(household, officer);
    const lot = await givenLot(this.make, household, {
      kg: { [grade]: 500 },
      askVndPerKg: 30_000,
    });
    const runId = await this.#hauled(folk, lot, grade);
    const scale = new Scale(this.make.world);
    for (const _ of ['to be paid', 'paid, as the trader says']) {
      const sold = await this.#dealOf(folk, grade);
      await scale.agree(trader.voice, household.voice, sold.id, [{ grade, kg: 50, crates: 2 }]);
    }
    await this.#negotiated(folk, lot, grade);
    await this.#boxed(folk, lot, grade);
    await this.#sourced(folk, grade);
    await this.#dealOf(folk, grade);
    const { id: dealId, orderId } = await this.#dealOf(folk, grade);
    const changed = await this.#changing(folk, grade);
    await this.#later(folk, grade);
    await this.rarities.of(folk, { runId, fetched: { dealId, orderId }, changed });
    return lot;
  }

  async pool(coop: Someone, lot: GivenLot): Promise<void> {
    await this.#doing.act(coop, 'createPooledListing', {
      listingId: this.make.world.id(),
      cropCode: 'NA',
      lotIds: [lot.id],
      note: 'Na của hợp tác xã',
    });
    await this.invite(coop, '+84977000002');
  }

  invite(coop: Someone, phone: string): Promise<void> {
    return this.#doing.act(coop, 'inviteMember', { phone });
  }

  /** The commune is closed for a day on which nobody has promised anything. */
  closed(admin: Someone, communeId: string): Promise<void> {
    return this.#doing.act(admin, 'applyClosure', {
      communeId,
      source: 'Quyết định 11/QĐ-UBND',
      from: '2026-08-30T00:00:00+07:00',
      to: '2026-08-31T00:00:00+07:00',
    });
  }

  merge(admin: Someone, keep: Someone, merge: Someone): Promise<void> {
    return this.#doing.act(admin, 'mergeParties', {
      keepId: keep.party.id,
      mergeId: merge.party.id,
      reason: 'Khai trùng hai lần',
    });
  }

  /** What comes of it once the market has heard: one payment is said to be made. */
  async heard(folk: Folk, officer: Someone): Promise<void> {
    const { trader, helper, household } = folk;
    const payableId = await this.#doing.one(
      `select id from payables where payer_id = $1 order by created_at desc`,
      trader.party.id,
    );
    await this.#doing.act(trader, 'declarePaid', {
      payableIds: [payableId],
      method: 'TRANSFER',
      reference: 'FT-1',
    });
    const helpCallId = await this.#doing.one(
      `select id from help_calls where household_id = $1`,
      household.party.id,
    );
    await this.#doing.act(officer, 'recordHelpCall', { helpCallId, outcome: 'NO_ANSWER' });
    await this.make.grant(household, helper, 'SEE_LOTS');
    const grantId = await this.#doing.one(
      `select id from party_grants where grantor_id = $1 and power = 'SEE_LOTS' and grantee_id = (
         select grantee_id from party_grants where grantor_id = $1 order by ctid limit 1)`,
      household.party.id,
    );
    await this.#doing.act(household, 'revokeGrant', { grantId });
    await this.rarities.told(folk);
  }

  async #dealOf(
    { trader, household }: Pick<Folk, 'trader' | 'household'>,
    grade: string,
  ): Promise<GivenDeal> {
    const { db } = this.make.world;
    const lines = [{ grade, kg: 100, vndPerKg: 35_000 }];
    const deal = await givenDeal(this.make, { buyer: trader, household, lines });
    const communeId = await this.#doing.communeOf(household);
    await db.query(
      `update orders set destination_id = $2, ready_to = ready_from + interval '1 day' where id = $1`,
      [deal.orderId, this.make.place('HN_LONGBIEN')],
    );
    await db.query(
      `update deals set commune_id = $2, ready_to = ready_from + interval '1 day' where id = $1`,
      [deal.id, communeId],
    );
    await db.query(
      `update lots set commune_id = $2 where id = (select lot_id from deal_lines where deal_id = $1)`,
      [deal.id, communeId],
    );
    await db.query(
      `insert into order_lines (id, order_id, grade_code, wanted_g) values ($1, $2, $3, 100000)`,
      [this.make.world.id(), deal.orderId, grade],
    );
    return deal;
  }

  /** A deal whose fruit is fetched by a run with a permit, weighed but not yet agreed, with a lot standing by. */
  async #hauled(folk: Folk, lot: GivenLot, grade: string): Promise<string> {
    const { household, trader, driver } = folk;
    const { world } = this.make;
    const { id: dealId, orderId } = await this.#dealOf(folk, grade);
    const startsAt = '2026-08-25T05:00:00+07:00';
    await this.#doing.act(trader, 'planRun', { orderId, startsAt });
    const runId = await this.#doing.one(`select id from runs where order_id = $1`, orderId);
    await this.#doing.act(driver, 'acceptRun', { runId });
    await this.#doing.act(driver, 'applyPermit', { runId, persons: 1, companionIds: [] });
    await world.db.query(
      `insert into backups (id, order_id, lot_id, lot_grade_id, household_id, grade_code, grams, vnd_per_kg, state,
         asked_at, release_at)
       select $1, $2, g.lot_id, g.id, $3, g.grade_code, 20000, 30000, 'ASKED', $5, $5::timestamptz + interval '1 day'
         from lot_grades g where g.lot_id = $4`,
      [world.id(), orderId, household.party.id, lot.id, world.clock.now()],
    );
    const scale = new Scale(world);
    const { id } = await scale.open(trader.voice, dealId);
    await scale.record(trader.voice, id, { grade, kg: 100, crates: 4 });
    await scale.submit(trader.voice, id);
    return runId;
  }

  /** A deal whose kilograms the trader wants changed, and the household has not answered. */
  async #changing({ trader, household }: Folk, gradeCode: string): Promise<Agreed> {
    const { id: dealId, orderId } = await this.#dealOf({ trader, household }, gradeCode);
    const wish = {
      orderId,
      deals: [{ dealId, grades: [{ gradeCode, grams: 80_000 }] }],
      hours: null,
    };
    const { seen } = await trader.voice.ask<{ seen: string }>(
      `query ($input: OrderChangeWishInput!) { previewOrderChange(input: $input) { ... on OrderChangePreview { seen } } }`,
      { input: wish },
    );
    await this.#doing.act(trader, 'proposeOrderChange', { ...wish, seen, note: 'Xe nhỏ hơn' });
    return { dealId, orderId };
  }

  /** A lot of the week after, sprayed and photographed, in days its commune will be closed; and one for chosen buyers. */
  async #later({ household, trader }: Folk, grade: string): Promise<void> {
    const days = { readyFrom: '2026-08-30T05:00:00+07:00', readyTo: '2026-08-30T18:00:00+07:00' };
    const kg = { [grade]: 80 };
    const lot = await givenLot(this.make, household, { kg, askVndPerKg: 30_000, ...days });
    await this.rarities.cared(household, lot);
    const chosen = await givenLot(this.make, household, { kg, askVndPerKg: 30_000, ...days });
    await this.#doing.act(household, 'restrictLot', {
      lotId: chosen.id,
      expectedVersion: chosen.version,
      partyIds: [trader.party.id],
      openToAllAt: '2026-08-29T05:00:00+07:00',
    });
  }

  /** One deal agreed with a deposit and then broken, and one talk that goes on. */
  async #negotiated({ trader, household }: Folk, lot: GivenLot, grade: string): Promise<void> {
    const offered = (kg: number, depositVnd: number): object => ({
      ...termsInput(this.make, { depositVnd }),
      band: { moveBp: 1_000, buyerShareBp: 5_000 },
      tiers: [{ gradeCode: grade, fromGrams: kg * 500, vndPerKg: 30_500 }],
      lots: [{ lotId: lot.id, lines: [{ gradeCode: grade, grams: kg * 1000, vndPerKg: 31_000 }] }],
    });
    await this.#doing.act(trader, 'makeOffer', offered(60, 100_000));
    const ofBuyer = `select id from negotiations where buyer_id = $1 and deal_id is null`;
    const negotiationId = await this.#doing.one(ofBuyer, trader.party.id);
    await this.#doing.act(household, 'acceptOffer', { negotiationId, seq: 1 });
    const dealId = await this.#doing.one(
      `select deal_id as id from negotiations where id = $1`,
      negotiationId,
    );
    await this.#doing.act(trader, 'declareDeposit', { dealId, method: 'CASH' });
    await this.#doing.act(trader, 'reportBreach', {
      dealId,
      cause: 'SOLD_ELSEWHERE',
      note: 'Đã bán cho người khác',
    });
    await this.#doing.act(trader, 'makeOffer', offered(40, 0));
    await this.#doing.act(trader, 'sayInNegotiation', {
      negotiationId: await this.#doing.one(ofBuyer, trader.party.id),
      text: `Thư của ${trader.party.name}`,
    });
  }

  /** Boxes of the lot on sale, some of them ordered. */
  async #boxed({ trader, household }: Folk, lot: GivenLot, gradeCode: string): Promise<void> {
    await this.#doing.act(household, 'openBoxSale', {
      lotId: lot.id,
      gradeCode,
      boxGrams: 5_000,
      boxes: 4,
      vndPerBox: 180_000,
      ordersUntil: '2026-08-25T20:00:00+07:00',
      readyFrom: '2026-08-26T05:00:00+07:00',
      readyTo: '2026-08-26T10:00:00+07:00',
      place: 'Nhà văn hóa thôn',
      byCourier: true,
    });
    const saleId = await this.#doing.one(
      `select id from box_sales where seller_id = $1`,
      household.party.id,
    );
    const ordered = { saleId, boxes: 1, address: `Nhà của ${trader.party.name}` };
    for (const _ of ['confirmed', 'waiting'])
      await this.#doing.act(trader, 'placeBoxOrder', ordered);
    const boxOrderId = await this.#doing.one(
      `select id from box_orders where sale_id = $1 order by ctid desc`,
      saleId,
    );
    await this.#doing.act(household, 'moveBoxOrder', { boxOrderId, step: 'confirm' });
  }

  /** An order that asks the household, is posted as a need and comes round every day. */
  async #sourced({ trader, household }: Folk, grade: string): Promise<void> {
    const communeIds = [await this.#doing.communeOf(household)];
    await this.#doing.act(trader, 'createBulkOrder', {
      ...bulkInput(this.make, {
        kg: 50,
        gradeCode: grade,
        communeIds,
        householdCapGrams: 50_000,
        cutOff: {
          until: '2026-08-24T19:00:00+07:00',
          extendUntil: '2026-08-24T19:30:00+07:00',
        },
      }),
      varietyCode: null,
    });
    const orderId = await this.#doing.one(
      `select id from orders where buyer_id = $1 and state = 'SOURCING'`,
      trader.party.id,
    );
    await this.#doing.act(trader, 'offerAllocation', { orderId });
    await this.#doing.act(trader, 'publishDemand', { orderId, note: 'Cần na' });
    await this.#doing.act(household, 'answerDemand', {
      orderId,
      answers: [{ day: '2026-08-25', gradeCode: grade, grams: 30_000 }],
    });
    await this.#doing.act(trader, 'createStandingOrder', {
      orderId,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      leadHours: 24,
      lines: [{ gradeCode: grade, grams: 50_000 }],
    });
    await this.#doing.act(trader, 'saveSearch', {
      searchId: this.make.world.id(),
      name: 'Na gần đây',
      filter: { cropCode: 'NA' },
      alerts: true,
    });
    await this.#doing.act(trader, 'subscribeSheet', { atHour: 19 });
    const more = bulkInput(this.make, { kg: 700, gradeCode: grade, communeIds });
    await this.#doing.act(trader, 'createBulkOrder', more);
  }
}
