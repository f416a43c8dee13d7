import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { Actor, Role } from '../platform/access/actor.js';
import type { PartyEntity, PersonEntity, PlotEntity } from './data/account.entities.js';
import { AccountsStore } from './data/accounts.store.js';
import { AssistedActsStore } from './data/assisted-acts.store.js';
import { GrantsStore } from './data/grants.store.js';
import { InvitationsStore } from './data/invitations.store.js';
import { PartiesStore } from './data/parties.store.js';
import type {
  AssistedActEntity,
  CoopInvitationEntity,
  PartyGrantEntity,
} from './data/party-relations.entities.js';
import { ViewsStore } from './data/views.store.js';
import type { Power } from './domain/grants.js';
import type { LookPurpose } from './domain/look-purpose.js';
import { deviceName } from './domain/device-name.js';

export type Person = Readonly<PersonEntity>;
export type Party = Readonly<PartyEntity>;
export type Grant = Readonly<PartyGrantEntity>;
export type AssistedAct = Readonly<AssistedActEntity>;
export type Invitation = Readonly<CoopInvitationEntity>;
export type Plot = Readonly<PlotEntity>;

/** People and the parties they act for, for the features above. */
@Injectable()
export class Accounts {
  constructor(
    private readonly store: AccountsStore,
    private readonly grants: GrantsStore,
    private readonly assisted: AssistedActsStore,
    private readonly invitations: InvitationsStore,
    private readonly directory: PartiesStore,
    private readonly views: ViewsStore,
    private readonly clock: Clock,
  ) {}

  async person(id: string): Promise<Person | undefined> {
    return (await this.store.person(id)) ?? undefined;
  }

  async personOfPhone(phone: string): Promise<Person | undefined> {
    return (await this.store.byPhone(phone)) ?? undefined;
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

  /** To be called before the numbers of these parties are shown: each learns who saw its number. */
  async noteContactViews(
    actor: Actor,
    partyIds: readonly string[],
    purpose: LookPurpose,
  ): Promise<void> {
    if (partyIds.length === 0 || actor.partyId === null) return;
    await this.views.note(actor, [...new Set(partyIds)], this.clock.now(), purpose);
  }

  /**
   * As `noteContactViews`, for a trader, up to the numbers of a day.
   * @returns the parties whose numbers may be shown
   */
  async numbersForTrade(actor: Actor, partyIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (partyIds.length === 0 || actor.partyId === null) return new Set();
    return this.views.noteWithin(actor, [...new Set(partyIds)], this.clock.now());
  }

  async invitation(id: string): Promise<Invitation | undefined> {
    return (await this.invitations.byId(id)) ?? undefined;
  }

  /** The households somebody with this number grows for, oldest first; none that is closed or merged into another. */
  householdsOfPhone(phone: string): Promise<Party[]> {
    return this.directory.householdsOfPhone(phone);
  }

  async assistedAct(id: string): Promise<AssistedAct | undefined> {
    return (await this.assisted.byId(id)) ?? undefined;
  }

  /** Whether this party may do that for the household now. */
  isGranted(partyId: string, householdId: string, power: Power): Promise<boolean> {
    return this.grants.isGranted(partyId, householdId, power);
  }

  /** Ids of the households that let this party sell for them. */
  householdsSoldFor(partyId: string): Promise<string[]> {
    return this.grants.householdsSoldFor(partyId);
  }

  /** Ids of the households that let this party see their lots, or sell for them. */
  householdsSeenBy(partyId: string): Promise<string[]> {
    return this.grants.householdsSeenBy(partyId);
  }
}
