import { Injectable } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import type { AskedLine } from '../data/lines.store.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A household said yes or no; the line knows which. */
    'offer.answered': { orderId: string; lineId: string };
  }
}

/** What follows from an answer: the buyer hears of it, and the household of what was answered for it, `grams` of what it was. */
@Injectable()
export class AnswerNews {
  constructor(
    private readonly assisted: AssistedActs,
    private readonly outbox: Outbox,
  ) {}

  async publish(
    tx: Tx,
    actor: Actor,
    line: Pick<AskedLine, 'orderId' | 'householdId' | 'cropCode' | 'grams'> & {
      readonly id: string;
    },
    accepted: boolean,
  ): Promise<void> {
    const { id, orderId, householdId, cropCode, grams } = line;
    await this.assisted.record(tx, actor, {
      householdId,
      kind: accepted ? 'OFFER_ACCEPTED' : 'OFFER_DECLINED',
      subjectId: id,
      facts: { cropCode, grams },
    });
    await this.outbox.publish(tx, 'offer.answered', { orderId, lineId: id });
  }
}
