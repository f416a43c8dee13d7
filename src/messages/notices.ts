import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Accounts } from '../accounts/index.js';
import { Clock } from '../kernel/clock.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Outbox } from '../platform/events/outbox.js';
import { ForgettingStore } from './data/forgetting.store.js';
import { NoticesStore, type Told } from './data/notices.store.js';
import type { NoticeKind, NoticeWish } from './domain/notice-kinds.js';

declare module '../platform/events/outbox.js' {
  interface DomainEvents {
    /** Messages were written, and may go to phones now. */
    'notices.written': { noticeIds: string[] };
  }
}

const KEPT_MS = 90 * 86_400_000;

/** Tells people what happened, for the features above. Call it from the handler of an event. */
@Injectable()
export class Notices {
  constructor(
    private readonly accounts: Accounts,
    private readonly store: NoticesStore,
    private readonly forgetting: ForgettingStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * One message to each person of each party, or to the one person named. A person hears of one event once, whatever she is a member of and however
   * often it is delivered: the first wish that reaches her counts.
   */
  async tell(tx: Tx, eventId: string, wishes: readonly NoticeWish[]): Promise<void> {
    if (wishes.length === 0) return;
    const partyIds = wishes.flatMap(({ partyId }) => (partyId === null ? [] : [partyId]));
    const members = await this.accounts.membersOf([...new Set(partyIds)]);
    const reached = ({ partyId, personId: only }: NoticeWish): string[] =>
      partyId === null
        ? [only]
        : members
            .filter((one) => one.partyId === partyId && (only ?? one.personId) === one.personId)
            .map(({ personId }) => personId);
    const createdAt = this.clock.now();
    const noticeIds = await this.store.add(
      tx,
      wishes.flatMap((wish) =>
        reached(wish).map((personId) => ({
          id: uuid(),
          personId,
          partyId: wish.partyId,
          eventId,
          kind: wish.kind,
          facts: wish.facts,
          path: wish.path,
          subjectId: wish.subjectId ?? null,
          dueAt: createdAt,
          createdAt,
        })),
      ),
    );
    if (noticeIds.length > 0) await this.outbox.publish(tx, 'notices.written', { noticeIds });
  }

  /** Who was told of this thing by this kind of message, a quarter of a year back at most. */
  toldOf(tx: Tx, kind: NoticeKind, subjectId: string): Promise<Told[]> {
    return this.store.told(tx, kind, subjectId);
  }

  /** Everything kept about a person beside the books of others: messages, ways to her, what was sent to her number. */
  async forgetPerson(tx: Tx, personId: string, phone: string): Promise<void> {
    await this.forgetting.person(tx, personId, phone);
  }

  /** What one of her profiles was told; her ways to be told are of the telephone and stay. */
  async forgetProfile(tx: Tx, personId: string, partyIds: readonly string[]): Promise<void> {
    await this.forgetting.profile(tx, personId, partyIds);
  }

  /** Messages of a quarter of a year ago. */
  async forgetOld(tx: Tx): Promise<void> {
    await this.forgetting.before(tx, new Date(this.clock.now().getTime() - KEPT_MS));
  }
}
