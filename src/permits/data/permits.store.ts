import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { In, type DataSource, type SelectQueryBuilder } from 'typeorm';
import { isId } from '../../kernel/id.js';
import { refuse, type Refusal } from '../../kernel/refusal.js';
import type { Actor } from '../../platform/access/actor.js';
import { parseSafe } from '../../platform/database/columns.js';
import { brokenConstraint, type Tx } from '../../platform/database/unit-of-work.js';
import type { TimeCursor } from '../../platform/graphql/time-pages.js';
import type { PermitState } from '../domain/permit.state.js';
import { PermitEntity } from './permit.entities.js';

/** Waiting for somebody, or good for its time. */
/** Asked for or in force. */
export const LIVE_STATES: readonly PermitState[] = ['SUBMITTED', 'NEEDS_INFO', 'ISSUED'];

/** The list of permits that no longer count, as the database knows it now. */
export interface StoppedPermits {
  /** Indices handed out so far. */
  readonly size: number;
  readonly stopped: readonly number[];
}

const OWN: Partial<Record<Actor['role'], string>> = {
  DRIVER: 'p.driverId = :personId',
  TRANSPORTER: 'p.holderId = :partyId',
  TRADER: 'p.requesterId = :partyId',
  COOP_CLERK: 'p.requesterId = :partyId',
};

@Injectable()
export class PermitsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async find(id: string): Promise<PermitEntity | null> {
    return isId(id) ? this.dataSource.getRepository(PermitEntity).findOneBy({ id }) : null;
  }

  findByCode(code: string): Promise<PermitEntity | null> {
    return this.dataSource.getRepository(PermitEntity).findOneBy({ code });
  }

  async idsByCode(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.query()
      .select(['p.id', 'p.code'])
      .where({ code: In([...codes]) })
      .getMany();
    return new Map(found.map(({ code, id }) => [code, id]));
  }

  /** Own permits, newest first, one row more than asked. */
  page(actor: Actor, first: number, after: TimeCursor | undefined): Promise<PermitEntity[]> {
    const query = this.query()
      .where(OWN[actor.role] ?? 'false', { personId: actor.personId, partyId: actor.partyId })
      .orderBy('p.createdAt', 'DESC')
      .addOrderBy('p.id', 'DESC')
      .limit(first + 1);
    if (after) query.andWhere('(p.createdAt, p.id) < (:at, :id)', { at: after.at, id: after.id });
    return query.getMany();
  }

  /** What waits for a reviewer, oldest first. */
  queue(): Promise<PermitEntity[]> {
    return this.query()
      .where({ state: In(['SUBMITTED', 'NEEDS_INFO']) })
      .orderBy('p.createdAt')
      .addOrderBy('p.id')
      .limit(200)
      .getMany();
  }

  /** How many files wait before each of these; those that wait no more are missing. */
  async filesAhead(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows: { id: string; ahead: number }[] = await this.dataSource.query(
      `select id, ahead from (
         select id, (row_number() over (order by created_at, id) - 1)::int as ahead
         from permits where state in ('SUBMITTED','NEEDS_INFO')) waiting
       where id = any ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, ahead }) => [id, ahead]));
  }

  /** The newest permit of each run, whatever became of it. */
  newestOfRuns(runIds: readonly string[]): Promise<PermitEntity[]> {
    return this.query()
      .where({ runId: In([...runIds]) })
      .distinctOn(['p.runId'])
      .orderBy('p.runId')
      .addOrderBy('p.createdAt', 'DESC')
      .addOrderBy('p.id', 'DESC')
      .getMany();
  }

  async lock(tx: Tx, id: string): Promise<PermitEntity | null> {
    if (!isId(id)) return null;
    return tx.findOne(PermitEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Requests of one vehicle stand in line, so that the second of two finds the permit of the first. */
  async lockPlate(tx: Tx, plate: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('permits:' || $1, 0))`, [plate]);
  }

  /** Live permits of the vehicle or its driver in that time. */
  liveOf(
    tx: Tx,
    { plate, driverId, from, to }: { plate: string; driverId: string; from: Date; to: Date },
  ): Promise<PermitEntity[]> {
    return tx
      .createQueryBuilder(PermitEntity, 'p')
      .where({ state: In([...LIVE_STATES]) })
      .andWhere('(p.plate = :plate or p.driverId = :driverId)', { plate, driverId })
      .andWhere('p.validFrom < :to and p.validTo > :from', { from, to })
      .orderBy('p.createdAt')
      .getMany();
  }

  async nextStatusIndex(tx: Tx): Promise<number> {
    const [row]: { index: string }[] = await tx.query(
      `select nextval('permit_status_index') as index`,
    );
    return parseSafe(row?.index ?? '');
  }

  async add(tx: Tx, permit: PermitEntity): Promise<void | Refusal<'DUPLICATE_PERMIT'>> {
    try {
      await tx.insert(PermitEntity, permit);
    } catch (fault) {
      if (brokenConstraint(fault) === 'permits_one_live') return refuse('DUPLICATE_PERMIT');
      throw fault;
    }
  }

  async update(tx: Tx, id: string, changes: Partial<PermitEntity>): Promise<void> {
    await tx.update(PermitEntity, id, changes as Record<string, unknown>);
  }

  /** False when another reviewer holds it or it was decided: of two reviewers one gets it. */
  async claim(tx: Tx, id: string, personId: string, now: Date, staleAt: Date): Promise<boolean> {
    if (!isId(id)) return false;
    const [, count]: [unknown[], number] = await tx.query(
      `update permits set claimed_by = $2, claimed_at = $3
       where id = $1 and state in ('SUBMITTED','NEEDS_INFO')
         and (claimed_by is null or claimed_by = $2 or claimed_at <= $4)`,
      [id, personId, now, staleAt],
    );
    return count === 1;
  }

  /** Retires what a run holds: an issued permit is replaced, a waiting one is taken back. */
  async supersedeOfRun(tx: Tx, runId: string): Promise<void> {
    await tx.query(
      `update permits set state = case when state = 'ISSUED' then 'SUPERSEDED' else 'WITHDRAWN' end
       where run_id = $1 and state in ('SUBMITTED','NEEDS_INFO','ISSUED')`,
      [runId],
    );
  }

  /** Expired ones are left out: their end is in the permit itself. */
  async stopped(since: Date): Promise<StoppedPermits> {
    const [row]: { size: string; stopped: string[] }[] = await this.dataSource.query(
      `select coalesce((select max(status_index) + 1 from permits), 0) as size,
              array(select status_index from permits
                    where token is not null and state in ('REVOKED','SUPERSEDED','WITHDRAWN') and valid_to > $1
                    order by status_index) as stopped`,
      [since],
    );
    return {
      size: parseSafe(row?.size ?? 0),
      stopped: (row?.stopped ?? []).map(parseSafe),
    };
  }

  private query(): SelectQueryBuilder<PermitEntity> {
    return this.dataSource.getRepository(PermitEntity).createQueryBuilder('p');
  }
}
