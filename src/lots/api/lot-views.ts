import { Injectable } from '@nestjs/common';
import { Catalog, type CatalogNames, type Grade } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { Places, type AdminUnit } from '../../places/index.js';
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
    const [lot] = await this.all([row], actor);
    return lot as LotModel;
  }

  async all(rows: readonly LotRow[], actor: Actor): Promise<LotModel[]> {
    const [names, units] = await Promise.all([this.catalog.names(), this.places.units()]);
    return rows.map((row) => lotOf(row, actor, names, units));
  }
}

function lotOf(
  row: LotRow,
  actor: Actor,
  names: CatalogNames,
  units: ReadonlyMap<string, AdminUnit>,
): LotModel {
  const { householdId, communeId, cropCode, varietyCode } = row;
  const crop = names.crop(cropCode);
  const commune = units.get(communeId);
  if (!crop || !commune) throw new Error(`lot ${row.id} names a crop or commune that is not known`);
  const grades = names.gradesOf(cropCode, dayOf(row.readyFrom));
  return {
    id: row.id,
    crop,
    variety: (varietyCode === null ? undefined : names.variety(varietyCode)) ?? null,
    commune: commune as LotModel['commune'],
    state: row.state,
    readyFrom: row.readyFrom,
    readyTo: row.readyTo,
    grades: row.lines.map((line) => ({
      id: line.id,
      grade: gradeNamed(line.gradeCode, grades),
      offeredGrams: line.offeredGrams,
      freeGrams: line.freeGrams,
      reservedGrams: line.reservedGrams,
      weighedGrams: line.weighedGrams,
      askVndPerKg: line.askVndPerKg,
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
