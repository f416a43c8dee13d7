import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Handlers } from '../../platform/events/handlers.js';
import { LettingGo } from './letting-go.js';

const LOT_GONE = 'Hộ đã rút lô hàng';

/** When a lot is taken back, orders that counted on it and are not committed yet count without it. Deals stay. */
@Injectable()
export class LoseLot implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly letting: LettingGo,
  ) {}

  onModuleInit(): void {
    this.handlers.on('lot.withdrawn', 'orders.lose-withdrawn-lot', (tx, { holdIds }) =>
      this.letting.go(tx, holdIds, LOT_GONE),
    );
    this.handlers.on('lot.expired', 'orders.lose-expired-lot', (tx, { holdIds }) =>
      this.letting.go(tx, holdIds, LOT_GONE),
    );
  }
}
