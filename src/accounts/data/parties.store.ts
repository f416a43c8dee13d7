import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { PartyEntity } from './account.entities.js';

/** Parties as others look for them. */
@Injectable()
export class PartiesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The household somebody with this phone grows for; the oldest when there are several. */
  householdOfPhone(phone: string): Promise<PartyEntity | null> {
    return this.dataSource
      .getRepository(PartyEntity)
      .createQueryBuilder('p')
      .where(
        `p.id in (select m.party_id from memberships m join people o on o.id = m.person_id
                  where o.phone = :phone and m.role = 'GROWER')`,
        { phone },
      )
      .orderBy('p.createdAt', 'ASC')
      .addOrderBy('p.id', 'ASC')
      .getOne();
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
      .addOrderBy('p.name', 'ASC')
      .setParameter('householdId', householdId)
      .limit(limit)
      .getMany();
  }
}
