import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Not, type DataSource, type SelectQueryBuilder } from 'typeorm';
import { isId } from '../../kernel/id.js';
import type { Actor, Role } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { pageOf, pageSize, type Page, type PageArgs } from '../../platform/graphql/page.js';
import type { PayableStanding } from '../domain/settlement.policy.js';
import type { PayableState } from '../domain/payable.state.js';
import { startAfter, timeKeys } from '../../platform/graphql/time-pages.js';
import { PayableEntity } from './payable.entity.js';

export type NewPayable = Pick<
  PayableEntity,
  | 'id'
  | 'ticketId'
  | 'orderId'
  | 'payerId'
  | 'payeeId'
  | 'amountVnd'
  | 'state'
  | 'dueOn'
  | 'createdAt'
>;

/** A payable held for update, with how the actor stands to it. */
export interface LockedPayable extends PayableStanding {
  readonly id: string;
  readonly dealId: string;
  readonly state: PayableState;
  readonly amountVnd: number;
}

// Who sees which payables, as a filter: the same words as settlement.read in docs/permissions.md.
const SCOPES: Partial<Record<Role, string>> = {
  TRADER: 'p.payerId = :partyId',
  GROWER: 'p.payeeId = :partyId',
  COOP_CLERK: `p.payeeId in
    (select household_id from standing_grants where party_id = :partyId and power = 'RECEIVE_PAYMENT')`,
};

// A territory may name the units of today, while the ticket keeps the commune of its day.
const IN_TERRITORY = `p.ticketId in (select w.id from weigh_tickets w
  join admin_units u on u.id = w.commune_id
  join party_territories a on a.unit_id in (u.id, u.successor_id) where a.party_id = :partyId)`;

const ORDER_SCOPES: Partial<Record<Role, string>> = {
  ...SCOPES,
  COMMUNE_OFFICER: IN_TERRITORY,
  OFFICE_STAFF: IN_TERRITORY,
};

/** What is owed for confirmed tickets; lists are scoped by the actor inside the statement. */
@Injectable()
export class PayablesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Nothing happens when this ticket was accrued before. */
  async accrue(tx: Tx, payable: NewPayable): Promise<void> {
    const { id, ticketId, orderId, payerId, payeeId, amountVnd, state, dueOn, createdAt } = payable;
    await tx.query(
      `insert into payables (id, ticket_id, order_id, payer_id, payee_id, amount_vnd, state, due_on, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict on constraint payables_one_per_ticket do nothing`,
      [id, ticketId, orderId, payerId, payeeId, amountVnd, state, dueOn, createdAt],
    );
  }

  /** In id order, so that two batches over the same payables wait for each other. */
  async lock(tx: Tx, actor: Actor, ids: readonly string[]): Promise<LockedPayable[]> {
    if (!ids.every(isId)) return [];
    return tx.query(
      `select p.id, t.deal_id as "dealId", p.payer_id as "payerId", p.payee_id as "payeeId", p.state,
              p.amount_vnd::float8 as "amountVnd",
              exists (select 1 from standing_grants where party_id = $2 and household_id = p.payee_id
                and power = 'RECEIVE_PAYMENT') as "isGranted"
       from payables p join weigh_tickets t on t.id = p.ticket_id
       where p.id = any ($1::uuid[]) order by p.id for update of p`,
      [ids, actor.partyId],
    );
  }

  /** What a deal owes, held for update; undefined before its ticket was confirmed. */
  async ofDeal(
    tx: Tx,
    dealId: string,
  ): Promise<Pick<PayableEntity, 'id' | 'state' | 'amountVnd'> | undefined> {
    const rows: Pick<PayableEntity, 'id' | 'state' | 'amountVnd'>[] = await tx.query(
      `select p.id, p.state, p.amount_vnd::float8 as "amountVnd"
       from payables p join weigh_tickets t on t.id = p.ticket_id where t.deal_id = $1 for update of p`,
      [dealId],
    );
    return rows[0];
  }

  /** How many sums this payee still waits for. */
  async countOpen(payeeId: string): Promise<number> {
    return this.dataSource
      .getRepository(PayableEntity)
      .count({ where: { payeeId, state: Not('CONFIRMED') } });
  }

  async update(tx: Tx, ids: readonly string[], changes: Partial<PayableEntity>): Promise<void> {
    await tx.update(PayableEntity, [...ids], changes);
  }

  /** In the order asked for. */
  async byIds(ids: readonly string[]): Promise<PayableEntity[]> {
    const found = await this.dataSource
      .getRepository(PayableEntity)
      .createQueryBuilder('p')
      .where('p.id = any (:ids)', { ids })
      .getMany();
    const byId = new Map(found.map((payable) => [payable.id, payable]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** Newest first. */
  async page(actor: Actor, { first, after }: PageArgs): Promise<Page<PayableEntity>> {
    const query = this.visibleTo(actor, SCOPES[actor.role])
      .orderBy('p.createdAt', 'DESC')
      .addOrderBy('p.id', 'DESC')
      .limit(pageSize(first) + 1);
    const [at, id] = startAfter(after);
    if (at) query.andWhere('(p.createdAt, p.id) < (:at, :id)', { at, id });
    return pageOf(await query.getMany(), first, timeKeys);
  }

  /** What the actor may see of an order's payables, oldest first. */
  async ofOrder(actor: Actor, orderId: string): Promise<PayableEntity[]> {
    if (!isId(orderId)) return [];
    return this.visibleTo(actor, ORDER_SCOPES[actor.role])
      .andWhere('p.orderId = :orderId', { orderId })
      .orderBy('p.createdAt', 'ASC')
      .addOrderBy('p.id', 'ASC')
      .getMany();
  }

  /** What a deal owes, when the actor may see it. */
  async visibleOfDeal(actor: Actor, dealId: string): Promise<PayableEntity | null> {
    if (!isId(dealId)) return null;
    return this.visibleTo(actor, ORDER_SCOPES[actor.role])
      .andWhere('p.ticketId in (select id from weigh_tickets where deal_id = :dealId)', { dealId })
      .getOne();
  }

  private visibleTo(actor: Actor, scope: string | undefined): SelectQueryBuilder<PayableEntity> {
    return this.dataSource
      .getRepository(PayableEntity)
      .createQueryBuilder('p')
      .where(scope ?? 'false', { partyId: actor.partyId });
  }
}
