import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { AllocationLineState } from '../domain/allocation-line.state.js';
import { LINE_COLUMNS, lineValues, LINES_GIVEN, type NewLine } from './new-lines.js';

export interface AskedLine {
  readonly orderId: string;
  readonly orderKind: 'BULK' | 'LOT';
  readonly householdId: string;
  /** The household lets the party that was asked about sell for it. */
  readonly isGranted: boolean;
  readonly cropCode: string;
  readonly grams: number;
  /** The least the lot gives, or the order takes, of one lot. */
  readonly leastGrams: number;
  /** Why the household may agree to nothing new; null when it may. */
  readonly suspendedFor: string | null;
  /** A suspended buyer is agreed with on nothing new (ID-10). */
  readonly isBuyerActive: boolean;
}

interface LineOfOrder {
  readonly id: string;
  readonly orderId: string;
}

export interface LostLine extends LineOfOrder {
  readonly wasAccepted: boolean;
}

/** What is written to allocation lines; the order is locked before any of them. */
@Injectable()
export class LinesStore {
  async add(
    tx: Tx,
    orderId: string,
    planId: string,
    lines: readonly NewLine[],
    times: { readonly offeredAt: Date; readonly expiresAt: Date },
  ): Promise<void> {
    await tx.query(
      `insert into allocation_lines (${LINE_COLUMNS}, order_id, plan_id, state, offered_at, expires_at)
       select l.*, $8, $9, 'OFFERED', $10, $11 from ${LINES_GIVEN}`,
      [...lineValues(lines), orderId, planId, times.offeredAt, times.expiresAt],
    );
  }

  /** Lines whose household had said yes before the order was written; their holds are for good. */
  async addAccepted(
    tx: Tx,
    orderId: string,
    lines: readonly NewLine[],
    yes: { readonly personId: string; readonly at: Date; readonly planId?: string },
  ): Promise<void> {
    await tx.query(
      `insert into allocation_lines (${LINE_COLUMNS}, order_id, plan_id, state, offered_at, expires_at, answered_at, answered_by)
       select l.*, $8, $11, 'ACCEPTED', $9, $9, $9, $10 from ${LINES_GIVEN}`,
      [...lineValues(lines), orderId, yes.at, yes.personId, yes.planId ?? null],
    );
  }

  /** Locks the order of a line; `partyId` may be one the household lets sell for it. */
  async lockOrderOf(
    tx: Tx,
    lineId: string,
    partyId: string | null,
  ): Promise<AskedLine | undefined> {
    const rows: AskedLine[] = await tx.query(
      `select l.order_id as "orderId", o.kind as "orderKind", l.household_id as "householdId",
              o.crop_code as "cropCode", l.grams::float8 as grams,
              greatest(lot.min_take_g, o.least_line_g)::float8 as "leastGrams",
              exists (select 1 from standing_grants g
                      where g.party_id = $2 and g.household_id = l.household_id and g.power = 'SELL_FOR') as "isGranted",
              case when h.state <> 'ACTIVE' then coalesce(h.state_reason, h.state) end as "suspendedFor",
              b.state = 'ACTIVE' as "isBuyerActive"
       from allocation_lines l join orders o on o.id = l.order_id join parties h on h.id = l.household_id
       join parties b on b.id = o.buyer_id join lots lot on lot.id = l.lot_id
       where l.id = $1 for no key update of o`,
      [lineId, partyId],
    );
    return rows[0];
  }

