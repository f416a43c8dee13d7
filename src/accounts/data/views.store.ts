import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { dayOf } from '../../kernel/day.js';
import type { Actor } from '../../platform/access/actor.js';

export interface ContactView {
  readonly id: string;
  /** The viewer's party, or for an office the office. */
  readonly viewer: string;
  readonly viewerRole: string;
  readonly times: number;
  readonly firstAt: Date;
  /** When it was last shown; what the list is ordered by. */
  readonly createdAt: Date;
}

/** Who was shown whose number. */
@Injectable()
export class ViewsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** One statement for all numbers of an answer, done before the answer leaves. Parties of one's own are passed over. */
  async note(actor: Actor, subjectIds: readonly string[], now: Date): Promise<void> {
    await this.dataSource.query(
      `insert into contact_views (subject_party_id, viewer_person_id, viewer_party_id, viewer_role, day, first_at, last_at)
       select s.id, $2, $3, $4, $5, $6, $6 from unnest($1::uuid[]) s(id)
        where not exists (select 1 from memberships m where m.party_id = s.id and m.person_id = $2)
       on conflict (subject_party_id, viewer_person_id, viewer_party_id, day)
       do update set times = contact_views.times + 1, last_at = excluded.last_at, viewer_role = excluded.viewer_role`,
      [subjectIds, actor.personId, actor.partyId, actor.role, dayOf(now), now],
    );
  }

  /** Newest first, one row a viewer and day. */
  async ofParty(
    partyId: string,
    page: { limit: number; after: readonly [Date | null, string | null] },
  ): Promise<ContactView[]> {
    return this.dataSource.query(
      `select v.viewer_person_id as id, p.name as viewer, v.viewer_role as "viewerRole", v.times,
              v.first_at as "firstAt", v.last_at as "createdAt"
       from contact_views v join parties p on p.id = v.viewer_party_id
       where v.subject_party_id = $1 and ($2::timestamptz is null or (v.last_at, v.viewer_person_id) < ($2, $3::uuid))
       order by v.last_at desc, v.viewer_person_id desc limit $4`,
      [partyId, ...page.after, page.limit],
    );
  }
}
