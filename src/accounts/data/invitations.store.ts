import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { IsNull, MoreThanOrEqual, type DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { CoopInvitationEntity } from './party-relations.entities.js';

/** Whom cooperatives asked to join, and who did. */
@Injectable()
export class InvitationsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns the open invitation of that number: this one, or the one that waited before, which then waits anew */
  async invite(
    tx: Tx,
    invitation: Pick<CoopInvitationEntity, 'id' | 'coopId' | 'phone' | 'invitedBy' | 'createdAt'>,
  ): Promise<string> {
    const { id, coopId, phone, invitedBy, createdAt } = invitation;
    const [open]: { id: string }[] = await tx.query(
      `insert into coop_invitations (id, coop_id, phone, invited_by, created_at) values ($1, $2, $3, $4, $5)
       on conflict (coop_id, phone) where answered_at is null do update set created_at = excluded.created_at
       returning id`,
      [id, coopId, phone, invitedBy, createdAt],
    );
    return open?.id ?? id;
  }

  lock(tx: Tx, id: string): Promise<CoopInvitationEntity | null> {
    return tx.findOne(CoopInvitationEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async answer(
    tx: Tx,
    id: string,
    answer: Pick<CoopInvitationEntity, 'householdId' | 'isAccepted' | 'answeredAt'>,
  ): Promise<void> {
    await tx.update(CoopInvitationEntity, id, answer);
  }

  /** A household that was a member already stays one since its first day. */
  async join(tx: Tx, coopId: string, householdId: string, day: string): Promise<void> {
    await tx.query(
      `insert into coop_members (coop_id, household_id, joined_on) values ($1, $2, $3) on conflict do nothing`,
      [coopId, householdId, day],
    );
  }

  /** Whether a household behind this number is a member. */
  async isMember(tx: Tx, coopId: string, phone: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from coop_members c join memberships m on m.party_id = c.household_id and m.role = 'GROWER'
         join people p on p.id = m.person_id
       where c.coop_id = $1 and p.phone = $2 limit 1`,
      [coopId, phone],
    );
    return rows.length > 0;
  }

  byId(id: string): Promise<CoopInvitationEntity | null> {
    return this.dataSource.getRepository(CoopInvitationEntity).findOneBy({ id });
  }

  /** Those a number has not answered, newest first. */
  open(phone: string, since: Date): Promise<CoopInvitationEntity[]> {
    return this.dataSource.getRepository(CoopInvitationEntity).find({
      where: { phone, answeredAt: IsNull(), createdAt: MoreThanOrEqual(since) },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 20,
    });
  }

  /** All a cooperative wrote, newest first. */
  page(
    coopId: string,
    first: number,
    after: { at: Date; id: string } | undefined,
  ): Promise<CoopInvitationEntity[]> {
    const query = this.dataSource
      .getRepository(CoopInvitationEntity)
      .createQueryBuilder('i')
      .where('i.coopId = :coopId', { coopId })
      .orderBy('i.createdAt', 'DESC')
      .addOrderBy('i.id', 'DESC')
      .take(first + 1);
    if (after) query.andWhere('(i.createdAt, i.id) < (:at, :id)', after);
    return query.getMany();
  }
}
