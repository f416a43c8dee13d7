import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { tidied } from '../../kernel/written.js';
import { Orders } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { EndingsStore } from '../data/endings.store.js';
import { StandingsStore } from '../data/standings.store.js';
import { changesPolicy, sideOf } from '../domain/changes.policy.js';
import { impossibleNote } from '../domain/reply.js';
import { EndingAftermath } from './ending-aftermath.js';
import { ChangeNews } from './change-news.js';

export interface ReplyWish {
  readonly clientMutationId: string;
  readonly dealId: string;
  readonly text: string;
  /** Asks the office to see force majeure in it. */
  readonly isForceMajeure?: boolean | null;
}
export interface DecideWish {
  readonly clientMutationId: string;
  readonly dealId: string;
  readonly isConfirmed: boolean;
  readonly note: string;
}

type AnswerRefusal =
  | 'ENDING_NOT_FOUND'
  | 'REPLY_GIVEN'
  | 'REPLY_TOO_LATE'
  | 'NOTHING_TO_DECIDE'
  | 'ENDING_NOTE_IMPLAUSIBLE'
  | ActRefusal;
type Answered = { dealId: string } | Refusal<AnswerRefusal>;

/** The word of the side at fault, and the office's about force majeure; each is said once. */
@Injectable()
export class AnswerEnding {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: Orders,
    private readonly endings: EndingsStore,
    private readonly standings: StandingsStore,
    private readonly aftermath: EndingAftermath,
    private readonly news: ChangeNews,
    private readonly clock: Clock,
  ) {}

  /** What was already counted stays counted while the office thinks. */
  reply(actor: Actor, { clientMutationId, ...request }: ReplyWish): Promise<Answered> {
    const act = { actor, operation: 'replyToBreach', key: clientMutationId, request };
    return this.uow.once<Answered>(act, async (tx) => {
      const { dealId } = request;
      const deal = isId(dealId) ? await this.orders.lockDeal(tx, dealId) : undefined;
      const ending = deal && (await this.endings.lock(tx, dealId));
      if (!deal || !ending) return refuse('ENDING_NOT_FOUND');
      const isGranted = await this.standings.isSeller(tx, deal.householdId, actor.partyId);
      const standing = { ...deal, isGranted };
      const isMine = sideOf(actor, standing) === ending.atFault;
      if (!isMine || !changesPolicy.reply.allows(actor, standing))
        return refuse('ENDING_NOT_FOUND');
      if (ending.reply !== null) return refuse('REPLY_GIVEN');
      const at = this.clock.now();
      if (at > ending.replyUntil)
        return refuse('REPLY_TOO_LATE', { until: ending.replyUntil.toISOString() });
      const reply = tidied(request.text);
      const impossible = impossibleNote(reply, true, 'text');
      if (impossible) return impossible;
      const isForceMajeure = (request.isForceMajeure ?? false) && ending.forceMajeure === null;
      await this.endings.reply(tx, dealId, { reply, personId: actor.personId, at, isForceMajeure });
      await this.aftermath.replied(tx, dealId);
      const answered = { kind: 'BREACH_ANSWERED', deals: [deal] } as const;
      await this.news.record(tx, actor, ending.atFault, answered);
      return { dealId };
    });
  }

  decide(actor: Actor, { clientMutationId, ...request }: DecideWish): Promise<Answered> {
    const act = { actor, operation: 'decideForceMajeure', key: clientMutationId, request };
    return this.uow.once<Answered>(act, async (tx) => {
      const { dealId, isConfirmed } = request;
      const deal = isId(dealId) ? await this.orders.lockDeal(tx, dealId) : undefined;
      const ending = deal && (await this.endings.lock(tx, dealId));
      if (!deal || !ending) return refuse('ENDING_NOT_FOUND');
      const isTerritory = await this.standings.isInTerritory(tx, deal.communeId, actor.partyId);
      if (!changesPolicy.decide.allows(actor, { isTerritory })) return refuse('ENDING_NOT_FOUND');
      if (ending.forceMajeure !== 'CLAIMED') return refuse('NOTHING_TO_DECIDE');
      const note = tidied(request.note);
      const impossible = impossibleNote(note, true, 'note');
      if (impossible) return impossible;
      const at = this.clock.now();
      await this.endings.decide(tx, dealId, { isConfirmed, note, personId: actor.personId, at });
      const { atFault } = ending;
      const officeId = actor.partyId ?? '';
      await this.aftermath.decided(tx, deal, { atFault, isConfirmed, officeId });
      return { dealId };
    });
  }
}
