import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { NegotiationsStore } from '../data/negotiations.store.js';
import type { Negotiation } from '../data/negotiation.rows.js';
import { negotiationPolicy, sideOf } from '../domain/negotiation.policy.js';
import type { Side } from '../../kernel/side.js';

export interface Answerer {
  readonly negotiation: Negotiation;
  readonly side: Side;
}

/** Locks a negotiation for one of its sides; somebody else's looks like none. */
@Injectable()
export class Answering {
  constructor(private readonly store: NegotiationsStore) {}

  async lock(
    tx: Tx,
    actor: Actor,
    id: string,
  ): Promise<Answerer | Refusal<'NEGOTIATION_NOT_FOUND'>> {
    const negotiation = isId(id) ? await this.store.lock(tx, id, actor.partyId) : undefined;
    const side = negotiation && sideOf(actor, negotiation);
    if (!negotiation || !side || !negotiationPolicy.answer.allows(actor, negotiation)) {
      return refuse('NEGOTIATION_NOT_FOUND');
    }
    return { negotiation, side };
  }
}
