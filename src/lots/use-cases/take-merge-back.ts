import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse } from '../../kernel/refusal.js';
import { LotRecordsStore } from '../data/lot-records.store.js';
import { linesAfter } from '../domain/lot-edit.js';
import { partLots } from '../domain/lot-merge.js';
import { checkPublishing } from '../domain/lot-terms.js';
import { LotDeeds, type BeforeMerge } from './lot-deeds.js';
import { termsOf } from './own-lots.js';

/** ID-06: two lots that somebody else joined stand apart again, while what came from the one is still free in the other. */
@Injectable()
export class TakeMergeBack implements OnModuleInit {
  constructor(
    private readonly assisted: AssistedActs,
    private readonly deeds: LotDeeds,
    private readonly lots: LotRecordsStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.assisted.onUndo('LOTS_MERGED', async (tx, act) => {
      const was = act.before as BeforeMerge;
      await this.lots.lockBoth(tx, was.fromId, act.subjectId);
      const into = await this.deeds.asLeft(tx, act);
      if (isRefusal(into)) return into;
      const from = await this.lots.read(tx, was.fromId);
      const parted = partLots(from.lines, into.lines, was.moved);
      if (isRefusal(parted)) return refuse('ASSISTED_PROMISED');
      const doubt =
        was.fromState === 'DRAFT'
          ? undefined
          : checkPublishing(
              { ...termsOf(from), lines: linesAfter(from.lines, parted.from) },
              this.clock.now(),
            );
      if (doubt) return doubt;

      await this.lots.changeLines(tx, from.lot.id, parted.from);
      await this.lots.changeLines(tx, into.lot.id, parted.into);
      await this.lots.change(tx, from.lot, {
        state: was.fromState,
        closeReason: null,
        mergedInto: null,
      });
      const { sprayedOn, intervalDays } = was;
      await this.lots.change(tx, into.lot, { sprayedOn, intervalDays });
    });
  }
}
