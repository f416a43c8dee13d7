import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { BackupsStore, type Backup } from './data/backups.store.js';
import type { Deal } from './data/deal.rows.js';
import { DealsStore } from './data/deals.store.js';
import type { Order } from './data/order.rows.js';
import { OrdersStore } from './data/orders.store.js';
import { AgreeDeal, type AgreedDeal, type AgreeRefusal } from './use-cases/agree-deal.js';
import { ChangeDeal, type ChangedTerms } from './use-cases/change-deal.js';
import {
  TakeBackups,
  type MadeDeal,
  type TakenBackups,
  type TakeRefusal,
} from './use-cases/take-backups.js';
import type { Refusal } from '../kernel/refusal.js';

/**
 * Orders and deals, for the features that fetch, weigh and settle them. Nothing here asks who is asking: whoever calls
 * shows a deal only to those who may see it.
 */
@Injectable()
export class Orders {
  constructor(
    private readonly orders: OrdersStore,
    private readonly deals: DealsStore,
    private readonly agreeing: AgreeDeal,
    private readonly backups: BackupsStore,
    private readonly taking: TakeBackups,
    private readonly changing: ChangeDeal,
    private readonly clock: Clock,
  ) {}

  async findOrder(id: string): Promise<Order | undefined> {
    return (await this.orders.byIds([id]))[0];
  }

  /** Whether the party may open orders now (ID-10). */
  mayOpen(tx: Tx, buyerId: string): Promise<boolean> {
    return this.orders.isBuyerActive(tx, buyerId);
  }

  /** In no particular order; ids without an order are missing. */
  ordersFor(ids: readonly string[]): Promise<Order[]> {
    return this.orders.byIds(ids);
  }

  async findDeal(id: string): Promise<Deal | undefined> {
    return (await this.deals.byIds([id]))[0];
  }

  /** In no particular order; ids without a deal are missing. */
  dealFor(ids: readonly string[]): Promise<Deal[]> {
    return this.deals.byIds(ids);
  }

  /** Deals of one order, in the order of their numbers. */
  dealsOfOrder(orderId: string): Promise<Deal[]> {
    return this.deals.ofOrder(orderId);
  }

  /** Locks a deal for whoever is about to weigh or pay it; take it before any lot. */
  lockDeal(tx: Tx, id: string): Promise<Deal | undefined> {
    return this.deals.lock(tx, id);
  }

  /** As `lockDeal`, for several deals of one order. */
  lockDeals(tx: Tx, ids: readonly string[]): Promise<Deal[]> {
    return this.deals.lockAll(tx, ids);
  }

  /** Kilograms and hours of a locked deal, agreed on anew by both sides. */
  changeDeal(tx: Tx, deal: Deal, terms: ChangedTerms): Promise<void | Refusal<'LOT_NOT_ENOUGH'>> {
    return this.changing.run(tx, deal, terms);
  }

  /** Why the lots of a deal could not give what it would become; undefined when they could. Writes nothing. */
  shortOf(tx: Tx, deal: Deal, terms: ChangedTerms): Promise<void | Refusal<'LOT_NOT_ENOUGH'>> {
    return this.changing.shortOf(tx, deal, terms);
  }

  /**
   * Binds two sides that agreed on a lot: the kilograms are set aside for good and the deal is made, or nothing is.
   */
  agree(tx: Tx, agreed: AgreedDeal): Promise<{ dealId: string } | Refusal<AgreeRefusal>> {
    return this.agreeing.run(tx, agreed);
  }

  /** Every lot that was asked to stand by for an order, as it stands now. */
  backupsOf(orderId: string): Promise<Backup[]> {
    return this.backups.ofOrder(null, orderId, this.clock.now());
  }

  /** Households that stand by become deals in place of what another did not give; all of them or none. */
  takeBackups(tx: Tx, wish: TakenBackups): Promise<readonly MadeDeal[] | Refusal<TakeRefusal>> {
    return this.taking.run(tx, wish);
  }

  /**
   * The scale has spoken for this deal. Its order is IN_PICKUP from the first, WEIGHED with the last.
   * @throws Error when the deal is not COMMITTED
   */
  async markWeighed(tx: Tx, dealId: string): Promise<void> {
    await this.deals.moveOn(tx, dealId, 'COMMITTED', 'WEIGHED');
    await this.deals.markLinesWeighed(tx, dealId);
  }

  /**
   * A locked deal is given up: its kilograms are free again, the others of its order go on. With its last deal the order
   * is CANCELLED, for this reason.
   * @throws Error when the deal is not COMMITTED
   */
  callOff(tx: Tx, dealId: string, reason: string): Promise<void> {
    return this.changing.callOff(tx, dealId, reason);
  }

  /**
   * The payee has the money of this deal. Its order is SETTLING from the first once all are weighed, COMPLETED with the last.
   * @throws Error when the deal is not WEIGHED
   */
  markPaid(tx: Tx, dealId: string): Promise<void> {
    return this.deals.moveOn(tx, dealId, 'WEIGHED', 'PAID');
  }
}
