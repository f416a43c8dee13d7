import { Injectable } from '@nestjs/common';
import { AssistedActs, type AssistedKind, type DoneAct } from '../../accounts/index.js';
import type { Day } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { sumGrams } from '../../kernel/units.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { LotRecordsStore, type KeptLot } from '../data/lot-records.store.js';
import { freeLines, type MovedLine } from '../domain/lot-merge.js';
import type { LineTerms, LotTerms } from '../domain/lot-terms.js';
import type { LotState } from '../domain/lot.state.js';
import { termsOf } from './own-lots.js';

/** What stood before an act, kept with it as plain JSON; `version` is the one the act left the lot in. */
interface Before {
  readonly version: number;
}

export interface BeforeEdit extends Before {
  /** Left out when the act left the lines alone. */
  readonly lines?: readonly LineTerms[];
  readonly readyFrom: string;
  readonly readyTo: string;
  readonly minTakeGrams: number;
  readonly pickupNote: string;
  readonly photoId: string | null;
  readonly sprayedOn: Day | null;
  readonly intervalDays: number | null;
}

export interface BeforePublishing extends Before {
  readonly confirmedBy: string | null;
}

export interface BeforeRestriction extends Before {
  readonly partyIds: readonly string[];
  readonly openToAllAt: string | null;
}

export interface BeforeWithdrawal extends Before {
  readonly state: LotState;
  /** What was promised then is told to its buyers as gone, and comes back for nobody. */
  readonly promises: number;
}

/** Of the lot that grew; the other one is closed as its part. */
export interface BeforeMerge extends Before {
  readonly fromId: string;
  readonly fromState: LotState;
  readonly moved: readonly MovedLine[];
  readonly sprayedOn: Day | null;
  readonly intervalDays: number | null;
}

/** Keeps what somebody else did to a household's lot (ID-06), with what an undo puts back. Called before the lot is written. */
@Injectable()
export class LotDeeds {
  constructor(
    private readonly assisted: AssistedActs,
    private readonly lots: LotRecordsStore,
  ) {}

  changed(
    tx: Tx,
    actor: Actor,
    locked: KeptLot,
    becomes: LotTerms,
    isOfLines: boolean,
  ): Promise<void> {
    const { lines, readyFrom, readyTo, minTakeGrams, pickupNote, sprayedOn, intervalDays } =
      termsOf(locked);
    return this.record<BeforeEdit>(tx, actor, 'LOT_CHANGED', locked, becomes.lines, {
      ...(isOfLines ? { lines } : {}),
      readyFrom: readyFrom.toISOString(),
      readyTo: readyTo.toISOString(),
      minTakeGrams,
      pickupNote,
      photoId: locked.lot.photoId,
      sprayedOn,
      intervalDays,
    });
  }

  published(tx: Tx, actor: Actor, locked: KeptLot): Promise<void> {
    const { confirmedBy } = locked.lot;
    const { lines } = termsOf(locked);
    return this.record<BeforePublishing>(tx, actor, 'LOT_PUBLISHED', locked, lines, {
      confirmedBy,
    });
  }

  paused(tx: Tx, actor: Actor, locked: KeptLot): Promise<void> {
    return this.record<Before>(tx, actor, 'LOT_PAUSED', locked, termsOf(locked).lines, {});
  }

  async restricted(tx: Tx, actor: Actor, locked: KeptLot): Promise<void> {
    await this.record<BeforeRestriction>(
      tx,
      actor,
      'LOT_RESTRICTED',
      locked,
      termsOf(locked).lines,
      {
        partyIds: await this.lots.audience(tx, locked.lot.id),
        openToAllAt: locked.lot.openToAllAt?.toISOString() ?? null,
      },
    );
  }

  withdrawn(tx: Tx, actor: Actor, locked: KeptLot, promises: number): Promise<void> {
    const { state } = locked.lot;
    const { lines } = termsOf(locked);
    return this.record<BeforeWithdrawal>(tx, actor, 'LOT_WITHDRAWN', locked, lines, {
      state,
      promises,
    });
  }

  merged(
    tx: Tx,
    actor: Actor,
    from: KeptLot,
    into: KeptLot,
    { lines }: Pick<LotTerms, 'lines'>,
  ): Promise<void> {
    return this.record<BeforeMerge>(tx, actor, 'LOTS_MERGED', into, lines, {
      fromId: from.lot.id,
      fromState: from.lot.state,
      moved: freeLines(from.lines),
      sprayedOn: into.lot.sprayedOn,
      intervalDays: into.lot.intervalDays,
    });
  }

  /** The lot of an act, locked, when nothing was done to it since but what the household has undone. */
  async asLeft(tx: Tx, act: DoneAct): Promise<KeptLot | Refusal<'ASSISTED_CHANGED_SINCE'>> {
    const locked = await this.lots.lock(tx, act.subjectId);
    const { version } = act.before as Before;
    return locked.lot.version === (await this.assisted.versionSince(tx, act, version))
      ? locked
      : refuse('ASSISTED_CHANGED_SINCE');
  }

  private record<Kept extends Before>(
    tx: Tx,
    actor: Actor,
    kind: AssistedKind,
    { lot }: KeptLot,
    lines: readonly LineTerms[],
    was: Omit<Kept, 'version'>,
  ): Promise<void> {
    return this.assisted.record(tx, actor, {
      householdId: lot.householdId,
      kind,
      subjectId: lot.id,
      facts: { cropCode: lot.cropCode, grams: sumGrams(lines.map(({ grams }) => grams)) },
      before: { ...was, version: lot.version + 1 },
    });
  }
}
