import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { dayOf } from '../../kernel/day.js';
import type { Actor } from '../../platform/access/actor.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { LookPurpose, StatedPurpose } from '../domain/look-purpose.js';

export interface ContactView {
  readonly id: string;
  /** The viewer's party, or for an office the office. */
  readonly viewer: string;
  readonly viewerRole: string;
  readonly purpose: LookPurpose;
  /** The paper it was about, when one was named. */
  readonly caseRef: string | null;
  readonly times: number;
  readonly firstAt: Date;
  /** When it was last shown; what the list is ordered by. */
  readonly createdAt: Date;
}

/** Numbers a trader is shown on one day: enough for the deals of a morning, too few to gather a telephone book. */
const NUMBERS_A_DAY = 30;

const COLUMNS =
  'subject_party_id, viewer_person_id, viewer_party_id, viewer_role, day, first_at, last_at, purpose, case_ref';
const ONCE_MORE = `on conflict (subject_party_id, viewer_person_id, viewer_party_id, day, purpose)
  do update set times = contact_views.times + 1, last_at = greatest(contact_views.last_at, excluded.last_at), viewer_role = excluded.viewer_role,
                case_ref = coalesce(excluded.case_ref, contact_views.case_ref)`;

/** Who was shown whose number. */
@Injectable()
export class ViewsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** One statement for all numbers of an answer, done before the answer leaves. Parties of one's own are passed over. */
  async note(
    actor: Actor,
    subjectIds: readonly string[],
    now: Date,
    purpose: LookPurpose,
  ): Promise<void> {
    await this.dataSource.query(
      `insert into contact_views (${COLUMNS})
       select s.id, $2, $3, $4, $5, $6, $6, $7, null from unnest($1::uuid[]) s(id)
        where not exists (select 1 from memberships m where m.party_id = s.id and m.person_id = $2)
       ${ONCE_MORE}`,
      [subjectIds, actor.personId, actor.partyId, actor.role, dayOf(now), now, purpose],
    );
  }

  /** Keeps why somebody of the staff looks at a party; said again, the newest word counts. */
  async state(
    tx: Tx,
    { sessionId }: Actor,
    look: {
      readonly partyId: string;
      readonly purpose: StatedPurpose;
      readonly caseRef: string | null;
    },
    now: Date,
  ): Promise<void> {
    await tx.query(
      `insert into stated_purposes (viewer_session_id, subject_party_id, purpose, case_ref, stated_at)
       values ($1, $2, $3, $4, $5)
       on conflict (viewer_session_id, subject_party_id)
       do update set purpose = excluded.purpose, case_ref = excluded.case_ref, stated_at = excluded.stated_at`,
      [sessionId, look.partyId, look.purpose, look.caseRef, now],
    );
  }

  /**
   * As `note`, with the purposes stated in this sign-in.
   * @returns the parties for which one was
   */
  async noteStated(
    actor: Actor,
    subjectIds: readonly string[],
    now: Date,
  ): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await this.dataSource.query(
      `with stated as (
         select subject_party_id as id, purpose, case_ref from stated_purposes
          where viewer_session_id = $7 and subject_party_id = any($1::uuid[])
       ), noted as (
         insert into contact_views (${COLUMNS})
         select s.id, $2, $3, $4, $5, $6, $6, s.purpose, s.case_ref from stated s
          where not exists (select 1 from memberships m where m.party_id = s.id and m.person_id = $2)
         ${ONCE_MORE})
       select id from stated`,
      [subjectIds, actor.personId, actor.partyId, actor.role, dayOf(now), now, actor.sessionId],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** As `noteStated` for all parties of a person, with the newest purpose stated for one of them. */
  async noteStatedOfPerson(actor: Actor, personId: string, now: Date): Promise<boolean> {
    const [row]: { isOpen: boolean }[] = await this.dataSource.query(
      `with hers as (
         select distinct party_id as id from memberships where person_id = $1
       ), stated as (
         select purpose, case_ref from stated_purposes
          where viewer_session_id = $7 and subject_party_id in (select id from hers)
          order by stated_at desc limit 1
       ), noted as (
         insert into contact_views (${COLUMNS})
         select h.id, $2, $3, $4, $5, $6, $6, s.purpose, s.case_ref from hers h cross join stated s
         ${ONCE_MORE})
       select exists (select 1 from stated) as "isOpen"`,
      [personId, actor.personId, actor.partyId, actor.role, dayOf(now), now, actor.sessionId],
    );
    return row?.isOpen === true;
  }

  /** As `note`, for all parties of these people. */
  async notePeople(
    actor: Actor,
    personIds: readonly string[],
    now: Date,
    purpose: LookPurpose,
  ): Promise<void> {
    await this.dataSource.query(
      `insert into contact_views (${COLUMNS})
       select distinct on (m.party_id) m.party_id, $2::uuid, $3::uuid, $4, $5::date, $6::timestamptz, $6::timestamptz, $7, null
         from memberships m where m.person_id = any($1::uuid[])
       ${ONCE_MORE}`,
      [personIds, actor.personId, actor.partyId, actor.role, dayOf(now), now, purpose],
    );
  }

  /**
   * As `note`, for a trader, up to the numbers of a day: those shown that day already stay shown.
   * @returns whose numbers may be shown
   */
  async noteWithin(
    actor: Actor,
    subjectIds: readonly string[],
    now: Date,
  ): Promise<ReadonlySet<string>> {
    const day = dayOf(now);
    return this.dataSource.transaction(async (tx) => {
      // Counted one after the other, so that two screens at once are shown no more than one.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended($1 || $2, 0))`, [
        actor.partyId,
        day,
      ]);
      const rows: { id: string }[] = await tx.query(
        `with own as (
           select s.id from unnest($1::uuid[]) s(id)
            where exists (select 1 from memberships m where m.party_id = s.id and m.person_id = $2)
         ), today as (
           select distinct subject_party_id as id from contact_views where viewer_party_id = $3 and day = $5
         ), fresh as (
           select s.id, row_number() over (order by s.id) as place from unnest($1::uuid[]) s(id)
            where s.id not in (select id from own) and s.id not in (select id from today)
         ), noted as (
           insert into contact_views (${COLUMNS})
           select s.id, $2, $3, $4, $5, $6, $6, 'TRADE', null from unnest($1::uuid[]) s(id) left join fresh f on f.id = s.id
            where s.id not in (select id from own)
              and (f.id is null or f.place <= ${NUMBERS_A_DAY} - (select count(*) from today))
           ${ONCE_MORE}
           returning subject_party_id as id)
         select id from noted union select id from own`,
        [subjectIds, actor.personId, actor.partyId, actor.role, day, now],
      );
      return new Set(rows.map(({ id }) => id));
    });
  }

  /** Newest first, one row a viewer, day and purpose. */
  async ofParty(
    partyId: string,
    page: { limit: number; after: readonly [Date | null, string | null] },
  ): Promise<ContactView[]> {
    return this.dataSource.query(
      `select v.viewer_person_id as id, p.name as viewer, v.viewer_role as "viewerRole", v.purpose,
              v.case_ref as "caseRef", v.times,
              v.first_at as "firstAt", v.last_at as "createdAt"
       from contact_views v join parties p on p.id = v.viewer_party_id
       where v.subject_party_id = $1 and ($2::timestamptz is null or (v.last_at, v.viewer_person_id) < ($2, $3::uuid))
       order by v.last_at desc, v.viewer_person_id desc limit $4`,
      [partyId, ...page.after, page.limit],
    );
  }
}
