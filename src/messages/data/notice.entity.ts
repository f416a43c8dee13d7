import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoticeKind } from '../domain/notice-kinds.js';

@Entity('notices')
export class NoticeEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('uuid') partyId: string;
  @Column('uuid') eventId: string;
  @Column('text') kind: NoticeKind;
  @Column('jsonb') facts: object;
  @Column('text') path: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) readAt: Date | null;
}
