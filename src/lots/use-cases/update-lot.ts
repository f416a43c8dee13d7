import { Injectable } from '@nestjs/common';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf, type Day } from '../../kernel/day.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { sumGrams } from '../../kernel/units.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { LotRecordsStore, type KeptLot } from '../data/lot-records.store.js';
import { checkPromisedHours, editLines } from '../domain/lot-edit.js';
import {
  checkPublishing,
  checkTerms,
  type LineTerms,
  type LotTerms,
  type PublishRefusal,
  type TermsRefusal,
} from '../domain/lot-terms.js';
import { LotDeeds } from './lot-deeds.js';
import { checkVersion, OwnLots, termsOf, type ChangeRefusal } from './own-lots.js';

/** What is undefined stays as it is. */
export interface LotEdit {
  readonly lotId: string;
  readonly expectedVersion: number;
  /** All lines of the lot from now on: one that is left out is taken back. */
  readonly lines?: readonly LineTerms[];
  readonly readyFrom?: Date;
  readonly readyTo?: Date;
  readonly minTakeGrams?: number;
  readonly pickupNote?: string;
  readonly photoId?: string;
  /** A spraying after the lot was listed. */
  readonly sprayedOn?: Day;
  readonly intervalDays?: number;
}

type UpdateRefusal =
  | ChangeRefusal
  | 'LOT_BELOW_RESERVED'
  | 'LOT_WINDOW_PROMISED'
  | 'PHOTO_NOT_FOUND'
  | TermsRefusal
  | PublishRefusal
  | ActRefusal;

/** Changes what a lot says. Promises already made keep the price and the kilograms they were made with. */
@Injectable()
export class UpdateLot {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lots: LotRecordsStore,
    private readonly own: OwnLots,
    private readonly deeds: LotDeeds,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  async run(act: Act, edit: LotEdit): Promise<{ lotId: string } | Refusal<UpdateRefusal>> {
    const { lotId, expectedVersion } = edit;
    const found = await this.own.find(act.actor, lotId);
    if (isRefusal(found)) return found;
    const grades = await this.catalog.gradesOf(
      found.lot.cropCode,
      dayOf(edit.readyFrom ?? found.lot.readyFrom),
    );

    return this.uow.once(act, async (tx) => {
      const locked = await this.lots.lock(tx, lotId);
      const { lot } = locked;
      if (lot.state === 'CLOSED')
        return refuse('LOT_STEP_NOT_ALLOWED', { state: lot.state, step: 'edit' });
      const changed = checkVersion(locked, expectedVersion);
      if (changed) return changed;
      const edited = editLines(locked.lines, edit.lines ?? termsOf(locked).lines);
      if (isRefusal(edited)) return edited;
      const terms = editedTerms(locked, edit);
      const now = this.clock.now();
      const doubt =
        checkTerms(terms, new Set(grades.map(({ code }) => code)), now) ??
        checkPromisedHours(lot, locked.lines, terms) ??
        (lot.state === 'DRAFT' ? undefined : checkPublishing(terms, now));
      if (doubt) return doubt;
      const { photoId } = edit;
      if (
        photoId &&
        !(await this.lots.isPhotoOf(tx, photoId, [act.actor.partyId, lot.householdId]))
      ) {
        return refuse('PHOTO_NOT_FOUND', {}, 'photoId');
      }

      await this.deeds.changed(tx, act.actor, locked, terms, edit.lines !== undefined);
      if (edit.lines) await this.lots.changeLines(tx, lotId, edited);
      await this.lots.change(tx, lot, {
        readyFrom: terms.readyFrom,
        readyTo: terms.readyTo,
        minTakeG: terms.minTakeGrams,
        pickupNote: terms.pickupNote,
        photoId: photoId ?? lot.photoId,
        sprayedOn: terms.sprayedOn,
        intervalDays: terms.intervalDays,
      });
      return { lotId };
    });
  }
}

function editedTerms(locked: KeptLot, edit: LotEdit): LotTerms {
  const kept = termsOf(locked);
  const lines = edit.lines ?? kept.lines;
  // A least take that the smaller lot cannot give any more shrinks with it, unless she named one herself.
  const total = sumGrams(lines.map(({ grams }) => grams));
  return {
    ...kept,
    lines,
    readyFrom: edit.readyFrom ?? kept.readyFrom,
    readyTo: edit.readyTo ?? kept.readyTo,
    minTakeGrams: edit.minTakeGrams ?? Math.min(kept.minTakeGrams, total),
    pickupNote: edit.pickupNote ?? kept.pickupNote,
    sprayedOn: edit.sprayedOn ?? kept.sprayedOn,
    intervalDays: edit.intervalDays ?? kept.intervalDays,
    hasPhoto: kept.hasPhoto || edit.photoId !== undefined,
  };
}
