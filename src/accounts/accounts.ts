import { Injectable } from '@nestjs/common';
import type { Role } from '../platform/access/actor.js';
import type { PartyEntity, PersonEntity, PlotEntity } from './data/account.entities.js';
import { AccountsStore } from './data/accounts.store.js';
import { AssistedActsStore } from './data/assisted-acts.store.js';
import { GrantsStore } from './data/grants.store.js';
import type { AssistedActEntity, PartyGrantEntity } from './data/party-relations.entities.js';
import type { Power } from './domain/grants.js';
import { deviceName } from './domain/device-name.js';

export type Person = Readonly<PersonEntity>;
export type Party = Readonly<PartyEntity>;
export type Grant = Readonly<PartyGrantEntity>;
export type AssistedAct = Readonly<AssistedActEntity>;
export type Plot = Readonly<PlotEntity>;

/** People and the parties they act for, for the features above. */
@Injectable()
export class Accounts {
  constructor(
    private readonly store: AccountsStore,
    private readonly grants: GrantsStore,
    private readonly assisted: AssistedActsStore,
  ) {}

  async person(id: string): Promise<Person | undefined> {
    return (await this.store.person(id)) ?? undefined;
  }

  people(ids: readonly string[]): Promise<Person[]> {
    return this.store.people(ids);
  }

  async party(id: string): Promise<Party | undefined> {
    return (await this.store.parties([id]))[0];
  }

  parties(ids: readonly string[]): Promise<Party[]> {
    return this.store.parties(ids);
  }

  partiesOfKind(kind: Party['kind']): Promise<Party[]> {
    return this.store.partiesOfKind(kind);
  }

  /** Who answers for these parties: the people a message about them goes to. */
  membersOf(
    partyIds: readonly string[],
  ): Promise<{ personId: string; partyId: string; role: Role }[]> {
    return this.store.membersOf(partyIds);
  }

  /** What a sign-in's browser calls itself, and since when; undefined once it is over. */
  async device(sessionId: string): Promise<{ name: string | null; since: Date } | undefined> {
    const session = await this.store.session(sessionId);
    return session && { name: deviceName(session.device), since: session.createdAt };
  }

  plotsOf(householdId: string): Promise<Plot[]> {
    return this.store.plotsOf(householdId);
  }

  /** Ids of the units an office or clerk answers for. */
  territoryOf(partyId: string): Promise<string[]> {
    return this.store.territoryOf(partyId);
  }

  async grant(id: string): Promise<Grant | undefined> {
    return (await this.grants.byId(id)) ?? undefined;
  }

  async assistedAct(id: string): Promise<AssistedAct | undefined> {
    return (await this.assisted.byId(id)) ?? undefined;
  }

  /** Whether this party may do that for the household now. */
  isGranted(partyId: string, householdId: string, power: Power): Promise<boolean> {
    return this.grants.isGranted(partyId, householdId, power);
  }

  /** Ids of the households that let this party see their lots, or sell for them. */
  householdsSeenBy(partyId: string): Promise<string[]> {
    return this.grants.householdsSeenBy(partyId);
  }
}
