import type { EntityManager } from 'typeorm';
import { dayOf, plusDays, type Day } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { kilograms } from '../../kernel/units.js';
import type { Demo } from '../demo/demo.js';
import { idOf } from '../demo/ids.js';
import type { Acting } from './acting.js';
import { insertRows } from './insert-rows.js';

const ANSWERS_KG = [120, 80, 200];
const CROP = 'NA';

/** What is shown besides lots and orders: needs on the board with a few answers, one pooled listing, an order that comes round, and boxes. */
export async function insertMarket(db: EntityManager, demo: Demo, acting: Acting): Promise<void> {
  await insertNeeds(db, demo, acting);
  await insertPool(db, demo, acting);
  await insertStanding(db, demo, acting);
  await insertBoxes(db, demo, acting);
}

async function insertNeeds(db: EntityManager, demo: Demo, acting: Acting): Promise<void> {
  const posted = demo.orders.filter(({ state }) => state === 'SOURCING');
  await insertRows(
    db,
    'demand_posts',
    posted.map(({ id, createdAt }) => ({ orderId: id, note: '', postedAt: createdAt })),
  );
  const [first] = posted;
  const gradeCode = demo.orderLines.find(({ orderId }) => orderId === first?.id)?.gradeCode;
  if (!first || !gradeCode) return;
  const growers = demo.coopMembers.slice(0, ANSWERS_KG.length);
  await insertRows(
    db,
    'demand_answers',
    growers.map(({ householdId }, at) => ({
      orderId: first.id,
      householdId,
      day: dayOf(first.readyFrom),
      gradeCode,
      grams: kilograms(ANSWERS_KG[at] ?? 0),
      answeredBy: acting.for(householdId),
      answeredAt: first.createdAt,
    })),
  );
}

/** Lots of the members of the cooperative that has most of them on the market. */
async function insertPool(db: EntityManager, demo: Demo, acting: Acting): Promise<void> {
  const coopOf = new Map(demo.coopMembers.map(({ householdId, coopId }) => [householdId, coopId]));
  const lotsOf = new Map<Id, Demo['lots'][number][]>();
  for (const lot of demo.lots) {
    const coopId = coopOf.get(lot.householdId);
    if (!coopId || lot.state !== 'PUBLISHED' || lot.cropCode !== CROP) continue;
    lotsOf.set(coopId, [...(lotsOf.get(coopId) ?? []), lot]);
  }
  const [largest] = [...lotsOf].toSorted(([, a], [, b]) => b.length - a.length);
  const [coopId, lots = []] = largest ?? [];
  const [lot] = lots;
  if (coopId === undefined || !lot) return;
  const listingId = idOf('pool/na');
  await insertRows(db, 'pooled_listings', [
    {
      id: listingId,
      coopId,
      cropCode: CROP,
      varietyCode: null,
      note: '',
      createdBy: acting.for(coopId),
      createdAt: lot.publishedAt,
    },
  ]);
  await insertRows(
    db,
    'pooled_lots',
    lots.map(({ id }) => ({ listingId, lotId: id })),
  );
}

/** What the trader persona fetches today comes again twice a week; the second time of this week is left out. */
async function insertStanding(db: EntityManager, demo: Demo, acting: Acting): Promise<void> {
  const template = demo.orders.findLast(
    ({ id, readyFrom }) => id === idOf(`order/${dayOf(readyFrom)}/hero/fetched`),
  );
  if (!template) return;
  const id = idOf('standing/na');
  const { buyerId, createdAt, readyFrom } = template;
  const [next, skipped] = [3, 5].map((ahead) => plusDays(dayOf(readyFrom), ahead));
  await insertRows(db, 'standing_orders', [
    {
      id,
      buyerId,
      templateId: template.id,
      weekdays: [next, skipped].map((day) => weekdayOf(day!)).toSorted((a, b) => a - b),
      leadHours: 24,
      state: 'ACTIVE',
      createdBy: acting.for(buyerId),
      createdAt,
    },
  ]);
  const lines = demo.orderLines.filter(({ orderId }) => orderId === template.id);
  await insertRows(
    db,
    'standing_order_lines',
    lines.map(({ gradeCode, wantedG, maxVndPerKg }) => ({
      standingOrderId: id,
      gradeCode,
      grams: wantedG,
      maxVndPerKg,
    })),
  );
  await insertRows(db, 'standing_occurrences', [
    { standingOrderId: id, day: skipped, state: 'SKIPPED', decidedAt: createdAt },
  ]);
}

/** 1 is Monday. */
const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

const BOX = { grams: kilograms(5), count: 8, vnd: 190_000 };

/** A cooperative sells by the box what a member has longest. */
async function insertBoxes(db: EntityManager, demo: Demo, acting: Acting): Promise<void> {
  const coopOf = new Map(demo.coopMembers.map(({ householdId, coopId }) => [householdId, coopId]));
  const grams = BOX.count * BOX.grams;
  const lots = demo.lots.toSorted((a, b) => b.readyTo.getTime() - a.readyTo.getTime());
  for (const { id: lotId, householdId, state, publishedAt, readyTo } of lots) {
    const coopId = coopOf.get(householdId);
    const handOver = new Date(readyTo.getTime() - 4 * 3_600_000);
    const line = demo.lotGrades.find(
      (grade) =>
        grade.lotId === lotId &&
        grade.offeredG - grade.reservedG - grade.weighedG - grade.writtenOffG >= grams,
    );
    if (!coopId || state !== 'PUBLISHED' || !line) continue;
    const id = idOf('boxes');
    const createdAt = publishedAt;
    await insertRows(db, 'lot_holds', [
      { id, lotGradeId: line.id, grams, expiresAt: null, state: 'HELD', createdAt },
    ]);
    await db.query(`update lot_grades set reserved_g = reserved_g + $2 where id = $1`, [
      line.id,
      grams,
    ]);
    await insertRows(db, 'box_sales', [
      {
        id,
        sellerId: coopId,
        lotGradeId: line.id,
        boxG: BOX.grams,
        vndPerBox: BOX.vnd,
        boxes: BOX.count,
        taken: 0,
        ordersUntil: handOver,
        readyFrom: handOver,
        readyTo,
        byCourier: true,
        place: 'Nhà văn hóa thôn',
        createdBy: acting.for(coopId),
        createdAt,
      },
    ]);
    return;
  }
}
