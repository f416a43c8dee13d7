import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { AssistedActs } from '../../accounts/index.js';
import { Clock } from '../../kernel/clock.js';
import { isId } from '../../kernel/id.js';
import { isRefusal, refuse, type Refusal } from '../../kernel/refusal.js';
import { tidied } from '../../kernel/written.js';
import { Lots } from '../../lots/index.js';
import { UnitOfWork, type Act, type ActRefusal } from '../../platform/database/unit-of-work.js';
import { BoxesStore } from '../data/boxes.store.js';
import {
  impossibleBoxSale,
  type BoxNumbersRefusal,
  type BoxSaleNumbers,
} from '../domain/box-limits.js';
import { boxPolicy } from '../domain/box.policy.js';
import { BoxStock } from './box-stock.js';

export interface BoxSaleWish extends BoxSaleNumbers {
  readonly lotId: string;
  readonly gradeCode: string;
  readonly byCourier: boolean;
}

type OpenRefusal =
  | BoxNumbersRefusal
  | 'LOT_NOT_FOUND'
  | 'CONSENT_MISSING'
  | 'ORDER_GRADE_UNKNOWN'
  | 'LOT_NOT_ENOUGH';
type Done = { readonly saleId: string };

/** Fruit of a lot is sold by the box (OR-09): every box is set aside on the lot before the first one is sold. */
@Injectable()
export class OpenBoxSale {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sales: BoxesStore,
    private readonly stock: BoxStock,
    private readonly lots: Lots,
    private readonly assisted: AssistedActs,
    private readonly clock: Clock,
  ) {}

  async run(act: Act, wish: BoxSaleWish): Promise<Done | Refusal<OpenRefusal | ActRefusal>> {
    const { actor } = act;
    const { lotId, gradeCode, byCourier, ...typed } = wish;
    const numbers = { ...typed, place: tidied(typed.place) };
    const lot = isId(lotId) ? await this.lots.ownLot(actor, lotId) : refuse('LOT_NOT_FOUND');
    if (isRefusal(lot)) return { ...lot, field: 'lotId' };
    const lotGradeId = await this.sales.lineOf(lotId, gradeCode);
    if (!lotGradeId) return refuse('ORDER_GRADE_UNKNOWN', {}, 'gradeCode');
    return this.uow.once<Done | Refusal<OpenRefusal>>(act, async (tx) => {
      const now = this.clock.now();
      const impossible = impossibleBoxSale(numbers, now);
      if (impossible) return impossible;
      const saleId = uuid();
      const grams = numbers.boxes * numbers.boxGrams;
      const hold = { holdId: saleId, lotGradeId, grams, expiresAt: null };
      const reserved = await this.lots.reserve(tx, [hold]);
      if (isRefusal(reserved)) return { ...reserved, field: 'boxes' };
      await this.sales.add(tx, {
        ...numbers,
        id: saleId,
        sellerId: actor.partyId ?? '',
        lotGradeId,
        byCourier,
        createdBy: actor.personId,
        createdAt: now,
      });
      await this.assisted.record(tx, actor, {
        householdId: lot.householdId,
        kind: 'BOX_SALE_OPENED',
        subjectId: saleId,
        facts: { cropCode: lot.cropCode, grams },
      });
      return { saleId };
    });
  }

  /** The seller takes no more orders; those that were placed stand. */
  close(
    act: Act,
    saleId: string,
  ): Promise<Done | Refusal<'BOX_SALE_NOT_FOUND' | 'BOX_SALE_CLOSED' | ActRefusal>> {
    return this.uow.once<Done | Refusal<'BOX_SALE_NOT_FOUND' | 'BOX_SALE_CLOSED'>>(
      act,
      async (tx) => {
        const sale = isId(saleId) ? await this.sales.lock(tx, saleId) : undefined;
        if (!sale || !boxPolicy.keep.allows(act.actor, sale)) return refuse('BOX_SALE_NOT_FOUND');
        if (sale.closedAt) return refuse('BOX_SALE_CLOSED');
        await this.sales.close(tx, saleId, 'SELLER', this.clock.now());
        await this.stock.settle(tx, saleId);
        await this.assisted.record(tx, act.actor, {
          householdId: sale.householdId,
          kind: 'BOX_SALE_CLOSED',
          subjectId: saleId,
          facts: { cropCode: sale.cropCode },
        });
        return { saleId };
      },
    );
  }
}
