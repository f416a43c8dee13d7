import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { parseSafe } from '../../platform/database/columns.js';
import { brokenConstraint, type Tx } from '../../platform/database/unit-of-work.js';
import type { PlanState } from '../domain/plan.state.js';
import { ProductionPlanEntity } from './production-plan.entity.js';

/** Whose plans are read; communes of 2021 when a territory is meant. */
export type PlanScope =
  { readonly householdIds: readonly string[] } | { readonly communeIds: readonly string[] };

export interface PlanFilter {
  readonly season?: string | null;
  readonly cropCode?: string | null;
  readonly state?: PlanState | null;
  /** Only the plans of communes as a whole. */
  readonly wholeCommunes?: boolean | null;
}

export class PlanTaken extends Error {}

@Injectable()
export class PlansStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  lock(tx: Tx, id: string): Promise<ProductionPlanEntity | null> {
    return tx.findOne(ProductionPlanEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  find(id: string): Promise<ProductionPlanEntity | null> {
    return this.dataSource.getRepository(ProductionPlanEntity).findOneBy({ id });
  }

  /** @throws PlanTaken when there is a plan of the same crop, variety and season */
  async put(tx: Tx, plan: ProductionPlanEntity): Promise<void> {
    try {
      await tx.upsert(ProductionPlanEntity, plan, ['id']);
    } catch (fault) {
      if (brokenConstraint(fault) === 'production_plans_key') throw new PlanTaken();
      throw fault;
    }
  }

  /** There is no such plan any more. */
  async drop(tx: Tx, id: string): Promise<void> {
    await tx.delete(ProductionPlanEntity, id);
  }

  async change(
    tx: Tx,
    plan: ProductionPlanEntity,
    part: Partial<ProductionPlanEntity>,
  ): Promise<void> {
    await tx.update(ProductionPlanEntity, plan.id, { ...part, version: plan.version + 1 });
  }

  /** Newest first. */
  page(
    scope: PlanScope,
    filter: PlanFilter,
    take: number,
    [afterAt, afterId]: [Date | null, string | null],
  ): Promise<ProductionPlanEntity[]> {
    const [field, value] = Object.entries(scope)[0] as [string, unknown];
    const where: Readonly<Record<string, string>> = {
      householdIds: 'p.household_id = any(:value)',
      communeIds: 'p.commune_id = any(:value)',
    };
    const query = this.dataSource
      .getRepository(ProductionPlanEntity)
      .createQueryBuilder('p')
      .where(where[field] ?? 'false', { value })
      .orderBy('p.created_at', 'DESC')
      .addOrderBy('p.id', 'DESC')
      .take(take);
    if (filter.season) query.andWhere('p.season = :season', { season: filter.season });
    if (filter.cropCode) query.andWhere('p.crop_code = :crop', { crop: filter.cropCode });
    if (filter.state) query.andWhere('p.state = :state', { state: filter.state });
    if (filter.wholeCommunes) query.andWhere('p.household_id is null');
    if (afterAt)
      query.andWhere('(p.created_at, p.id) < (:afterAt, :afterId)', { afterAt, afterId });
    return query.getMany();
  }

  /** Square metres of the plots of each household and crop. */
  async plotsM2(
    pairs: readonly { householdId: string; cropCode: string }[],
  ): Promise<Map<string, number>> {
    const rows: { key: string; m2: string }[] = await this.dataSource.query(
      `select household_id || '/' || crop_code as key, sum(area_m2)::bigint as m2
         from plots where household_id = any($1) group by household_id, crop_code`,
      [[...new Set(pairs.map(({ householdId }) => householdId))]],
    );
    return new Map(rows.map(({ key, m2 }) => [key, parseSafe(m2)]));
  }
}
