/** One lot of one grade line, as the rules say it must stand. */
export interface ModelLot {
  readonly id: string;
  readonly lineId: string;
  readonly household: number;
  state: 'PUBLISHED' | 'PAUSED' | 'CLOSED';
  version: number;
  offered: number;
  weighed: number;
  writtenOff: number;
  readyTo: number;
}

export interface ModelHold {
  readonly id: string;
  readonly lotId: string;
  readonly grams: number;
  /** Milliseconds; null: for good. */
  expiresAt: number | null;
  state: 'HELD' | 'RELEASED' | 'WEIGHED';
}

/** What the database must say after every act: kept beside it in plain numbers. */
export class LotModel {
  readonly lots: ModelLot[] = [];
  readonly holds: ModelHold[] = [];
  /** Ids of the lots of the one open pooled listing; undefined while there is none. */
  pool: { readonly id: string; readonly lotIds: Set<string> } | undefined;

  constructor(public now: number) {}

  /** `index` of any size picks one of those there are. */
  static pick<Thing>(things: readonly Thing[], index: number): Thing | undefined {
    return things.length === 0 ? undefined : things[index % things.length];
  }

  heldOf(lotId: string): ModelHold[] {
    return this.holds.filter((hold) => hold.lotId === lotId && hold.state === 'HELD');
  }

  /** As the counter of the line says: what ran out counts until it is released. */
  reserved(lotId: string): number {
    return this.heldOf(lotId).reduce((sum, { grams }) => sum + grams, 0);
  }

  isOver(hold: ModelHold): boolean {
    return hold.expiresAt !== null && hold.expiresAt <= this.now;
  }

  isOpen(lot: ModelLot): boolean {
    return lot.state === 'PUBLISHED' && lot.readyTo > this.now;
  }

  /** What a buyer may ask for: a hold that ran out is free before any sweep. */
  free(lot: ModelLot): number {
    const standing = this.heldOf(lot.id).filter((hold) => !this.isOver(hold));
    const held = standing.reduce((sum, { grams }) => sum + grams, 0);
    return lot.offered - lot.weighed - lot.writtenOff - held;
  }

  releaseOver(lotId: string): void {
    for (const hold of this.heldOf(lotId)) if (this.isOver(hold)) hold.state = 'RELEASED';
  }

  /** Kilograms of the pool: what is free of its lots that are on the market. */
  pooled(): number {
    return this.lots
      .filter((lot) => this.pool?.lotIds.has(lot.id) && this.isOpen(lot))
      .reduce((sum, lot) => sum + Math.max(0, this.free(lot)), 0);
  }
}
