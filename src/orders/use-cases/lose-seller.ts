import { Injectable, type OnModuleInit } from '@nestjs/common';
import { GrantAftermath, type Consequence, type RevokedGrant } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { ListedForStore } from '../data/listed-for.store.js';
import { OrdersStore } from '../data/orders.store.js';
import { LettingGo } from './letting-go.js';

const WORD_TAKEN_BACK = 'Hộ thôi nhờ bán thay';

/**
 * ID-07: when a household stops letting a party sell for it, offers on the lots that party listed go back unanswered.
 * The lots stay on the market as the household's own, and what was agreed stays agreed.
 */
@Injectable()
export class LoseSeller implements OnModuleInit {
  constructor(
    private readonly aftermath: GrantAftermath,
    private readonly listed: ListedForStore,
    private readonly orders: OrdersStore,
    private readonly letting: LettingGo,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.aftermath.on('SELL_FOR', {
      foretell: async (grant) => told(await this.listed.counts(grant, this.clock.now())),
      apply: (tx, grant) => this.apply(tx, grant),
    });
  }

  private async apply(tx: Tx, grant: RevokedGrant): Promise<Consequence[]> {
    const now = this.clock.now();
    // Orders first, as everybody locks them; an offer that was answered meanwhile is not waiting any more.
    await this.orders.lockOrdersOf(tx, await this.listed.waiting(tx, grant, now));
    const counts = await this.listed.counts(grant, now, tx);
    const waiting = await this.listed.waiting(tx, grant, now);
    await this.letting.go(tx, waiting, WORD_TAKEN_BACK);
    return told({ ...counts, offers: waiting.length });
  }
}

const told = ({ offers, lots, deals }: Record<'offers' | 'lots' | 'deals', number>) =>
  [
    { kind: 'OFFERS_WITHDRAWN', count: offers },
    { kind: 'LOTS_KEPT', count: lots },
    { kind: 'DEALS_KEPT', count: deals },
  ] satisfies Consequence[];
