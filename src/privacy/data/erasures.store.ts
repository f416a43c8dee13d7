import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';

export interface Erasure {
  readonly id: string;
  readonly personId: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly effectiveAt: Date;
  readonly dueAt: Date;
}

const COLUMNS = `e.id, e.person_id as "personId", e.requested_by as "requestedBy", e.requested_at as "requestedAt",
  e.effective_at as "effectiveAt", e.due_at as "dueAt"`;
const OPEN = 'e.cancelled_at is null and e.done_at is null';

@Injectable()
export class ErasuresStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** False when one is open already. */
  async add(tx: Tx, erasure: Erasure): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `insert into erasures (id, person_id, requested_by, requested_at, effective_at, due_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (person_id) where cancelled_at is null and done_at is null do nothing returning 1`,
      [
        erasure.id,
        erasure.personId,
        erasure.requestedBy,
        erasure.requestedAt,
        erasure.effectiveAt,
        erasure.dueAt,
      ],
    );
    return rows.length === 1;
  }

  async openOf(personId: string): Promise<Erasure | undefined> {
    const rows: Erasure[] = await this.dataSource.query(
      `select ${COLUMNS} from erasures e where e.person_id = $1 and ${OPEN}`,
      [personId],
    );
    return rows[0];
  }

  /** False when there was none to take back. */
  async cancel(tx: Tx, personId: string, now: Date): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.query(
      `update erasures e set cancelled_at = $2 where e.person_id = $1 and ${OPEN} returning 1`,
      [personId, now],
    );
    return rows.length === 1;
  }

  /** Whose day has come, oldest first. */
  async due(now: Date): Promise<Erasure[]> {
    return this.dataSource.query(
      `select ${COLUMNS} from erasures e where ${OPEN} and e.effective_at <= $1 order by e.effective_at limit 100`,
      [now],
    );
  }

  /** Locks an erasure whose day has come; undefined when it was taken back or done meanwhile. */
  async lockDue(tx: Tx, id: string, now: Date): Promise<Erasure | undefined> {
    const rows: Erasure[] = await tx.query(
      `select ${COLUMNS} from erasures e where e.id = $1 and ${OPEN} and e.effective_at <= $2 for update`,
      [id, now],
    );
    return rows[0];
  }

  async done(tx: Tx, id: string, now: Date): Promise<void> {
    await tx.query(`update erasures set done_at = $2 where id = $1`, [id, now]);
  }

  /** Deals on their way and sums not yet settled, of households and businesses that are hers. */
  async obligations(personId: string): Promise<{ deals: number; payments: number }> {
    const [row]: { deals: number; payments: number }[] = await this.dataSource.query(
      `with own as (select m.party_id as id from memberships m join parties p on p.id = m.party_id
                     where m.person_id = $1 and p.kind in ('HOUSEHOLD','TRADER','TRANSPORTER'))
       select (select count(*)::int from deals d
                where d.state = 'COMMITTED' and (d.household_id in (select id from own) or d.buyer_id in (select id from own))) as deals,
              (select count(*)::int from payables y
                where y.state <> 'CONFIRMED' and (y.payee_id in (select id from own) or y.payer_id in (select id from own))) as payments`,
      [personId],
    );
    return row ?? { deals: 0, payments: 0 };
  }
}
