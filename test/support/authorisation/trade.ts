import { GraphQLSchemaHost } from '@nestjs/graphql';
import { givenLot, type GivenLot } from '../given-lots.js';
import { termsInput } from '../given-negotiations.js';
import { bulkInput } from '../given-orders.js';
import { givenDeal, type GivenDeal } from '../given-weighing.js';
import type { Given, Someone } from '../given.js';
import { documentOf } from '../hostile-inputs.js';
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
  constructor(private readonly make: Given) {}

  /** @returns the lot that is on the market */
  async everything(folk: Folk, officer: Someone, grade: string): Promise<GivenLot> {
    const { household, trader } = folk;
    await this.#farm(household, officer);
    const lot = await givenLot(this.make, household, {
      kg: { [grade]: 500 },
      askVndPerKg: 30_000,
    });
    await this.#hauled(folk, lot, grade);
    const sold = await this.#dealOf(folk, grade);
    const loads = [{ grade, kg: 50, crates: 2 }];
    await new Scale(this.make.world).agree(trader.voice, household.voice, sold.id, loads);
    await this.#negotiated(folk, lot, grade);
    await this.#boxed(folk, lot, grade);
    await this.#sourced(folk, grade);
    return lot;
  }

  async pool(coop: Someone, lot: GivenLot): Promise<void> {
    await this.#act(coop, 'createPooledListing', {
      listingId: this.make.world.id(),
      cropCode: 'NA',
      lotIds: [lot.id],
      note: 'Na của hợp tác xã',
    });
    await this.invite(coop, '+84977000002');
  }

  invite(coop: Someone, phone: string): Promise<void> {
    return this.#act(coop, 'inviteMember', { phone });
  }

  merge(admin: Someone, keep: Someone, merge: Someone): Promise<void> {
    return this.#act(admin, 'mergeParties', {
      keepId: keep.party.id,
      mergeId: merge.party.id,
      reason: 'Khai trùng hai lần',
    });
  }

  async #farm(household: Someone, officer: Someone): Promise<void> {
    const unitId = await this.#communeOf(household);
    const na = { cropCode: 'NA' };
    await this.#act(household, 'addPlot', { ...na, unitId, areaM2: 2_000, plantedYear: 2018 });
    await this.#act(household, 'declareClaim', {
      ...na,
      claimId: this.make.world.id(),
      kind: 'VIETGAP',
      number: 'VG-1',
      validFrom: '2026-01-01',
      validTo: '2027-01-01',
    });
    await this.#act(household, 'saveProductionPlan', {
      ...na,
      month: '2026-09',
      expectedGrams: 900_000,
      submit: true,
    });
    await this.#act(household, 'reportForecast', { ...na, day: '2026-08-25', grams: 300_000 });
    await this.#act(household, 'reportFieldEvent', {
      ...na,
      kind: 'STORM',
      firstDay: '2026-08-23',
      lastDay: '2026-08-24',
      lossBp: 1_000,
    });
    await this.#act(household, 'requestHelpCall', { note: `Lời nhắn của ${household.party.name}` });
    await this.#act(household, 'changePayoutAccount', {
      bankBin: '970436',
      bankAccount: '00220033',
    });
    await this.#act(officer, 'reportForecast', {
      ...na,
      householdId: household.party.id,
      day: '2026-08-26',
      grams: 200_000,
    });
  }

  async #dealOf({ trader, household }: Folk, grade: string): Promise<GivenDeal> {
    const { db } = this.make.world;
    const lines = [{ grade, kg: 100, vndPerKg: 35_000 }];
    const deal = await givenDeal(this.make, { buyer: trader, household, lines });
    const communeId = await this.#communeOf(household);
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
  async #hauled(folk: Folk, lot: GivenLot, grade: string): Promise<void> {
    const { household, trader, driver } = folk;
    const { world } = this.make;
    const { id: dealId, orderId } = await this.#dealOf(folk, grade);
    const startsAt = '2026-08-25T05:00:00+07:00';
    await this.#act(trader, 'planRun', { orderId, startsAt });
    const runId = await this.#one(`select id from runs where order_id = $1`, orderId);
    await this.#act(driver, 'acceptRun', { runId });
    await this.#act(driver, 'applyPermit', { runId, persons: 1, companionIds: [] });
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
  }

  /** One deal agreed with a deposit and then broken, and one talk that goes on. */
  async #negotiated({ trader, household }: Folk, lot: GivenLot, grade: string): Promise<void> {
    const offered = (kg: number, depositVnd: number): object => ({
      ...termsInput(this.make, { depositVnd }),
      lots: [{ lotId: lot.id, lines: [{ gradeCode: grade, grams: kg * 1000, vndPerKg: 31_000 }] }],
    });
    await this.#act(trader, 'makeOffer', offered(60, 100_000));
    const ofBuyer = `select id from negotiations where buyer_id = $1 and deal_id is null`;
    const negotiationId = await this.#one(ofBuyer, trader.party.id);
    await this.#act(household, 'acceptOffer', { negotiationId, seq: 1 });
    const dealId = await this.#one(
      `select deal_id as id from negotiations where id = $1`,
      negotiationId,
    );
    await this.#act(trader, 'declareDeposit', { dealId, method: 'CASH' });
    await this.#act(trader, 'reportBreach', {
      dealId,
      cause: 'SOLD_ELSEWHERE',
      note: 'Đã bán cho người khác',
    });
    await this.#act(trader, 'makeOffer', offered(40, 0));
    await this.#act(trader, 'sayInNegotiation', {
      negotiationId: await this.#one(ofBuyer, trader.party.id),
      text: `Thư của ${trader.party.name}`,
    });
  }

  /** Boxes of the lot on sale, some of them ordered. */
  async #boxed({ trader, household }: Folk, lot: GivenLot, gradeCode: string): Promise<void> {
    await this.#act(household, 'openBoxSale', {
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
    const saleId = await this.#one(
      `select id from box_sales where seller_id = $1`,
      household.party.id,
    );
    await this.#act(trader, 'placeBoxOrder', { saleId, boxes: 1 });
  }

  /** An order that asks the household, is posted as a need and comes round every day. */
  async #sourced({ trader, household }: Folk, grade: string): Promise<void> {
    const communeIds = [await this.#communeOf(household)];
    await this.#act(
      trader,
      'createBulkOrder',
      bulkInput(this.make, { kg: 50, gradeCode: grade, communeIds }),
    );
    const orderId = await this.#one(
      `select id from orders where buyer_id = $1 and state = 'SOURCING'`,
      trader.party.id,
    );
    await this.#act(trader, 'offerAllocation', { orderId });
    await this.#act(trader, 'publishDemand', { orderId, note: 'Cần na' });
    await this.#act(trader, 'createStandingOrder', {
      orderId,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      leadHours: 24,
      lines: [{ gradeCode: grade, grams: 50_000 }],
    });
    await this.#act(trader, 'saveSearch', {
      searchId: this.make.world.id(),
      name: 'Na gần đây',
      filter: { cropCode: 'NA' },
      alerts: true,
    });
    await this.#act(trader, 'subscribeSheet', { atHour: 19 });
  }

  #communeOf({ party }: Someone): Promise<string> {
    return this.#one(`select commune_id as id from parties where id = $1`, party.id);
  }

  async #one(statement: string, id: string): Promise<string> {
    const [row]: { id: string }[] = await this.make.world.db.query(statement, [id]);
    if (!row) throw new Error(`nothing there: ${statement}`);
    return row.id;
  }

  /** Does one act that must not fail. */
  async #act(someone: Someone, operation: string, wish: object): Promise<void> {
    const { world } = this.make;
    const { schema } = world.app.get(GraphQLSchemaHost);
    const field = schema.getMutationType()?.getFields()[operation];
    if (!field) throw new Error(`no such mutation: ${operation}`);
    const answer = await someone.voice.send<Record<string, { __typename: string }>>(
      documentOf('mutation', field),
      { input: { clientMutationId: world.id(), ...wish } },
    );
    const { __typename: kind } = answer.data?.[operation] ?? {};
    if (kind && kind !== 'Refused') return;
    throw new Error(`${operation}: ${JSON.stringify(answer.data ?? answer.errors)}`);
  }
}
