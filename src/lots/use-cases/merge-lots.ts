import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { LotRecordsStore } from '../data/lot-records.store.js';
import { linesAfter } from '../domain/lot-edit.js';
import { joinLots, type MergeRefusal } from '../domain/lot-merge.js';
import { checkPublishing, type PublishRefusal } from '../domain/lot-terms.js';
import { LotDeeds } from './lot-deeds.js';
import { checkVersion, OwnLots, termsOf, type ChangeRefusal } from './own-lots.js';

export interface Merge {
  readonly lotId: string;
  /** The lot it becomes part of. */
  readonly intoLotId: string;
  /** The version that was seen of the lot that grows. */
  readonly expectedVersion: number;
}

/** Two lots of one household become one: what is left of the first moves into the second, gram for gram. */
@Injectable()
export class MergeLots {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lots: LotRecordsStore,
    private readonly own: OwnLots,
    private readonly deeds: LotDeeds,
    private readonly clock: Clock,
  ) {}

  async run(
    act: Act,
    { lotId, intoLotId, expectedVersion }: Merge,
  ): Promise<
    { lotId: string } | Refusal<MergeRefusal | ChangeRefusal | PublishRefusal | ActRefusal>
  > {
    const [from, into] = await Promise.all([
      this.own.find(act.actor, lotId),
      this.own.find(act.actor, intoLotId),
    ]);
    if (isRefusal(from)) return from;
    if (isRefusal(into)) return into;

    return this.uow.once<
      { lotId: string } | Refusal<MergeRefusal | ChangeRefusal | PublishRefusal>
    >(act, async (tx) => {
      await this.lots.lockBoth(tx, lotId, intoLotId);
      const shrinking = await this.lots.read(tx, lotId);
      const growing = await this.lots.read(tx, intoLotId);
      const changed = checkVersion(growing, expectedVersion);
      if (changed) return changed;
      const joined = joinLots(shrinking, growing);
      if (isRefusal(joined)) return joined;
      const { sprayedOn, intervalDays } = joined;
      const terms = {
        ...termsOf(growing),
        // Two baskets that needed no photo may need one together.
        lines: linesAfter(growing.lines, joined.into),
        sprayedOn,
        intervalDays,
      };
      const doubt =
        growing.lot.state === 'DRAFT' ? undefined : checkPublishing(terms, this.clock.now());
      if (doubt) return doubt;

      await this.deeds.merged(tx, act.actor, shrinking, growing, terms);
      await this.lots.changeLines(tx, lotId, joined.from);
      await this.lots.changeLines(tx, intoLotId, joined.into);
      await this.lots.change(tx, shrinking.lot, {
        state: 'CLOSED',
        closeReason: 'MERGED',
        mergedInto: intoLotId,
      });
      await this.lots.change(tx, growing.lot, { sprayedOn, intervalDays });
      return { lotId: intoLotId };
    });
  }
}
