import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RefusalFacts } from '../../kernel/refusal.js';
import { safeInteger } from '../../platform/database/columns.js';
import type { PermitState } from '../domain/permit.state.js';
import type { KeptReasonCode } from '../domain/reason-words.js';
import type { Measure, RulePack, TripPoint, ZoneStatus } from '../domain/rule-pack.js';

/** Why a permit stands where it does, as it was when that was decided. */
export interface KeptReason {
  readonly code: KeptReasonCode;
  /** The pack that says so; null for the office's own word. */
  readonly ruleId: string | null;
  readonly facts: RefusalFacts;
}

@Entity('permits')
export class PermitEntity {
  @PrimaryColumn('uuid') id: string;
  /** Ten characters; see docs/permit-format.md §9. */
  @Column('text') code: string;
  @Column('int8', { transformer: safeInteger }) statusIndex: number;
  @Column('text') type: 'TRANSPORT_PERMIT';
  /** As stored: EXPIRED is only ever derived from the clock. */
  @Column('text') state: PermitState;
  /** Opaque: the feature above that plans runs knows what it is. */
  @Column('uuid') runId: string;
  @Column('uuid') holderId: string;
  @Column('uuid', { nullable: true }) requesterId: string | null;
  /** As it is signed: no dashes, no dots. */
  @Column('text') plate: string;
  @Column('uuid') driverId: string;
  @Column('uuid', { array: true }) crewIds: string[];
  @Column('text') driverMark: string;
  @Column('int4') persons: number;
  @Column('text') fromCode: string;
  @Column('uuid') destinationId: string;
  @Column('jsonb') points: TripPoint[];
  @Column('text') cropCode: string;
  @Column('int8', { transformer: safeInteger }) loadG: number;
  /** The trip as it was planned when the permit was asked for. */
  @Column('timestamptz') leavesAt: Date;
  @Column('timestamptz') arrivesAt: Date;
  @Column('timestamptz') validFrom: Date;
  @Column('timestamptz') validTo: Date;
  @Column('text') rulePackCode: string;
  @Column('timestamptz', { nullable: true }) proofAt: Date | null;
  @Column('text', { nullable: true }) token: string | null;
  @Column('text', { nullable: true }) kid: string | null;
  @Column('jsonb') reasons: KeptReason[];
  @Column('uuid', { nullable: true }) claimedBy: string | null;
  @Column('timestamptz', { nullable: true }) claimedAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @Column('text', { nullable: true }) revokeReason: string | null;
  @Column('uuid') createdBy: string;
  @Column('timestamptz') createdAt: Date;
}

@Entity('permit_keys')
export class PermitKeyEntity {
  @PrimaryColumn('text') kid: string;
  @Column('jsonb') jwk: { readonly x: string; readonly y: string };
  @Column('timestamptz') validFrom: Date;
  @Column('timestamptz', { nullable: true }) validTo: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @Column('timestamptz') createdAt: Date;
}

@Entity('health_proofs')
export class HealthProofEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('text') kind: 'RT_PCR' | 'RAPID_AG' | 'VACCINE' | 'RECOVERED';
  @Column('bool') isNegative: boolean;
  @Column('timestamptz') sampledAt: Date;
  @Column('timestamptz') resultAt: Date;
  @Column('text', { nullable: true }) poolId: string | null;
  @Column('uuid') recordedBy: string;
  @Column('timestamptz') createdAt: Date;
}

@Entity('rule_packs')
export class RulePackEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('int4') version: number;
  @Column('text') nameVi: string;
  /** These two columns say when the pack is in force; the dates inside `rules` are those it was published with. */
  @Column('timestamptz') effectiveFrom: Date;
  @Column('timestamptz', { nullable: true }) effectiveTo: Date | null;
  @Column('jsonb') rules: RulePack;
  @Column('timestamptz') publishedAt: Date;
  @Column('uuid', { nullable: true }) endedBy: string | null;
}

@Entity('zone_statuses')
export class ZoneStatusEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') unitCode: string;
  @Column('text') measure: Measure;
  @Column('timestamptz') effectiveFrom: Date;
  @Column('timestamptz', { nullable: true }) effectiveTo: Date | null;
  @Column('text') source: string;
  @Column('text', { default: 'SOURCED' }) confidence: ZoneStatus['confidence'];
  @Column('uuid', { nullable: true }) declaredBy: string | null;
  @Column('uuid', { nullable: true }) endedBy: string | null;
}
