import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '../kernel/refusal.js';
import { Counters } from '../platform/limits/counters.js';
import { ExportStore } from './data/export.store.js';
import { withoutSecrets, type ExportedTables } from './domain/export-text.js';

// Everything about somebody is a heavy answer; nobody needs it more often than this.
const A_DAY = 5;
const DAY_MINUTES = 24 * 60;

/** What is taken home: without secrets, and so many times a day. */
@Injectable()
export class Exports {
  constructor(
    private readonly store: ExportStore,
    private readonly counters: Counters,
  ) {}

  /** Counts one more of this day. @param whose who asks, of whom */
  async spend(whose: string): Promise<Refusal<'EXPORTS_SPENT'> | undefined> {
    return (await this.counters.count(`export:${whose}`, DAY_MINUTES)) > A_DAY
      ? refuse('EXPORTS_SPENT', { most: A_DAY })
      : undefined;
  }

  /** Takes one back that was answered nothing. */
  giveBack(whose: string): Promise<void> {
    return this.counters.giveBack(`export:${whose}`, DAY_MINUTES);
  }

  /** @param profile see `ExportStore.of` */
  async ofPerson(
    personId: string,
    profile: { readonly partyId: string | null } | undefined,
  ): Promise<ExportedTables> {
    return withoutSecrets(await this.store.of(personId, profile));
  }

  async ofHousehold(householdId: string): Promise<ExportedTables> {
    return withoutSecrets(await this.store.ofHousehold(householdId));
  }
}
