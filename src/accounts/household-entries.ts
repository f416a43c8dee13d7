import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../kernel/clock.js';
import { dayOf } from '../kernel/day.js';
import type { Actor } from '../platform/access/actor.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Outbox } from '../platform/events/outbox.js';
import { AccountsStore } from './data/accounts.store.js';
import {
  HouseholdEntriesStore,
  type Lookalike,
  type Sought,
} from './data/household-entries.store.js';
import { GrantEvidenceStore } from './data/grant-evidence.store.js';
import { GrantsStore } from './data/grants.store.js';
import { mayBeEntrusted } from './domain/grants.js';
import { InvitationsStore } from './data/invitations.store.js';

declare module '../platform/events/outbox.js' {
  interface DomainEvents {
    /** A cooperative or an office entered a household from its list. */
    'household.entered': { householdId: string; byPartyId: string };
  }
}

/** One household of a list, ready to be written. */
export interface HouseholdEntry {
  readonly name: string;
  /** E.164; null: it has no telephone, and others speak for it. */
  readonly phone: string | null;
  readonly communeId: string;
  readonly hamletId: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly plots: readonly {
    readonly cropCode: string;
    readonly areaM2: number;
    readonly plantedYear: number | null;
  }[];
}

/** The photograph on which the word of a list of households rests. */
export interface SignedList {
  readonly id: string;
  /** The paper says besides that whoever entered them may sell for them. */
  readonly letsSell: boolean;
}

/** Households entered by others from a list (AP-09, ID-06): found first, so that a list loaded twice is entered once. */
@Injectable()
export class HouseholdEntries {
  constructor(
    private readonly store: HouseholdEntriesStore,
    private readonly accounts: AccountsStore,
    private readonly invitations: InvitationsStore,
    private readonly grants: GrantsStore,
    private readonly evidence: GrantEvidenceStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Two lists at once wait for each other, so that neither misses what the other enters. */
  async inTurn(tx: Tx): Promise<void> {
    await this.store.lock(tx);
  }

  /** Households that each of those sought may be; within a transaction when one is given. */
  lookalikes(sought: readonly Sought[], tx?: Tx): Promise<Lookalike[]> {
    return this.store.lookalikes(sought, tx);
  }

  /** Puts the photograph of the signed list on record; false when this party has no such photograph, or used it for one household. */
  showPaper(tx: Tx, actor: Actor, paperId: string): Promise<boolean> {
    return this.evidence.useForList(tx, paperId, actor.partyId ?? '');
  }

  /** A new household with its land. With a number, whoever signs in with it speaks for it; a cooperative gains a member. */
  async enter(tx: Tx, actor: Actor, entry: HouseholdEntry, paper: SignedList): Promise<string> {
    const { name, phone, communeId, hamletId, lat, lon, plots } = entry;
    const householdId = uuid();
    const now = this.clock.now();
    const byPartyId = actor.partyId ?? '';
    await this.store.addHousehold(tx, {
      id: householdId,
      name,
      communeId,
      hamletId,
      lat,
      lon,
      now,
    });
    for (const plot of plots) {
      await this.accounts.addPlot(tx, {
        id: uuid(),
        householdId,
        unitId: hamletId ?? communeId,
        varietyCode: null,
        ...plot,
      });
    }
    if (phone !== null) {
      const fresh = { id: uuid(), phone, name, locale: 'vi' as const, createdAt: now };
      const person = await this.accounts.personOfPhone(tx, fresh);
      await this.store.join(tx, person.id, householdId);
    }
    if (actor.role === 'COOP_CLERK')
      await this.invitations.join(tx, byPartyId, householdId, dayOf(now));
    await this.store.note(tx, {
      householdId,
      partyId: byPartyId,
      enteredBy: actor.personId,
      paperId: paper.id,
      now,
    });
    if (paper.letsSell && mayBeEntrusted(actor.role, 'SELL_FOR')) {
      const grantId = uuid();
      await this.grants.add(tx, {
        id: grantId,
        grantorId: householdId,
        granteeId: byPartyId,
        power: 'SELL_FOR',
        consent: 'SIGNED_PAPER',
        paperId: paper.id,
        grantedAt: now,
        grantedBy: actor.personId,
        revokedAt: null,
        revokedBy: null,
      });
      await this.outbox.publish(tx, 'grant.given', { grantId });
    }
    await this.outbox.publish(tx, 'household.entered', { householdId, byPartyId });
    return householdId;
  }
}
