import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import { safeInteger } from '../../platform/database/columns.js';
import type { Spokesman } from '../domain/standing.js';

@Entity('forecasts')
export class ForecastEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') householdId: string;
  @Column('uuid') communeId: string;
  @Column('text') cropCode: string;
  @Column('date') day: Day;
  @Column('int8', { transformer: safeInteger }) grams: number;
  @Column('int4') revision: number;
  @Column('bool') isCurrent: boolean;
  @Column('text') source: Spokesman;
  @Column('uuid') reportedBy: string;
  @Column('timestamptz') createdAt: Date;
}
