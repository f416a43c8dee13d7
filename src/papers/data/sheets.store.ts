import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { reachSql } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { byGivenName, inAlphabet } from '../../platform/database/vietnamese-order.js';
import type { DealSheet, OrderSheet } from '../domain/sheets.js';

/** The name of a grade on the day of the fruit. */
const gradeName = (crop: string, code: string, at: string): string =>
  `coalesce((select g.name_vi from grades g where g.crop_code = ${crop} and g.code = ${code}
     and vn_day(${at}) between g.valid_from and coalesce(g.valid_to, 'infinity') limit 1), ${code})`;

const LINES = `(select json_agg(json_build_object('grade', ${gradeName('d.crop_code', 'n.grade_code', 'd.ready_from')},
    'grams', n.grams, 'vndPerKg', n.vnd_per_kg) order by n.grade_code, n.id)
  from deal_lines n where n.deal_id = d.id)`;

const DEDUCTION = (table: string): string =>
  `json_build_object('kind', ${table}.deduction_kind, 'bp', ${table}.deduction_bp, 'crateGrams', ${table}.deduction_crate_g)`;

/** What papers say, each in one statement, as far as the asker may see it. */
@Injectable()
export class SheetsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async deal(actor: Actor, id: string): Promise<DealSheet | undefined> {
    const seen = reachSql(actor, {
      buyer: 'd.buyer_id',
      household: 'd.household_id',
      commune: 'd.commune_id',
    });
    const rows: DealSheet[] = await this.dataSource.query(
      `select d.number, o.number as "orderNumber", d.created_at as "createdAt", b.name as buyer, h.name as household,
         hamlet.name as hamlet, commune.name as commune, c.name_vi as crop, d.ready_from as "readyFrom",
         d.ready_to as "readyTo", place.name as destination, ${LINES} as lines, ${DEDUCTION('d')} as deduction,
         coalesce(offer.tolerance_bp, o.tolerance_bp) as "toleranceBp", d.payment_days as "paymentDays",
         d.deposit_vnd::float8 as "depositVnd", d.deposit_due_at as "depositDueAt",
         d.cancel_dispatched_bp as "cancelDispatchedBp", d.cancel_gate_bp as "cancelGateBp", d.release_by as "releaseBy",
         case when offer.id is not null then json_build_object('pricePlace', offer.price_place,
           'loadingBy', offer.loading_by, 'transportBy', offer.transport_by, 'cratesBy', offer.crates_by,
           'bandMoveBp', offer.band_move_bp, 'bandBuyerShareBp', offer.band_buyer_share_bp) end as bargain
       from deals d join orders o on o.id = d.order_id join crops c on c.code = d.crop_code
       join parties b on b.id = d.buyer_id join parties h on h.id = d.household_id
       join admin_units commune on commune.id = d.commune_id
       left join admin_units hamlet on hamlet.id = h.hamlet_id
       left join places place on place.id = o.destination_id
       left join negotiations talk on talk.deal_id = d.id
       left join negotiation_offers offer on offer.negotiation_id = talk.id and offer.seq = talk.live_seq
       where ${seen} and d.id = $2`,
      [actor.partyId, id],
    );
    return rows[0];
  }

  /** Only a committed order has papers: before, households are not known to the buyer. */
  async order(actor: Actor, id: string): Promise<OrderSheet | undefined> {
    const rows: OrderSheet[] = await this.dataSource.query(
      `select o.number, o.created_at as "createdAt", b.name as buyer, c.name_vi as crop, o.ready_from as "readyFrom",
         o.ready_to as "readyTo", place.name as destination, o.tolerance_bp as "toleranceBp",
         ${DEDUCTION('o')} as deduction, o.payment_days as "paymentDays",
         (select json_agg(json_build_object('grade', ${gradeName('o.crop_code', 'w.grade_code', 'o.ready_from')},
            'grams', w.wanted_g) order by w.grade_code, w.id) from order_lines w where w.order_id = o.id) as wanted,
         part.parts
       from orders o join crops c on c.code = o.crop_code join parties b on b.id = o.buyer_id
       left join places place on place.id = o.destination_id,
         lateral (select json_agg(json_build_object('number', d.number, 'householdId', h.id, 'household', h.name, 'hamlet', hamlet.name,
             'commune', commune.name, 'lines', ${LINES}, 'phone', coalesce(h.phone, (
               select person.phone from memberships m join people person on person.id = m.person_id
               where m.party_id = h.id and m.role in ('GROWER', 'COOP_CLERK')
               order by person.created_at, person.id limit 1)))
             order by ${inAlphabet('commune.name')}, ${inAlphabet('hamlet.name')} nulls last,
               ${byGivenName('h.name')}, d.number) as parts
           from deals d join parties h on h.id = d.household_id join admin_units commune on commune.id = d.commune_id
           left join admin_units hamlet on hamlet.id = h.hamlet_id
           where d.order_id = o.id and d.state <> 'CANCELLED') part
       where o.buyer_id = $1 and o.id = $2 and part.parts is not null`,
      [actor.partyId, id],
    );
    return rows[0];
  }
}
