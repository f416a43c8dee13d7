import { Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Announcements } from '../platform/events/announcements.js';

declare module '../platform/events/announcements.js' {
  interface Channels {
    /** Figures of the supply board moved. */
    supply: Record<string, never>;
  }
}

/** Tells every open board that figures moved. */
@Injectable()
export class SupplyChanges {
  constructor(
    private readonly announcements: Announcements,
    private readonly clock: Clock,
  ) {}

  tell(tx: Tx): Promise<void> {
    return this.announcements.tell(tx, 'supply', {});
  }

  listen(): AsyncIterableIterator<{ dataAt: Date }> {
    return this.announcements.listen('supply', () => ({ dataAt: this.clock.now() }));
  }
}
