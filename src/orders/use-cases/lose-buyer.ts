import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Handlers } from '../../platform/events/handlers.js';
import { LinesStore } from '../data/lines.store.js';
import { LettingGo } from './letting-go.js';

const BUYER_SUSPENDED = 'Người mua bị tạm dừng';

/** ID-10: what a suspended buyer asked for and did not settle goes back; what is settled is weighed and paid. */
@Injectable()
export class LoseBuyer implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly lines: LinesStore,
    private readonly letting: LettingGo,
  ) {}

  onModuleInit(): void {
    this.handlers.on('party.judged', 'orders.lose-suspended-buyer', async (tx, judged) => {
      if (judged.step !== 'suspend') return;
      const held = await this.lines.uncommittedOf(tx, judged.partyId);
      await this.letting.go(tx, held, BUYER_SUSPENDED);
    });
  }
}
