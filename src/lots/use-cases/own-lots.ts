import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import {
  binderOf,
  notBound,
  Standings,
  type HouseholdStanding,
  type Spokesman,
} from '../../planning/index.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Rule } from '../../platform/access/policy.js';
import { LotsStore, type LotFacts } from '../data/lots.store.js';
import type { KeptLot } from '../data/lot-records.store.js';
import { linesAfter } from '../domain/lot-edit.js';
import type { LotTerms } from '../domain/lot-terms.js';
import { lotPolicy } from '../domain/lot.policy.js';

export type OwnRefusal = 'LOT_NOT_FOUND' | 'CONSENT_MISSING';
export type ChangeRefusal = OwnRefusal | 'LOT_CHANGED' | 'LOT_STEP_NOT_ALLOWED';

/** Lots an actor may speak for. Asked before the transaction: a lot never changes its household. */
@Injectable()
export class OwnLots {
  constructor(
    private readonly lots: LotsStore,
    private readonly standings: Standings,
  ) {}

  /** A lot to change or take back. */
  async find(
    actor: Actor,
    lotId: string,
  ): Promise<{ lot: LotFacts; spokesman: Spokesman } | Refusal<OwnRefusal>> {
    const found = await this.withStanding(actor, lotId);
    const binder = found && binderOf(actor, found.standing);
    if (!binder || !lotPolicy.change.allows(actor, found.standing))
      return notBound(actor, found?.standing, 'LOT_NOT_FOUND');
    return { lot: found.lot, spokesman: binder };
  }

  /** A lot whose household that rule lets the actor stand for. */
  async under(
    rule: Rule<HouseholdStanding>,
    actor: Actor,
    lotId: string,
  ): Promise<LotFacts | Refusal<'LOT_NOT_FOUND'>> {
    const found = await this.withStanding(actor, lotId);
    return found && rule.allows(actor, found.standing) ? found.lot : refuse('LOT_NOT_FOUND');
  }

  private async withStanding(
    actor: Actor,
    lotId: string,
  ): Promise<{ lot: LotFacts; standing: HouseholdStanding } | undefined> {
    const [lot] = await this.lots.facts([lotId]);
    const found = lot && (await this.standings.of(actor, lot.householdId));
    return found && { lot, standing: found.standing };
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
