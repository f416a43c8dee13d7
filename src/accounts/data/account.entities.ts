import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience, Locale, Role } from '../../platform/access/actor.js';
import type { PartyState } from '../domain/party-life.js';
import { safeInteger } from '../../platform/database/columns.js';

export type PartyKind =
  'HOUSEHOLD' | 'COOPERATIVE' | 'TRADER' | 'TRANSPORTER' | 'OFFICE' | 'CHECKPOINT' | 'PLATFORM';

@Entity('people')
export class PersonEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') phone: string;
  @Column('text') name: string;
  @Column('text', { default: 'vi' }) locale: Locale;
  @Column('timestamptz') createdAt: Date;
  /** Since when name and number are gone. */
  @Column('timestamptz', { nullable: true }) erasedAt?: Date | null;
  /** A number that was not used for long may have gone to somebody else. */
  @Column('timestamptz', { nullable: true }) lastSignedInAt?: Date | null;
}

@Entity('parties')
export class PartyEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: PartyKind;
  @Column('text') name: string;
  @Column('text', { default: 'ACTIVE' }) state: PartyState;
  @Column('text', { nullable: true }) stateReason: string | null;
  @Column('uuid', { nullable: true }) communeId: string | null;
  @Column('uuid', { nullable: true }) hamletId: string | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('float8', { nullable: true }) lat: number | null;
  @Column('float8', { nullable: true }) lon: number | null;
  @Column('text', { nullable: true }) bankBin: string | null;
  @Column('text', { nullable: true }) bankAccount: string | null;
  @Column('text', { nullable: true }) taxCode: string | null;
  @Column('text', { nullable: true }) plate: string | null;
  @Column('uuid', { nullable: true }) mergedIntoId: string | null;
  @Column('timestamptz') createdAt: Date;
}

@Entity('memberships')
export class MembershipEntity {
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('uuid') partyId: string;
  @PrimaryColumn('text') role: Role;
}

@Entity('party_territories')
export class PartyTerritoryEntity {
  @PrimaryColumn('uuid') partyId: string;
  @PrimaryColumn('uuid') unitId: string;
}

@Entity('coop_members')
export class CoopMemberEntity {
  @PrimaryColumn('uuid') coopId: string;
  @PrimaryColumn('uuid') householdId: string;
  @Column('date') joinedOn: string;
}

@Entity('plots')
export class PlotEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') householdId: string;
  @Column('uuid') unitId: string;
  @Column('text') cropCode: string;
  @Column('text', { nullable: true }) varietyCode: string | null;
  @Column('int8', { transformer: safeInteger, name: 'area_m2' }) areaM2: number;
  @Column('int4', { nullable: true }) plantedYear: number | null;
}

@Entity('otp_challenges')
export class OtpChallengeEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') phone: string;
  @Column('text') codeHash: string;
  @Column('text', { nullable: true }) deviceHash: string | null;
  @Column('timestamptz') expiresAt: Date;
  @Column('int4', { default: 0 }) tries: number;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
  @Column('timestamptz', { nullable: true }) replacedAt: Date | null;
  @Column('timestamptz') createdAt: Date;
}

@Entity('sessions')
export class SessionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') tokenHash: string;
  @Column('uuid') personId: string;
  @Column('uuid', { nullable: true }) partyId: string | null;
  @Column('text') role: Role;
  @Column('text', { default: 'MARKET' }) audience: Audience;
  @Column('text', { nullable: true }) device: string | null;
  @Column('text', { nullable: true }) deviceHash: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') lastSeenAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}
