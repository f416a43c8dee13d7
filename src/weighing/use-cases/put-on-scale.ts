import { Injectable } from '@nestjs/common';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { grams } from '../../kernel/units.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { WeighingStore, type LockedTicket, type NewRow } from '../data/weighing.store.js';
import { loadOf, type LoadRefusal } from '../domain/load.js';

/** One load as it comes from the phone. */
export interface LoadEntry {
  readonly gradeCode: string;
  readonly grossGrams: number;
  readonly crateCode?: string | null;
  readonly crates: number;
  /** Measured; without it the crate type's. */
  readonly tareGrams?: number | null;
}

export type ScaleRefusal = 'TICKET_NOT_OPEN' | 'WEIGH_ROW_TAKEN' | LoadRefusal;

/** Writes one load onto a locked ticket, under the id its phone gave it: once, whoever sends it again. */
@Injectable()
export class PutOnScale {
  constructor(
    private readonly weighing: WeighingStore,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  async run(
    tx: Tx,
    ticket: LockedTicket,
    entry: LoadEntry,
    made: { rowId: string; weighedAt: Date },
  ): Promise<{ ticketId: string } | Refusal<ScaleRefusal>> {
    const row = await this.rowOf(ticket, entry, made);
    if (isRefusal(row)) return row;
    if (ticket.state === 'OPEN' && (await this.weighing.addRow(tx, row))) {
      return { ticketId: ticket.id };
    }
    const kept = await this.weighing.findRow(tx, row.id);
    if (kept && isSameLoad(kept, row)) return { ticketId: ticket.id };
    return kept ? refuse('WEIGH_ROW_TAKEN') : refuse('TICKET_NOT_OPEN', { state: ticket.state });
  }

  private async rowOf(
    ticket: LockedTicket,
    entry: LoadEntry,
    { rowId, weighedAt }: { rowId: string; weighedAt: Date },
  ): Promise<NewRow | Refusal<LoadRefusal>> {
    const crateCode = entry.crateCode ?? null;
    const load = loadOf(
      {
        gradeCode: entry.gradeCode,
        gross: grams(entry.grossGrams),
        crateCode,
        crates: entry.crates,
        measuredTare: entry.tareGrams == null ? null : grams(entry.tareGrams),
      },
      {
        gradeCodes: ticket.terms.prices.map((price) => price.gradeCode),
        crateTare: crateCode === null ? undefined : await this.catalog.tareOf(crateCode),
      },
    );
    if (isRefusal(load)) return load;
    const now = this.clock.now();
    return {
      id: rowId,
      ticketId: ticket.id,
      gradeCode: load.gradeCode,
      grossG: load.gross,
      crateCode,
      crates: load.crates,
      tareG: load.tare,
      // A phone's clock may run ahead; nothing was weighed in the future.
      weighedAt: weighedAt < now ? weighedAt : now,
      createdAt: now,
    };
  }
}

const isSameLoad = (kept: NewRow, sent: NewRow): boolean =>
  kept.ticketId === sent.ticketId &&
  kept.gradeCode === sent.gradeCode &&
  kept.grossG === sent.grossG &&
  kept.crateCode === sent.crateCode &&
  kept.crates === sent.crates &&
  kept.tareG === sent.tareG;
