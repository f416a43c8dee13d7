import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { isId } from '../kernel/id.js';
import { refuse, type Refusal } from '../kernel/refusal.js';
import type { Actor } from '../platform/access/actor.js';
import type { PartyEntity } from './data/account.entities.js';
import { AccountsStore } from './data/accounts.store.js';
import { CounterStore, type CounterHousehold } from './data/counter.store.js';
import { GrantsStore } from './data/grants.store.js';
import { isOwnRight, mayBeEntrusted, type CounterWish } from './domain/grants.js';
import { partyPolicy } from './domain/party.policy.js';
import { Territories } from './territories.js';

export type CounterRefusal =
  | 'HOUSEHOLD_NOT_FOUND'
  | 'HOUSEHOLD_MERGED'
  | 'HOUSEHOLD_SUSPENDED'
  | 'ASKER_SUSPENDED'
  | 'GRANT_POWER_WRONG'
  | 'GRANT_STANDS'
  | 'HOUSEHOLD_ASKS_ITSELF';

/** Whom a clerk or an officer may ask for a word across the counter, and for which. */
@Injectable()
export class Counter {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly grants: GrantsStore,
    private readonly households: CounterStore,
    private readonly territories: Territories,
    private readonly clock: Clock,
  ) {}

  /** Households that may be asked for a word, by name; of one that was merged, the one that was kept. */
  list(
    actor: Actor,
    words: string,
    first: number,
    after: { readonly name: string; readonly id: string } | undefined,
  ): Promise<CounterHousehold[]> {
    const scope = actor.role === 'COOP_CLERK' ? 'MEMBERS' : 'TERRITORY';
    return this.households.list({ partyId: actor.partyId ?? '', scope }, words, first, after);
  }

  /** One of them; undefined when it may not be asked. */
  async one(actor: Actor, id: string): Promise<CounterHousehold | undefined> {
    return isId(id) && (await this.isKnown(actor, id)) ? this.households.one(id) : undefined;
  }

  /** Every number that speaks for a household. */
  async phonesOf(householdId: string): Promise<string[]> {
    const members = await this.accounts.membersOf([householdId]);
    const people = await this.accounts.people(members.map(({ personId }) => personId));
    return people.map(({ phone }) => phone);
  }

  private async isKnown(actor: Actor, id: string): Promise<boolean> {
    const [household] = await this.accounts.parties([id]);
    if (household?.kind !== 'HOUSEHOLD' || household.state === 'CLOSED') return false;
    const partyId = actor.partyId ?? '';
    return partyPolicy.recordGrant.allows(actor, {
      isMember: await this.grants.isTied(partyId, id),
      isInTerritory: await this.territories.holds(partyId, household),
    });
  }

  /** The household and whoever asks it, when it may be asked for that now. */
  async ask(
    actor: Actor,
    householdId: string,
    wish: CounterWish,
  ): Promise<{ household: PartyEntity; asker: PartyEntity } | Refusal<CounterRefusal>> {
    const askerId = actor.partyId ?? '';
    const found = isId(householdId) ? await this.accounts.parties([householdId, askerId]) : [];
    const household = found.find(({ id }) => id === householdId);
    const asker = found.find(({ id }) => id === askerId);
    if (!household || !asker || !(await this.isKnown(actor, household.id)))
      return refuse('HOUSEHOLD_NOT_FOUND');
    if (household.mergedIntoId !== null) return refuse('HOUSEHOLD_MERGED');
    if (asker.state !== 'ACTIVE') return refuse('ASKER_SUSPENDED');
    if (!mayBeEntrusted(actor.role, wish)) return refuse('GRANT_POWER_WRONG', {}, 'power');
    if (isOwnRight(wish)) {
      // Who may not sell has the right all the same; who has the app needs nobody for it.
      return (await this.households.isSignedIn(household.id, this.clock.now()))
        ? refuse('HOUSEHOLD_ASKS_ITSELF')
        : { household, asker };
    }
    if (household.state !== 'ACTIVE')
      return refuse('HOUSEHOLD_SUSPENDED', { reason: household.stateReason ?? '' });
    if (await this.grants.isGranted(asker.id, household.id, wish)) return refuse('GRANT_STANDS');
    return { household, asker };
  }
}
