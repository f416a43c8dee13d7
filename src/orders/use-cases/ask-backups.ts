import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { UnitOfWork, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { BackupsStore } from '../data/backups.store.js';
import { OrdersStore } from '../data/orders.store.js';
import { releaseAt, SHARES } from '../domain/backup.js';
import { orderPolicy } from '../domain/order.policy.js';
import { afterStep } from '../domain/order.state.js';
import { BackupPlanning } from './backup-planning.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** Households were asked to stand by for an order; nothing is set aside before their yes. */
    'backups.asked': { backupIds: string[] };
  }
}

export interface BackupsWish {
  readonly clientMutationId: string;
  readonly orderId: string;
  /** Of what is promised or waits for its answer. */
  readonly shareBp: number;
}

type AskRefusal =
  | 'ORDER_NOT_FOUND'
  | 'ORDER_STEP_NOT_ALLOWED'
  | 'BACKUP_SHARE_IMPLAUSIBLE'
  | 'BACKUP_TOO_LATE'
  | 'NO_BACKUP_FITS'
  | ActRefusal;

/** AL-10: the order's own policy names lots beside the deals, and their households are asked for a soft yes. */
@Injectable()
export class AskBackups {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrdersStore,
    private readonly backups: BackupsStore,
    private readonly planning: BackupPlanning,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    { clientMutationId, orderId, shareBp }: BackupsWish,
  ): Promise<{ orderId: string } | Refusal<AskRefusal>> {
    const seen = isId(orderId) ? await this.orders.find(actor, orderId) : undefined;
    if (!seen || !orderPolicy.askBackups.allows(actor, seen)) return refuse('ORDER_NOT_FOUND');
    const [least, most] = SHARES;
    if (shareBp < least || shareBp > most)
      return refuse(
        'BACKUP_SHARE_IMPLAUSIBLE',
        { least: least / 100, most: most / 100 },
        'shareBp',
      );
    const market = await this.planning.market(seen);
    const request = { orderId, shareBp };
    const act = { actor, operation: 'askBackups', key: clientMutationId, request };
    return this.uow.once<{ orderId: string } | Refusal<AskRefusal>>(act, async (tx) => {
      const order = await this.orders.lock(tx, orderId);
      if (!order) return refuse('ORDER_NOT_FOUND');
      const isGathered = order.kind === 'BULK' && !isRefusal(afterStep(order.state, 'commit'));
      if (!isGathered && order.state !== 'COMMITTED' && order.state !== 'IN_PICKUP')
        return refuse('ORDER_STEP_NOT_ALLOWED', { state: order.state, step: 'askBackups' });
      const now = this.clock.now();
      const release = releaseAt(order.readyTo);
      if (release <= now) return refuse('BACKUP_TOO_LATE');
      const lines = await this.planning.lines(tx, order, market, shareBp);
      if (lines.length === 0) return refuse('NO_BACKUP_FITS');
      await this.backups.add(tx, orderId, lines, { askedAt: now, releaseAt: release });
      const backupIds = lines.map(({ id }) => id);
      await this.outbox.publish(tx, 'backups.asked', { backupIds });
      return { orderId };
    });
  }
}
