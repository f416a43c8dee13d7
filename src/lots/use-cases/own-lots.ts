import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { spokesmanOf, Standings, type Spokesman } from '../../planning/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { LotsStore, type LotFacts } from '../data/lots.store.js';
import type { KeptLot } from '../data/lot-records.store.js';
import { linesAfter } from '../domain/lot-edit.js';
import type { LotTerms } from '../domain/lot-terms.js';
import { lotPolicy } from '../domain/lot.policy.js';

export type ChangeRefusal = 'LOT_NOT_FOUND' | 'LOT_CHANGED' | 'LOT_STEP_NOT_ALLOWED';

/** Lots an actor may speak for. Asked before the transaction: a lot never changes its household. */
@Injectable()
export class OwnLots {
  constructor(
    private readonly lots: LotsStore,
    private readonly standings: Standings,
  ) {}

  async find(
    actor: Actor,
    lotId: string,
  ): Promise<{ lot: LotFacts; spokesman: Spokesman } | Refusal<'LOT_NOT_FOUND'>> {
    const [lot] = await this.lots.facts([lotId]);
    const found = lot && (await this.standings.of(actor, lot.householdId));
    const spokesman = found && spokesmanOf(actor, found.standing);
    if (!lot || !spokesman || !lotPolicy.change.allows(actor, found.standing))
      return refuse('LOT_NOT_FOUND');
    return { lot, spokesman };
  }
}

/** LI-07: whoever changes a lot says which version she saw. */
export const checkVersion = (
  { lot }: KeptLot,
  expectedVersion: number,
): Refusal<'LOT_CHANGED'> | undefined =>
  lot.version === expectedVersion
    ? undefined
    : refuse('LOT_CHANGED', { expectedVersion, version: lot.version });

/** What a kept lot says; lines that were taken back altogether say nothing. */
export const termsOf = ({ lot, lines }: KeptLot): LotTerms => ({
  lines: linesAfter(lines, []),
  readyFrom: lot.readyFrom,
  readyTo: lot.readyTo,
  minTakeGrams: lot.minTakeG,
  pickupNote: lot.pickupNote,
  sprayedOn: lot.sprayedOn,
  intervalDays: lot.intervalDays,
  hasPhoto: lot.photoId !== null,
  isConfirmed: lot.confirmedBy !== null,
});
