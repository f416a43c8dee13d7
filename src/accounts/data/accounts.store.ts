import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, IsNull, MoreThan, type DataSource } from 'typeorm';
import type { Audience, Locale, Role } from '../../platform/access/actor.js';
import { HotReads } from '../../platform/database/prepared.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { inAlphabet } from '../../platform/database/vietnamese-order.js';
import {
  MembershipEntity,
  PartyEntity,
  PersonEntity,
  PlotEntity,
  SessionEntity,
} from './account.entities.js';

export interface LiveSession {
  readonly id: string;
  readonly personId: string;
  readonly partyId: string | null;
  readonly role: Role;
  readonly locale: Locale;
  readonly lastSeenAt: Date;
}

@Injectable()
export class AccountsStore {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly hot: HotReads,
  ) {}

  /** A session acts in its role while its person holds it; then one of the market goes on as a newcomer's, one of the staff ends. */
  async liveSession(tokenHash: string, now: Date): Promise<LiveSession | undefined> {
    const rows = await this.hot.rows<LiveSession>({
      name: 'sessions.live',
      text: `select s.id, s.person_id as "personId", p.locale, s.last_seen_at as "lastSeenAt",
              case when m.role is null then null else s.party_id end as "partyId",
              coalesce(m.role, 'NEWCOMER') as role
       from sessions s
       join people p on p.id = s.person_id
       left join memberships m on m.person_id = s.person_id and m.party_id = s.party_id and m.role = s.role
       where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2
         and (s.audience = 'MARKET' or m.role is not null)`,
      values: [tokenHash, now],
    });
    return rows[0];
  }

  async touch(sessionId: string, now: Date, expiresAt: Date): Promise<void> {
    await this.dataSource
      .getRepository(SessionEntity)
      .update(sessionId, { lastSeenAt: now, expiresAt });
  }

  async revoke(sessionId: string, now: Date): Promise<void> {
    await this.dataSource.getRepository(SessionEntity).update(sessionId, { revokedAt: now });
  }

  /** Whether this browser is new to a person who is signed in elsewhere. */
  async isNewBesideOthers(
    tx: Tx,
    personId: string,
    deviceHash: string | null,
    now: Date,
  ): Promise<boolean> {
    const [row]: { others: boolean; known: boolean }[] = await tx.query(
      `select coalesce(bool_or(revoked_at is null and expires_at > $3), false) as others,
              coalesce(bool_or(device_hash = $2), false) as known
       from sessions where person_id = $1`,
      [personId, deviceHash, now],
    );
    return row?.others === true && !row.known;
  }

  /** Live sign-ins of a person, the one used last first. */
  devicesOf(personId: string, now: Date): Promise<SessionEntity[]> {
    return this.dataSource.getRepository(SessionEntity).find({
      where: { personId, revokedAt: IsNull(), expiresAt: MoreThan(now) },
      order: { lastSeenAt: 'DESC', id: 'DESC' },
      take: 50,
    });
  }

  /** False when it is not hers, or was over. */
  async endOne(tx: Tx, personId: string, sessionId: string, now: Date): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.query(
      `update sessions set revoked_at = $3
       where person_id = $1 and id = $2 and revoked_at is null and expires_at > $3 returning 1`,
      [personId, sessionId, now],
    );
    return rows.length === 1;
  }

  /** Ends every sign-in but this one; answers how many. */
  async endOthers(tx: Tx, personId: string, kept: string | null, now: Date): Promise<number> {
    const [rows]: [unknown[], number] = await tx.query(
      `update sessions set revoked_at = $3
       where person_id = $1 and id is distinct from $2::uuid and revoked_at is null and expires_at > $3 returning 1`,
      [personId, kept, now],
    );
    return rows.length;
  }

  /** Ends every session of that audience. */
  async revokeAll(tx: Tx, personId: string, now: Date, audience: Audience): Promise<void> {
    await tx.query(
      `update sessions set revoked_at = $2 where person_id = $1 and audience = $3 and revoked_at is null`,
      [personId, now, audience],
    );
  }

  async session(id: string): Promise<SessionEntity | undefined> {
    return (await this.dataSource.getRepository(SessionEntity).findOneBy({ id })) ?? undefined;
  }

  findByPhone(tx: Tx, phone: string): Promise<PersonEntity | null> {
    return tx.findOneBy(PersonEntity, { phone });
  }

  async addSession(tx: Tx, session: SessionEntity): Promise<void> {
    await tx.insert(SessionEntity, session);
  }

  async switchSession(
    tx: Tx,
    sessionId: string,
    partyId: string | null,
    role: Role,
    expiresAt: Date,
  ): Promise<void> {
    await tx.update(SessionEntity, sessionId, { partyId, role, expiresAt });
  }

  /** The person of a phone; made on the first sign-in. */
  async personOfPhone(tx: Tx, fresh: PersonEntity): Promise<PersonEntity> {
    await tx.query(
      `insert into people (id, phone, name, locale, created_at) values ($1, $2, $3, $4, $5)
       on conflict (phone) do nothing`,
      [fresh.id, fresh.phone, fresh.name, fresh.locale, fresh.createdAt],
    );
    return tx.findOneByOrFail(PersonEntity, { phone: fresh.phone });
  }

  async setName(tx: Tx, personId: string, name: string): Promise<void> {
    await tx.update(PersonEntity, personId, { name });
  }

  person(id: string): Promise<PersonEntity | null> {
    return this.dataSource.getRepository(PersonEntity).findOneBy({ id });
  }

  byPhone(phone: string): Promise<PersonEntity | null> {
    return this.dataSource.getRepository(PersonEntity).findOneBy({ phone });
  }

  people(ids: readonly string[]): Promise<PersonEntity[]> {
    return this.dataSource.getRepository(PersonEntity).findBy({ id: In([...ids]) });
  }

  parties(ids: readonly string[]): Promise<PartyEntity[]> {
    return this.dataSource.getRepository(PartyEntity).findBy({ id: In([...ids]) });
  }

  partiesOfKind(kind: PartyEntity['kind']): Promise<PartyEntity[]> {
    return this.dataSource
      .getRepository(PartyEntity)
      .createQueryBuilder('p')
      .where({ kind })
      .orderBy(inAlphabet('p.name'))
      .getMany();
  }

  membershipsOf(personId: string): Promise<MembershipEntity[]> {
    return this.dataSource.getRepository(MembershipEntity).findBy({ personId });
  }

  membersOf(partyIds: readonly string[]): Promise<MembershipEntity[]> {
    return this.dataSource.getRepository(MembershipEntity).findBy({ partyId: In([...partyIds]) });
  }

  async addParty(tx: Tx, party: PartyEntity, member: MembershipEntity): Promise<void> {
    await tx.insert(PartyEntity, party);
    await tx.insert(MembershipEntity, member);
  }

  async addPlot(tx: Tx, plot: PlotEntity): Promise<void> {
    await tx.insert(PlotEntity, plot);
  }

  /** Locks the household, so that the count holds until the end of the transaction. */
  async countPlots(tx: Tx, householdId: string): Promise<number> {
    await tx.findOne(PartyEntity, {
      where: { id: householdId },
      lock: { mode: 'pessimistic_write' },
    });
    return tx.countBy(PlotEntity, { householdId });
  }

  plot(id: string): Promise<PlotEntity | null> {
    return this.dataSource.getRepository(PlotEntity).findOneBy({ id });
  }

  plotsOf(householdId: string): Promise<PlotEntity[]> {
    return this.dataSource
      .getRepository(PlotEntity)
      .find({ where: { householdId }, order: { id: 'ASC' } });
  }

  async territoryOf(partyId: string): Promise<string[]> {
    const rows: { unitId: string }[] = await this.dataSource.query(
      `select unit_id as "unitId" from party_territories where party_id = $1`,
      [partyId],
    );
    return rows.map((row) => row.unitId);
  }
}
