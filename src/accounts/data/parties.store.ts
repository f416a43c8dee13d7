import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { inAlphabet } from '../../platform/database/vietnamese-order.js';
import { PartyEntity } from './account.entities.js';

/** A party's name without accents; some write "Hộ Nguyễn Thị Lan", some only the name. SQL over `parties p`. */
export const BARE_NAME = `regexp_replace(fold(p.name), '^ho ', '')`;

/** Parties as others look for them. */
@Injectable()
export class PartiesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The households somebody with this phone grows for, oldest first; none that is closed or merged into another. */
  householdsOfPhone(phone: string): Promise<PartyEntity[]> {
    return this.dataSource
      .getRepository(PartyEntity)
      .createQueryBuilder('p')
      .where(
        `p.id in (select m.party_id from memberships m join people o on o.id = m.person_id
                  where o.phone = :phone and m.role = 'GROWER')
           and p.state <> 'CLOSED' and p.merged_into_id is null`,
        { phone },
      )
      .orderBy('p.createdAt', 'ASC')
      .addOrderBy('p.id', 'ASC')
      .getMany();
  }

  /** Cooperatives that work, those of the household's commune first. */
  cooperativesNear(householdId: string, limit: number): Promise<PartyEntity[]> {
    return this.dataSource
      .getRepository(PartyEntity)
      .createQueryBuilder('p')
      .where(`p.kind = 'COOPERATIVE' and p.state = 'ACTIVE'`)
      .orderBy(
        `(p.commune_id is distinct from (select commune_id from parties where id = :householdId))`,
      )
      .addOrderBy(inAlphabet('p.name'))
      .setParameter('householdId', householdId)
      .limit(limit)
      .getMany();
  }

  /** The offices whose commune officers answer for a household. */
  communeOfficesOf(householdId: string): Promise<PartyEntity[]> {
    return this.dataSource
      .getRepository(PartyEntity)
      .createQueryBuilder('p')
      .where(
        `p.kind = 'OFFICE' and p.state = 'ACTIVE'
         and exists (select 1 from memberships m where m.party_id = p.id and m.role = 'COMMUNE_OFFICER')
         and exists (select 1 from parties h join party_territories t on t.party_id = p.id
                     left join admin_units u on u.id = h.commune_id
                     where h.id = :householdId and t.unit_id in (h.commune_id, h.hamlet_id, u.successor_id))`,
        { householdId },
      )
      .orderBy(inAlphabet('p.name'))
      .getMany();
  }

  lock(tx: Tx, id: string): Promise<PartyEntity | null> {
    return tx.findOne(PartyEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async change(tx: Tx, id: string, changes: Partial<PartyEntity>): Promise<void> {
    await tx.update(PartyEntity, id, changes);
  }

  /** @returns false when it is no draft any more */
  async mendDraft(tx: Tx, id: string, papers: Partial<PartyEntity>): Promise<boolean> {
    const { affected } = await tx.update(PartyEntity, { id, state: 'DRAFT' }, papers);
    return affected === 1;
  }

  byId(id: string): Promise<PartyEntity | null> {
    return this.dataSource.getRepository(PartyEntity).findOneBy({ id });
  }

  /** Papers that wait for a decision, the oldest first. */
  waiting(first: number, after: { at: Date; id: string } | undefined): Promise<PartyEntity[]> {
    const query = this.dataSource
      .getRepository(PartyEntity)
      .createQueryBuilder('p')
      .where(`p.state = 'PENDING_APPROVAL'`)
      .orderBy('p.createdAt', 'ASC')
      .addOrderBy('p.id', 'ASC')
      .take(first + 1);
    if (after) query.andWhere('(p.createdAt, p.id) > (:at, :id)', after);
    return query.getMany();
  }

  /** By a part of the name, without accents, or by the end of a member's phone. */
  search(
    words: string,
    first: number,
    after: { name: string; id: string } | undefined,
  ): Promise<PartyEntity[]> {
    const digits = words.replace(/[\s.]/g, '').replace(/^(\+84|0)/, '');
    const isPhone = /^\d{3,}$/.test(digits);
    const query = this.dataSource
      .getRepository(PartyEntity)
      .createQueryBuilder('p')
      .where(
        isPhone
          ? `p.id in (select m.party_id from memberships m join people o on o.id = m.person_id where o.phone like :tail)`
          : `fold(p.name) like '%' || fold(:words) || '%'`,
        { words: words.replace(/[%_\\]/g, ''), tail: `%${digits}` },
      )
      .orderBy(inAlphabet('p.name'))
      .addOrderBy('p.id', 'ASC')
      .take(first + 1);
    if (after) query.andWhere(`(${inAlphabet('p.name')}, p.id) > (:name, :id)`, after);
    return query.getMany();
  }

  /** Households that are probably the same: one name, without accents, on the same ground, with the same crop. */
  async likelySame(household: {
    name: string;
    communeId: string;
    hamletId: string | null;
    cropCode: string;
  }): Promise<{ id: string; name: string }[]> {
    return this.dataSource.query(
      `select p.id, p.name from parties p
       where p.kind = 'HOUSEHOLD' and p.state <> 'CLOSED' and p.merged_into_id is null and p.commune_id = $2
         and ${BARE_NAME} = regexp_replace(fold($1), '^ho ', '')
         and ($3::uuid is null or p.hamlet_id is null or p.hamlet_id = $3)
         and exists (select 1 from plots where household_id = p.id and crop_code = $4)
       order by p.created_at, p.id limit 5`,
      [household.name, household.communeId, household.hamletId, household.cropCode],
    );
  }

  /** Pairs of households of one name on the same ground, older first, the newest pair on top. */
  pairs(
    first: number,
    after: { at: Date; id: string } | undefined,
  ): Promise<{ id: string; olderId: string; createdAt: Date }[]> {
    return this.dataSource.query(
      `with named as (
         select id, commune_id, hamlet_id, created_at, ${BARE_NAME} as bare from parties p
         where kind = 'HOUSEHOLD' and state <> 'CLOSED' and merged_into_id is null)
       select distinct on (b.created_at, b.id) b.id, a.id as "olderId", b.created_at as "createdAt"
       from named a join named b on a.bare = b.bare and a.commune_id = b.commune_id
         and a.hamlet_id is not distinct from b.hamlet_id and (a.created_at, a.id) < (b.created_at, b.id)
       where $2::timestamptz is null or (b.created_at, b.id) < ($2, $3)
       order by b.created_at desc, b.id desc, a.created_at, a.id limit $1`,
      [first + 1, after?.at ?? null, after?.id ?? null],
    );
  }
}
