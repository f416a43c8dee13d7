import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { TicketAmounts } from '../weighing/index.js';
import type { Supplement } from './domain/amount-due.js';

/** A confirmed ticket, and what it comes to by grade. */
export interface WeighedDeal {
  readonly dealId: string;
  readonly cropCode: string;
  readonly confirmedAt: Date;
  readonly lines: readonly TicketAmounts[];
}

type Part = (tx: Tx, weighed: WeighedDeal) => Promise<readonly Supplement[]>;

/**
 * What was agreed on beyond kilograms times price. Each feature above says its own part, once, when the ticket of a deal
 * is confirmed and before anything is owed for it.
 */
@Injectable()
export class AgreedSupplements {
  readonly #parts: Part[] = [];

  on(part: Part): void {
    this.#parts.push(part);
  }

  async of(tx: Tx, weighed: WeighedDeal): Promise<Supplement[]> {
    const agreed: Supplement[] = [];
    for (const part of this.#parts) agreed.push(...(await part(tx, weighed)));
    return agreed;
  }
}
