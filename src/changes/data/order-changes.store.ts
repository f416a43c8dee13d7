import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Side } from '../../kernel/side.js';
import { grams, vnd } from '../../kernel/units.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { ChangedPart, ChangeState } from '../domain/order-change.js';

export interface ProposedPart extends ChangedPart {
  /** When the other side said yes to this part. */
  readonly acceptedAt: Date | null;
}

/** What one side wants different after the commit. */
export interface OrderChange {
  readonly id: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly proposedBy: Side;
  readonly note: string | null;
  readonly state: ChangeState;
  readonly proposedAt: Date;
  readonly expiresAt: Date;
  readonly closedAt: Date | null;
  readonly parts: readonly ProposedPart[];
}

export type NewChange = Omit<OrderChange, 'state' | 'closedAt' | 'parts' | 'orderNumber'> & {
  readonly personId: string;
  readonly parts: readonly ChangedPart[];
};

type PartDates = 'readyFromBefore' | 'readyToBefore' | 'readyFrom' | 'readyTo';
/** JSON knows no dates. */
type PartJson = Omit<ProposedPart, PartDates | 'acceptedAt' | 'lines'> & {
  readonly [Name in PartDates]: string;
} & {
  readonly acceptedAt: string | null;
  readonly lines: readonly {
    readonly lineId: string;
    readonly gradeCode: string;
    readonly vndPerKg: number;
    readonly gramsBefore: number;
    readonly grams: number;
  }[];
};
type ChangeRow = Omit<OrderChange, 'parts'> & { readonly parts: readonly PartJson[] };

const COLUMNS = `c.id, c.order_id as "orderId",
  (select o.number from orders o where o.id = c.order_id) as "orderNumber", c.proposed_by as "proposedBy", c.note,
  c.state, c.proposed_at as "proposedAt", c.expires_at as "expiresAt", c.closed_at as "closedAt",
  (select json_agg(json_build_object('dealId', p.deal_id, 'dealNumber', d.number, 'cropCode', d.crop_code,
     'readyFromBefore', p.ready_from_before, 'readyToBefore', p.ready_to_before, 'readyFrom', p.ready_from,
     'readyTo', p.ready_to, 'acceptedAt', p.accepted_at, 'lines', (
       select json_agg(json_build_object('lineId', l.deal_line_id, 'gradeCode', n.grade_code,
         'vndPerKg', n.vnd_per_kg, 'gramsBefore', l.grams_before, 'grams', l.grams) order by l.deal_line_id)
       from order_change_lines l join deal_lines n on n.id = l.deal_line_id
       where l.change_id = p.change_id and l.deal_id = p.deal_id)) order by p.deal_id)
   from order_change_deals p join deals d on d.id = p.deal_id where p.change_id = c.id) as parts`;

const toChange = (row: ChangeRow): OrderChange => ({
  ...row,
  parts: row.parts.map((part) => ({
    ...part,
    readyFromBefore: new Date(part.readyFromBefore),
    readyToBefore: new Date(part.readyToBefore),
    readyFrom: new Date(part.readyFrom),
    readyTo: new Date(part.readyTo),
    acceptedAt: part.acceptedAt === null ? null : new Date(part.acceptedAt),
    lines: part.lines.map((line) => ({
      ...line,
      vndPerKg: vnd(line.vndPerKg),
      gramsBefore: grams(line.gramsBefore),
      grams: grams(line.grams),
    })),
  })),
});

