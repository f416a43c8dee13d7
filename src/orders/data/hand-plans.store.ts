import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { AllocationLineState } from '../domain/allocation-line.state.js';
import type { PolicyCode } from '../domain/allocation/preview.js';

/** One grade of one lot in a plan by hand, beside what was computed for it. */
export interface HandShare {
  readonly lotId: string;
  readonly lotGradeId: string;
  readonly householdId: string;
  readonly communeId: string;
  readonly gradeCode: string;
  readonly computedGrams: number;
  readonly ownGrams: number;
  /** Of the line it became; null when nothing was taken. */
  readonly state: AllocationLineState | null;
}

/** A plan that a person wrote down in place of the computed one (AL-18). */
export interface HandPlan {
  readonly id: string;
  readonly madeAt: Date;
  readonly reason: string;
  /** By which the other was computed. */
  readonly policy: PolicyCode;
  readonly giniBp: number;
  readonly computedGiniBp: number;
  readonly cropCode: string;
  readonly readyFrom: Date;
  readonly buyerId: string;
  readonly shares: readonly HandShare[];
}

const MOST = 20;

@Injectable()
export class HandPlansStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Those that this party chose itself, newest first: as the buyer of the order, or as a cooperative that took a part. */
  ofOrder(orderId: string, partyId: string): Promise<HandPlan[]> {
    return this.dataSource.query(
      `select p.id, p.created_at as "madeAt", p.by_hand_reason as reason, p.computed ->> 'policy' as policy,
              p.gini_bp as "giniBp", p.computed_gini_bp as "computedGiniBp", o.crop_code as "cropCode",
              o.ready_from as "readyFrom", o.buyer_id as "buyerId", x.shares
       from allocation_plans p join orders o on o.id = p.order_id
       cross join lateral (
         select json_agg(json_build_object('lotId', l.id, 'lotGradeId', g.id, 'householdId', l.household_id,
                  'communeId', l.commune_id, 'gradeCode', g.grade_code, 'computedGrams', coalesce(c.grams, 0),
                  'ownGrams', coalesce(a.grams, 0), 'state', a.state) order by l.id, g.id) as shares
         from (select (line ->> 'lotGradeId')::uuid as lot_grade_id, (line ->> 'grams')::int8 as grams
               from jsonb_array_elements(p.computed -> 'lines') line) c
         full join (select lot_grade_id, coalesce(asked_g, grams) as grams, state
                    from allocation_lines where plan_id = p.id) a
           using (lot_grade_id)
         join lot_grades g on g.id = lot_grade_id join lots l on l.id = g.lot_id) x
       where p.order_id = $1 and p.by_hand_reason is not null
         and (p.coop_id = $2 or p.coop_id is null and o.buyer_id = $2)
       order by p.created_at desc, p.id desc limit ${MOST}`,
      [orderId, partyId],
    );
  }
}
