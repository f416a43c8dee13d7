import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Role } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { MembershipEntity, PartyEntity } from './account.entities.js';

export interface Speaker {
  readonly personId: string;
  readonly name: string;
  readonly phone: string;
  /** When she last used the market; null when she never signed in. */
  readonly lastSeenAt: Date | null;
}

/** The people who speak for a party. Whoever changes them locks the party first. */
@Injectable()
export class PartyPeopleStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Oldest first. */
  of(partyId: string, role: Role): Promise<Speaker[]> {
    return this.dataSource.query(
      `select p.id as "personId", p.name, p.phone,
              (select max(s.last_seen_at) from sessions s where s.person_id = p.id) as "lastSeenAt"
       from memberships m join people p on p.id = m.person_id
       where m.party_id = $1 and m.role = $2 order by p.created_at, p.id`,
      [partyId, role],
    );
  }

  /** Locks the party and answers who speaks for it, until the end of the transaction. */
  async lock(tx: Tx, partyId: string, role: Role): Promise<{ personId: string; phone: string }[]> {
    await tx.findOne(PartyEntity, { where: { id: partyId }, lock: { mode: 'pessimistic_write' } });
    return tx.query(
      `select p.id as "personId", p.phone from memberships m join people p on p.id = m.person_id
       where m.party_id = $1 and m.role = $2`,
      [partyId, role],
    );
  }

  /** Nobody joins a party that is closed. */
  async join(tx: Tx, personId: string, partyId: string, role: Role): Promise<void> {
    await tx.query(
      `insert into memberships (person_id, party_id, role)
       select $1, id, $3 from parties where id = $2 and state <> 'CLOSED' on conflict do nothing`,
      [personId, partyId, role],
    );
  }

  async part(tx: Tx, personId: string, partyId: string, role: Role): Promise<void> {
    await tx.delete(MembershipEntity, { personId, partyId, role });
  }

  async noteRecovery(
    tx: Tx,
    row: {
      readonly id: string;
      readonly partyId: string;
      readonly personId: string;
      readonly reason: string;
      readonly by: string;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(
      `insert into party_recoveries (id, party_id, person_id, reason, recovered_by, recovered_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [row.id, row.partyId, row.personId, row.reason, row.by, row.at],
    );
  }
}
