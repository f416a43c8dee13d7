import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Side } from '../../kernel/side.js';
import { tidied } from '../../kernel/written.js';
import { offerExpiry, Orders, type Deal } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal, type Tx } from '../../platform/database/unit-of-work.js';
import { OrderChangesStore } from '../data/order-changes.store.js';
import { StandingsStore } from '../data/standings.store.js';
import { changesPolicy, sideOf } from '../domain/changes.policy.js';
import {
  isAsProposed,
  partOf,
  type ChangedPart,
  type HoursWish,
  type PartRefusal,
  type PartWish,
} from '../domain/order-change.js';
import { impossibleNote } from '../domain/reply.js';
import { Changing, outlookFor, type ChangeOutlook, type ChangingRefusal } from './changing.js';
import { ChangeNews } from './change-news.js';

export interface ChangeWish {
  readonly orderId: string;
  readonly deals: readonly PartWish[];
  readonly hours: HoursWish;
}
export interface ProposeWish extends ChangeWish {
  readonly clientMutationId: string;
  readonly note: string | null;
  /** What the proposer was shown; something else by now changes nothing. */
  readonly seen: string;
}

type WishRefusal = 'ORDER_NOT_FOUND' | 'CHANGE_DEALS_IMPLAUSIBLE' | PartRefusal | ChangingRefusal;
export type ProposeRefusal =
  | WishRefusal
  | 'CHANGE_OPEN'
  | 'CHANGE_CONSEQUENCES_CHANGED'
  | 'ENDING_NOTE_IMPLAUSIBLE'
  | ActRefusal;

interface Wished {
  readonly side: Side;
  readonly deals: readonly Deal[];
  readonly outlook: ChangeOutlook;
}

const MOST_DEALS = 100;
/** Both sides have shaken hands already; two hours of day are enough to look at a change. */
const ANSWER_MINUTES = 120;

/** One side wants kilograms or hours of committed deals different (OR-05). Nothing changes before the other agrees. */
@Injectable()
export class ProposeChange {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: Orders,
    private readonly changes: OrderChangesStore,
    private readonly standings: StandingsStore,
    private readonly changing: Changing,
    private readonly news: ChangeNews,
    private readonly clock: Clock,
  ) {}

  /** What the change would bring about now; writes nothing. */
  preview(actor: Actor, wish: ChangeWish): Promise<ChangeOutlook | Refusal<WishRefusal>> {
    return this.uow.run<ChangeOutlook | Refusal<WishRefusal>>(async (tx) => {
      const wished = await this.wished(tx, actor, wish, 'READ');
      return isRefusal(wished) ? wished : wished.outlook;
    });
  }

  propose(
    actor: Actor,
    { clientMutationId, ...request }: ProposeWish,
  ): Promise<{ changeId: string } | Refusal<ProposeRefusal>> {
    const act = { actor, operation: 'proposeOrderChange', key: clientMutationId, request };
    return this.uow.once<{ changeId: string } | Refusal<ProposeRefusal>>(act, async (tx) => {
      if (!isId(request.orderId)) return refuse('ORDER_NOT_FOUND', {}, 'orderId');
      const open = await this.changes.lockOpen(tx, request.orderId);
      const wished = await this.wished(tx, actor, request, 'LOCK');
      if (isRefusal(wished)) return wished;
      const { side, deals, outlook } = wished;
      if (request.seen !== outlook.seen) return refuse('CHANGE_CONSEQUENCES_CHANGED', {}, 'seen');
      const note = tidied(request.note ?? '');
      const impossible = impossibleNote(note, false, 'note');
      if (impossible) return impossible;
      const now = this.clock.now();
      if (open) {
        if (open.expiresAt > now && (await this.isAnswerable(open.parts)))
          return refuse('CHANGE_OPEN', { expiresAt: open.expiresAt.toISOString() });
        await this.changes.close(tx, open.id, open.expiresAt > now ? 'STALE' : 'EXPIRED', now);
        await this.news.closed(tx, open.id);
      }
      const changeId = uuid();
      const isAdded = await this.changes.add(tx, {
        id: changeId,
        orderId: request.orderId,
        proposedBy: side,
        personId: actor.personId,
        note: note || null,
        proposedAt: now,
        expiresAt: answerUntil(now, deals),
        parts: outlook.parts,
      });
      if (!isAdded) return refuse('CHANGE_OPEN');
      await this.news.proposed(tx, actor, side, { deals, changeId });
      return { changeId };
    });
  }

  private async wished(
    tx: Tx,
    actor: Actor,
    { orderId, deals: wishes, hours }: ChangeWish,
    how: 'READ' | 'LOCK',
  ): Promise<Wished | Refusal<WishRefusal>> {
    const ids = wishes.map(({ dealId }) => dealId);
    const isListed = ids.length > 0 && ids.length <= MOST_DEALS && new Set(ids).size === ids.length;
    if (!isListed) return refuse('CHANGE_DEALS_IMPLAUSIBLE', { most: MOST_DEALS }, 'deals');
    if (!isId(orderId) || !ids.every(isId)) return refuse('ORDER_NOT_FOUND', {}, 'deals');
    const deals =
      how === 'LOCK' ? await this.orders.lockDeals(tx, ids) : await this.orders.dealFor(ids);
    const side = await this.sideOfAll(tx, actor, deals);
    const isWhole = deals.length === ids.length && deals.every((deal) => deal.orderId === orderId);
    if (!isWhole || !side) return refuse('ORDER_NOT_FOUND', {}, 'deals');
    // A household and whoever sells for it speak of one deal: the others of the order are not theirs to see.
    if (side === 'SELLER' && deals.length > 1)
      return refuse('CHANGE_DEALS_IMPLAUSIBLE', { most: 1 }, 'deals');

    const now = this.clock.now();
    const parts: ChangedPart[] = [];
    for (const [i, wish] of wishes.entries()) {
      const deal = deals.find(({ id }) => id === wish.dealId);
      const part = deal && partOf(deal, wish, hours, { now, field: `deals.${i}` });
      if (isRefusal(part)) return part;
      if (part) parts.push(part);
    }
    const rides = await this.changing.judge(tx, parts, deals, how);
    return isRefusal(rides) ? rides : { side, deals, outlook: outlookFor(side, parts, rides) };
  }

  /** The side the actor stands on in every one of these deals. */
  private async sideOfAll(tx: Tx, actor: Actor, deals: readonly Deal[]): Promise<Side | undefined> {
    const sides = new Set<Side | undefined>();
    for (const deal of deals) {
      const isBuyer = actor.partyId === deal.buyerId;
      const isGranted =
        !isBuyer && (await this.standings.isSeller(tx, deal.householdId, actor.partyId));
      const standing = { ...deal, isGranted };
      sides.add(
        changesPolicy.propose.allows(actor, standing) ? sideOf(actor, standing) : undefined,
      );
    }
    const [side] = sides;
    return sides.size === 1 ? side : undefined;
  }

  private async isAnswerable(parts: readonly ChangedPart[]): Promise<boolean> {
    const deals = await this.orders.dealFor(parts.map(({ dealId }) => dealId));
    return parts.every((part) => {
      const deal = deals.find(({ id }) => id === part.dealId);
      return deal !== undefined && isAsProposed(part, deal);
    });
  }
}

/** Silence is no answer, and no answer comes after the hours the deals have now. */
function answerUntil(now: Date, deals: readonly Deal[]): Date {
  const ends = deals.map(({ readyTo }) => readyTo.getTime()).filter((at) => at > now.getTime());
  return new Date(Math.min(offerExpiry(now, ANSWER_MINUTES).getTime(), ...ends));
}
