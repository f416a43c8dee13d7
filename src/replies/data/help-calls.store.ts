import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { HelpOutcome } from '../domain/help-call.js';

export interface HelpCall {
  readonly id: string;
  readonly householdId: string;
  readonly householdName: string;
  readonly phone: string;
  readonly screen: string | null;
  readonly appVersion: string | null;
  readonly note: string | null;
  readonly createdAt: Date;
  readonly tries: number;
  readonly lastTryAt: Date | null;
  readonly endedAt: Date | null;
}

/** Whose calls for help an actor answers. */
export type HelpScope = { readonly coopId: string } | { readonly communeIds: readonly string[] };

const SELECT = `
  select c.id, c.household_id as "householdId", h.name as "householdName", p.phone, c.screen,
         c.app_version as "appVersion", c.note, c.asked_at as "createdAt", c.tries, c.last_try_at as "lastTryAt",
         c.ended_at as "endedAt"
  from help_calls c join parties h on h.id = c.household_id join people p on p.id = c.person_id`;
// A cooperative helps those that trust it with anything, and its members.
const OF_COOP = `(exists (select 1 from standing_grants g where g.household_id = c.household_id and g.party_id = $1)
  or exists (select 1 from coop_members m where m.household_id = c.household_id and m.coop_id = $1))`;
const OF_COMMUNES = `h.commune_id = any($1::uuid[])`;

const within = (scope: HelpScope): [string, unknown] =>
  'coopId' in scope ? [OF_COOP, scope.coopId] : [OF_COMMUNES, scope.communeIds];

@Injectable()
export class HelpCallsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** What households that were forgotten said when they asked to be called. */
  async forget(tx: Tx, householdIds: readonly string[]): Promise<void> {
    await tx.query(
      `update help_calls set note = null, app_version = null where household_id = any($1::uuid[])`,
      [householdIds],
    );
  }

  /** @returns the call that waits: this one, or the one asked for before, then with the newest words */
  async ask(
    tx: Tx,
    call: {
      readonly id: string;
      readonly householdId: string;
      readonly personId: string;
      readonly screen: string | null;
      readonly appVersion: string | null;
      readonly note: string | null;
      readonly askedAt: Date;
    },
  ): Promise<string> {
    const { id, householdId, personId, screen, appVersion, note, askedAt } = call;
    const [open]: { id: string }[] = await tx.query(
      `insert into help_calls (id, household_id, person_id, screen, app_version, note, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (household_id) where ended_at is null
       do update set person_id = excluded.person_id, screen = excluded.screen, app_version = excluded.app_version,
                     note = coalesce(excluded.note, help_calls.note)
       returning id`,
      [id, householdId, personId, screen, appVersion, note, askedAt],
    );
    return open?.id ?? id;
  }

  async byId(id: string): Promise<HelpCall | undefined> {
    const [row]: HelpCall[] = await this.dataSource.query(`${SELECT} where c.id = $1`, [id]);
    return row;
  }

  /** Those that wait, longest first. */
  async waiting(
    scope: HelpScope,
    limit: number,
    after: readonly [Date | null, string | null],
  ): Promise<HelpCall[]> {
    const [whose, key] = within(scope);
    return this.dataSource.query(
      `${SELECT} where c.ended_at is null and ${whose} and ($2::timestamptz is null or (c.asked_at, c.id) > ($2, $3))
       order by c.asked_at, c.id limit $4`,
      [key, ...after, limit],
    );
  }

  /** False when it waits no more, or is nobody's of this scope. */
  async record(
    tx: Tx,
    id: string,
    scope: HelpScope,
    call: {
      readonly personId: string;
      readonly outcome: HelpOutcome;
      readonly endedAt: Date | null;
    },
    now: Date,
  ): Promise<boolean> {
    const [whose, key] = within(scope);
    const [rows]: [unknown[], number] = await tx.query(
      `update help_calls c set tries = tries + 1, last_try_at = $3, last_by = $4, outcome = $5, ended_at = $6
       from parties h where h.id = c.household_id and c.id = $2 and c.ended_at is null and ${whose} returning 1`,
      [key, id, now, call.personId, call.outcome, call.endedAt],
    );
    return rows.length === 1;
  }

  /** Cooperatives that help this household, and offices whose communal officers answer for one of these units. */
  helpersOf(householdId: string, unitIds: readonly string[]): Promise<{ partyId: string }[]> {
    return this.dataSource.query(
      `select p.id as "partyId" from parties p
       where p.state = 'ACTIVE' and (
         p.kind = 'COOPERATIVE' and (
           exists (select 1 from standing_grants g where g.household_id = $1 and g.party_id = p.id)
           or exists (select 1 from coop_members m where m.household_id = $1 and m.coop_id = p.id))
         or p.kind = 'OFFICE' and exists (select 1 from memberships m where m.party_id = p.id and m.role = 'COMMUNE_OFFICER')
           and exists (select 1 from party_territories t where t.party_id = p.id and t.unit_id = any($2)))
       order by p.id`,
      [householdId, unitIds],
    );
  }
}
