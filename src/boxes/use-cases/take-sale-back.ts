import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { refuse } from '../../kernel/refusal.js';
import { BoxesStore } from '../data/boxes.store.js';
import { BoxStock } from './box-stock.js';

/** ID-06: the household closes a sale of its fruit that somebody else opened; boxes that were ordered stand. */
@Injectable()
export class TakeSaleBack implements OnModuleInit {
  constructor(
    private readonly assisted: AssistedActs,
    private readonly sales: BoxesStore,
    private readonly stock: BoxStock,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.assisted.onUndo('BOX_SALE_OPENED', async (tx, { subjectId: saleId }) => {
      const sale = await this.sales.lock(tx, saleId);
      if (!sale || sale.closedAt) return refuse('ASSISTED_CHANGED_SINCE');
      await this.sales.close(tx, saleId, 'SELLER', this.clock.now());
      await this.stock.settle(tx, saleId);
    });
  }
}
