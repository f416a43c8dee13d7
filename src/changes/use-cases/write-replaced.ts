import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Orders } from '../../orders/index.js';
import { Handlers } from '../../platform/events/handlers.js';
import { GivingUpDeals } from './giving-up.js';

/** AL-11: a deal in whose place others give has an ending like every other, with its cause and the household's word (PA-05). */
@Injectable()
export class WriteReplaced implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly orders: Orders,
    private readonly givingUp: GivingUpDeals,
  ) {}

  onModuleInit(): void {
    this.handlers.on('deal.replaced', 'changes.write-replaced', async (tx, { dealId }) => {
      const deal = await this.orders.lockDeal(tx, dealId);
      if (deal) await this.givingUp.replaced(tx, deal);
    });
  }
}
