import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { RevokedGrant } from '../../accounts/index.js';
import type { Tx } from '../../platform/database/unit-of-work.js';

// Lots that the trusted party ($2) put on the market for the household ($1).
const LISTED = `select subject_id from assisted_acts
  where household_id = $1 and party_id = $2 and kind = 'LOT_OFFERED'`;

/** What hangs on the lots one party listed for a household. */
@Injectable()
export class ListedForStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Offers nobody answered yet, oldest id first. */
  async waiting(tx: Tx, grant: RevokedGrant, now: Date): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `select id from allocation_lines
       where household_id = $1 and lot_id in (${LISTED}) and state = 'OFFERED' and expires_at > $3 order by id`,
      [grant.grantorId, grant.granteeId, now],
    );
    return rows.map(({ id }) => id);
  }

  async counts(
    grant: RevokedGrant,
    now: Date,
    db: Pick<DataSource, 'query'> = this.dataSource,
  ): Promise<{ offers: number; lots: number; deals: number }> {
    const [row]: { offers: number; lots: number; deals: number }[] = await db.query(
      `select (select count(*)::int from allocation_lines
               where household_id = $1 and lot_id in (${LISTED}) and state = 'OFFERED' and expires_at > $3) as offers,
              (select count(*)::int from lots
               where id in (${LISTED}) and state in ('PUBLISHED','PAUSED') and ready_to > $3) as lots,
              (select count(distinct d.id)::int from deals d join deal_lines n on n.deal_id = d.id
               where d.household_id = $1 and n.lot_id in (${LISTED}) and d.state in ('COMMITTED','WEIGHED')) as deals`,
      [grant.grantorId, grant.granteeId, now],
    );
    return row ?? { offers: 0, lots: 0, deals: 0 };
  }
}