  /** Which of these households this party sells for now, and may sell at all. */
  async sellingFor(tx: Tx, partyId: string, householdIds: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `select h.id from parties h join standing_grants g on g.household_id = h.id
       where g.party_id = $1 and g.power = 'SELL_FOR' and h.state = 'ACTIVE' and h.id = any ($2::uuid[])`,
      [partyId, householdIds],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * @param answer `fewerGrams`: all the household says yes to, when that is less than it was asked for
   * @returns false when the line is not waiting any more, because it was answered, withdrawn, or ran out
   */
  async answer(
    tx: Tx,
    answer: {
      readonly lineId: string;
      readonly state: 'ACCEPTED' | 'DECLINED';
      readonly fewerGrams: number | null;
      readonly personId: string;
      readonly now: Date;
    },
  ): Promise<boolean> {
    const [, changed]: [unknown[], number] = await tx.query(
      `update allocation_lines set state = $2, answered_by = $3, answered_at = $4,
         asked_g = case when $5::int8 is not null then grams end, grams = coalesce($5::int8, grams)
       where id = $1 and state = 'OFFERED' and expires_at > $4`,
      [answer.lineId, answer.state, answer.personId, answer.now, answer.fewerGrams],
    );
    return changed === 1;
  }

  /** How a line stands: for saying why an answer came too late. */
  async standing(tx: Tx, lineId: string): Promise<{ state: AllocationLineState; expiresAt: Date }> {
    const [row]: { state: AllocationLineState; expiresAt: Date }[] = await tx.query(
      `select state, expires_at as "expiresAt" from allocation_lines where id = $1`,
      [lineId],
    );
    if (!row) throw new Error(`no allocation line ${lineId}`);
    return row;
  }

  /** Takes back what was not answered yet. @returns ids of those lines */
  async withdraw(tx: Tx, orderId: string): Promise<string[]> {
    const [withdrawn]: [{ id: string }[], number] = await tx.query(
      `update allocation_lines set state = 'RELEASED' where order_id = $1 and state = 'OFFERED' returning id`,
      [orderId],
    );
    return withdrawn.map(({ id }) => id);
  }

  /** Lets go of everything these orders hold and have not committed. */
  async release(tx: Tx, orderIds: readonly string[]): Promise<LineOfOrder[]> {
    const [released]: [LineOfOrder[], number] = await tx.query(
      `update allocation_lines set state = 'RELEASED'
       where order_id = any ($1::uuid[]) and state in ('OFFERED', 'ACCEPTED')
       returning id, order_id as "orderId"`,
      [orderIds],
    );
    return released;
  }

  /** Lets go of these lines, as far as they are not committed; `wasAccepted`: their household had said yes. */
  async releaseByIds(tx: Tx, lineIds: readonly string[]): Promise<LostLine[]> {
    const [released]: [LostLine[], number] = await tx.query(
      `with lost as (
         select id, state from allocation_lines
         where id = any ($1::uuid[]) and state in ('OFFERED', 'ACCEPTED') order by id for update
       )
       update allocation_lines l set state = 'RELEASED' from lost where l.id = lost.id
       returning l.id, l.order_id as "orderId", lost.state = 'ACCEPTED' as "wasAccepted"`,
      [lineIds],
    );
    return released;
  }

  /** Of a line that was let go because its household undid the yes others said for it: it is not asked for this lot again. */
  async markDeclined(tx: Tx, lineId: string): Promise<void> {
    await tx.query(
      `update allocation_lines set state = 'DECLINED' where id = $1 and state = 'RELEASED'`,
      [lineId],
    );
  }

  /** Ids of what a buyer's orders hold and have not committed. */
  async uncommittedOf(tx: Tx, buyerId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `select l.id from allocation_lines l join orders o on o.id = l.order_id
       where o.buyer_id = $1 and o.state in ('SOURCING', 'ALLOCATED') and l.state in ('OFFERED', 'ACCEPTED')
       order by l.id`,
      [buyerId],
    );
    return rows.map(({ id }) => id);
  }

  async expire(tx: Tx, orderIds: readonly string[], now: Date): Promise<LineOfOrder[]> {
    const [expired]: [LineOfOrder[], number] = await tx.query(
      `update allocation_lines set state = 'EXPIRED'
       where order_id = any ($1::uuid[]) and state = 'OFFERED' and expires_at <= $2
       returning id, order_id as "orderId"`,
      [orderIds, now],
    );
    return expired;
  }
}
