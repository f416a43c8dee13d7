import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { orderStateOf, type DealState } from '../domain/deal.state.js';

/** One household's part of an order, taken in place of another's. */
export interface BackupDeal {
  readonly id: string;
  readonly householdId: string;
  readonly communeId: string;
  readonly lines: readonly {
    /** Also the id of the hold on the lot. */
    readonly id: string;
    readonly lotId: string;
    readonly lotGradeId: string;
    readonly gradeCode: string;
    readonly grams: number;
    readonly vndPerKg: number;
  }[];
}

/** Deals that change hands while the truck is out; the order is locked before any of this. */
@Injectable()
export class BackupDealsStore {
  /** Writes the deals with the order's terms, numbered on from those it has. */
  async add(
    tx: Tx,
    orderId: string,
    deals: readonly BackupDeal[],
    yes: { readonly personId: string; readonly at: Date },
  ): Promise<void> {
    await tx.query(
      `insert into deals (id, number, order_id, buyer_id, household_id, crop_code, commune_id, state, ready_from,
         ready_to, deduction_kind, deduction_bp, deduction_crate_g, payment_days, created_at)
       select n.id, o.number || '/' || (known.deals + n.position), o.id, o.buyer_id, n.household_id, o.crop_code,
              n.commune_id, 'COMMITTED', o.ready_from, o.ready_to, o.deduction_kind, o.deduction_bp,
              o.deduction_crate_g, o.payment_days, $2
       from orders o, (select count(*) as deals from deals where order_id = $1) known,
         unnest($3::uuid[], $4::uuid[], $5::uuid[]) with ordinality as n (id, household_id, commune_id, position)
       where o.id = $1`,
      [
        orderId,
        yes.at,
        deals.map((deal) => deal.id),
        deals.map((deal) => deal.householdId),
        deals.map((deal) => deal.communeId),
      ],
    );
    const lines = deals.flatMap((deal) =>
      deal.lines.map((line) => ({ ...line, dealId: deal.id, householdId: deal.householdId })),
    );
    await tx.query(
      `with line as (
         select * from unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::text[], $10::int8[],
           $11::int8[]) as l (id, deal_id, household_id, lot_id, lot_grade_id, grade_code, grams, vnd_per_kg)
       ), asked as (
         insert into allocation_lines (id, order_id, lot_id, lot_grade_id, household_id, grade_code, grams, vnd_per_kg,
           state, offered_at, expires_at, answered_at, answered_by, deal_id)
         select id, $1, lot_id, lot_grade_id, household_id, grade_code, grams, vnd_per_kg, 'COMMITTED', $2, $2, $2, $3,
                deal_id from line
       )
       insert into deal_lines (id, deal_id, lot_id, lot_grade_id, hold_id, grade_code, grams, vnd_per_kg)
       select id, deal_id, lot_id, lot_grade_id, id, grade_code, grams, vnd_per_kg from line`,
      [
        orderId,
        yes.at,
        yes.personId,
        lines.map((line) => line.id),
        lines.map((line) => line.dealId),
        lines.map((line) => line.householdId),
        lines.map((line) => line.lotId),
        lines.map((line) => line.lotGradeId),
        lines.map((line) => line.gradeCode),
        lines.map((line) => line.grams),
        lines.map((line) => line.vndPerKg),
      ],
    );
  }

  /** Ends a deal nothing was weighed of. @returns ids of its holds; none when it had gone on already */
  async cancel(tx: Tx, dealId: string): Promise<string[]> {
    const [cancelled]: [unknown[], number] = await tx.query(
      `update deals set state = 'CANCELLED' where id = $1 and state = 'COMMITTED' returning id`,
      [dealId],
    );
    if (cancelled.length === 0) return [];
    await tx.query(
      `update allocation_lines set state = 'RELEASED' where deal_id = $1 and state = 'COMMITTED'`,
      [dealId],
    );
    const rows: { holdId: string }[] = await tx.query(
      `select hold_id as "holdId" from deal_lines where deal_id = $1`,
      [dealId],
    );
    return rows.map(({ holdId }) => holdId);
  }

  /** The order stands where its deals say (OR-04). */
  async follow(tx: Tx, orderId: string): Promise<void> {
    const deals: { state: DealState }[] = await tx.query(
      `select state from deals where order_id = $1`,
      [orderId],
    );
    await tx.query(`update orders set state = $2 where id = $1`, [
      orderId,
      orderStateOf(deals.map(({ state }) => state)),
    ]);
  }
}