/** Changes of orders; a change is locked before the deals it speaks of. */
@Injectable()
export class OrderChangesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async lock(tx: Tx, id: string): Promise<OrderChange | undefined> {
    return this.locked(tx, 'c.id = $1', id);
  }

  /** The one change of the order that waits for an answer. */
  async lockOpen(tx: Tx, orderId: string): Promise<OrderChange | undefined> {
    return this.locked(tx, `c.order_id = $1 and c.state = 'OPEN'`, orderId);
  }

  async find(id: string): Promise<OrderChange | undefined> {
    const rows: ChangeRow[] = await this.dataSource.query(
      `select ${COLUMNS} from order_changes c where c.id = $1`,
      [id],
    );
    return rows[0] && toChange(rows[0]);
  }

  /** The newest change of each order; orders without one are missing. */
  async newestOfOrders(orderIds: readonly string[]): Promise<OrderChange[]> {
    const rows: ChangeRow[] = await this.dataSource.query(
      `select distinct on (c.order_id) ${COLUMNS} from order_changes c where c.order_id = any ($1::uuid[])
       order by c.order_id, c.proposed_at desc, c.id desc`,
      [orderIds],
    );
    return rows.map(toChange);
  }

  /** The newest change that speaks of each deal; deals without one are missing. */
  async newestOfDeals(
    dealIds: readonly string[],
  ): Promise<{ dealId: string; change: OrderChange }[]> {
    const rows: (ChangeRow & { dealId: string })[] = await this.dataSource.query(
      `select distinct on (asked.deal_id) asked.deal_id as "dealId", ${COLUMNS}
       from order_change_deals asked join order_changes c on c.id = asked.change_id
       where asked.deal_id = any ($1::uuid[]) order by asked.deal_id, c.proposed_at desc, c.id desc`,
      [dealIds],
    );
    return rows.map(({ dealId, ...row }) => ({ dealId, change: toChange(row) }));
  }

  /** @returns false when another change of the order is open already */
  async add(tx: Tx, change: NewChange): Promise<boolean> {
    const { id, parts } = change;
    const added: unknown[] = await tx.query(
      `insert into order_changes (id, order_id, proposed_by, person_id, note, state, proposed_at, expires_at)
       values ($1, $2, $3, $4, $5, 'OPEN', $6, $7)
       on conflict (order_id) where state = 'OPEN' do nothing returning id`,
      [
        id,
        change.orderId,
        change.proposedBy,
        change.personId,
        change.note,
        change.proposedAt,
        change.expiresAt,
      ],
    );
    if (added.length === 0) return false;
    await tx.query(
      `insert into order_change_deals (change_id, deal_id, ready_from_before, ready_to_before, ready_from, ready_to)
       select $1, p.* from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[],
         $6::timestamptz[]) as p`,
      [
        id,
        parts.map((part) => part.dealId),
        parts.map((part) => part.readyFromBefore),
        parts.map((part) => part.readyToBefore),
        parts.map((part) => part.readyFrom),
        parts.map((part) => part.readyTo),
      ],
    );
    const lines = parts.flatMap((part) =>
      part.lines.map((line) => ({ ...line, dealId: part.dealId })),
    );
    await tx.query(
      `insert into order_change_lines (change_id, deal_id, deal_line_id, grams_before, grams)
       select $1, l.* from unnest($2::uuid[], $3::uuid[], $4::int8[], $5::int8[]) as l`,
      [
        id,
        lines.map((line) => line.dealId),
        lines.map((line) => line.lineId),
        lines.map((line) => line.gramsBefore),
        lines.map((line) => line.grams),
      ],
    );
    return true;
  }

  async accept(
    tx: Tx,
    id: string,
    dealIds: readonly string[],
    yes: { readonly personId: string; readonly at: Date },
  ): Promise<void> {
    await tx.query(
      `update order_change_deals set accepted_at = $3, accepted_by = $4
       where change_id = $1 and deal_id = any ($2::uuid[])`,
      [id, dealIds, yes.at, yes.personId],
    );
  }

  async close(tx: Tx, id: string, state: Exclude<ChangeState, 'OPEN'>, at: Date): Promise<void> {
    await tx.query(`update order_changes set state = $2, closed_at = $3 where id = $1`, [
      id,
      state,
      at,
    ]);
  }

  /** Open changes nobody can say yes to any more: their time is over, or a deal they speak of is weighed or ended. */
  async over(now: Date): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select c.id from order_changes c
       where c.state = 'OPEN' and (c.expires_at <= $1 or exists (
         select 1 from order_change_deals p join deals d on d.id = p.deal_id
         where p.change_id = c.id and d.state <> 'COMMITTED'))
       order by c.expires_at`,
      [now],
    );
    return rows.map(({ id }) => id);
  }

  private async locked(tx: Tx, where: string, value: string): Promise<OrderChange | undefined> {
    const found: { id: string }[] = await tx.query(
      `select c.id from order_changes c where ${where} for update of c`,
      [value],
    );
    if (!found[0]) return undefined;
    const rows: ChangeRow[] = await tx.query(
      `select ${COLUMNS} from order_changes c where c.id = $1`,
      [found[0].id],
    );
    return rows[0] && toChange(rows[0]);
  }
}
