import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { otherSide, type Side } from '../../kernel/side.js';
import { Orders, type Deal } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal, type Tx } from '../../platform/database/unit-of-work.js';
import {
  OrderChangesStore,
  type OrderChange,
  type ProposedPart,
} from '../data/order-changes.store.js';
import { StandingsStore } from '../data/standings.store.js';
import { changesPolicy, sideOf } from '../domain/changes.policy.js';
import { Changing, outlookFor, type ChangeOutlook, type ChangingRefusal } from './changing.js';
import { ChangeNews } from './change-news.js';

export interface ConfirmWish {
  readonly clientMutationId: string;
  readonly changeId: string;
  readonly accept: boolean;
  /** What was shown; only asked for with a yes. */
  readonly seen: string | null;
}

export type ConfirmRefusal =
  | 'CHANGE_NOT_FOUND'
  | 'CHANGE_OWN'
  | 'CHANGE_OVER'
  | 'CHANGE_EXPIRED'
  | 'CHANGE_ANSWERED'
  | 'CHANGE_CONSEQUENCES_CHANGED'
  | ChangingRefusal
  | ActRefusal;
type Answered = { changeId: string } | Refusal<ConfirmRefusal>;

interface Standing {
  readonly side: Side;
  readonly own: readonly ProposedPart[];
}

