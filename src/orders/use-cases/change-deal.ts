import { Injectable } from '@nestjs/common';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { Lots } from '../../lots/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { Deal } from '../data/deal.rows.js';
import { DealsStore } from '../data/deals.store.js';
import { depositDueAt } from '../domain/terms.js';

/** Kilograms of every line and the pick-up window, as both sides want them now. */
export interface ChangedTerms {
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly lines: readonly { readonly id: string; readonly grams: number }[];
}

/** A deal between the commit and the scale: agreed on anew by both sides, or given up; the lot follows. */
@Injectable()
export class ChangeDeal {
  constructor(
    private readonly deals: DealsStore,
    private readonly lots: Lots,
  ) {}

  /** @param deal locked, COMMITTED, not on a scale */
  async run(tx: Tx, deal: Deal, terms: ChangedTerms): Promise<void | Refusal<'LOT_NOT_ENOUGH'>> {
    const resized = await this.lots.resize(tx, this.holdsOf(deal, terms));
    if (isRefusal(resized)) return resized;
    const due = depositDueAt(deal.depositVnd, deal.createdAt, terms.readyFrom);
    await this.deals.reshape(tx, deal.id, { ...terms, depositDueAt: due });
  }

  /** @throws Error when the deal is not COMMITTED */
  async callOff(tx: Tx, dealId: string, reason: string): Promise<void> {
    await this.lots.release(tx, await this.deals.releaseLines(tx, dealId));
    await this.deals.moveOn(tx, dealId, 'COMMITTED', 'CANCELLED', reason);
  }

  /** Why the lot could not give that much; writes nothing. */
  shortOf(tx: Tx, deal: Deal, terms: ChangedTerms): Promise<void | Refusal<'LOT_NOT_ENOUGH'>> {
    return this.lots.shortOf(tx, this.holdsOf(deal, terms));
  }

  private holdsOf(deal: Deal, { lines }: ChangedTerms): { holdId: string; grams: number }[] {
    const wanted = new Map(lines.map(({ id, grams }) => [id, grams]));
    return deal.lines.map(({ id, holdId, grams }) => ({ holdId, grams: wanted.get(id) ?? grams }));
  }
}
