import { Injectable } from '@nestjs/common';
import { Catalog } from '../../catalog/index.js';
import { Clock } from '../../kernel/clock.js';
import { gradeNamed } from '../../lots/index.js';
import { Places } from '../../places/index.js';
import type { Actor } from '../../platform/access/actor.js';
import type { BoxSale } from '../data/boxes.store.js';
import type { BoxSaleModel } from './boxes.model.js';

/** Sales of boxes as the API shows them; names come from memory. */
@Injectable()
export class BoxViews {
  constructor(
    private readonly catalog: Catalog,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  async of(sale: BoxSale, actor: Actor): Promise<BoxSaleModel> {
    const [crop, grades, commune] = await Promise.all([
      this.catalog.crop(sale.cropCode),
      this.catalog.gradesOf(sale.cropCode),
      this.places.unit(sale.communeId),
    ]);
    if (!crop) throw new Error(`sale ${sale.id} names an unknown crop`);
    const { id, sellerId, boxGrams, vndPerBox, boxes, ordersUntil } = sale;
    const { readyFrom, readyTo, place, byCourier, closeReason } = sale;
    const isMine = actor.partyId === sellerId;
    return {
      id,
      crop,
      grade: gradeNamed(sale.gradeCode, grades),
      commune: (commune ?? null) as BoxSaleModel['commune'],
      sellerName: isMine || sale.isOfCooperative ? sale.sellerName : null,
      boxGrams,
      vndPerBox,
      boxes,
      left: boxes - sale.taken,
      ordersUntil,
      readyFrom,
      readyTo,
      place,
      byCourier,
      isOpen: sale.closedAt === null && ordersUntil > this.clock.now(),
      closeReason,
      isMine,
      sellerId,
    };
  }
}
