import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../kernel/clock.js';
import { Orders } from '../orders/index.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Handlers } from '../platform/events/handlers.js';
import { Weighing } from '../weighing/index.js';
import { AgreedSupplements } from './agreed-supplements.js';
import { PayablesStore } from './data/payables.store.js';
import { dueDay } from './domain/due-day.js';
import { SumsOwed } from './sums-owed.js';

/** A confirmed ticket owes money: one payable, however often the news of it comes (PA-06). */
@Injectable()
export class Accrual implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly weighing: Weighing,
    private readonly orders: Orders,
    private readonly payables: PayablesStore,
    private readonly supplements: AgreedSupplements,
    private readonly sums: SumsOwed,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.on('ticket.confirmed', 'settlement: accrue what is owed', (tx, event) =>
      this.accrue(tx, event.ticketId),
    );
  }

  private async accrue(tx: Tx, ticketId: string): Promise<void> {
    const [ticket] = await this.weighing.ticketsByIds([ticketId]);
    // Whoever says meanwhile that the deposit came waits here, and then finds the payable.
    const deal = ticket && (await this.orders.lockDeal(tx, ticket.dealId));
    if (!deal || ticket.confirmedAt === null || ticket.amountVnd === null) {
      throw new Error(`ticket ${ticketId} was announced as confirmed and is not`);
    }
    if (await this.payables.ofDeal(tx, deal.id)) return;
    const { confirmedAt, cropCode, amountVnd } = ticket;
    const lines = await this.weighing.amountsOf(ticketId);
    const agreed = await this.supplements.of(tx, { dealId: deal.id, cropCode, confirmedAt, lines });
    const payable = {
      id: uuid(),
      ticketId,
      orderId: ticket.orderId,
      payerId: ticket.buyerId,
      payeeId: ticket.householdId,
      amountVnd,
      state: 'DUE',
      dueOn: dueDay(confirmedAt, deal.paymentDays),
      createdAt: this.clock.now(),
    } as const;
    await this.sums.owe(tx, deal.id, payable, agreed);
  }
}
