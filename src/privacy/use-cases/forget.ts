import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Config } from '../../platform/config.js';
import { CONFIG } from '../../platform/configured.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clockwork } from '../../platform/events/clockwork.js';
import { oneByOne } from '../../platform/events/one-by-one.js';
import { ErasuresStore, type Erasure } from '../data/erasures.store.js';
import { Forgetters } from '../forgetters.js';

const SWEEP = 'privacy.erase';

/** What time forgets: people who asked for it a day ago, and what was kept only for a while. */
@Injectable()
export class Forget implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly uow: UnitOfWork,
    private readonly clockwork: Clockwork,
    private readonly clock: Clock,
    private readonly erasures: ErasuresStore,
    private readonly forgetters: Forgetters,
  ) {}

  onModuleInit(): void {
    this.clockwork.every('*/10 * * * *', SWEEP, () => this.erase());
    // The demonstration shows a summer that is long over; its people are invented.
    if (this.config.seed === 'demo') return;
    this.clockwork.every('45 19 * * *', 'privacy.forget-old', () => this.forgetOld());
  }

  /** Those with a deal or a sum still open are passed over until it is settled; each is a transaction of its own. */
  async erase(): Promise<void> {
    await oneByOne(SWEEP, await this.erasures.due(this.clock.now()), (one) => this.settled(one));
  }

  private async settled({ id, personId, partyId }: Erasure): Promise<void> {
    const { deals, payments } = await this.erasures.obligations(personId, partyId);
    if (deals + payments > 0) return;
    await this.uow.run(async (tx) => {
      const now = this.clock.now();
      if (!(await this.erasures.lockDue(tx, id, now))) return;
      if (personId !== null) await this.forgetters.person(tx, personId, partyId);
      else if (partyId !== null) await this.forgetters.household(tx, partyId);
      await this.erasures.done(tx, id, now);
    });
  }

  forgetOld(): Promise<void> {
    return this.uow.run((tx) => this.forgetters.old(tx));
  }
}
