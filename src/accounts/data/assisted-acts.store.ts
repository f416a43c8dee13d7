import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, IsNull, MoreThan, type DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { AssistedActEntity } from './party-relations.entities.js';

// A clerk who writes down a whole day for one household does fewer acts.
const MOST_STANDING = 50;

@Injectable()
export class AssistedActsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async add(tx: Tx, acts: readonly AssistedActEntity[]): Promise<void> {
    await tx.insert(AssistedActEntity, [...acts]);
  }

  lock(tx: Tx, id: string): Promise<AssistedActEntity | null> {
    return tx.findOne(AssistedActEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async markUndone(tx: Tx, id: string, personId: string, now: Date): Promise<void> {
    await tx.update(AssistedActEntity, id, { undoneAt: now, undoneBy: personId });
  }

  /** How many later acts on the same subject were undone, whichever of two things they were done to it was. */
  async undoneSince(tx: Tx, act: AssistedActEntity): Promise<number> {
    const [row]: { count: number }[] = await tx.query(
      `select count(*)::int as count from assisted_acts
       where household_id = $1 and (created_at, id) > ($2, $3::uuid) and undone_at is not null
         and (subject_id = $4::uuid or before->>'fromId' = $4::text)`,
      [act.householdId, act.createdAt, act.id, act.subjectId],
    );
    return row?.count ?? 0;
  }

  /** For a household, or by a party, newest first. */
  page(
    side: 'householdId' | 'partyId',
    partyId: string,
    first: number,
    after: { at: Date; id: string } | undefined,
  ): Promise<AssistedActEntity[]> {
    const query = this.dataSource
      .getRepository(AssistedActEntity)
      .createQueryBuilder('a')
      .where(`a.${side} = :partyId`, { partyId })
      .orderBy('a.createdAt', 'DESC')
      .addOrderBy('a.id', 'DESC')
      .take(first + 1);
    if (after) query.andWhere('(a.createdAt, a.id) < (:at, :id)', after);
    return query.getMany();
  }

  /** Not undone, of these households since then; newest first, as many as anybody looks back on. */
  standing(householdIds: readonly string[], since: Date): Promise<AssistedActEntity[]> {
    return this.dataSource.getRepository(AssistedActEntity).find({
      where: { householdId: In([...householdIds]), createdAt: MoreThan(since), undoneAt: IsNull() },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: MOST_STANDING,
    });
  }

  byId(id: string): Promise<AssistedActEntity | null> {
    return this.dataSource.getRepository(AssistedActEntity).findOneBy({ id });
  }
}
