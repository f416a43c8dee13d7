import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { parseSafe } from '../../platform/database/columns.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { PolicyCode } from '../domain/allocation/preview.js';
import type { Chooser } from '../domain/explanation.js';
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
  /** The cooperative that divided it among households it sells for; null: the buyer’s own round. */
  readonly coopId: string | null;
  readonly wantedGrams: number;
  readonly plannedGrams: number;
  readonly goodsVnd: number;
  readonly transportVnd: number;
  /** The limits the plan was computed under. */
  readonly parameters: object;
  readonly proof: { readonly costVnd: number; readonly boundVnd: number } | null;
  readonly excluded: readonly LeftOutLot[];
  /** How unevenly it takes from the households in question. */
  readonly giniBp: number;
  /** Of a plan written by hand: why, and the plan that was computed. */
  readonly byHand: {
    readonly reason: string;
    readonly policy: string;
    readonly lines: readonly { readonly lotGradeId: string; readonly grams: number }[];
    readonly giniBp: number;
  } | null;
  readonly createdAt: Date;
}

/** What an order's plans made of one household, or one lot. */
export interface Story {
  readonly askedGrams: number;
  readonly isAsked: boolean;
  readonly reasons: readonly string[];
  /** null when no plan looked at it. */
  readonly chosenBy: {
    readonly policy: PolicyCode;
    readonly chooser: Chooser;
    /** Of lots chosen by hand: why, as whoever chose wrote it, and what the computed plan took here. */
    readonly reason: string | null;
    readonly computedGrams: number | null;
  } | null;
}

/** How evenly the plans of one month took, by policy. */
export interface FairnessRow {
  readonly policy: PolicyCode;
  readonly plans: number;
  readonly giniBp: number;
  /** Of plans by hand: what the computed ones would have come to. */
  readonly computedGiniBp: number | null;
}

/** Plans as they were computed: the answer to "vì sao?" long after the lots have changed. */
@Injectable()
export class PlansStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async add(tx: Tx, plan: NewPlan): Promise<void> {
    await tx.query(
      `insert into allocation_plans (id, order_id, policy, is_refill, wanted_g, planned_g, goods_vnd, transport_vnd,
         excluded, created_at, parameters, cost_vnd, bound_vnd, gini_bp, by_hand_reason, computed, computed_gini_bp,
         coop_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11::jsonb, $12, $13, $14, $15, $16::jsonb, $17,
         $18)`,
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
        plan.giniBp,
        plan.byHand?.reason ?? null,
        plan.byHand && JSON.stringify({ policy: plan.byHand.policy, lines: plan.byHand.lines }),
        plan.byHand?.giniBp ?? null,
        plan.coopId,
      ],
    );
  }

  async fairness(from: Date, to: Date): Promise<FairnessRow[]> {
    return this.dataSource.query(
      `select policy, count(*)::int as plans, round(avg(gini_bp))::int as "giniBp",
              round(avg(computed_gini_bp))::int as "computedGiniBp"
       from allocation_plans
       where created_at >= $1 and created_at < $2 and gini_bp is not null and not is_refill
       group by policy order by policy`,
      [from, to],
    );
  }

  /**
   * What was asked in an order of a household, or of one lot, why lots of it were left out of any plan, and by whose rule;
   * a plan that asked it speaks before one that left it out.
   */
  async storyOf(
    orderId: string,
    of: { readonly householdId: string } | { readonly lotId: string },
  ): Promise<Story> {
    const [column, lotColumn, key, id] =
      'lotId' in of
        ? ['lot_id', 'lots.id', 'lotId', of.lotId]
        : ['household_id', 'lots.household_id', 'householdId', of.householdId];
    const [row]: (Pick<Story, 'chosenBy'> & {
      lines: number;
      askedGrams: string;
      reasons: string[] | null;
    })[] = await this.dataSource.query(
      `select count(*)::int as lines, coalesce(sum(coalesce(l.asked_g, l.grams)), 0)::int8 as "askedGrams",
                (select array_agg(distinct left_out ->> 'reason')
                 from allocation_plans p, jsonb_array_elements(p.excluded) left_out
                 where p.order_id = $1 and left_out ->> '${key}' = $2::text) as reasons,
                (select json_build_object('policy', p.policy,
                   'chooser', case when p.coop_id is null then 'ORDER' else 'COOPERATIVE' end,
                   'reason', p.by_hand_reason,
                   'computedGrams', case when p.by_hand_reason is not null then
                     (select coalesce(sum((c ->> 'grams')::int8), 0)::float8
                      from jsonb_array_elements(p.computed -> 'lines') c
                      join lot_grades g on g.id = (c ->> 'lotGradeId')::uuid join lots on lots.id = g.lot_id
                      where ${lotColumn} = $2::uuid) end)
                 from allocation_plans p
                 cross join lateral (select exists (select 1 from allocation_lines x
                   where x.plan_id = p.id and x.${column} = $2::uuid) as asked) by
                 where p.order_id = $1 and (by.asked or exists (
                   select 1 from jsonb_array_elements(p.excluded) o where o ->> '${key}' = $2::text))
                 order by by.asked desc, p.created_at desc limit 1) as "chosenBy"
         from allocation_lines l where l.order_id = $1 and l.${column} = $2::uuid`,
      [orderId, id],
    );
    return {
      askedGrams: parseSafe(row?.askedGrams ?? '0'),
      isAsked: (row?.lines ?? 0) > 0,
      reasons: row?.reasons ?? [],
      chosenBy: row?.chosenBy ?? null,
    };
  }
}
