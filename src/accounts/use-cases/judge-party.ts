import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { PartiesStore } from '../data/parties.store.js';
import { afterStep, needsReason, type PartyStep } from '../domain/party-life.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A party's papers were handed in, approved or sent back, or its right to act was taken or given back. */
    'party.judged': { partyId: string; step: PartyStep; reason: string };
  }
}

export interface JudgeWish {
  readonly clientMutationId: string;
  readonly partyId: string;
  /** Needed for "no" and for suspending; the party reads it. */
  readonly reason?: string | null;
}

type Judged =
  | { partyId: string }
  | Refusal<'PARTY_NOT_FOUND' | 'PARTY_STEP_NOT_ALLOWED' | 'PARTY_REASON_MISSING' | ActRefusal>;

const LONGEST_REASON = 300;

/** One step in the life of a party (ID-09, ID-10). Who may take it is decided by the rule of the operation. */
@Injectable()
export class JudgeParty {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly parties: PartiesStore,
    private readonly outbox: Outbox,
  ) {}

  async run(actor: Actor, operation: string, step: PartyStep, wish: JudgeWish): Promise<Judged> {
    const { clientMutationId, ...request } = wish;
    const reason = (wish.reason ?? '').normalize('NFC').trim().slice(0, LONGEST_REASON);
    if (needsReason(step) && reason === '') return refuse('PARTY_REASON_MISSING', {}, 'reason');

    const act = { actor, operation, key: clientMutationId, request };
    return this.uow.once(act, async (tx): Promise<Judged> => {
      const party = isId(wish.partyId) ? await this.parties.lock(tx, wish.partyId) : null;
      if (!party) return refuse('PARTY_NOT_FOUND');
      const state = afterStep(party.state, step);
      if (isRefusal(state)) return state;

      const stateReason = needsReason(step) ? reason : null;
      await this.parties.change(tx, party.id, { state, stateReason });
      await this.outbox.publish(tx, 'party.judged', { partyId: party.id, step, reason });
      return { partyId: party.id };
    });
  }
}
