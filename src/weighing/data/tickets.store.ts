import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type SelectQueryBuilder } from 'typeorm';
import { isId } from '../../kernel/id.js';
import { grams, type BasisPoints, type Grams } from '../../kernel/units.js';
import type { Actor, Role } from '../../platform/access/actor.js';
import { parseSafe } from '../../platform/database/columns.js';
import { pageOf, pageSize, type Page, type PageArgs } from '../../platform/graphql/page.js';
import { startAfter, timeKeys } from '../../platform/graphql/time-pages.js';
import type { GradePrice } from './terms.js';
import {
  WeighTicketEntity,
  type TicketLineEntity,
  type WeighRowEntity,
} from './weighing.entities.js';

type KeptRow = Pick<
  WeighRowEntity,
  'id' | 'seq' | 'gradeCode' | 'grossG' | 'crateCode' | 'crates' | 'tareG'
> & {
  /** ISO text: it comes out of JSON. */
  readonly weighedAt: string;
  /** Removed, or replaced by a corrected one. */
  readonly isRemoved: boolean;
};

export type KeptLine = Omit<TicketLineEntity, 'ticketId'>;

/** What a ticket is made of; its lines are empty until it is submitted. */
export interface TicketParts {
  readonly ticketId: string;
  readonly rows: readonly KeptRow[];
  readonly lines: readonly KeptLine[];
  readonly prices: readonly GradePrice[];
  /** Of the deal, and how far its order lets the scale go above that. */
  readonly promised: Grams;
  readonly tolerance: BasisPoints;
}

// Who sees which tickets, as a filter: the same words as weighing.read in docs/permissions.md.
const SCOPES: Partial<Record<Role, string>> = {
  GROWER: 't.householdId = :partyId',
  TRADER: 't.buyerId = :partyId',
  COOP_CLERK: `t.householdId in
    (select household_id from standing_grants where party_id = :partyId and power in ('SEE_LOTS','SELL_FOR'))`,
  DRIVER: 't.dealId in (select deal_id from weighers where person_id = :personId)',
  // A territory may name the units of today, while the ticket keeps the commune of its day.
  COMMUNE_OFFICER: `t.communeId in (select u.id from party_territories p
    join admin_units u on u.id = p.unit_id or u.successor_id = p.unit_id where p.party_id = :partyId)`,
};
SCOPES.OFFICE_STAFF = SCOPES.COMMUNE_OFFICER;

/** Reads of tickets; lists are scoped by the actor inside the statement. */
@Injectable()
export class TicketsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async findVisible(actor: Actor, id: string): Promise<WeighTicketEntity | null> {
    if (!isId(id)) return null;
    return this.visibleTo(actor).andWhere('t.id = :id', { id }).getOne();
  }

  /** Newest first. */
  async page(actor: Actor, { first, after }: PageArgs): Promise<Page<WeighTicketEntity>> {
    const query = this.visibleTo(actor)
      .orderBy('t.createdAt', 'DESC')
      .addOrderBy('t.id', 'DESC')
      .limit(pageSize(first) + 1);
    const [at, id] = startAfter(after);
    if (at) query.andWhere('(t.createdAt, t.id) < (:at, :id)', { at, id });
    return pageOf(await query.getMany(), first, timeKeys);
  }

  find(id: string): Promise<WeighTicketEntity> {
    return this.dataSource.getRepository(WeighTicketEntity).findOneByOrFail({ id });
  }

  byIds(ids: readonly string[]): Promise<WeighTicketEntity[]> {
    return this.dataSource.getRepository(WeighTicketEntity).findBy({ id: In([...ids]) });
  }

  /** The live tickets of these deals: at most one each. */
  liveOfDeals(dealIds: readonly string[]): Promise<WeighTicketEntity[]> {
    return this.dataSource
      .getRepository(WeighTicketEntity)
      .createQueryBuilder('t')
      .where({ dealId: In([...dealIds]) })
      .andWhere(`t.state <> 'VOID'`)
      .getMany();
  }

  async netOfDeals(dealIds: readonly string[]): Promise<Map<string, Grams>> {
    const rows: { dealId: string; net: string }[] = await this.dataSource.query(
      `select t.deal_id as "dealId", coalesce(sum(l.gross_g - l.tare_g), t.payable_g)::int8 as net
       from weigh_tickets t left join ticket_lines l on l.ticket_id = t.id
       where t.deal_id = any ($1::uuid[]) and t.state = 'CONFIRMED' group by t.id`,
      [dealIds],
    );
    return new Map(rows.map(({ dealId, net }) => [dealId, grams(parseSafe(net))]));
  }

  /** Rows, lines and prices of many tickets in one statement. */
  parts(ticketIds: readonly string[]): Promise<TicketParts[]> {
    return this.dataSource.query(
      `select t.id as "ticketId",
              (select coalesce(json_agg(json_build_object('id', r.id, 'seq', r.seq, 'gradeCode', r.grade_code,
                 'grossG', r.gross_g, 'crateCode', r.crate_code, 'crates', r.crates, 'tareG', r.tare_g,
                 'weighedAt', r.weighed_at, 'isRemoved', r.replaced_by is not null or r.removed_at is not null)
                 order by r.seq), '[]')
               from weigh_rows r where r.ticket_id = t.id) as rows,
              (select coalesce(json_agg(json_build_object('gradeCode', l.grade_code, 'crates', l.crates,
                 'grossG', l.gross_g, 'tareG', l.tare_g, 'deductionG', l.deduction_g, 'payableG', l.payable_g,
                 'vndPerKg', l.vnd_per_kg, 'amountVnd', l.amount_vnd) order by l.grade_code), '[]')
               from ticket_lines l where l.ticket_id = t.id) as lines,
              (select coalesce(json_agg(json_build_object('gradeCode', d.grade_code, 'vndPerKg', d.vnd_per_kg)
                 order by d.id), '[]')
               from deal_lines d where d.deal_id = t.deal_id) as prices,
              (select sum(d.grams)::float8 from deal_lines d where d.deal_id = t.deal_id) as promised,
              (select o.tolerance_bp from orders o where o.id = t.order_id) as tolerance
       from weigh_tickets t where t.id = any ($1::uuid[])`,
      [ticketIds],
    );
  }

  private visibleTo(actor: Actor): SelectQueryBuilder<WeighTicketEntity> {
    return this.dataSource
      .getRepository(WeighTicketEntity)
      .createQueryBuilder('t')
      .where(SCOPES[actor.role] ?? 'false', { partyId: actor.partyId, personId: actor.personId });
  }
}
