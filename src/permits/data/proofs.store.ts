import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { HealthProofEntity } from './permit.entities.js';

/** Somebody's proof, or a bad result of a pool that held her sample too. */
export interface CrewProof extends HealthProofEntity {
  /** Whom it counts for: the person asked about, also when the row is another member's of her pool. */
  readonly memberId: string;
}

// No rule ever looked back further than five days; vaccination and recovery count for as long as anybody asks.
const LOOK_BACK_DAYS = 30;

/** Tests, vaccinations, recoveries. Health data: every read is for one decision or scoped to the reader. */
@Injectable()
export class ProofsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async add(tx: Tx, proof: HealthProofEntity): Promise<void> {
    await tx.insert(HealthProofEntity, proof);
  }

  /** Deletes tests and proofs of immunity whose results are older than that. */
  async forget(tx: Tx, testsBefore: Date, immunityBefore: Date): Promise<void> {
    await tx.query(
      `delete from health_proofs
       where result_at < case when kind in ('VACCINE','RECOVERED') then $2::timestamptz else $1::timestamptz end`,
      [testsBefore, immunityBefore],
    );
  }

  async forgetPerson(tx: Tx, personId: string): Promise<void> {
    await tx.delete(HealthProofEntity, { personId });
  }

  find(id: string): Promise<HealthProofEntity> {
    return this.dataSource.getRepository(HealthProofEntity).findOneByOrFail({ id });
  }

  /** All that counts for these people at that time, in one statement. */
  ofCrew(personIds: readonly string[], at: Date): Promise<CrewProof[]> {
    return this.dataSource.query(
      `with own as (
         select h.*, h.person_id as member_id from health_proofs h
         where h.person_id = any ($1::uuid[])
           and (h.kind in ('VACCINE','RECOVERED') or h.result_at > $2::timestamptz - interval '${LOOK_BACK_DAYS} days')
       ), pooled as (
         select distinct on (o.member_id, h.id) h.*, o.member_id from own o
         join health_proofs h on h.pool_id = o.pool_id and not h.is_negative and h.person_id <> o.member_id
       )
       select id, person_id as "personId", kind, is_negative as "isNegative", sampled_at as "sampledAt",
              result_at as "resultAt", pool_id as "poolId", recorded_by as "recordedBy",
              created_at as "createdAt", member_id as "memberId"
       from (select * from own union all select * from pooled) proofs
       order by result_at desc, id`,
      [personIds, at],
    );
  }

  /** For reviewers alone: all of these people, newest first. */
  ofPeople(personIds: readonly string[]): Promise<HealthProofEntity[]> {
    return this.dataSource
      .getRepository(HealthProofEntity)
      .find({ where: { personId: In([...personIds]) }, order: { resultAt: 'DESC', id: 'DESC' } });
  }

  /** Newest first: all of a person's, or those the actor recorded. */
  visibleTo(actor: Actor, personId: string, seesAll: boolean): Promise<HealthProofEntity[]> {
    const query = this.dataSource
      .getRepository(HealthProofEntity)
      .createQueryBuilder('h')
      .where({ personId })
      .orderBy('h.resultAt', 'DESC')
      .addOrderBy('h.id', 'DESC')
      .limit(50);
    if (!seesAll) query.andWhere('h.recordedBy = :self', { self: actor.personId });
    return query.getMany();
  }
}
