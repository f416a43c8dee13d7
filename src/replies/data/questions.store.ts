import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { parseSafe } from '../../platform/database/columns.js';

/** One grade of one lot. */
export interface OpenLine {
  readonly id: string;
  readonly gradeCode: string;
  readonly grams: number;
}

/** What one order asks one household: all the lines that were offered to it. */
export interface Question {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly householdId: string;
  readonly state: 'OPEN' | 'ACCEPTED' | 'DECLINED' | 'EXPIRED' | 'GONE';
  /** Lines that still wait. */
  readonly open: readonly OpenLine[];
  readonly grams: number;
  readonly expiresAt: Date;
}

/** Binding questions that were asked of households by offers of orders. */
@Injectable()
export class QuestionsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The person a phone belongs to, with the households she answers for. */
  async answererOf(
    phone: string,
  ): Promise<{ personId: string; householdIds: string[] } | undefined> {
    const rows: { personId: string; householdIds: string[] }[] = await this.dataSource.query(
      `select p.id as "personId", coalesce(array_agg(m.party_id) filter (where m.party_id is not null), '{}') as "householdIds"
       from people p left join memberships m on m.person_id = p.id and m.role = 'GROWER'
       where p.phone = $1 group by p.id`,
      [phone],
    );
    return rows[0];
  }

  /** Newest first, of offers made since then. */
  async of(householdIds: readonly string[], since: Date, now: Date): Promise<Question[]> {
    const isOpen = `l.state = 'OFFERED' and l.expires_at > $3`;
    const rows: (Omit<Question, 'grams'> & { grams: string })[] = await this.dataSource.query(
      `select l.order_id as "orderId", o.number as "orderNumber", l.household_id as "householdId",
              case when bool_or(${isOpen}) then 'OPEN'
                   when bool_or(l.state in ('ACCEPTED', 'COMMITTED', 'WEIGHED')) then 'ACCEPTED'
                   when bool_or(l.state = 'EXPIRED' or l.state = 'OFFERED') then 'EXPIRED'
                   when bool_or(l.state = 'DECLINED') then 'DECLINED' else 'GONE' end as state,
              coalesce(json_agg(json_build_object('id', l.id, 'gradeCode', l.grade_code, 'grams', l.grams)
                                order by l.grade_code, l.id) filter (where ${isOpen}), '[]') as open,
              coalesce(sum(l.grams) filter (where ${isOpen}), 0) as grams, max(l.expires_at) as "expiresAt"
       from allocation_lines l join orders o on o.id = l.order_id
       where l.household_id = any ($1::uuid[]) and l.offered_at > $2
       group by l.order_id, o.number, l.household_id order by max(l.offered_at) desc, l.order_id`,
      [householdIds, since, now],
    );
    return rows.map((row) => ({ ...row, grams: parseSafe(row.grams) }));
  }
}
