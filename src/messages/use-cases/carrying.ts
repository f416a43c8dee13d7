import { Inject, Injectable, Logger } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import type { Config } from '../../platform/config.js';
import { CONFIG } from '../../platform/configured.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DeliveriesStore, type NewDelivery } from '../data/deliveries.store.js';
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
    private readonly uow: UnitOfWork,
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
    const vnd = this.#price[channel];
    const words = await this.handing.wordsOf(row, channel, templates);
    const delivery = { id: before?.id ?? uuid(), noticeId: row.noticeId, channel, words, vnd };
    const { id, attempts, isHeldBack } = await this.begin(row.payerId, delivery, now);
    const ended = async (
      state: DeliveryState,
      outcome: { reference?: string; reason?: string },
    ): Promise<OneTried> => {
      await this.deliveries.end(id, state, outcome);
      const isFree = vnd === 0 || channel === 'PUSH' || outcome.reason === 'CAP';
      if (state === 'FAILED' && !isFree) await this.purse.giveBack(row.payerId, channel, vnd, now);
      return { id, channel, state, attempts, at: now };
    };
    if (isHeldBack) return ended('FAILED', { reason: 'CAP' });

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

  /** A first try is paid for in the transaction that begins it, so that none is sent unpaid; the cap may hold it back. */
  private async begin(
    payerId: string | null,
    delivery: NewDelivery,
    now: Date,
  ): Promise<{ id: string; attempts: number; isHeldBack: boolean }> {
    const { channel, vnd } = delivery;
    const { purse, ...begun } = await this.uow.run(async (tx) => {
      const { id, attempts } = await this.deliveries.begin(tx, delivery, now);
      if (attempts > 1 || vnd === 0 || channel === 'PUSH')
        return { id, attempts, isHeldBack: false, purse: undefined };
      const paid = await this.purse.spend(tx, payerId, channel, vnd, now);
      return { id, attempts, isHeldBack: paid === undefined, purse: paid };
    });
    if (purse && nowNearsCap(purse.spentVnd, vnd, purse.capVnd))
      await this.warning.run(payerId, monthOf(now), purse.spentVnd, purse.capVnd);
    return begun;
  }
}
