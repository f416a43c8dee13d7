import { Injectable } from '@nestjs/common';
import { PersonErasure } from '../accounts/index.js';
import { Clock } from '../kernel/clock.js';
import { HouseholdWordsStore } from '../lots/index.js';
import { SavedSearchesStore } from '../market/index.js';
import { Notices } from '../messages/index.js';
import { Permits } from '../permits/index.js';
import { HelpCallsStore } from '../replies/index.js';
import type { Tx } from '../platform/database/unit-of-work.js';

/** Every feature that keeps something about people beside its books, asked in turn. */
@Injectable()
export class Forgetters {
  constructor(
    private readonly people: PersonErasure,
    private readonly notices: Notices,
    private readonly permits: Permits,
    private readonly words: HouseholdWordsStore,
    private readonly calls: HelpCallsStore,
    private readonly searches: SavedSearchesStore,
    private readonly clock: Clock,
  ) {}

  /** @param partyId the profile she is forgotten in; null, or her only one: all of her */
  async person(tx: Tx, personId: string, partyId: string | null): Promise<void> {
    const profile =
      partyId === null ? [] : await this.people.profileBesideOthers(tx, personId, partyId);
    if (profile.length > 0) {
      await this.parties(tx, await this.people.eraseProfile(tx, personId, profile));
      await this.notices.forgetProfile(tx, personId, profile);
      return;
    }
    const erased = await this.people.erase(tx, personId);
    if (!erased) return;
    await this.parties(tx, erased.partyIds);
    await this.searches.forget(tx, personId);
    await this.notices.forgetPerson(tx, personId, erased.phone);
    await this.permits.forgetPerson(tx, personId);
  }

  /** As a whole: whoever speaks for it is forgotten in it, as when she asks herself. */
  async household(tx: Tx, householdId: string): Promise<void> {
    for (const personId of await this.people.whoSpeaksFor(tx, householdId))
      await this.person(tx, personId, householdId);
    await this.parties(tx, await this.people.eraseHousehold(tx, householdId));
  }

  private async parties(tx: Tx, partyIds: readonly string[]): Promise<void> {
    await this.words.forget(tx, partyIds, this.clock.now());
    await this.calls.forget(tx, partyIds);
  }

  async old(tx: Tx): Promise<void> {
    await this.people.forgetOld(tx);
    await this.notices.forgetOld(tx);
  }
}
