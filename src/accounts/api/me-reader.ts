import { Injectable } from '@nestjs/common';
import { audienceOf, type Actor } from '../../platform/access/actor.js';
import { AccountsStore } from '../data/accounts.store.js';
import { PinsStore } from '../data/pins.store.js';
import { StaffStore } from '../data/staff.store.js';
import type { MeModel } from './account.model.js';
import type { StaffSignInEnum } from './staff.model.js';

/** Who is signed in, as the app shows it. */
@Injectable()
export class MeReader {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly staff: StaffStore,
    private readonly pins: PinsStore,
  ) {}

  async of(actor: Actor): Promise<MeModel> {
    const [person, held, pinned] = await Promise.all([
      this.accounts.person(actor.personId),
      this.accounts.membershipsOf(actor.personId),
      this.pins.pinned(actor.personId),
    ]);
    const serves = held.some(({ role }) => audienceOf(role) === 'STAFF');
    const [parties, staffSignIn] = await Promise.all([
      this.accounts.parties(held.map((one) => one.partyId)),
      serves ? this.staffSignIn(actor.personId) : ('NONE' as const),
    ]);
    const byId = new Map(parties.map((party) => [party.id, party]));
    return {
      person: { id: actor.personId, name: person?.name ?? '', phone: person?.phone ?? '' },
      role: actor.role,
      party: byId.get(actor.partyId ?? '') ?? null,
      staffSignIn,
      memberships: held.flatMap(({ partyId, role }) => {
        const party = byId.get(partyId);
        const hasPin = role === 'GROWER' && pinned.has(partyId);
        return party ? [{ party, role, audience: audienceOf(role), hasPin }] : [];
      }),
    };
  }

  private async staffSignIn(personId: string): Promise<keyof typeof StaffSignInEnum> {
    return (await this.staff.isReady(personId)) ? 'READY' : 'TO_SET_UP';
  }
}
