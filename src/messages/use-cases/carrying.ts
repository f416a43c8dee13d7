import { Inject, Injectable, Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import type { Config } from '../../platform/config.js';
import { CONFIG } from '../../platform/configured.js';
import { DeliveriesStore } from '../data/deliveries.store.js';
import type { JourneyRow } from '../data/journeys.store.js';
import { monthOf, SpendStore } from '../data/spend.store.js';
import { nowNearsCap } from '../domain/caps.js';
import { afterFault, type DeliveryState } from '../domain/journey.js';
import type { Channel } from '../domain/route.js';
import { GatewayRefusal } from '../gateways/gateway.js';
import { Handing, type Templates } from './handing.js';
import { WarnOfCap } from './warn-of-cap.js';

type OneTried = JourneyRow['tried'][number];

const log = new Logger('messages');

/** Hands one message to one gateway and writes down what came of it. Never throws for a gateway's fault. */
@Injectable()
export class Carrying {
  readonly #price: Readonly<Record<Channel, number>>;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly deliveries: DeliveriesStore,
    private readonly purse: SpendStore,
    private readonly handing: Handing,
    private readonly warning: WarnOfCap,
    private readonly clock: Clock,
  ) {
    this.#price = { PUSH: 0, ZALO: config.zaloVnd, SMS: config.smsVnd };
  }

  async carry(
    row: JourneyRow,
    channel: Channel,
    templates: Templates,
    before: OneTried | undefined,
  ): Promise<OneTried> {
    const now = this.clock.now();
    const id = before?.id ?? uuid();
    const attempts = (before?.attempts ?? 0) + 1;
    const vnd = this.#price[channel];
    const ended = async (
      state: DeliveryState,
      outcome: { reference?: string; reason?: string },
    ): Promise<OneTried> => {
      await this.deliveries.end(id, state, outcome);
      const isFree = vnd === 0 || channel === 'PUSH' || outcome.reason === 'CAP';
      if (state === 'FAILED' && !isFree) await this.purse.giveBack(row.payerId, channel, vnd, now);
      return { id, channel, state, attempts, at: now };
    };
    const words = await this.handing.wordsOf(row, channel, templates);
    await this.deliveries.begin({ id, noticeId: row.noticeId, channel, words, vnd }, now);
    const isPaid = attempts > 1 || vnd === 0 || channel === 'PUSH';
    if (!isPaid && !(await this.pay(row.payerId, channel, vnd, now)))
      return ended('FAILED', { reason: 'CAP' });

    try {
      const { reference, isDelivered } = await this.handing.hand(
        row,
        channel,
        templates,
        id,
        words ?? '',
      );
      return await ended(isDelivered ? 'DELIVERED' : 'SENT', { reference });
    } catch (fault) {
      if (fault instanceof GatewayRefusal) return ended('FAILED', { reason: fault.reason });
      log.warn(`${channel} failed: ${fault instanceof Error ? fault.message : 'unknown'}`);
      return ended(afterFault(channel, this.handing.openTo(row, templates), attempts), {
        reason: 'UNREACHABLE',
      });
    }
  }

  /** @returns false when the cap holds this message back */
  private async pay(
    payerId: string | null,
    channel: 'ZALO' | 'SMS',
    vnd: number,
    now: Date,
  ): Promise<boolean> {
    const purse = await this.purse.spend(payerId, channel, vnd, now);
    if (!purse) return false;
    const { spentVnd, capVnd } = purse;
    if (nowNearsCap(spentVnd, vnd, capVnd))
      await this.warning.run(payerId, monthOf(now), spentVnd, capVnd);
    return true;
  }
}
