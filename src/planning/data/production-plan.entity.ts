import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import { safeInteger } from '../../platform/database/columns.js';
import type { PlanState } from '../domain/plan.state.js';
import type { Spokesman } from '../domain/standing.js';

@Entity('production_plans')
export class ProductionPlanEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') communeId: string;
  /** null: the commune's own plan, not one household's. */
  @Column('uuid', { nullable: true }) householdId: string | null;
  @Column('text') cropCode: string;
  @Column('text', { nullable: true }) varietyCode: string | null;
  @Column('text') season: string;
  @Column('int8', { nullable: true, transformer: safeInteger, name: 'area_m2' })
  areaM2: number | null;
  @Column('int4', { nullable: true }) treeCount: number | null;
  @Column('int8', { transformer: safeInteger }) expectedG: number;
  @Column('date') firstDay: Day;
  @Column('date') lastDay: Day;
  @Column('text', { default: 'CONFIRMED' }) state: PlanState;
  @Column('text', { default: 'OFFICER' }) source: Spokesman;
  @Column('uuid', { nullable: true }) enteredBy: string | null;
  @Column('uuid', { nullable: true }) reviewedBy: string | null;
  @Column('timestamptz', { nullable: true }) reviewedAt: Date | null;
  @Column('text', { nullable: true }) reviewNote: string | null;
  @Column('int4', { default: 1 }) version: number;
  @Column('timestamptz') createdAt: Date;
}
