import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { grams, type Grams } from '../../kernel/units.js';
import { Lots } from '../../lots/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/events/outbox.js';
import { BackupDealsStore, type BackupDeal } from '../data/backup-deals.store.js';
import { BackupsStore, type Backup } from '../data/backups.store.js';
import { DealsStore } from '../data/deals.store.js';
import { OrdersStore } from '../data/orders.store.js';

declare module '../../platform/events/outbox.js' {
  interface DomainEvents {
    /** A household had nothing when the truck came, and others that stood by give in its place. */
    'deal.replaced': { dealId: string };
  }
}

export interface TakenBackups {
  readonly orderId: string;
  /** Taken whole or in part, by backup id. */
  readonly taken: ReadonlyMap<string, Grams>;
  /** The deal nothing was fetched of; null when something was. */
  readonly cancels: string | null;
  readonly personId: string;
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

export type TakeRefusal = 'BACKUP_OVER' | 'LOT_NOT_ENOUGH';

/** AL-11: households that stand by become deals of the order, on its terms; a deal that gave nothing ends. */
@Injectable()
export class TakeBackups {
  constructor(
    private readonly orders: OrdersStore,
    private readonly deals: DealsStore,
    private readonly backups: BackupsStore,
    private readonly made: BackupDealsStore,
    private readonly lots: Lots,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, wish: TakenBackups): Promise<readonly MadeDeal[] | Refusal<TakeRefusal>> {
    const { orderId, taken, cancels, personId } = wish;
    // A deal is locked before its order.
    if (cancels !== null) await this.deals.lock(tx, cancels);
    await this.orders.lock(tx, orderId);
    const now = this.clock.now();
    const asked = await this.backups.ofOrder(tx, orderId, now);
    // In the order they are driven to.
    const standing = [...taken.keys()].flatMap((id) => asked.find((one) => one.id === id) ?? []);
    const over = standing.find(({ state }) => state !== 'READY');
    if (over || standing.length < taken.size)
      return refuse('BACKUP_OVER', { state: over?.state ?? '' });

    const lines = standing.map((backup) => ({ backup, id: uuid(), grams: taken.get(backup.id)! }));
    await this.lots.release(
      tx,
      standing.map(({ id }) => id),
    );
    const reserved = await this.lots.reserve(
      tx,
      lines.map(({ id, backup: { lotGradeId }, grams: g }) => ({
        holdId: id,
        lotGradeId,
        grams: g,
        expiresAt: null,
      })),
    );
    if (isRefusal(reserved)) return reserved;

    const deals = dealsOf(lines);
    await this.made.add(tx, orderId, deals, { personId, at: now });
    for (const { backup, grams: used } of lines) {
      const deal = deals.find(({ householdId }) => householdId === backup.householdId);
      await this.backups.use(tx, backup.id, deal?.id ?? '', used);
    }
    if (cancels !== null) {
      await this.lots.release(tx, await this.made.cancel(tx, cancels));
      await this.outbox.publish(tx, 'deal.replaced', { dealId: cancels });
    }
    await this.made.follow(tx, orderId);
    const dealIds = deals.map(({ id }) => id);
    await this.outbox.publish(tx, 'order.committed', { orderId, dealIds });
    return deals.map((deal) => shownDeal(deal, standing));
  }
}

interface TakenLine {
  readonly id: string;
  readonly backup: Backup;
  readonly grams: Grams;
}

function dealsOf(lines: readonly TakenLine[]): BackupDeal[] {
  const households = [...new Set(lines.map(({ backup }) => backup.householdId))];
  return households.map((householdId) => {
    const theirs = lines.filter(({ backup }) => backup.householdId === householdId);
    return {
      id: uuid(),
      householdId,
      communeId: theirs[0]?.backup.communeId ?? '',
      lines: theirs.map(({ id, backup, grams: taken }) => ({
        id,
        lotId: backup.lotId,
        lotGradeId: backup.lotGradeId,
        gradeCode: backup.gradeCode,
        grams: taken,
        vndPerKg: backup.vndPerKg,
      })),
    };
  });
}

function shownDeal(
  { id, householdId, communeId, lines }: BackupDeal,
  from: readonly Backup[],
): MadeDeal {
  const point = from.find((backup) => backup.householdId === householdId);
  if (!point) throw new Error(`a deal of nobody who stood by: ${id}`);
  const total = grams(lines.reduce((sum, line) => sum + line.grams, 0));
  return { id, householdId, communeId, lat: point.lat, lon: point.lon, grams: total };
}
