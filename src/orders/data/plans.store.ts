import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { NotTakenReason } from '../domain/round.js';

export interface LeftOutLot {
  readonly lotId: string;
  readonly lotGradeId: string;
  readonly householdId: string;
  readonly gradeCode: string;
  readonly grams: number;
  readonly reason: NotTakenReason;
}

export interface NewPlan {
  readonly id: string;
  readonly orderId: string;
  readonly policy: string;
  readonly isRefill: boolean;
  readonly wantedGrams: number;
  readonly plannedGrams: number;
  readonly goodsVnd: number;
  readonly transportVnd: number;
  /** The limits the plan was computed under. */
  readonly parameters: object;
  readonly proof: { readonly costVnd: number; readonly boundVnd: number } | null;
  readonly excluded: readonly LeftOutLot[];
  readonly createdAt: Date;
}

/** Plans as they were computed: the answer to "vì sao?" long after the lots have changed. */
@Injectable()
export class PlansStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async add(tx: Tx, plan: NewPlan): Promise<void> {
    await tx.query(
      `insert into allocation_plans (id, order_id, policy, is_refill, wanted_g, planned_g, goods_vnd, transport_vnd,
         excluded, created_at, parameters, cost_vnd, bound_vnd)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11::jsonb, $12, $13)`,
      [
        plan.id,
        plan.orderId,
        plan.policy,
        plan.isRefill,
        plan.wantedGrams,
        plan.plannedGrams,
        plan.goodsVnd,
        plan.transportVnd,
        JSON.stringify(plan.excluded),
        plan.createdAt,
        JSON.stringify(plan.parameters),
        plan.proof && Math.round(plan.proof.costVnd),
        plan.proof && Math.floor(plan.proof.boundVnd),
      ],
    );
  }

  /** Whether a household was asked in an order, and why lots of its were left out of any plan. */
  async storyOf(
    orderId: string,
    householdId: string,
  ): Promise<{ isAsked: boolean; reasons: string[] }> {
    const [row]: { isAsked: boolean; reasons: string[] | null }[] = await this.dataSource.query(
      `select exists (select 1 from allocation_lines where order_id = $1 and household_id = $2) as "isAsked",
              (select array_agg(distinct left_out ->> 'reason')
               from allocation_plans p, jsonb_array_elements(p.excluded) left_out
               where p.order_id = $1 and left_out ->> 'householdId' = $2::text) as reasons`,
      [orderId, householdId],
    );
    return { isAsked: row?.isAsked ?? false, reasons: row?.reasons ?? [] };
  }
}
