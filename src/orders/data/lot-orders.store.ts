import { Injectable } from '@nestjs/common';
import { grams, vnd, type Grams, type Vnd } from '../../kernel/units.js';
import { IS_RESTING, isShownTo } from '../../lots/index.js';
import { parseSafe } from '../../platform/database/columns.js';
import { preparedIn } from '../../platform/database/prepared.js';
import type { Tx } from '../../platform/database/unit-of-work.js';

/** One grade line of one lot as its buyer finds it, and a serial for the order she may place. */
export interface WantedLine {
  readonly lotGradeId: string;
  readonly householdId: string;
  readonly communeId: string;
  readonly cropCode: string;
  readonly varietyCode: string | null;
  readonly isOpen: boolean;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly minTakeGrams: Grams;
  readonly askVndPerKg: Vnd | null;
  readonly isBuyerActive: boolean;
  readonly serial: number;
}

interface WantedRow extends Omit<WantedLine, 'minTakeGrams' | 'askVndPerKg' | 'serial'> {
  readonly minTakeGrams: string;
  readonly askVndPerKg: string | null;
  readonly serial: string;
}

export interface LotOrder {
  readonly id: string;
  readonly number: string;
  readonly buyerId: string;
  readonly lotId: string;
  readonly line: WantedLine;
  readonly gradeCode: string;
  readonly grams: number;
  readonly vndPerKg: number;
  readonly orderLineId: string;
  /** Also the id of the hold on the lot. */
  readonly lineId: string;
  readonly offerTtlMinutes: number;
  readonly expiresAt: Date;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** The direct order of one lot is the hottest write of the product: one statement to look, one to write. */
@Injectable()
export class LotOrdersStore {
  async look(
    tx: Tx,
    wanted: {
      readonly lotId: string;
      readonly gradeCode: string;
      readonly buyerId: string;
      readonly now: Date;
    },
  ): Promise<WantedLine | undefined> {
    const rows = await preparedIn<WantedRow>(tx, {
      name: 'lot-orders.look',
      text: `select g.id as "lotGradeId", l.household_id as "householdId", l.commune_id as "communeId",
              l.crop_code as "cropCode", l.variety_code as "varietyCode",
              l.state = 'PUBLISHED' and l.ready_to > $4 and h.state = 'ACTIVE'
                and ${isShownTo('$3', '$4')} and not ${IS_RESTING} as "isOpen", l.ready_from as "readyFrom",
              l.ready_to as "readyTo", l.min_take_g as "minTakeGrams", g.ask_vnd_per_kg as "askVndPerKg",
              b.state = 'ACTIVE' as "isBuyerActive", nextval('order_serial') as serial
       from lots l join lot_grades g on g.lot_id = l.id and g.grade_code = $2 join parties b on b.id = $3
       join parties h on h.id = l.household_id
       where l.id = $1 and l.state <> 'DRAFT'`,
      values: [wanted.lotId, wanted.gradeCode, wanted.buyerId, wanted.now],
    });
    return (
      rows[0] && {
        ...rows[0],
        minTakeGrams: grams(parseSafe(rows[0].minTakeGrams)),
        askVndPerKg: rows[0].askVndPerKg === null ? null : vnd(parseSafe(rows[0].askVndPerKg)),
        serial: Number(rows[0].serial),
      }
    );
  }

  /**
   * Writes the order with its one line, offered. Call it after the lot's line was locked.
   * @returns false when the price is not the one that was looked at any more
   */
  async add(tx: Tx, order: LotOrder): Promise<boolean> {
    const written = await preparedIn(tx, {
      name: 'lot-orders.add',
      text: `with added as (
         insert into orders (id, number, kind, buyer_id, crop_code, variety_code, state, ready_from, ready_to, policy,
           commune_ids, deduction_kind, payment_days, offer_ttl_minutes, created_by, created_at)
         select $1, $2, 'LOT', $3, $4, $5, 'SOURCING', $6, $7, 'LOWEST_COST', array[$8::uuid], 'NONE', 0, $9, $10, $11
         where exists (select 1 from lot_grades where id = $12 and ask_vnd_per_kg = $13)
         returning id
       ), wished as (
         insert into order_lines (id, order_id, grade_code, wanted_g, max_vnd_per_kg)
         select $14, id, $15, $16, $13 from added
       )
       insert into allocation_lines (id, order_id, lot_id, lot_grade_id, household_id, grade_code, grams, vnd_per_kg,
         state, offered_at, expires_at)
       select $17, id, $18, $12, $19, $15, $16, $13, 'OFFERED', $11, $20 from added
       returning id`,
      values: [
        order.id,
        order.number,
        order.buyerId,
        order.line.cropCode,
        order.line.varietyCode,
        order.line.readyFrom,
        order.line.readyTo,
        order.line.communeId,
        order.offerTtlMinutes,
        order.createdBy,
        order.createdAt,
        order.line.lotGradeId,
        order.vndPerKg,
        order.orderLineId,
        order.gradeCode,
        order.grams,
        order.lineId,
        order.lotId,
        order.line.householdId,
        order.expiresAt,
      ],
    });
    return written.length === 1;
  }
}
