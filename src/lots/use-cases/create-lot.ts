import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Party } from '../../accounts/index.js';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf, type Day } from '../../kernel/day.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import { Places } from '../../places/index.js';
import { binderOf, notBound, Standings } from '../../planning/index.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import type { LotEntity } from '../data/lot.entities.js';
import { LotRecordsStore } from '../data/lot-records.store.js';
import {
  checkPublishing,
  checkTerms,
  type LineTerms,
  type LotTerms,
  type PublishRefusal,
  type TermsRefusal,
} from '../domain/lot-terms.js';
import { lotPolicy } from '../domain/lot.policy.js';
import { LotNews } from './lot-news.js';

export interface NewLot {
  /** Made by the phone, so that it can show the lot before it has signal. */
  readonly lotId: string;
  readonly householdId: string | null;
  readonly cropCode: string;
  readonly varietyCode: string | null;
  readonly lines: readonly LineTerms[];
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly minTakeGrams: number;
  readonly pickupNote: string;
  readonly photoId: string | null;
  readonly sprayedOn: Day | null;
  readonly intervalDays: number | null;
  readonly isPublished: boolean;
}

type CreateRefusal =
  | 'HOUSEHOLD_NOT_FOUND'
  | 'CONSENT_MISSING'
  | 'HOUSEHOLD_SUSPENDED'
  | 'HOUSEHOLD_MERGED'
  | 'CROP_UNKNOWN'
  | 'VARIETY_UNKNOWN'
  | 'PHOTO_NOT_FOUND'
  | 'LOT_ID_TAKEN'
  | TermsRefusal
  | PublishRefusal
  | ActRefusal;

/** A household offers fruit, or its cooperative or commune does it for the household. */
@Injectable()
export class CreateLot {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lots: LotRecordsStore,
    private readonly standings: Standings,
    private readonly catalog: Catalog,
    private readonly places: Places,
    private readonly news: LotNews,
    private readonly clock: Clock,
  ) {}

  async run(act: Act, wish: NewLot): Promise<{ lotId: string } | Refusal<CreateRefusal>> {
    const { actor } = act;
    const found = await this.standings.of(actor, wish.householdId ?? actor.partyId ?? '');
    const spokesman = found && binderOf(actor, found.standing);
    if (!spokesman || !lotPolicy.create.allows(actor, found.standing))
      return notBound(actor, found?.standing, 'HOUSEHOLD_NOT_FOUND');
    const { household } = found;
    const isConfirmed = spokesman === 'OFFICER';
    const where = await this.pickupOf(household);
    const grades = await this.catalog.gradesOf(wish.cropCode, dayOf(wish.readyFrom));
    const variety = wish.varietyCode === null ? null : await this.catalog.variety(wish.varietyCode);

    return this.uow.once(act, async (tx) => {
      const now = this.clock.now();
      if (household.mergedIntoId !== null) return refuse('HOUSEHOLD_MERGED');
      if (household.state !== 'ACTIVE') {
        return refuse('HOUSEHOLD_SUSPENDED', { reason: household.stateReason ?? '' });
      }
      if (grades.length === 0) return refuse('CROP_UNKNOWN', {}, 'cropCode');
      if (variety === undefined || (variety && variety.cropCode !== wish.cropCode)) {
        return refuse('VARIETY_UNKNOWN', {}, 'varietyCode');
      }
      const terms: LotTerms = { ...wish, hasPhoto: wish.photoId !== null, isConfirmed };
      const doubt =
        checkTerms(terms, new Set(grades.map(({ code }) => code)), now) ??
        (wish.isPublished ? checkPublishing(terms, now) : undefined);
      if (doubt) return doubt;
      if (
        wish.photoId !== null &&
        !(await this.lots.isPhotoOf(tx, wish.photoId, [actor.partyId, household.id]))
      ) {
        return refuse('PHOTO_NOT_FOUND', {}, 'photoId');
      }

      const lot: LotEntity = {
        id: wish.lotId,
        householdId: household.id,
        ...where,
        cropCode: wish.cropCode,
        varietyCode: wish.varietyCode,
        state: wish.isPublished ? 'PUBLISHED' : 'DRAFT',
        readyFrom: wish.readyFrom,
        readyTo: wish.readyTo,
        pickupNote: wish.pickupNote,
        minTakeG: wish.minTakeGrams,
        photoId: wish.photoId,
        confirmedBy: isConfirmed ? actor.partyId : null,
        sprayedOn: wish.sprayedOn,
        intervalDays: wish.intervalDays,
        version: 1,
        closeReason: null,
        closeNote: null,
        withdrawCause: null,
        mergedInto: null,
        openToAllAt: null,
        publishedAt: wish.isPublished ? now : null,
        createdBy: actor.personId,
        createdAt: now,
      };
      const lines = wish.lines.map(({ gradeCode, grams, askVndPerKg }) => ({
        id: uuid(),
        lotId: lot.id,
        gradeCode,
        askVndPerKg,
        offeredG: grams,
        reservedG: 0,
        weighedG: 0,
        writtenOffG: 0,
      }));
      if (!(await this.lots.add(tx, lot, lines))) return refuse('LOT_ID_TAKEN');

      await this.news.created(tx, actor, lot, lines);
      return { lotId: lot.id };
    });
  }

  /** The household's own pick-up point; the middle of its commune when it has none. */
  private async pickupOf(
    household: Party,
  ): Promise<{ communeId: string; lat: number; lon: number }> {
    const commune =
      household.communeId === null ? undefined : await this.places.unit(household.communeId);
    const lat = household.lat ?? commune?.lat;
    const lon = household.lon ?? commune?.lon;
    if (!commune || lat == null || lon == null)
      throw new Error(`household ${household.id} has no place`);
    return { communeId: commune.id, lat, lon };
  }
}
