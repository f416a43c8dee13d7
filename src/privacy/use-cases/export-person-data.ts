import { Injectable } from '@nestjs/common';
import { Accounts, StaffSight } from '../../accounts/index.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import type { ExportedTables } from '../domain/export-text.js';
import { privacyPolicy } from '../domain/privacy.policy.js';
import { Exports } from '../exports.js';

export interface SubjectWish {
  readonly clientMutationId: string;
  /** Null: oneself. */
  readonly personId: string | null;
}

export type SubjectRefusal = 'PERSON_UNKNOWN' | 'PURPOSE_MISSING' | 'EXPORTS_SPENT' | ActRefusal;

/** Hands a person everything the market keeps about her in the profile she uses. It is an act like any other: who took whose data is on record. */
@Injectable()
export class ExportPersonData {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly exports: Exports,
    private readonly sight: StaffSight,
  ) {}

  async run(
    actor: Actor,
    wish: SubjectWish,
  ): Promise<{ personId: string; tables: ExportedTables } | Refusal<SubjectRefusal>> {
    const personId = wish.personId ?? actor.personId;
    const act = {
      actor,
      operation: 'exportPersonData',
      key: wish.clientMutationId,
      request: { personId },
    };
    // Sent again, it is computed again: so it counts.
    const spent = await this.exports.spend(`${actor.personId}:${personId}`);
    if (spent) return spent;
    const allowed = await this.uow.once(act, async () => {
      const person = await this.accounts.person(personId);
      if (!person || !privacyPolicy.export.allows(actor, { personId }))
        return refuse('PERSON_UNKNOWN');
      if (personId !== actor.personId && !(await this.sight.openPerson(actor, personId)))
        return refuse('PURPOSE_MISSING');
      return { personId };
    });
    if (isRefusal(allowed)) return allowed;
    const profile = personId === actor.personId ? { partyId: actor.partyId } : undefined;
    return { personId, tables: await this.exports.ofPerson(personId, profile) };
  }
}
