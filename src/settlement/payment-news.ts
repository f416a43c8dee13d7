import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Notices } from '../messages/index.js';
import { Orders } from '../orders/index.js';
import { Handlers } from '../platform/events/handlers.js';
import { Weighing } from '../weighing/index.js';
import { DepositsStore } from './data/deposits.store.js';
import { PayablesStore } from './data/payables.store.js';

const PAYEE_PAGE = '/app/tien';
const dealPage = (dealId: string): string => `/app/so-tien/${dealId}`;
const payerPage = (orderId: string): string => `/app/gom/${orderId}/tien`;

/** Tells the other side what was said about a payment. */
@Injectable()
export class PaymentNews implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly payables: PayablesStore,
    private readonly deposits: DepositsStore,
    private readonly weighing: Weighing,
    private readonly orders: Orders,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.handlers.on(
      'deposit.declared',
      'settlement: ask about a deposit',
      async (tx, event, id) => {
        const deal = await this.orders.findDeal(event.dealId);
        if (!deal) throw new Error(`the deposit of ${event.dealId} was announced without a deal`);
        const facts = { dealNumber: deal.number, amountVnd: deal.depositVnd };
        const path = dealPage(deal.id);
        await this.notices.tell(tx, id, [
          { partyId: deal.householdId, kind: 'DEPOSIT_DECLARED', facts, path },
        ]);
      },
    );
    this.tellOfReturn('deposit.to-return', 'DEPOSIT_TO_RETURN');
    this.tellOfReturn('deposit.returned', 'DEPOSIT_RETURNED');
    this.handlers.on('payment.declared', 'settlement: ask the payee', async (tx, event, id) => {
      const { payable, facts } = await this.told(event.payableId);
      const kind = 'PAYMENT_DECLARED';
      await this.notices.tell(tx, id, [
        { partyId: payable.payeeId, kind, facts, path: PAYEE_PAGE },
      ]);
    });
    this.handlers.on('payment.confirmed', 'settlement: thank the payer', async (tx, event, id) => {
      const { payable, facts } = await this.told(event.payableId);
      const kind = 'PAYMENT_CONFIRMED';
      await this.notices.tell(tx, id, [
        { partyId: payable.payerId, kind, facts, path: payerPage(payable.orderId) },
      ]);
    });
    this.handlers.on('payment.contested', 'settlement: ask the payer', async (tx, event, id) => {
      const { payable, facts } = await this.told(event.payableId);
      const kind = 'PAYMENT_CONTESTED';
      const contest = { ...facts, reason: payable.contestReason ?? '' };
      await this.notices.tell(tx, id, [
        { partyId: payable.payerId, kind, facts: contest, path: payerPage(payable.orderId) },
      ]);
    });
  }

  private tellOfReturn(
    event: 'deposit.to-return' | 'deposit.returned',
    kind: 'DEPOSIT_TO_RETURN' | 'DEPOSIT_RETURNED',
  ): void {
    this.handlers.on(
      event,
      `settlement: tell the household, ${event}`,
      async (tx, { dealId }, id) => {
        const deal = await this.orders.findDeal(dealId);
        const [deposit] = await this.deposits.ofDeals([dealId]);
        if (!deal || !deposit)
          throw new Error(`the deposit of ${dealId} was announced and is not there`);
        const facts = { dealNumber: deal.number, amountVnd: deposit.toReturnVnd };
        await this.notices.tell(tx, id, [
          { partyId: deal.householdId, kind, facts, path: dealPage(deal.id) },
        ]);
      },
    );
  }

  private async told(payableId: string) {
    const [payable] = await this.payables.byIds([payableId]);
    const [ticket] = payable ? await this.weighing.ticketsByIds([payable.ticketId]) : [];
    if (!payable || !ticket) throw new Error(`payable ${payableId} was announced and is not there`);
    return { payable, facts: { ticketNumber: ticket.number, amountVnd: payable.amountVnd } };
  }
}
