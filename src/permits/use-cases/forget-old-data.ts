import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import type { Config } from '../../platform/config.js';
import { CONFIG } from '../../platform/configured.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clockwork } from '../../platform/events/clockwork.js';
import { ProofsStore } from '../data/proofs.store.js';
import { ScansStore } from '../data/scans.store.js';

const DAY_MS = 86_400_000;
// PE-17 and PE-20: a month; what led to a hold or a turning back may be asked about for a year, as immunity is.
const MONTH_MS = 30 * DAY_MS;
const YEAR_MS = 365 * DAY_MS;

/** Every night, health data and scans whose time is over are deleted for good. */
@Injectable()
export class ForgetOldData implements OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clockwork: Clockwork,
    private readonly uow: UnitOfWork,
    private readonly proofs: ProofsStore,
    private readonly scans: ScansStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    // The demonstration shows a summer that is long over; its people are invented.
    if (this.config.seed === 'demo') return;
    // A quarter past two in Việt Nam.
    this.clockwork.every('15 19 * * *', 'permits.forget-old-data', () => this.run());
  }

  async run(): Promise<void> {
    const now = this.clock.now().getTime();
    const [monthAgo, yearAgo] = [new Date(now - MONTH_MS), new Date(now - YEAR_MS)];
    await this.uow.run(async (tx) => {
      await this.proofs.forget(tx, monthAgo, yearAgo);
      await this.scans.forget(tx, monthAgo, yearAgo);
    });
  }
}
