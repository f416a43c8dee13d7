import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Locale } from '../../platform/access/actor.js';
import type { Tried } from '../domain/journey.js';
import type { NoticeKind } from '../domain/notice-kinds.js';
import { QUIET, type ClockTime, type QuietHours } from '../domain/quiet-hours.js';
import { CHANNELS, type Channel } from '../domain/route.js';
import { isMuted } from '../domain/topics.js';

/** A message on its way, with what its next step depends on. */
export interface JourneyRow {
  readonly noticeId: string;
  readonly personId: string;
  readonly kind: NoticeKind;
  readonly facts: object;
  readonly path: string;
  readonly phone: string;
  readonly locale: Locale;
  readonly isRead: boolean;
  /** Channels the person allows for a message of this kind. */
  readonly allowed: readonly Channel[];
  readonly quiet: QuietHours;
  readonly takesPush: boolean;
  /** The cooperative that has sold for the household longest; null: the district pays. */
  readonly payerId: string | null;
  readonly tried: readonly (Tried & { readonly id: string })[];
}

interface ClaimedRow extends Omit<JourneyRow, 'allowed' | 'quiet' | 'tried'> {
  readonly channels: Channel[] | null;
  readonly muted: string[] | null;
  readonly quietFrom: ClockTime | null;
  readonly quietTo: ClockTime | null;
  readonly tried: (Omit<Tried, 'at'> & { readonly id: string; readonly at: string })[];
}

// A process that dies in the middle of a message leaves it to whoever comes after this. Three channels that do not answer
// take half a minute, and all that is taken is carried at once.
const LEASE_MS = 3 * 60_000;

@Injectable()
export class JourneysStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Takes due messages for this process alone: those named, or the ones that have been due longest. */
  async claim(noticeIds: readonly string[] | null, most: number, now: Date): Promise<JourneyRow[]> {
    const rows: ClaimedRow[] = await this.dataSource.query(
      `with due as (
         select id from notices where due_at <= $1 and ($2::uuid[] is null or id = any ($2))
         order by due_at limit $4 for update skip locked
       ), mine as (
         update notices n set due_at = $3 from due where n.id = due.id returning n.*
       )
       select n.id as "noticeId", n.person_id as "personId", n.kind, n.facts, n.path, p.phone, p.locale,
              n.read_at is not null as "isRead", s.channels, s.muted, s.quiet_from as "quietFrom", s.quiet_to as "quietTo",
              exists (select 1 from push_subscriptions where person_id = n.person_id) as "takesPush",
              coalesce((select g.grantee_id from party_grants g
                  join parties c on c.id = g.grantee_id and c.kind = 'COOPERATIVE'
                  where g.grantor_id = n.party_id and g.power = 'SELL_FOR' and g.revoked_at is null
                  order by g.granted_at, g.id limit 1),
                (select c.id from parties c where c.id = n.party_id and c.kind = 'COOPERATIVE')) as "payerId",
              coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'channel', d.channel, 'state', d.state,
                'attempts', d.attempts, 'at', d.tried_at)) from deliveries d where d.notice_id = n.id), '[]') as tried
       from mine n join people p on p.id = n.person_id left join message_settings s on s.person_id = n.person_id
       order by n.created_at, n.id`,
      [now, noticeIds, new Date(now.getTime() + LEASE_MS), most],
    );
    return rows.map(({ channels, muted, quietFrom, quietTo, tried, ...row }) => ({
      ...row,
      allowed: isMuted(row.kind, muted ?? []) ? [] : (channels ?? CHANNELS),
      quiet: quietFrom && quietTo ? { from: quietFrom, to: quietTo } : QUIET,
      tried: tried.map((one) => ({ ...one, at: new Date(one.at) })),
    }));
  }

  /** @param at null: nothing is left to send */
  async lookAgain(noticeId: string, at: Date | null): Promise<void> {
    await this.dataSource.query(`update notices set due_at = $2 where id = $1`, [noticeId, at]);
  }
}
