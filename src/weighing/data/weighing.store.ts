import { Injectable } from '@nestjs/common';
import { isId } from '../../kernel/id.js';
import { basisPoints, grams, type Grams } from '../../kernel/units.js';
import type { Actor } from '../../platform/access/actor.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { Promised } from '../domain/over-weight.js';
import type { TicketSums, Weighing, WeighingTerms } from '../domain/ticket.js';
import type { TicketState } from '../domain/ticket.state.js';
import type { TicketStanding } from '../domain/weighing.policy.js';
import { termsOf, type DeductionColumns, type GradePrice } from './terms.js';
import { TicketLineEntity, WeighRowEntity, WeighTicketEntity } from './weighing.entities.js';

/** A ticket held for update, with all that deciding about it needs. */
export interface LockedTicket extends TicketStanding, Promised {
  readonly id: string;
  readonly number: string;
  readonly dealId: string;
  readonly state: TicketState;
  /** The deal's own, as they were frozen: a grade without a price may not go on the scale. */
  readonly terms: WeighingTerms;
  readonly submittedAt: Date | null;
  readonly submittedBy: string | null;
  /** What the buyer was last asked about, because it lies above the deal. */
  readonly overAskedG: Grams | null;
}

interface LockedRow
  extends Omit<LockedTicket, 'terms' | 'overAskedG' | keyof Promised>, DeductionColumns {
  readonly overAskedG: string | null;
  readonly prices: GradePrice[];
  readonly promised: string;
  readonly tolerance: number;
}

/** A ticket as it is opened: nothing weighed, nobody asked. */
export type NewTicket = Pick<
  WeighTicketEntity,
  | 'id'
  | 'number'
  | 'dealId'
  | 'orderId'
  | 'buyerId'
  | 'householdId'
  | 'communeId'
  | 'cropCode'
  | 'state'
  | 'deductionKind'
  | 'deductionBp'
  | 'deductionCrateG'
  | 'createdBy'
  | 'createdAt'
>;

export type NewRow = Omit<WeighRowEntity, 'seq' | 'replacedBy' | 'removedAt'>;

/** Writes to tickets and their rows. The ticket's row lock is what puts two phones into one order. */
@Injectable()
export class WeighingStore {
  async nextSerial(tx: Tx): Promise<number> {
    const [row]: { serial: string }[] = await tx.query(`select nextval('ticket_serial') as serial`);
    return parseSafe(row?.serial ?? 0);
  }

  async allowWeigher(tx: Tx, dealId: string, personId: string): Promise<void> {
    await tx.query(
      `insert into weighers (deal_id, person_id) values ($1, $2) on conflict do nothing`,
      [dealId, personId],
    );
  }

  /** How the actor stands to a deal that has no ticket yet. */
  async standing(
    tx: Tx,
    actor: Actor,
    deal: { id: string; buyerId: string; householdId: string },
  ): Promise<TicketStanding> {
    const [row]: Pick<TicketStanding, 'isGranted' | 'isWeigher'>[] = await tx.query(
      `select exists (select 1 from standing_grants where party_id = $1 and household_id = $2
                and power = 'SELL_FOR') as "isGranted",
              exists (select 1 from weighers where deal_id = $3 and person_id = $4) as "isWeigher"`,
      [actor.partyId, deal.householdId, deal.id, actor.personId],
    );
    return {
      buyerId: deal.buyerId,
      householdId: deal.householdId,
      isGranted: row?.isGranted ?? false,
      isWeigher: row?.isWeigher ?? false,
    };
  }

  liveOf(tx: Tx, dealId: string): Promise<WeighTicketEntity | null> {
    return tx
      .createQueryBuilder(WeighTicketEntity, 't')
      .where(`t.dealId = :dealId and t.state <> 'VOID'`, { dealId })
      .getOne();
  }

  async add(tx: Tx, ticket: NewTicket): Promise<void> {
    await tx.insert(WeighTicketEntity, ticket);
  }

  async update(tx: Tx, id: string, changes: Partial<WeighTicketEntity>): Promise<void> {
    await tx.update(WeighTicketEntity, id, changes);
  }

  lock(tx: Tx, actor: Actor, ticketId: string): Promise<LockedTicket | undefined> {
    return this.lockWhere(tx, actor, 't.id = $1', ticketId);
  }

  lockOfRow(tx: Tx, actor: Actor, rowId: string): Promise<LockedTicket | undefined> {
    return this.lockWhere(
      tx,
      actor,
      't.id = (select ticket_id from weigh_rows where id = $1)',
      rowId,
    );
  }

