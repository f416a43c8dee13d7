import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { sumGrams, type Grams } from '../../kernel/units.js';
import { Lots } from '../../lots/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { DealsStore } from '../data/deals.store.js';
import type { Offer } from '../data/offer.rows.js';
import { OrdersStore } from '../data/orders.store.js';
import { DealMaking } from './deal-making.js';
import { SoftYeses } from './soft-yeses.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A household had nothing when the truck came, and others that stood by give in its place. */
    'deal.replaced': { dealId: string };
  }
}

export interface TakenBackups {
  readonly orderId: string;
  /** Taken whole or in part, by backup id, in the order they are driven to. */
  readonly taken: ReadonlyMap<string, Grams>;
  /** The deal nothing was fetched of; null when something was. */
  readonly cancels: string | null;
}

/** What became of the households that stood by. */
export interface MadeDeal {
  readonly id: string;
  readonly householdId: string;
  readonly communeId: string;
  readonly lat: number;
  readonly lon: number;
  readonly grams: Grams;
}

export type TakeRefusal = 'BACKUP_OVER';

/** AL-11: households that stand by become deals of the order, on its terms; a deal that gave nothing ends. */
@Injectable()
export class TakeBackups {
  constructor(
    private readonly orders: OrdersStore,
    private readonly deals: DealsStore,
    private readonly yeses: SoftYeses,
    private readonly dealMaking: DealMaking,
    private readonly lots: Lots,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, wish: TakenBackups): Promise<readonly MadeDeal[] | Refusal<TakeRefusal>> {
    const { orderId, taken, cancels } = wish;
    // A deal is locked before its order.
    const ended = cancels === null ? undefined : await this.deals.lock(tx, cancels);
    const order = await this.orders.lock(tx, orderId);
    if (!order) throw new Error(`no order ${orderId}`);
    const now = this.clock.now();
    const ready = new Map((await this.yeses.of(tx, orderId, now)).map((one) => [one.id, one]));
    const over = [...taken.keys()].find((id) => ready.get(id)?.state !== 'READY');
    if (over !== undefined) return refuse('BACKUP_OVER', { state: ready.get(over)?.state ?? '' });
    // Another truck of the order may have taken of the same household meanwhile: it has its deal.
    const deals = await this.deals.ofOrder(orderId, tx);
    const partners = new Set(deals.map(({ householdId }) => householdId));
    if ([...taken.keys()].some((id) => partners.has(ready.get(id)?.householdId ?? '')))
      return refuse('BACKUP_OVER', { state: 'USED' });
    const accepted = await this.yeses.accept(tx, taken, now);
    if (accepted.length < taken.size) return refuse('BACKUP_OVER', { state: 'RELEASED' });

    const made = await this.dealMaking.make(tx, order, accepted, { known: deals.length });
    await this.yeses.tie(tx, [...taken.keys()]);
    if (ended?.state === 'COMMITTED') {
      await this.lots.release(tx, await this.deals.releaseLines(tx, ended.id));
      await this.deals.moveOn(tx, ended.id, 'COMMITTED', 'CANCELLED');
      await this.outbox.publish(tx, 'deal.replaced', { dealId: ended.id });
    } else await this.deals.follow(tx, orderId);
    return made.map(({ id, householdId, communeId }) => ({
      ...pointOf(accepted, householdId),
      id,
      householdId,
      communeId,
    }));
  }
}

function pointOf(
  lines: readonly Offer[],
  householdId: string,
): Pick<MadeDeal, 'lat' | 'lon' | 'grams'> {
  const theirs = lines.filter((line) => line.householdId === householdId);
  const [point] = theirs;
  if (!point) throw new Error(`a deal of nobody who stood by: ${householdId}`);
  return { lat: point.lat, lon: point.lon, grams: sumGrams(theirs.map((line) => line.grams)) };
}
