import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import type { FieldEventKind } from '../domain/field-event.js';
import type { Spokesman } from '../domain/standing.js';

@Entity('field_events')
export class FieldEventEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: FieldEventKind;
  @Column('uuid') communeId: string;
  /** null: the whole commune. */
  @Column('uuid', { nullable: true }) householdId: string | null;
  /** null: every crop. */
  @Column('text', { nullable: true }) cropCode: string | null;
  @Column('date') firstDay: Day;
  /** The last day whose harvest it still lowers. */
  @Column('date') lastDay: Day;
  /** Hundredths of a percent. */
  @Column('int4') lossBp: number;
  @Column('text') note: string;
  @Column('text') source: Spokesman;
  @Column('uuid') reportedBy: string;
  @Column('timestamptz') createdAt: Date;
  /** Its household undid it: somebody else had reported it. */
  @Column('timestamptz', { nullable: true }) takenBackAt: Date | null;
  @Column('uuid', { nullable: true }) takenBackBy: string | null;
}
