import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AssistedActs } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, refuse } from '../../kernel/refusal.js';
import { LotRecordsStore } from '../data/lot-records.store.js';
import { checkPromisedHours, editLines } from '../domain/lot-edit.js';
import { checkPublishing } from '../domain/lot-terms.js';
import { LotDeeds, type BeforeEdit } from './lot-deeds.js';
import { termsOf } from './own-lots.js';

/** ID-06: the household undoes what somebody else changed of a lot, as far as what was promised since leaves it. */
@Injectable()
export class TakeLotChangeBack implements OnModuleInit {
  constructor(
    private readonly assisted: AssistedActs,
    private readonly deeds: LotDeeds,
    private readonly lots: LotRecordsStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.assisted.onUndo('LOT_CHANGED', async (tx, act) => {
      const locked = await this.deeds.asLeft(tx, act);
      if (isRefusal(locked)) return locked;
      const { lot, lines } = locked;
      const was = act.before as BeforeEdit;
      const kept = termsOf(locked);
      const terms = {
        ...kept,
        lines: was.lines ?? kept.lines,
        readyFrom: new Date(was.readyFrom),
        readyTo: new Date(was.readyTo),
        minTakeGrams: was.minTakeGrams,
        pickupNote: was.pickupNote,
        sprayedOn: was.sprayedOn,
        intervalDays: was.intervalDays,
        hasPhoto: was.photoId !== null,
      };
      const edited = editLines(lines, terms.lines);
      if (isRefusal(edited) || checkPromisedHours(lot, lines, terms))
        return refuse('ASSISTED_PROMISED');
      const doubt = lot.state === 'DRAFT' ? undefined : checkPublishing(terms, this.clock.now());
      if (doubt) return doubt;

      if (was.lines) await this.lots.changeLines(tx, lot.id, edited);
      await this.lots.change(tx, lot, {
        readyFrom: terms.readyFrom,
        readyTo: terms.readyTo,
        minTakeG: terms.minTakeGrams,
        pickupNote: terms.pickupNote,
        photoId: was.photoId,
        sprayedOn: terms.sprayedOn,
        intervalDays: terms.intervalDays,
      });
    });
  }
}
