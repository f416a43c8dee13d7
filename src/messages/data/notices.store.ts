import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { NoticeKind } from '../domain/notice-kinds.js';
import { NoticeEntity } from './notice.entity.js';

type NewNotice = Omit<NoticeEntity, 'readAt'>;

export type Told = Readonly<Pick<NoticeEntity, 'personId' | 'partyId' | 'path'>>;

/** Who reads, and in which profile: what is told to another profile behind a number is read there alone. */
type Reader = Pick<Actor, 'personId' | 'partyId'>;

@Injectable()
export class NoticesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** One event, one message a person: whoever was told already is passed over. @returns ids of what was written */
  async add(tx: Tx, notices: readonly NewNotice[]): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `insert into notices (id, person_id, party_id, event_id, kind, facts, path, subject_id, due_at, created_at)
       select * from jsonb_to_recordset($1::jsonb) as n (id uuid, "personId" uuid, "partyId" uuid, "eventId" uuid,
         kind text, facts jsonb, path text, "subjectId" uuid, "dueAt" timestamptz, "createdAt" timestamptz)
       on conflict on constraint notices_one_per_event do nothing returning id`,
      [JSON.stringify(notices)],
    );
    return rows.map(({ id }) => id);
  }

  /** Newest first; one row more than asked tells whether a page follows. */
  page(
    { personId, partyId }: Reader,
    first: number,
    after: { at: Date; id: string } | undefined,
  ): Promise<NoticeEntity[]> {
    const query = this.dataSource
      .getRepository(NoticeEntity)
      .createQueryBuilder('n')
      .where('n.personId = :personId', { personId })
      .andWhere(
        `(n.partyId is not distinct from :partyId or not exists
           (select 1 from profile_pins x where x.person_id = n.person_id and x.party_id = n.party_id))`,
        { partyId },
      )
      .orderBy('n.createdAt', 'DESC')
      .addOrderBy('n.id', 'DESC')
      .take(first + 1);
    if (after) query.andWhere('(n.createdAt, n.id) < (:at, :id)', after);
    return query.getMany();
  }

  /** Counted to the mark "99+" and no further. */
  async unread({ personId, partyId }: Reader): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      `select count(*)::int as count from
         (select 1 from notices n where n.person_id = $1 and n.read_at is null
            and (n.party_id is not distinct from $2::uuid or not exists
              (select 1 from profile_pins x where x.person_id = $1 and x.party_id = n.party_id))
          limit 100) as waiting`,
      [personId, partyId],
    );
    return row?.count ?? 0;
  }

  /** Who was told of this thing by this kind of message, in which profile, and what she was to open. */
  told(tx: Tx, kind: NoticeKind, subjectId: string): Promise<Told[]> {
    return tx.query(
      `select person_id as "personId", party_id as "partyId", path from notices
       where kind = $1 and subject_id = $2 order by id`,
      [kind, subjectId],
    );
  }

  async markRead(tx: Tx, personId: string, ids: readonly string[], now: Date): Promise<number> {
    const [, count]: [unknown[], number] = await tx.query(
      `update notices set read_at = $3 where person_id = $1 and id = any ($2::uuid[]) and read_at is null`,
      [personId, ids, now],
    );
    return count;
  }
}
