import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { NegotiationsStore } from '../data/negotiations.store.js';
import { Answering } from './answering.js';

export interface SayWish {
  readonly clientMutationId: string;
  readonly negotiationId: string;
  readonly text: string;
}

const SIGNS = [1, 500] as const;

/** Words beside the offers; they are kept with the thread and bind nobody (NG-13). */
@Injectable()
export class SaySomething {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: NegotiationsStore,
    private readonly answering: Answering,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    { clientMutationId, negotiationId, text }: SayWish,
  ): Promise<
    { id: string } | Refusal<'NEGOTIATION_NOT_FOUND' | 'NEGOTIATION_WORDS_IMPLAUSIBLE' | ActRefusal>
  > {
    const said = text.normalize('NFC').trim();
    if (said.length < SIGNS[0] || said.length > SIGNS[1]) {
      return refuse('NEGOTIATION_WORDS_IMPLAUSIBLE', { most: SIGNS[1] }, 'text');
    }
    const request = { negotiationId, text };
    const act = { actor, operation: 'sayInNegotiation', key: clientMutationId, request };
    return this.uow.once<{ id: string } | Refusal<'NEGOTIATION_NOT_FOUND'>>(act, async (tx) => {
      const answerer = await this.answering.lock(tx, actor, negotiationId);
      if (isRefusal(answerer)) return answerer;
      const words = {
        id: uuid(),
        negotiationId,
        side: answerer.side,
        saidBy: actor.personId,
        text: said,
      };
      await this.store.addWords(tx, words, this.clock.now());
      return { id: negotiationId };
    });
  }
}
