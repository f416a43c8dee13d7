import { Injectable } from '@nestjs/common';
import { PersonErasure } from '../accounts/index.js';
import { Notices } from '../messages/index.js';
import { Permits } from '../permits/index.js';
import type { Tx } from '../platform/database/unit-of-work.js';

/** Every feature that keeps something about people beside its books, asked in turn. */
@Injectable()
export class Forgetters {
  constructor(
    private readonly people: PersonErasure,
    private readonly notices: Notices,
    private readonly permits: Permits,
  ) {}

  /** @param partyId the profile she is forgotten in; null, or her only one: all of her */
  async person(tx: Tx, personId: string, partyId: string | null): Promise<void> {
    const profile =
      partyId === null ? [] : await this.people.profileBesideOthers(tx, personId, partyId);
    if (profile.length > 0) {
      await this.people.eraseProfile(tx, personId, profile);
      await this.notices.forgetProfile(tx, personId, profile);
      return;
    }
    const erased = await this.people.erase(tx, personId);
    if (!erased) return;
    await this.notices.forgetPerson(tx, personId, erased.phone);
    await this.permits.forgetPerson(tx, personId);
  }

  async old(tx: Tx): Promise<void> {
    await this.people.forgetOld(tx);
    await this.notices.forgetOld(tx);
  }
}
