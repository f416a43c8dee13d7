import { Injectable } from '@nestjs/common';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { Places } from '../../places/index.js';
import type { PoolRow } from '../data/pools.store.js';
import { gradeNamed } from './lot-views.js';
import type { PooledListingModel } from './pool.model.js';

/** Pooled listings as the API shows them; names come from memory. */
@Injectable()
export class PoolViews {
  constructor(
    private readonly catalog: Catalog,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  async of(row: PoolRow): Promise<PooledListingModel> {
    const { cropCode, varietyCode } = row;
    const [crop, variety, grades, communes] = await Promise.all([
      this.catalog.crop(cropCode),
      varietyCode === null ? undefined : this.catalog.variety(varietyCode),
      this.catalog.gradesOf(cropCode, dayOf(row.readyFrom ?? this.clock.now())),
      Promise.all(row.communeIds.map((id) => this.places.unit(id))),
    ]);
    if (!crop) throw new Error(`pooled listing ${row.id} names an unknown crop`);
    return {
      id: row.id,
      coopId: row.coopId,
      coopName: row.coopName,
      crop,
      variety: variety ?? null,
      note: row.note,
      lotCount: row.lots,
      householdCount: row.households,
      communes: communes.filter((unit) => unit !== undefined) as PooledListingModel['communes'],
      readyFrom: row.readyFrom,
      readyTo: row.readyTo,
      grades: row.grades.map(({ gradeCode, ...line }) => ({
        ...line,
        grade: gradeNamed(gradeCode, grades),
      })),
      closedAt: row.closedAt,
    };
  }
}
