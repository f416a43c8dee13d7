import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import { safeInteger } from '../../platform/database/columns.js';

@Entity('production_plans')
export class ProductionPlanEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') communeId: string;
  /** null: the commune's own plan, not one household's. */
  @Column('uuid', { nullable: true }) householdId: string | null;
  @Column('text') cropCode: string;
  @Column('text') season: string;
  @Column('int8', { transformer: safeInteger, name: 'area_m2' }) areaM2: number;
  @Column('int8', { transformer: safeInteger }) expectedG: number;
  @Column('date') firstDay: Day;
  @Column('date') lastDay: Day;
  @Column('timestamptz') createdAt: Date;
}
