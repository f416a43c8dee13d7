import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoticeKind } from '../domain/notice-kinds.js';

@Entity('notices')
export class NoticeEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  /** Null: it is of the person herself, whatever she acts for. */
  @Column('uuid', { nullable: true }) partyId: string | null;
  @Column('uuid') eventId: string;
  @Column('text') kind: NoticeKind;
  @Column('jsonb') facts: object;
  @Column('text') path: string;
  /** What it is about, when that thing says who was told: an order. */
  @Column('uuid', { nullable: true }) subjectId: string | null;
  /** When to look at it again; null once nothing is left to send. */
  @Column('timestamptz', { nullable: true }) dueAt: Date | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) readAt: Date | null;
}
