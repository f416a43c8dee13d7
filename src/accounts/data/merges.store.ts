import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { PartyMergeEntity, type Joined } from './party-relations.entities.js';

@Injectable()
export class MergesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The people of either household stand behind both from now on. @returns what was added */
  async joinPeople(tx: Tx, oneId: string, otherId: string): Promise<Joined[]> {
    return tx.query(
      `insert into memberships (person_id, party_id, role)
       select person_id, case party_id when $1 then $2::uuid else $1::uuid end, role
       from memberships where party_id in ($1, $2) and role = 'GROWER'
       on conflict do nothing
       returning person_id as "personId", party_id as "partyId"`,
      [oneId, otherId],
    );
  }

  /** Whoever is by now the only one of a household stays with it. */
  async partPeople(tx: Tx, joined: readonly Joined[]): Promise<void> {
    for (const { personId, partyId } of joined) {
      await tx.query(
        `delete from memberships m where m.person_id = $1 and m.party_id = $2 and m.role = 'GROWER'
           and exists (select 1 from memberships o where o.party_id = $2 and o.role = 'GROWER' and o.person_id <> $1)`,
        [personId, partyId],
      );
    }
  }

  async add(tx: Tx, merge: PartyMergeEntity): Promise<void> {
    await tx.insert(PartyMergeEntity, merge);
  }

  lock(tx: Tx, id: string): Promise<PartyMergeEntity | null> {
    return tx.findOne(PartyMergeEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async undo(tx: Tx, id: string, personId: string, now: Date): Promise<void> {
    await tx.update(PartyMergeEntity, id, { undoneAt: now, undoneBy: personId });
  }

  byId(id: string): Promise<PartyMergeEntity | null> {
    return this.dataSource.getRepository(PartyMergeEntity).findOneBy({ id });
  }

  /** Merges that stand, newest first. */
  page(first: number, after: { at: Date; id: string } | undefined): Promise<PartyMergeEntity[]> {
    const query = this.dataSource
      .getRepository(PartyMergeEntity)
      .createQueryBuilder('m')
      .where('m.undoneAt is null')
      .orderBy('m.createdAt', 'DESC')
      .addOrderBy('m.id', 'DESC')
      .take(first + 1);
    if (after) query.andWhere('(m.createdAt, m.id) < (:at, :id)', after);
    return query.getMany();
  }
}
