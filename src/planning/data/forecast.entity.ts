import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import { safeInteger } from '../../platform/database/columns.js';
import type { FieldEventKind } from '../domain/field-event.js';
import type { Spokesman } from '../domain/standing.js';
import type { Trend } from '../domain/trend.js';

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
  @Column('text', { nullable: true }) trend: Trend | null;
  @Column('int4', { default: 1500 }) bandBp: number;
  /** Set on a number beyond what the land bears; it is kept, and counts only once it was confirmed. */
  @Column('text', { nullable: true }) flag: 'OVER_YIELD' | null;
  /** Why the number was lowered, when an event of the field did it. */
  @Column('text', { nullable: true }) reason: FieldEventKind | null;
  @Column('uuid', { nullable: true }) eventId: string | null;
  @Column('timestamptz') createdAt: Date;
  /** Its household undid it: somebody else had said it. */
  @Column('timestamptz', { nullable: true }) takenBackAt: Date | null;
}
