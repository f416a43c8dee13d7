import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';

export interface Erasure {
  readonly id: string;
  /** Null: a household asked across the counter. */
  readonly personId: string | null;
  /** The profile she asked in, or the household; null: all of her. */
  readonly partyId: string | null;
  /** On what the household's word rests; null when a person asked. */
  readonly codeId: string | null;
  readonly paperId: string | null;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly effectiveAt: Date;
  readonly dueAt: Date;
}

const COLUMNS = `e.id, e.person_id as "personId", e.party_id as "partyId", e.code_id as "codeId", e.paper_id as "paperId", e.requested_by as "requestedBy", e.requested_at as "requestedAt",
  e.effective_at as "effectiveAt", e.due_at as "dueAt"`;
// What is merged into a household goes with it, and it with that: a request for either is a request for it.
const ofHousehold = (party: string): string =>
  `e.party_id in (select id from parties where ${party} in (id, merged_into_id))`;
// What was asked at the counter for her household is of her profile too: she can take it back on her own telephone.
const OF_PROFILE = `(e.person_id = $1 and (e.party_id is null or $2::uuid is null or ${ofHousehold('$2')})
  or e.person_id is null and ${ofHousehold('$2')})`;
const OPEN = 'e.cancelled_at is null and e.done_at is null';

@Injectable()
export class ErasuresStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** False when one is open already. */
  async add(tx: Tx, erasure: Erasure): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `insert into erasures (id, person_id, party_id, requested_by, requested_at, effective_at, due_at, code_id, paper_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (person_id, party_id) where cancelled_at is null and done_at is null do nothing returning 1`,
      [
        erasure.id,
        erasure.personId,
        erasure.partyId,
        erasure.requestedBy,
        erasure.requestedAt,
        erasure.effectiveAt,
        erasure.dueAt,
        erasure.codeId,
        erasure.paperId,
      ],
    );
    return rows.length === 1;
  }

  /** What waits for this profile: asked for in it, or for all of her. */
  async openOf(personId: string, partyId: string | null): Promise<Erasure | undefined> {
    const rows: Erasure[] = await this.dataSource.query(
      `select ${COLUMNS} from erasures e where ${OF_PROFILE} and ${OPEN}
       order by e.effective_at limit 1`,
      [personId, partyId],
    );
    return rows[0];
  }

  /** False when there was none to take back. */
  async cancel(tx: Tx, personId: string, partyId: string | null, now: Date): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.query(
      `update erasures e set cancelled_at = $3
       where ${OF_PROFILE} and ${OPEN} returning 1`,
      [personId, partyId, now],
    );
    return rows.length > 0;
  }

  /** What waits for a household as a whole, asked across the counter. */
  async openOfHousehold(householdId: string): Promise<Erasure | undefined> {
    const rows: Erasure[] = await this.dataSource.query(
      `select ${COLUMNS} from erasures e where e.person_id is null and ${ofHousehold('$1')} and ${OPEN}
       order by e.effective_at limit 1`,
      [householdId],
    );
    return rows[0];
  }

  /** False when there was none to take back. */
  async cancelOfHousehold(tx: Tx, householdId: string, now: Date): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.query(
      `update erasures e set cancelled_at = $2
       where e.person_id is null and ${ofHousehold('$1')} and ${OPEN} returning 1`,
      [householdId, now],
    );
    return rows.length > 0;
  }

  /** Whose day has come, oldest first; all of them, so that those who still owe hold up nobody behind them. */
  async due(now: Date): Promise<Erasure[]> {
    return this.dataSource.query(
      `select ${COLUMNS} from erasures e where ${OPEN} and e.effective_at <= $1 order by e.effective_at`,
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

  /** Households and firms she speaks for. */
  async ownParties(personId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select p.id from memberships m join parties p on p.id = m.party_id
       where m.person_id = $1 and m.role <> 'DRIVER' and p.kind in ('HOUSEHOLD','TRADER','TRANSPORTER')`,
      [personId],
    );
    return rows.map(({ id }) => id);
  }

  /** Deals on their way and sums not yet settled, of households and businesses that are hers, or of one of them; without a person, of that household. */
  async obligations(
    personId: string | null,
    partyId: string | null,
  ): Promise<{ deals: number; payments: number }> {
    const [row]: { deals: number; payments: number }[] = await this.dataSource.query(
      `with profile as (select id from parties
                         where $2 in (id, merged_into_id) or id = (select merged_into_id from parties where id = $2)),
            own as (select m.party_id as id from memberships m join parties p on p.id = m.party_id
                     where m.person_id = $1 and p.kind in ('HOUSEHOLD','TRADER','TRANSPORTER')
                       and ($2::uuid is null or p.id in (select id from profile))
                    union select id from profile where $1::uuid is null)
       select (select count(*)::int from deals d
                where d.state = 'COMMITTED' and (d.household_id in (select id from own) or d.buyer_id in (select id from own))) as deals,
              (select count(*)::int from payables y
                where y.state <> 'CONFIRMED' and (y.payee_id in (select id from own) or y.payer_id in (select id from own))) as payments`,
      [personId, partyId],
    );
    return row ?? { deals: 0, payments: 0 };
  }
}
