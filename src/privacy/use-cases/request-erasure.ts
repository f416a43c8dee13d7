import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Accounts } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { ErasuresStore } from '../data/erasures.store.js';
import { privacyPolicy } from '../domain/privacy.policy.js';
import { twoWorkingDaysAfter } from '../domain/working-days.js';
import type { SubjectWish } from './export-person-data.js';

export const HOLD_MS = 24 * 3_600_000;

/**
 * Asks to be forgotten, in the profile in use: other households on the same telephone stay whole. A day later it is done, unless it was taken back on any device: a thief with a swapped SIM must not
 * wipe somebody out in a minute.
 */
@Injectable()
export class RequestErasure {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly erasures: ErasuresStore,
    private readonly clock: Clock,
  ) {}

  async request(
    actor: Actor,
    wish: SubjectWish,
  ): Promise<
    | { id: string }
    | Refusal<
        'PERSON_UNKNOWN' | 'ERASURE_WAITS' | 'ERASURE_OF_OTHER_PROFILE' | 'STILL_OWED' | ActRefusal
      >
  > {
    const personId = wish.personId ?? actor.personId;
    const key = wish.clientMutationId;
    const act = { actor, operation: 'anonymisePerson', key, request: { personId } };
    return this.uow.once(act, async (tx) => {
      const person = await this.accounts.person(personId);
      if (!person || !privacyPolicy.erase.allows(actor, { personId }))
        return refuse('PERSON_UNKNOWN');
      const partyId = await this.profileOf(actor, personId);
      if (isRefusal(partyId)) return partyId;
      const { deals, payments } = await this.erasures.obligations(personId, partyId);
      if (deals + payments > 0) return refuse('STILL_OWED', { deals, payments });
      const now = this.clock.now();
      const id = uuid();
      const isFirst = await this.erasures.add(tx, {
        id,
        personId,
        partyId,
        codeId: null,
        paperId: null,
        requestedBy: actor.personId,
        requestedAt: now,
        effectiveAt: new Date(now.getTime() + HOLD_MS),
        dueAt: twoWorkingDaysAfter(now),
      });
      return isFirst ? { id } : refuse('ERASURE_WAITS');
    });
  }

  cancel(
    actor: Actor,
    wish: SubjectWish,
  ): Promise<{ id: null } | Refusal<'PERSON_UNKNOWN' | 'NO_ERASURE' | ActRefusal>> {
    const personId = wish.personId ?? actor.personId;
    const key = wish.clientMutationId;
    const act = { actor, operation: 'cancelErasure', key, request: { personId } };
    return this.uow.once(act, async (tx) => {
      if (!privacyPolicy.erase.allows(actor, { personId })) return refuse('PERSON_UNKNOWN');
      const partyId = wish.personId === null ? actor.partyId : null;
      const was = await this.erasures.cancel(tx, personId, partyId, this.clock.now());
      return was ? { id: null } : refuse('NO_ERASURE');
    });
  }

  /**
   * What she asks to be forgotten in: the household or firm she acts for. An office or a cooperative is nobody's own, so
   * there she is forgotten as a whole, and only when no household of the same telephone would go with her.
   */
  private async profileOf(
    actor: Actor,
    personId: string,
  ): Promise<string | null | Refusal<'ERASURE_OF_OTHER_PROFILE'>> {
    if (personId !== actor.personId) return null;
    const own = await this.erasures.ownParties(personId);
    if (actor.partyId !== null && own.includes(actor.partyId)) return actor.partyId;
    return own.length === 0 ? null : refuse('ERASURE_OF_OTHER_PROFILE');
  }
}
