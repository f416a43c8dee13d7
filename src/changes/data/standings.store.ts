import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';

/** What a party did with its deals in the last year, counted from facts alone (PA-05). */
export interface ReliabilityRecord {
  readonly partyId: string;
  readonly deals: number;
  readonly kept: number;
  /** Given up or broken through its own fault. */
  readonly broken: number;
  readonly excused: number;
  /** Force majeure that the office has not judged yet. */
  readonly underReview: number;
}

interface DueDeal {
  readonly id: string;
  readonly isReminded: boolean;
}

const FIRST_REMINDER_HOURS = 2;
export const GRACE_HOURS = 2;

/**
 * Deals `d` that nobody fetched and nobody is on the way to, near or past the hour of release; $1 is now. Where a vehicle
 * came and left without the fruit, the two sides say why; the clock does not judge.
 */
const DUE = `d.state = 'COMMITTED'
  and d.release_by <= case when d.release_reminded_at is null
    then $1::timestamptz + interval '${FIRST_REMINDER_HOURS} hours'
    else $1::timestamptz - interval '${GRACE_HOURS} hours' end
  and not exists (select 1 from weigh_tickets w where w.deal_id = d.id and w.state <> 'VOID')
  and not exists (select 1 from run_stops s join runs r on r.id = s.run_id
    where s.deal_id = d.id and (s.state in ('FAILED', 'PARTIAL') or r.state = 'DISPATCHED'
      and s.state in ('PENDING', 'ARRIVED')))`;

/** How parties stand to deals, and deals to the clock. */
@Injectable()
export class StandingsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Whether the household lets this party sell for it. */
  async isSeller(tx: Tx, householdId: string, partyId: string | null): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from standing_grants where party_id = $2 and household_id = $1 and power = 'SELL_FOR'`,
      [householdId, partyId],
    );
    return rows.length > 0;
  }

  /** A territory may name the units of today, while the deal keeps the commune of its day. */
  async isInTerritory(tx: Tx, communeId: string, partyId: string | null): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from admin_units u join party_territories a on a.unit_id in (u.id, u.successor_id)
       where u.id = $1 and a.party_id = $2`,
      [communeId, partyId],
    );
    return rows.length > 0;
  }

  /**
   * @param readerId whose eyes: a trader's record is open to the trade, a household's to itself, those it trusts, those
   *   with a deal with it, and the offices of its commune
   */
  async recordOf(
    partyId: string,
    readerId: string | null,
    since: Date,
  ): Promise<ReliabilityRecord | undefined> {
    const rows: ReliabilityRecord[] = await this.dataSource.query(
      `select p.id as "partyId", count(d.id)::int as deals,
              count(*) filter (where d.state in ('WEIGHED', 'PAID'))::int as kept,
              count(*) filter (where e.at_fault_id = p.id and coalesce(e.force_majeure, 'REFUSED') = 'REFUSED')::int
                as broken,
              count(*) filter (where e.at_fault_id = p.id and e.force_majeure = 'CONFIRMED')::int as excused,
              count(*) filter (where e.at_fault_id = p.id and e.force_majeure = 'CLAIMED')::int as "underReview"
       from parties p
       left join deals d on p.id in (d.buyer_id, d.household_id) and d.created_at >= $3
       left join deal_endings e on e.deal_id = d.id
       where p.id = $1 and (p.kind = 'TRADER' or p.kind = 'HOUSEHOLD' and (p.id = $2
         or exists (select 1 from standing_grants g where g.party_id = $2 and g.household_id = p.id)
         or exists (select 1 from deals o where o.household_id = p.id and o.buyer_id = $2)
         or exists (select 1 from deals o join admin_units u on u.id = o.commune_id
                    join party_territories a on a.unit_id in (u.id, u.successor_id)
                    where o.household_id = p.id and a.party_id = $2)))
       group by p.id`,
      [partyId, readerId, since],
    );
    return rows[0];
  }

  /** Deals of the moment, the longest overdue first; each is locked and judged by itself. */
  due(now: Date): Promise<DueDeal[]> {
    return this.dataSource.query(
      `select d.id, d.release_reminded_at is not null as "isReminded" from deals d
       where ${DUE} order by d.release_by, d.id`,
      [now],
    );
  }

  /** Whether a locked deal, whose run is locked, is past reminder and grace. */
  async isOver(tx: Tx, dealId: string, now: Date): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from deals d where d.id = $2 and d.release_reminded_at is not null and ${DUE}`,
      [now, dealId],
    );
    return rows.length > 0;
  }

  async markReminded(tx: Tx, dealId: string, now: Date): Promise<boolean> {
    const [, changed]: [unknown[], number] = await tx.query(
      `update deals d set release_reminded_at = $1
       where d.id = $2 and d.release_reminded_at is null and ${DUE}`,
      [now, dealId],
    );
    return changed === 1;
  }
}
