import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal } from '../../kernel/refusal.js';
import { Lots } from '../../lots/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { BoxOrdersStore } from '../data/box-orders.store.js';
import { BoxesStore } from '../data/boxes.store.js';

/** The kilograms behind the boxes of a sale, which are one hold on its lot. */
@Injectable()
export class BoxStock {
  constructor(
    private readonly sales: BoxesStore,
    private readonly orders: BoxOrdersStore,
    private readonly lots: Lots,
    private readonly clock: Clock,
  ) {}

  /**
   * Of a locked sale that takes no more orders: what nobody took is free again, and when the last order is handed over what
   * left is counted as gone. Called after anything that may have changed either; a sale that still sells is left alone.
   */
  async settle(tx: Tx, saleId: string): Promise<void> {
    const sale = await this.sales.lock(tx, saleId);
    if (!sale || sale.closedAt === null || sale.settledAt !== null) return;
    const grams = sale.taken * sale.boxGrams;
    if (sale.taken > 0 && (await this.orders.isWaiting(tx, saleId))) {
      const resized = await this.lots.resize(tx, [{ holdId: saleId, grams }]);
      if (isRefusal(resized)) throw new Error(`sale ${saleId} took more than was set aside`);
      return;
    }
    if (sale.taken === 0) await this.lots.release(tx, [saleId]);
    else await this.lots.weigh(tx, [{ holdId: saleId, grams }]);
    await this.sales.markSettled(tx, saleId, this.clock.now());
  }
}
