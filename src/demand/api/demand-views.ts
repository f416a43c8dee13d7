import { Injectable } from '@nestjs/common';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { dayOf } from '../../kernel/day.js';
import { gradeNamed } from '../../lots/index.js';
import { Places } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { DemandStore, type DemandRow } from '../data/demand.store.js';
import { daysOf } from '../domain/answer.js';
import type { DemandModel } from './demand.model.js';

/** Needs as the API shows them; names come from memory. Traders do not learn who else buys, nor at what price. */
@Injectable()
export class DemandViews {
  constructor(
    private readonly catalog: Catalog,
    private readonly places: Places,
    private readonly demand: DemandStore,
    private readonly clock: Clock,
  ) {}

  /** A need that has just been written about. */
  async posted(orderId: string, actor: Actor): Promise<DemandModel> {
    const wish = { orderId, cropCode: null, buyerId: null };
    const [row] = await this.demand.board(wish, this.clock.now(), 1, undefined);
    if (!row) throw new Error(`no need of order ${orderId}`);
    return this.of(row, actor);
  }

  async of(row: DemandRow, actor: Actor): Promise<DemandModel> {
    const [crop, variety, grades, destination] = await Promise.all([
      this.catalog.crop(row.cropCode),
      row.varietyCode === null ? undefined : this.catalog.variety(row.varietyCode),
      this.catalog.gradesOf(row.cropCode, dayOf(row.readyFrom)),
      row.destinationId === null ? undefined : this.places.place(row.destinationId),
    ]);
    if (!crop) throw new Error(`need ${row.id} names an unknown crop`);
    const isMine = actor.partyId === row.buyerId;
    const isRival = actor.role === 'TRADER' && !isMine;
    return {
      id: row.id,
      number: row.number,
      buyerName: isRival ? null : row.buyerName,
      isMine,
      crop,
      variety: variety ?? null,
      destination: (destination ?? null) as DemandModel['destination'],
      readyFrom: row.readyFrom,
      readyTo: row.readyTo,
      days: daysOf(row),
      lines: row.lines.map(({ gradeCode, wantedGrams, maxVndPerKg }) => ({
        grade: gradeNamed(gradeCode, grades),
        wantedGrams,
        maxVndPerKg: isRival ? null : maxVndPerKg,
      })),
      note: row.note,
      missingGrams: row.missingGrams,
      saidGrams: row.saidGrams,
      households: row.households,
      buyerId: row.buyerId,
    };
  }
}
