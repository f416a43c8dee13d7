import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { Supplement } from '../domain/amount-due.js';

export type PartKind = 'GOODS' | 'PRICE_BAND' | 'DEPOSIT';

/** One row of how a sum owed was reckoned; its parts add up to it. */
export interface PayablePart {
  readonly payableId: string;
  readonly kind: PartKind;
  /** null: of the whole ticket. */
  readonly gradeCode: string | null;
  readonly grams: number | null;
  readonly vndPerKg: number | null;
  readonly amountVnd: number;
}

/** What sums owed are made of: the lines of their tickets, and what was added to or taken off them. */
@Injectable()
export class PartsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Goods first, then supplements, then the deposit. */
  ofPayables(payableIds: readonly string[]): Promise<PayablePart[]> {
    return this.dataSource.query(
      `select part.*
       from payables p join weigh_tickets t on t.id = p.ticket_id,
         lateral (
           select p.id as "payableId", 'GOODS' as kind, l.grade_code as "gradeCode", l.payable_g::float8 as grams,
             l.vnd_per_kg::float8 as "vndPerKg", l.amount_vnd::float8 as "amountVnd", 0 as seq
           from ticket_lines l where l.ticket_id = t.id
           union all
           select a.payable_id, a.kind, a.grade_code, a.grams::float8, a.vnd_per_kg::float8, a.amount_vnd::float8, a.seq
           from payable_adjustments a where a.payable_id = p.id) part
       where p.id = any ($1::uuid[]) order by part.seq, part."gradeCode"`,
      [payableIds],
    );
  }

  async supplement(
    tx: Tx,
    payableId: string,
    supplements: readonly Supplement[],
    at: Date,
  ): Promise<void> {
    for (const { kind, gradeCode, grams, vndPerKg, amountVnd } of supplements)
      await tx.query(
        `insert into payable_adjustments (payable_id, seq, kind, grade_code, grams, vnd_per_kg, amount_vnd, created_at)
         select $1, count(*) + 1, $2, $3, $4, $5, $6, $7 from payable_adjustments where payable_id = $1`,
        [payableId, kind, gradeCode, grams, vndPerKg, amountVnd, at],
      );
  }

  /** @param takenVnd more than 0 */
  async takeDeposit(tx: Tx, payableId: string, takenVnd: number, at: Date): Promise<void> {
    await tx.query(
      `insert into payable_adjustments (payable_id, seq, kind, amount_vnd, created_at)
       select $1, count(*) + 1, 'DEPOSIT', $2, $3 from payable_adjustments where payable_id = $1`,
      [payableId, -takenVnd, at],
    );
  }
}
