import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { inAlphabet } from '../../platform/database/vietnamese-order.js';

/** A household as a clerk or an officer finds it to ask it for its word. */
export interface CounterHousehold {
  readonly id: string;
  readonly name: string;
  readonly hamlet: string | null;
  /** Somebody's number speaks for it, so a code can be sent. */
  readonly hasPhone: boolean;
}

interface CounterScope {
  readonly partyId: string;
  readonly scope: 'MEMBERS' | 'TERRITORY';
}

const SELECT = `
  select p.id, p.name, hamlet.name as hamlet,
         exists (select 1 from memberships m where m.party_id = p.id) as "hasPhone"
  from parties p left join admin_units hamlet on hamlet.id = p.hamlet_id`;
// One that may not sell is found all the same: it may take its data home, or ask to be forgotten.
const OPEN = `p.kind = 'HOUSEHOLD' and p.state <> 'CLOSED' and p.merged_into_id is null`;
const WITHIN: Readonly<Record<CounterScope['scope'], string>> = {
  MEMBERS: `p.id in (select household_id from coop_members where coop_id = $1
                     union select household_id from standing_grants where party_id = $1)`,
  TERRITORY: `exists (select 1 from party_territories t left join admin_units u on u.id = p.commune_id
                      where t.party_id = $1 and t.unit_id in (p.commune_id, p.hamlet_id, u.successor_id))`,
};

@Injectable()
export class CounterStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** By a part of the name or hamlet, without accents; one more than the page when more follow. */
  list(
    { partyId, scope }: CounterScope,
    words: string,
    first: number,
    after: { readonly name: string; readonly id: string } | undefined,
  ): Promise<CounterHousehold[]> {
    return this.dataSource.query(
      `${SELECT} where ${OPEN} and ${WITHIN[scope]}
         and fold(p.name || ' ' || coalesce(hamlet.name, '')) like '%' || fold($2) || '%'
         and ($4::text is null or (${inAlphabet('p.name')}, p.id) > ($4, $5::uuid))
       order by ${inAlphabet('p.name')}, p.id limit $3`,
      [partyId, words.replace(/[%_\\]/g, ''), first + 1, after?.name ?? null, after?.id ?? null],
    );
  }

  async one(id: string): Promise<CounterHousehold | undefined> {
    const rows: CounterHousehold[] = await this.dataSource.query(`${SELECT} where p.id = $1`, [id]);
    return rows[0];
  }

  /** Whether anybody who speaks for a household is signed in on a device. */
  async isSignedIn(id: string, now: Date): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `select 1 from memberships m join sessions s on s.person_id = m.person_id
       where m.party_id = $1 and s.revoked_at is null and s.expires_at > $2 limit 1`,
      [id, now],
    );
    return rows.length > 0;
  }
}
