import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Notices, type NoticeWish } from '../../messages/index.js';
import { Orders, type Deal } from '../../orders/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Handlers } from '../../platform/events/handlers.js';
import { OrderChangesStore, type OrderChange } from '../data/order-changes.store.js';

/** Whoever is asked for a change hears of it at once, and both sides hear what became of it. */
@Injectable()
export class TellOfChanges implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly notices: Notices,
    private readonly orders: Orders,
    private readonly changes: OrderChangesStore,
  ) {}

  onModuleInit(): void {
    this.handlers.on('order.change-proposed', 'changes.tell-proposed', (tx, { changeId }, id) =>
      this.tell(tx, id, changeId, proposed),
    );
    this.handlers.on('order.change-closed', 'changes.tell-closed', (tx, { changeId }, id) =>
      this.tell(tx, id, changeId, closed),
    );
  }

  private async tell(
    tx: Tx,
    eventId: string,
    changeId: string,
    wishesOf: (change: OrderChange, deals: readonly Deal[]) => NoticeWish[],
  ): Promise<void> {
    const change = await this.changes.find(changeId);
    if (!change) return;
    const deals = await this.orders.dealFor(change.parts.map(({ dealId }) => dealId));
    await this.notices.tell(tx, eventId, wishesOf(change, deals));
  }
}

function proposed(change: OrderChange, deals: readonly Deal[]): NoticeWish[] {
  const expiresAt = change.expiresAt.toISOString();
  if (change.proposedBy === 'BUYER') {
    return deals.map((deal) => ({
      partyId: deal.householdId,
      kind: 'ORDER_CHANGE_PROPOSED',
      facts: { number: deal.number, cropCode: deal.cropCode, expiresAt },
      path: `/app/don/${deal.id}/doi`,
    }));
  }
  const [deal] = deals;
  if (!deal) return [];
  const facts = { number: deal.number, cropCode: deal.cropCode, expiresAt };
  const path = `/app/gom/${change.orderId}/doi`;
  return [{ partyId: deal.buyerId, kind: 'ORDER_CHANGE_PROPOSED', facts, path }];
}

/** Whoever said the last word knows it; a change that was not agreed to by all concerns those who had said yes. */
function closed(change: OrderChange, deals: readonly Deal[]): NoticeWish[] {
  const { state, proposedBy } = change;
  const agreed = new Set(
    change.parts.filter(({ acceptedAt }) => acceptedAt !== null).map(({ dealId }) => dealId),
  );
  const households = deals
    .filter(({ id }) => proposedBy === 'SELLER' || agreed.has(id) || state === 'WITHDRAWN')
    .map((deal) => ({
      partyId: deal.householdId,
      kind: 'ORDER_CHANGE_CLOSED' as const,
      facts: { number: deal.number, state },
      path: `/app/don/${deal.id}/doi`,
    }));
  const [first] = deals;
  if (!first) return households;
  const isForBuyer = proposedBy === 'BUYER' ? state !== 'WITHDRAWN' : state === 'WITHDRAWN';
  const path = `/app/gom/${change.orderId}/doi`;
  const facts = { number: change.orderNumber, state };
  const buyer = { partyId: first.buyerId, kind: 'ORDER_CHANGE_CLOSED' as const, facts, path };
  const isForHouseholds = proposedBy === 'BUYER' || state !== 'WITHDRAWN';
  return [...(isForHouseholds ? households : []), ...(isForBuyer ? [buyer] : [])];
}
