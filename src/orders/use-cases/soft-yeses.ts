import { Injectable } from '@nestjs/common';
import type { Grams } from '../../kernel/units.js';
import { Lots } from '../../lots/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { BackupsStore, type Backup } from '../data/backups.store.js';
import type { Offer } from '../data/offer.rows.js';
import { OffersStore } from '../data/offers.store.js';

/** What households that stand by for an order have said, and what becomes of it when it is needed. */
@Injectable()
export class SoftYeses {
  constructor(
    private readonly backups: BackupsStore,
    private readonly offers: OffersStore,
    private readonly lots: Lots,
  ) {}

  /** Everybody who was asked to stand by for a locked order, first who its policy ranked first. */
  of(tx: Tx, orderId: string, now: Date): Promise<Backup[]> {
    return this.backups.ofOrder(tx, orderId, now);
  }

  /** Soft yeses of a locked order become accepted lines, as far as their lots still hold them; in the order given. */
  async accept(tx: Tx, taken: ReadonlyMap<string, Grams>, now: Date): Promise<readonly Offer[]> {
    const held = new Set(await this.lots.keep(tx, [...taken.keys()], now));
    const kept = new Map([...taken].filter(([id]) => held.has(id)));
    if (kept.size === 0) return [];
    // Never more than the household stood by with, so there is always enough.
    await this.lots.resize(
      tx,
      [...kept].map(([holdId, grams]) => ({ holdId, grams })),
    );
    await this.backups.accept(tx, kept);
    const ids = [...kept.keys()];
    const lines = new Map((await this.offers.byIds(tx, ids, now)).map((line) => [line.id, line]));
    return ids.flatMap((id) => lines.get(id) ?? []);
  }

  /** They were taken in place of another deal, and each has become one. */
  tie(tx: Tx, ids: readonly string[]): Promise<void> {
    return this.backups.tie(tx, ids);
  }
}