  /** Needs the ticket's lock: the number of the row is the next one. False when its id is taken. */
  async addRow(tx: Tx, row: NewRow): Promise<boolean> {
    const added: unknown[] = await tx.query(
      `insert into weigh_rows (id, ticket_id, seq, grade_code, gross_g, crate_code, crates, tare_g, weighed_at, created_at)
       select $1, $2, coalesce(max(seq), 0) + 1, $3, $4::int8, $5, $6::int4, $7::int8, $8::timestamptz, $9::timestamptz
       from weigh_rows where ticket_id = $2
       on conflict on constraint weigh_rows_pkey do nothing returning 1`,
      [
        row.id,
        row.ticketId,
        row.gradeCode,
        row.grossG,
        row.crateCode,
        row.crates,
        row.tareG,
        row.weighedAt,
        row.createdAt,
      ],
    );
    return added.length === 1;
  }

  findRow(tx: Tx, id: string): Promise<WeighRowEntity | null> {
    return tx.findOneBy(WeighRowEntity, { id });
  }

  /** False when the row was replaced or removed before. */
  async replaceRow(tx: Tx, id: string, by: string): Promise<boolean> {
    const [, count]: [unknown[], number] = await tx.query(
      `update weigh_rows set replaced_by = $2 where id = $1 and replaced_by is null and removed_at is null`,
      [id, by],
    );
    return count === 1;
  }

  /** False when the row was replaced or removed before. */
  async removeRow(tx: Tx, id: string, now: Date): Promise<boolean> {
    const [, count]: [unknown[], number] = await tx.query(
      `update weigh_rows set removed_at = $2 where id = $1 and replaced_by is null and removed_at is null`,
      [id, now],
    );
    return count === 1;
  }

  /** What counts: replaced and removed rows are left out. */
  async weighings(tx: Tx, ticketId: string): Promise<Weighing[]> {
    const rows: { gradeCode: string; gross: string; crates: number; tare: string }[] =
      await tx.query(
        `select grade_code as "gradeCode", gross_g as gross, crates, tare_g as tare
         from weigh_rows where ticket_id = $1 and replaced_by is null and removed_at is null order by seq`,
        [ticketId],
      );
    return rows.map((row) => ({
      ...row,
      gross: grams(parseSafe(row.gross)),
      tare: grams(parseSafe(row.tare)),
    }));
  }

  /** Writes down what a ticket comes to; its lines do not follow its rows any more. */
  async freeze(tx: Tx, ticketId: string, { lines }: TicketSums): Promise<void> {
    await tx.insert(
      TicketLineEntity,
      lines.map((line) => ({
        ticketId,
        gradeCode: line.gradeCode,
        crates: line.crates,
        grossG: line.gross,
        tareG: line.tare,
        deductionG: line.deductionGrams,
        payableG: line.payable,
        vndPerKg: line.vndPerKg,
        amountVnd: line.amountVnd,
      })),
    );
  }

  async thaw(tx: Tx, ticketId: string): Promise<void> {
    await tx.delete(TicketLineEntity, { ticketId });
  }

  /** Gross − tare by grade of a frozen ticket. */
  async netByGrade(tx: Tx, ticketId: string): Promise<Map<string, Grams>> {
    const lines = await tx.findBy(TicketLineEntity, { ticketId });
    return new Map(lines.map((line) => [line.gradeCode, grams(line.grossG - line.tareG)]));
  }

  private async lockWhere(
    tx: Tx,
    actor: Actor,
    where: string,
    id: string,
  ): Promise<LockedTicket | undefined> {
    if (!isId(id)) return undefined;
    const rows: LockedRow[] = await tx.query(
      `select t.id, t.number, t.deal_id as "dealId", t.buyer_id as "buyerId", t.household_id as "householdId",
                t.state, t.submitted_at as "submittedAt", t.submitted_by as "submittedBy",
                t.over_asked_g as "overAskedG",
                t.deduction_kind as "deductionKind", t.deduction_bp as "deductionBp",
                t.deduction_crate_g as "deductionCrateG",
                (select json_agg(json_build_object('gradeCode', grade_code, 'vndPerKg', vnd_per_kg) order by id)
                 from deal_lines where deal_id = t.deal_id) as prices,
                (select sum(grams) from deal_lines where deal_id = t.deal_id)::int8 as promised,
                (select tolerance_bp from orders where id = t.order_id) as tolerance,
                exists (select 1 from standing_grants where party_id = $2 and household_id = t.household_id
                  and power = 'SELL_FOR') as "isGranted",
                exists (select 1 from weighers where deal_id = t.deal_id and person_id = $3) as "isWeigher"
         from weigh_tickets t where ${where} for update of t`,
      [id, actor.partyId, actor.personId],
    );
    if (!rows[0]) return undefined;
    const { deductionKind, deductionBp, deductionCrateG, prices, ...ticket } = rows[0];
    return {
      ...ticket,
      terms: termsOf({ deductionKind, deductionBp, deductionCrateG }, prices),
      overAskedG: ticket.overAskedG === null ? null : grams(parseSafe(ticket.overAskedG)),
      promised: grams(parseSafe(ticket.promised)),
      tolerance: basisPoints(ticket.tolerance),
    };
  }
}
