import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import { safeInteger } from '../../platform/database/columns.js';
import type { CloseReason, LotState, WithdrawCause } from '../domain/lot.state.js';

@Entity('photos')
export class PhotoEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') partyId: string;
  @Column('timestamptz') takenAt: Date;
  @Column('int4') width: number;
  @Column('int4') height: number;
  @Column('bytea') card: Buffer;
  @Column('bytea') fullSize: Buffer;
  @Column('timestamptz') createdAt: Date;
}

@Entity('lots')
export class LotEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') householdId: string;
  @Column('uuid') communeId: string;
  @Column('text') cropCode: string;
  @Column('text', { nullable: true }) varietyCode: string | null;
  @Column('text') state: LotState;
  @Column('timestamptz') readyFrom: Date;
  @Column('timestamptz') readyTo: Date;
  @Column('float8') lat: number;
  @Column('float8') lon: number;
  @Column('text', { default: '' }) pickupNote: string;
  @Column('int8', { transformer: safeInteger }) minTakeG: number;
  @Column('uuid', { nullable: true }) photoId: string | null;
  /** The office that vouched for the lot; a big one needs it when it has no photo. */
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column('date', { nullable: true }) sprayedOn: Day | null;
  @Column('int4', { nullable: true }) intervalDays: number | null;
  @Column('int4', { default: 1 }) version: number;
  @Column('text', { nullable: true }) closeReason: CloseReason | null;
  /** In the words of whoever closed it. */
  @Column('text', { nullable: true }) closeNote: string | null;
  /** Told when it was withdrawn. */
  @Column('text', { nullable: true }) withdrawCause: WithdrawCause | null;
  /** The lot it became part of. */
  @Column('uuid', { nullable: true }) mergedInto: string | null;
  /** Until then only the chosen parties see it; null: everybody does. */
  @Column('timestamptz', { nullable: true }) openToAllAt: Date | null;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
}

@Entity('lot_grades')
export class LotGradeEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') lotId: string;
  @Column('text') gradeCode: string;
  @Column('int8', { nullable: true, transformer: safeInteger }) askVndPerKg: number | null;
  @Column('int8', { transformer: safeInteger }) offeredG: number;
  @Column('int8', { transformer: safeInteger, default: 0 }) reservedG: number;
  @Column('int8', { transformer: safeInteger, default: 0 }) weighedG: number;
  @Column('int8', { transformer: safeInteger, default: 0 }) writtenOffG: number;
}

@Entity('lot_holds')
export class LotHoldEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') lotGradeId: string;
  @Column('int8', { transformer: safeInteger }) grams: number;
  @Column('timestamptz', { nullable: true }) expiresAt: Date | null;
  @Column('text') state: 'HELD' | 'RELEASED' | 'WEIGHED';
  @Column('timestamptz') createdAt: Date;
}
