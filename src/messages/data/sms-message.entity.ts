import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sms_messages')
export class SmsMessageEntity {
  /** The id of the event that asked for it, so that a repeated delivery finds its own row. */
  @PrimaryColumn('uuid') id: string;
  @Column('text') phone: string;
  @Column('text') kind: 'OTP' | 'REPLY' | 'CHANGE_HELD' | 'GRANT_CODE';
  @Column('text') state: 'QUEUED' | 'SENT' | 'FAILED';
  @Column('int4', { default: 0 }) attempts: number;
  @Column('text', { nullable: true }) reference: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
}
