import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Handlers } from '../platform/events/handlers.js';
import type { EventName } from '../platform/events/outbox.js';
import { SupplyChanges } from './supply-changes.js';

// Whatever moves a kilogram from one column of the board to another.
const MOVES: readonly EventName[] = [
  'plan.reviewed',
  'forecast.reported',
  'lot.published',
  'lot.withdrawn',
  'lot.expired',
  'order.offered',
  'offer.answered',
  'order.part-taken',
  'offer.expired',
  'order.committed',
  'ticket.confirmed',
];

/** Passes on to open boards that figures moved; what moved they read anew. */
@Injectable()
export class WatchSupply implements OnModuleInit {
  constructor(
    private readonly handlers: Handlers,
    private readonly changes: SupplyChanges,
  ) {}

  onModuleInit(): void {
    for (const event of MOVES) {
      this.handlers.on(event, `office.watch-supply ${event}`, (tx) => this.changes.tell(tx));
    }
  }
}
