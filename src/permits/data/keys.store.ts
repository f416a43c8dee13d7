import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { PermitKeyEntity } from './permit.entities.js';

@Injectable()
export class KeysStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * The first process that signs with a new key makes it known and sets the end of the keys before it.
   * @returns whether the key may sign
   */
  async register(key: {
    readonly kid: string;
    readonly jwk: PermitKeyEntity['jwk'];
    readonly validFrom: Date;
    readonly othersUntil: Date;
  }): Promise<boolean> {
    await this.dataSource.query(
      `with added as (
         insert into permit_keys (kid, jwk, valid_from, created_at) values ($1, $2::jsonb, $3, $3)
         on conflict (kid) do nothing returning kid
       )
       update permit_keys k set valid_to = $4 from added where k.kid <> added.kid and k.valid_to is null`,
      [key.kid, JSON.stringify(key.jwk), key.validFrom, key.othersUntil],
    );
    const [row]: { isUsable: boolean }[] = await this.dataSource.query(
      `select revoked_at is null and (valid_to is null or valid_to > $2) as "isUsable"
       from permit_keys where kid = $1`,
      [key.kid, key.validFrom],
    );
    return row?.isUsable ?? false;
  }

  /** Keys that something may still be read with: in use, or closed since then. */
  since(at: Date): Promise<PermitKeyEntity[]> {
    return this.dataSource
      .getRepository(PermitKeyEntity)
      .createQueryBuilder('k')
      .where('k.validTo is null or k.validTo > :at', { at })
      .orderBy('k.validFrom')
      .addOrderBy('k.kid')
      .getMany();
  }
}
