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
  /** It was closed because nothing of it was left. */
  isSold: boolean;
}

export interface ModelHold {
  readonly id: string;
  readonly lotId: string;
  readonly grams: number;
  /** Milliseconds; null: for good. */
  expiresAt: number | null;
  state: 'HELD' | 'RELEASED' | 'WEIGHED';
}

/** What the clerk did to a lot of a household, and what its undo puts back. */
export interface ModelDeed {
  /** Of the row that the household undoes. */
  readonly id: string;
  readonly lot: ModelLot;
  readonly at: number;
  /** The act left the lot in it. */
  readonly version: number;
  readonly was: ModelWas;
  isUndone: boolean;
}

export type ModelWas =
  | { readonly kind: 'edit'; readonly grams: number }
  | { readonly kind: 'pause' | 'resume' }
  | { readonly kind: 'withdraw'; readonly state: ModelLot['state']; readonly promises: number }
  | {
      readonly kind: 'merge';
      readonly from: ModelLot;
      readonly state: ModelLot['state'];
      readonly moved: number;
    };

const DAY = 86_400_000;

/** What the database must say after every act: kept beside it in plain numbers. */
export class LotModel {
  readonly lots: ModelLot[] = [];
  readonly holds: ModelHold[] = [];
  readonly deeds: ModelDeed[] = [];
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

  /** Whoever was offered it may still say yes: nobody is bound to a lot that was taken back or has run out. */
  isKept(lotId: string): boolean {
    const lot = this.lots.find(({ id }) => id === lotId);
    return lot !== undefined && (lot.state !== 'CLOSED' || lot.isSold);
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

  canUndo({ lot, at, version, was, isUndone }: ModelDeed): boolean {
    const later = this.deeds.filter((one) => one.lot === lot && one.version > version);
    const undone = later.filter((one) => one.isUndone).length;
    if (isUndone || this.now > at + DAY || lot.version !== version + 2 * undone) return false;
    const isInTime = lot.readyTo > this.now;
    const bound = this.reserved(lot.id) + lot.weighed;
    switch (was.kind) {
      case 'edit':
        return isInTime && was.grams >= bound;
      case 'pause':
        return isInTime;
      case 'resume':
        return true;
      case 'withdraw':
        return isInTime && was.promises === 0;
      case 'merge':
        return was.from.readyTo > this.now && lot.offered - lot.writtenOff - bound >= was.moved;
    }
  }

  undo(deed: ModelDeed): void {
    const { lot, was } = deed;
    deed.isUndone = true;
    lot.version += 1;
    switch (was.kind) {
      case 'edit':
        Object.assign(lot, { offered: was.grams, writtenOff: 0 });
        return;
      case 'pause':
        lot.state = 'PUBLISHED';
        return;
      case 'resume':
        lot.state = 'PAUSED';
        return;
      case 'withdraw':
        lot.state = was.state;
        return;
      case 'merge':
        lot.offered -= was.moved;
        Object.assign(was.from, {
          state: was.state,
          writtenOff: was.from.writtenOff - was.moved,
          version: was.from.version + 1,
        });
    }
  }

  /** Kilograms of the pool: what is free of its lots that are on the market. */
  pooled(): number {
    return this.lots
      .filter((lot) => this.pool?.lotIds.has(lot.id) && this.isOpen(lot))
      .reduce((sum, lot) => sum + Math.max(0, this.free(lot)), 0);
  }
}
