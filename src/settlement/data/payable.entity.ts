import { Column, Entity, PrimaryColumn } from 'typeorm';
import { safeInteger } from '../../platform/database/columns.js';
import type { PayableState } from '../domain/payable.state.js';

export type PayMethod = 'CASH' | 'VIETQR' | 'TRANSFER';

@Entity('payables')
export class PayableEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') ticketId: string;
  @Column('uuid') orderId: string;
  @Column('uuid') payerId: string;
  @Column('uuid') payeeId: string;
  @Column('int8', { transformer: safeInteger }) amountVnd: number;
  @Column('text') state: PayableState;
  @Column('date') dueOn: string;
  @Column('text', { nullable: true }) method: PayMethod | null;
  @Column('text', { nullable: true }) reference: string | null;
  @Column('timestamptz', { nullable: true }) declaredAt: Date | null;
  @Column('uuid', { nullable: true }) declaredBy: string | null;
  @Column('timestamptz', { nullable: true }) confirmedAt: Date | null;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column('text', { nullable: true }) contestReason: string | null;
  @Column('timestamptz') createdAt: Date;
}
