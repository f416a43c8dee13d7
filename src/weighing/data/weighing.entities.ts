import { Column, Entity, PrimaryColumn } from 'typeorm';
import { safeInteger } from '../../platform/database/columns.js';
import type { DeductionRule } from '../domain/ticket.js';
import type { TicketState } from '../domain/ticket.state.js';

export type ConfirmMethod = 'OWN_PHONE' | 'PIN' | 'WITNESS';

@Entity('weigh_tickets')
export class WeighTicketEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') number: string;
  @Column('uuid') dealId: string;
  @Column('uuid') orderId: string;
  @Column('uuid') buyerId: string;
  @Column('uuid') householdId: string;
  @Column('uuid') communeId: string;
  @Column('text') cropCode: string;
  @Column('text') state: TicketState;
  @Column('text') deductionKind: DeductionRule['kind'];
  @Column('int4') deductionBp: number;
  @Column('int8', { transformer: safeInteger }) deductionCrateG: number;
  @Column('int8', { nullable: true, transformer: safeInteger }) payableG: number | null;
  @Column('int8', { nullable: true, transformer: safeInteger }) amountVnd: number | null;
  @Column('timestamptz', { nullable: true }) submittedAt: Date | null;
  @Column('uuid', { nullable: true }) submittedBy: string | null;
  @Column('int8', { nullable: true, transformer: safeInteger }) unaskedG: number | null;
  @Column('uuid', { nullable: true }) overAgreedBy: string | null;
  @Column('int8', { nullable: true, transformer: safeInteger }) overAskedG: number | null;
  @Column('timestamptz', { nullable: true }) overAskedAt: Date | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column('text', { nullable: true }) confirmMethod: ConfirmMethod | null;
  @Column('timestamptz', { nullable: true }) disputedAt: Date | null;
  @Column('text', { nullable: true }) disputeReason: string | null;
  @Column('text', { nullable: true }) voidReason: string | null;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
}

@Entity('weighers')
export class WeigherEntity {
  @PrimaryColumn('uuid') dealId: string;
  @PrimaryColumn('uuid') personId: string;
}

@Entity('weigh_rows')
export class WeighRowEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') ticketId: string;
  @Column('int4') seq: number;
  @Column('text') gradeCode: string;
  @Column('int8', { transformer: safeInteger }) grossG: number;
  @Column('text', { nullable: true }) crateCode: string | null;
  @Column('int4') crates: number;
  @Column('int8', { transformer: safeInteger }) tareG: number;
  @Column('uuid', { nullable: true }) replacedBy: string | null;
  @Column('timestamptz', { nullable: true }) removedAt: Date | null;
  @Column('timestamptz') weighedAt: Date;
  @Column('timestamptz') createdAt: Date;
}

@Entity('ticket_lines')
export class TicketLineEntity {
  @PrimaryColumn('uuid') ticketId: string;
  @PrimaryColumn('text') gradeCode: string;
  @Column('int4') crates: number;
  @Column('int8', { transformer: safeInteger }) grossG: number;
  @Column('int8', { transformer: safeInteger }) tareG: number;
  @Column('int8', { transformer: safeInteger }) deductionG: number;
  @Column('int8', { transformer: safeInteger }) payableG: number;
  @Column('int8', { transformer: safeInteger }) vndPerKg: number;
  @Column('int8', { transformer: safeInteger }) amountVnd: number;
}
