import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../platform/access/actor.js';
import type { AssistedFacts, AssistedKind } from '../domain/assisted.js';
import type { Consent, Power } from '../domain/grants.js';

@Entity('party_grants')
export class PartyGrantEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') grantorId: string;
  @Column('uuid') granteeId: string;
  @Column('text') power: Power;
  @Column('text') consent: Consent;
  /** The code that was read out. */
  @Column('uuid', { nullable: true }) codeId?: string | null;
  /** The photograph of what was signed. */
  @Column('uuid', { nullable: true }) paperId?: string | null;
  @Column('timestamptz') grantedAt: Date;
  @Column('uuid', { nullable: true }) grantedBy: string | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
  @Column('uuid', { nullable: true }) revokedBy: string | null;
}

@Entity('assisted_acts')
export class AssistedActEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') householdId: string;
  @Column('uuid') partyId: string;
  @Column('uuid') personId: string;
  @Column('text') role: Role;
  @Column('text') kind: AssistedKind;
  @Column('uuid') subjectId: string;
  @Column('jsonb') facts: AssistedFacts;
  @Column('jsonb', { nullable: true }) before: object | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) undoUntil: Date | null;
  @Column('timestamptz', { nullable: true }) undoneAt: Date | null;
  @Column('uuid', { nullable: true }) undoneBy: string | null;
}

export interface Joined {
  readonly personId: string;
  readonly partyId: string;
}

@Entity('party_merges')
export class PartyMergeEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') keptId: string;
  @Column('uuid') mergedId: string;
  @Column('text') reason: string;
  @Column('jsonb') joined: readonly Joined[];
  @Column('timestamptz') createdAt: Date;
  @Column('uuid') createdBy: string;
  @Column('timestamptz', { nullable: true }) undoneAt: Date | null;
  @Column('uuid', { nullable: true }) undoneBy: string | null;
}

@Entity('coop_invitations')
export class CoopInvitationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') coopId: string;
  @Column('text') phone: string;
  @Column('uuid', { nullable: true }) householdId: string | null;
  @Column('uuid') invitedBy: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('boolean', { nullable: true }) isAccepted: boolean | null;
}
