import { Injectable } from '@nestjs/common';
import { Catalog, type Grade } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { Places } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { parseSafe } from '../../platform/database/columns.js';
import { LotPagesStore } from '../data/lot-pages.store.js';
import type { LotRow } from '../data/lot-sql.js';
import type { LotGradeModel, LotModel } from './lot.model.js';

/** Rows of the database as the API shows them; names of crops, grades and communes come from memory. */
@Injectable()
export class LotViews {
  constructor(
    private readonly pages: LotPagesStore,
    private readonly catalog: Catalog,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  /** @throws Error when there is no such lot */
  async one(lotId: string, actor: Actor): Promise<LotModel> {
    const row = await this.pages.byId(lotId, this.clock.now());
    if (!row) throw new Error(`no lot ${lotId}`);
    return this.of(row, actor);
  }

  all(rows: readonly LotRow[], actor: Actor): Promise<LotModel[]> {
    return Promise.all(rows.map((row) => this.of(row, actor)));
  }

  private async of(row: LotRow, actor: Actor): Promise<LotModel> {
    const { householdId, communeId, cropCode, varietyCode } = row;
    const [crop, variety, commune, grades] = await Promise.all([
      this.catalog.crop(cropCode),
      varietyCode === null ? undefined : this.catalog.variety(varietyCode),
      this.places.unit(communeId),
      this.catalog.gradesOf(cropCode, dayOf(row.readyFrom)),
    ]);
    if (!crop || !commune)
      throw new Error(`lot ${row.id} names a crop or commune that is not known`);
    return {
      id: row.id,
      crop,
      variety: variety ?? null,
      commune: commune as LotModel['commune'],
      state: row.state,
      readyFrom: row.readyFrom,
      readyTo: row.readyTo,
      grades: row.lines.map(({ gradeCode, ...line }) => ({
        ...line,
        grade: gradeNamed(gradeCode, grades),
      })),
      minTakeGrams: parseSafe(row.minTakeGrams),
      photoUrl: row.photoId === null ? null : `/photos/${row.photoId}/card.webp`,
      sprayedOn: row.sprayedOn,
      intervalDays: row.intervalDays,
      version: row.version,
      publishedAt: row.publishedAt,
      closeReason: row.closeReason,
      openToAllAt: row.openToAllAt,
      isMine: actor.partyId === householdId,
      householdId,
      communeId,
      ownNote: row.pickupNote,
    };
  }
}

/** A scale may change while an old lot is still shown: then the code itself is its name. */
export const gradeNamed = (code: string, scale: readonly Grade[]): LotGradeModel['grade'] =>
  scale.find((one) => one.code === code) ?? {
    code,
    nameVi: code,
    nameEn: code,
    fruitsPerKg: null,
    fruitGFrom: null,
    fruitGTo: null,
  };
