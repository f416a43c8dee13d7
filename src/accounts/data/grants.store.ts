import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, IsNull, type DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { Power } from '../domain/grants.js';
import { PartyGrantEntity } from './party-relations.entities.js';

/** Who lets whom do what. Stores of other features join the view `standing_grants`. */
@Injectable()
export class GrantsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns the id of the standing grant: this one, or the one that stood before */
  async add(tx: Tx, grant: PartyGrantEntity): Promise<{ id: string; isNew: boolean }> {
    const { id, grantorId, granteeId, power, consent, grantedAt, grantedBy } = grant;
    const { codeId = null, paperId = null } = grant;
    const added: unknown[] = await tx.query(
      `insert into party_grants (id, grantor_id, grantee_id, power, consent, granted_at, granted_by, code_id, paper_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (grantor_id, grantee_id, power) where revoked_at is null do nothing returning 1`,
      [id, grantorId, granteeId, power, consent, grantedAt, grantedBy, codeId, paperId],
    );
    if (added.length > 0) return { id, isNew: true };
    const [standing]: { id: string }[] = await tx.query(
      `select id from party_grants
       where grantor_id = $1 and grantee_id = $2 and power = $3 and revoked_at is null`,
      [grantorId, granteeId, power],
    );
    return { id: standing?.id ?? id, isNew: false };
  }

  /** @returns false when it was taken back before. Waits for the acts that hold the word (`hold`), so that it ends all of them. */
  async revoke(tx: Tx, id: string, personId: string, now: Date): Promise<boolean> {
    const { affected } = await tx.update(
      PartyGrantEntity,
      { id, revokedAt: IsNull() },
      { revokedAt: now, revokedBy: personId },
    );
    return affected === 1;
  }

  /**
   * Which of these households let this party do that, each word held until the end of the transaction. A word that somebody
   * is just taking back counts as gone: whoever holds a lot or an order never waits here, so nobody waits in a circle.
   */
  async hold(
    tx: Tx,
    partyId: string,
    power: Power,
    householdIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await tx.query(
      `select household_id as id from standing_grants
       where party_id = $1 and power = $2 and household_id = any($3::uuid[]) for share skip locked`,
      [partyId, power, householdIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  byId(id: string): Promise<PartyGrantEntity | null> {
    return this.dataSource.getRepository(PartyGrantEntity).findOneBy({ id });
  }

  /** Standing grants from or to a party, newest first. */
  page(
    side: 'grantorId' | 'granteeId',
    partyId: string,
    first: number,
    after: { at: Date; id: string } | undefined,
  ): Promise<PartyGrantEntity[]> {
    const query = this.dataSource
      .getRepository(PartyGrantEntity)
      .createQueryBuilder('g')
      .where(`g.${side} = :partyId and g.revokedAt is null`, { partyId })
      .orderBy('g.grantedAt', 'DESC')
      .addOrderBy('g.id', 'DESC')
      .take(first + 1);
    if (after) query.andWhere('(g.grantedAt, g.id) < (:at, :id)', after);
    return query.getMany();
  }

  /** What these households let this party do, the newest first. */
  standing(partyId: string, householdIds: readonly string[]): Promise<PartyGrantEntity[]> {
    return this.dataSource.getRepository(PartyGrantEntity).find({
      where: { granteeId: partyId, grantorId: In([...householdIds]), revokedAt: IsNull() },
      order: { grantedAt: 'DESC', id: 'DESC' },
    });
  }

  async isGranted(partyId: string, householdId: string, power: Power): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `select 1 from standing_grants where party_id = $1 and household_id = $2 and power = $3`,
      [partyId, householdId, power],
    );
    return rows.length > 0;
  }

  /** Whether a household is a member of this party, or lets it do anything. */
  async isTied(partyId: string, householdId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `select 1 from coop_members where coop_id = $1 and household_id = $2
       union all select 1 from standing_grants where party_id = $1 and household_id = $2 limit 1`,
      [partyId, householdId],
    );
    return rows.length > 0;
  }

  async householdsSoldFor(partyId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select household_id as id from standing_grants where party_id = $1 and power = 'SELL_FOR'`,
      [partyId],
    );
    return rows.map((row) => row.id);
  }

  async householdsSeenBy(partyId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select distinct household_id as id from standing_grants
       where party_id = $1 and power in ('SEE_LOTS','SELL_FOR')`,
      [partyId],
    );
    return rows.map((row) => row.id);
  }
}
