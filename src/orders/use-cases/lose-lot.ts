import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Lots } from '../../lots/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Handlers } from '../../platform/events/handlers.js';
import { LettingGo } from './letting-go.js';

const LOT_GONE = 'Hộ đã rút lô hàng';

/** When a lot is taken back, orders that counted on it and are not committed yet count without it. Deals stay. */
@Injectable()
export class LoseLot implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly letting: LettingGo,
    private readonly lots: Lots,
  ) {}

  onModuleInit(): void {
    this.handlers.on('lot.withdrawn', 'orders.lose-withdrawn-lot', (tx, { lotId, holdIds }) =>
      this.takenBack(tx, lotId, holdIds),
    );
    this.handlers.on('lot.expired', 'orders.lose-expired-lot', async (tx, { holdIds }) => {
      await this.letting.go(tx, holdIds, LOT_GONE);
    });
  }

  /** What the household had said yes to counts against it; a deal stands, and is judged at the scale. */
  private async takenBack(tx: Tx, lotId: string, lineIds: readonly string[]): Promise<void> {
    const lost = await this.letting.go(tx, lineIds, LOT_GONE);
    const accepted = lost.filter(({ wasAccepted }) => wasAccepted).map(({ id }) => id);
    await this.lots.countBroken(tx, lotId, accepted, null);
  }
}
