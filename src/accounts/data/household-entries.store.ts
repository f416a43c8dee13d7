import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { BARE_NAME } from './parties.store.js';

/** What tells a household of a list from others; `at` is its place in the list. */
export interface Sought {
  readonly at: number;
  readonly name: string;
  readonly phone: string | null;
  readonly communeId: string;
  readonly hamletId: string | null;
  readonly cropCodes: readonly string[];
}

/** A household of the same name on the same ground. */
export interface Lookalike {
  readonly at: number;
  readonly householdId: string;
  /** Somebody with the number sought speaks for it. */
  readonly hasPhone: boolean;
  /** It grows one of the crops sought. */
  readonly hasCrop: boolean;
  /** Nobody's number stands behind it. */
  readonly isMute: boolean;
}

@Injectable()
export class HouseholdEntriesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async lock(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('household entries'))`);
  }

  /** One statement for a whole list; the oldest household of each place first. */
  lookalikes(sought: readonly Sought[], tx?: Tx): Promise<Lookalike[]> {
    return (tx ?? this.dataSource).query(
      `select (w->>'at')::int as at, p.id as "householdId",
              exists (select 1 from memberships m join people o on o.id = m.person_id
                      where m.party_id = p.id and o.phone = w->>'phone') as "hasPhone",
              exists (select 1 from plots l where l.household_id = p.id
                      and w->'cropCodes' ? l.crop_code) as "hasCrop",
              not exists (select 1 from memberships m where m.party_id = p.id) as "isMute"
       from jsonb_array_elements($1::jsonb) w
       join parties p on p.kind = 'HOUSEHOLD' and p.state <> 'CLOSED' and p.merged_into_id is null
         and p.commune_id = (w->>'communeId')::uuid
         and ${BARE_NAME} = regexp_replace(fold(w->>'name'), '^ho ', '')
         and (w->>'hamletId' is null or p.hamlet_id is null or p.hamlet_id = (w->>'hamletId')::uuid)
       order by at, p.created_at, p.id`,
      [JSON.stringify(sought)],
    );
  }

  async addHousehold(
    tx: Tx,
    household: {
      readonly id: string;
      readonly name: string;
      readonly communeId: string;
      readonly hamletId: string | null;
      readonly lat: number | null;
      readonly lon: number | null;
      readonly now: Date;
    },
  ): Promise<void> {
    const { id, name, communeId, hamletId, lat, lon, now } = household;
    await tx.query(
      `insert into parties (id, kind, name, commune_id, hamlet_id, lat, lon, created_at)
       values ($1, 'HOUSEHOLD', $2, $3, $4, $5, $6, $7)`,
      [id, name, communeId, hamletId, lat, lon, now],
    );
  }

  async join(tx: Tx, personId: string, householdId: string): Promise<void> {
    await tx.query(
      `insert into memberships (person_id, party_id, role) values ($1, $2, 'GROWER') on conflict do nothing`,
      [personId, householdId],
    );
  }

  async note(
    tx: Tx,
    entry: {
      readonly householdId: string;
      readonly partyId: string;
      readonly enteredBy: string;
      readonly paperId: string;
      readonly now: Date;
    },
  ): Promise<void> {
    const { householdId, partyId, enteredBy, paperId, now } = entry;
    await tx.query(
      `insert into household_entries (household_id, party_id, entered_by, consent, paper_id, entered_at)
       values ($1, $2, $3, 'SIGNED_PAPER', $4, $5)`,
      [householdId, partyId, enteredBy, paperId, now],
    );
  }
}