/** The other side's yes or no to a change; with the last yes every part of it is carried out, or none. */
@Injectable()
export class AnswerChange {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: Orders,
    private readonly changes: OrderChangesStore,
    private readonly standings: StandingsStore,
    private readonly changing: Changing,
    private readonly news: ChangeNews,
    private readonly clock: Clock,
  ) {}

  /** What an open change would bring about now, for either side; writes nothing. */
  consequences(actor: Actor, changeId: string): Promise<ChangeOutlook | Refusal<ConfirmRefusal>> {
    return this.uow.run<ChangeOutlook | Refusal<ConfirmRefusal>>(async (tx) => {
      const change = isId(changeId) ? await this.changes.find(changeId) : undefined;
      const deals = change ? await this.orders.dealFor(idsOf(change)) : [];
      const standing = change && (await this.standing(tx, actor, change, deals));
      if (!change || !standing) return refuse('CHANGE_NOT_FOUND');
      const over = this.over(change);
      if (over) return over;
      const rides = await this.changing.judge(tx, change.parts, deals, 'READ');
      return isRefusal(rides) ? rides : outlookFor(standing.side, standing.own, rides);
    });
  }

  /** A change as far as the actor may see it. */
  read(actor: Actor, changeId: string): Promise<OrderChange | undefined> {
    return this.uow.run(async (tx) => {
      const change = await this.changes.find(changeId);
      if (!change) return undefined;
      const deals = await this.orders.dealFor(idsOf(change));
      const standing = await this.standing(tx, actor, change, deals);
      return standing && { ...change, parts: standing.own };
    });
  }

  confirm(actor: Actor, { clientMutationId, ...request }: ConfirmWish): Promise<Answered> {
    const act = { actor, operation: 'confirmOrderChange', key: clientMutationId, request };
    return this.uow.once<Answered>(act, async (tx) => {
      const found = await this.locked(tx, actor, request.changeId);
      if (!found) return refuse('CHANGE_NOT_FOUND');
      const { change, deals, side, own } = found;
      if (side !== otherSide(change.proposedBy)) return refuse('CHANGE_OWN');
      const over = this.over(change);
      if (over) return over;
      const waiting = own.filter(({ acceptedAt }) => acceptedAt === null);
      if (waiting.length === 0) return refuse('CHANGE_ANSWERED');
      const at = this.clock.now();
      const kind = request.accept ? 'CHANGE_AGREED' : 'CHANGE_REFUSED';
      await this.news.record(tx, actor, side, { kind, deals: dealsOf(waiting, deals) });
      if (!request.accept) return this.close(tx, change, 'REFUSED', at);

      const rides = await this.changing.judge(tx, change.parts, deals, 'LOCK');
      if (isRefusal(rides)) return rides;
      if (outlookFor(side, own, rides).seen !== request.seen)
        return refuse('CHANGE_CONSEQUENCES_CHANGED', {}, 'seen');
      const yes = { personId: actor.personId, at };
      await this.changes.accept(tx, change.id, idsOf({ parts: waiting }), yes);
      const agreed = change.parts.filter(({ acceptedAt }) => acceptedAt !== null).length;
      if (agreed + waiting.length < change.parts.length) return { changeId: change.id };
      const applied = await this.changing.apply(tx, change.parts, deals);
      return isRefusal(applied) ? applied : this.close(tx, change, 'APPLIED', at);
    });
  }

  /** The side that proposed takes it back before it was agreed to. */
  withdraw(
    actor: Actor,
    { clientMutationId, changeId }: { clientMutationId: string; changeId: string },
  ): Promise<Answered> {
    const request = { changeId };
    const act = { actor, operation: 'withdrawOrderChange', key: clientMutationId, request };
    return this.uow.once<Answered>(act, async (tx) => {
      const found = await this.locked(tx, actor, changeId);
      if (!found || found.side !== found.change.proposedBy) return refuse('CHANGE_NOT_FOUND');
      const { change, side, own, deals } = found;
      if (change.state !== 'OPEN') return refuse('CHANGE_OVER', { state: change.state });
      const withdrawn = { kind: 'CHANGE_WITHDRAWN', deals: dealsOf(own, deals) } as const;
      await this.news.record(tx, actor, side, withdrawn);
      return this.close(tx, change, 'WITHDRAWN', this.clock.now());
    });
  }

  private async locked(
    tx: Tx,
    actor: Actor,
    changeId: string,
  ): Promise<(Standing & { change: OrderChange; deals: Deal[] }) | undefined> {
    const change = isId(changeId) ? await this.changes.lock(tx, changeId) : undefined;
    if (!change) return undefined;
    const deals = await this.orders.lockDeals(tx, idsOf(change));
    const standing = await this.standing(tx, actor, change, deals);
    return standing && { ...standing, change, deals };
  }

  /** On which side of the change the actor stands, and of which of its parts. */
  private async standing(
    tx: Tx,
    actor: Actor,
    { parts }: OrderChange,
    deals: readonly Deal[],
  ): Promise<Standing | undefined> {
    if (deals.some((deal) => sideOf(actor, { ...deal, isGranted: false }) === 'BUYER'))
      return { side: 'BUYER', own: parts };
    const own: ProposedPart[] = [];
    for (const part of parts) {
      const deal = deals.find(({ id }) => id === part.dealId);
      if (!deal) continue;
      const isGranted = await this.standings.isSeller(tx, deal.householdId, actor.partyId);
      if (changesPolicy.confirm.allows(actor, { ...deal, isGranted })) own.push(part);
    }
    return own.length > 0 ? { side: 'SELLER', own } : undefined;
  }

  private over({
    state,
    expiresAt,
  }: OrderChange): Refusal<'CHANGE_OVER' | 'CHANGE_EXPIRED'> | undefined {
    if (state !== 'OPEN') return refuse('CHANGE_OVER', { state });
    if (expiresAt <= this.clock.now())
      return refuse('CHANGE_EXPIRED', { expiresAt: expiresAt.toISOString() });
  }

  private async close(
    tx: Tx,
    change: OrderChange,
    state: 'APPLIED' | 'REFUSED' | 'WITHDRAWN',
    at: Date,
  ): Promise<{ changeId: string }> {
    await this.changes.close(tx, change.id, state, at);
    await this.news.closed(tx, change.id);
    return { changeId: change.id };
  }
}

const dealsOf = (parts: readonly ProposedPart[], deals: readonly Deal[]): Deal[] =>
  deals.filter(({ id }) => parts.some(({ dealId }) => dealId === id));
const idsOf = ({ parts }: Pick<OrderChange, 'parts'>): string[] =>
  parts.map(({ dealId }) => dealId);
