import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import { refuse } from '../../kernel/refusal.js';
import { LinesStore } from '../data/lines.store.js';
import { OrdersStore } from '../data/orders.store.js';
import { LettingGo } from './letting-go.js';

const NOT_OUR_WORD = 'Hộ bỏ lời nhận của người làm thay';

/** ID-06: the household undoes a yes that somebody else said for it, until the buyer has settled on it. */
@Injectable()
export class TakeYesBack implements OnModuleInit {
  constructor(
    private readonly assisted: AssistedActs,
    private readonly orders: OrdersStore,
    private readonly lines: LinesStore,
    private readonly letting: LettingGo,
  ) {}

  onModuleInit(): void {
    this.assisted.onUndo('OFFER_ACCEPTED', async (tx, { subjectId: lineId }) => {
      await this.orders.lockOrdersOf(tx, [lineId]);
      const { state } = await this.lines.standing(tx, lineId);
      if (state === 'COMMITTED' || state === 'WEIGHED') return refuse('ASSISTED_DEAL_MADE');
      if (state !== 'ACCEPTED') return refuse('ASSISTED_CHANGED_SINCE');
      await this.letting.go(tx, [lineId], NOT_OUR_WORD);
    });
  }
}
