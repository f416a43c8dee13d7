import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Weighing } from '../../src/weighing/index.js';
import type { Given, Someone } from './given.js';

interface PromisedLine {
  readonly grade: string;
  readonly kg: number;
  readonly vndPerKg: number;
}

interface DealWish {
  readonly buyer: Someone;
  readonly household: Someone;
  readonly lines: readonly PromisedLine[];
  readonly deduction?: {
    readonly kind: 'NONE' | 'PERCENT' | 'FIXED_PER_CRATE';
    readonly basisPoints?: number;
    readonly gramsPerCrate?: number;
  };
  readonly paymentDays?: number;
  /** Another household's part of an order that is there already. */
  readonly orderId?: string;
  readonly commune?: string;
}

export interface GivenDeal {
  readonly id: string;
  readonly orderId: string;
  /** In the order of the wished lines. */
  readonly holdIds: readonly string[];
  readonly lotGradeIds: readonly string[];
}

/** A committed deal over one lot of na, written straight into the tables: what the scale starts from. */
export async function givenDeal(make: Given, wish: DealWish): Promise<GivenDeal> {
  const { db, clock } = make.world;
  const now = clock.now();
  const readyTo = new Date(now.getTime() + 6 * 3_600_000);
  const communeId = make.commune(wish.commune ?? 'Nghĩa Phương');
  const deduction = wish.deduction ?? { kind: 'NONE' };
  const terms = [deduction.kind, deduction.basisPoints ?? 0, deduction.gramsPerCrate ?? 0];
  const { paymentDays = 3 } = wish;
  const { buyer, household } = wish;

  const orderId = wish.orderId ?? make.world.id();
  if (wish.orderId === undefined) {
    await db.query(
      `insert into orders (id, number, kind, buyer_id, crop_code, state, ready_from, ready_to, policy, deduction_kind,
         deduction_bp, deduction_crate_g, payment_days, offer_ttl_minutes, committed_at, created_by, created_at)
       values ($1, $2, 'BULK', $3, 'NA', 'COMMITTED', $4, $5, 'LOWEST_COST', $6, $7, $8, $9, 60, $4, $10, $4)`,
      [
        orderId,
        `LN-${orderId}`,
        buyer.party.id,
        now,
        readyTo,
        ...terms,
        paymentDays,
        buyer.person.id,
      ],
    );
  }
  const lotId = make.world.id();
  await db.query(
    `insert into lots (id, household_id, commune_id, crop_code, state, ready_from, ready_to, lat, lon, min_take_g,
       published_at, created_by, created_at)
     values ($1, $2, $3, 'NA', 'PUBLISHED', $4, $5, 21.3, 106.4, 0, $4, $6, $4)`,
    [lotId, household.party.id, communeId, now, readyTo, household.person.id],
  );
  const id = make.world.id();
  await db.query(
    `insert into deals (id, number, order_id, buyer_id, household_id, crop_code, commune_id, state, ready_from, ready_to,
       deduction_kind, deduction_bp, deduction_crate_g, payment_days, created_at)
     values ($1, $2, $3, $4, $5, 'NA', $6, 'COMMITTED', $7, $8, $9, $10, $11, $12, $7)`,
    [
      id,
      `TT-${id}`,
      orderId,
      buyer.party.id,
      household.party.id,
      communeId,
      now,
      readyTo,
      ...terms,
      paymentDays,
    ],
  );

  const lotGradeIds: string[] = [];
  const holdIds: string[] = [];
  const lineIds = wish.lines.map(() => make.world.id()).toSorted();
  for (const [index, line] of wish.lines.entries()) {
    const lotGradeId = await lotGradeOf(make, lotId, line);
    const holdId = make.world.id();
    const grams = line.kg * 1000;
    await db.query(
      `insert into lot_holds (id, lot_grade_id, grams, state, created_at) values ($1, $2, $3, 'HELD', $4)`,
      [holdId, lotGradeId, grams, now],
    );
    await db.query(
      `insert into deal_lines (id, deal_id, lot_id, lot_grade_id, hold_id, grade_code, grams, vnd_per_kg)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [lineIds[index], id, lotId, lotGradeId, holdId, line.grade, grams, line.vndPerKg],
    );
    lotGradeIds.push(lotGradeId);
    holdIds.push(holdId);
  }
  return { id, orderId, holdIds, lotGradeIds };
}

/** A second line of the same grade adds to the lot's line of it. */
async function lotGradeOf(make: Given, lotId: string, line: PromisedLine): Promise<string> {
  const [row]: { id: string }[] = await make.world.db.query(
    `insert into lot_grades (id, lot_id, grade_code, ask_vnd_per_kg, offered_g, reserved_g)
     values ($1, $2, $3, $4, $5, $5)
     on conflict on constraint lot_grades_one_line do update
       set offered_g = lot_grades.offered_g + excluded.offered_g,
           reserved_g = lot_grades.reserved_g + excluded.reserved_g
     returning id`,
    [make.world.id(), lotId, line.grade, line.vndPerKg, line.kg * 1000],
  );
  if (!row) throw new Error('the lot has no line');
  return row.id;
}

/** Lets a driver onto the scale, as the run that fetches the deal does; doing it twice is as good as once. */
export async function letWeigh(make: Given, deal: GivenDeal, driver: Someone): Promise<void> {
  const { app } = make.world;
  const weighing = app.get(Weighing);
  for (let times = 0; times < 2; times += 1) {
    await app.get(UnitOfWork).run((tx) => weighing.allowWeigher(tx, deal.id, driver.person.id));
  }
}
