import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import { brokenConstraint, type Tx } from '../../platform/database/unit-of-work.js';
import type { ClaimTerms } from '../domain/claim.js';

/** What a household says of its fruit. */
export interface Claim extends ClaimTerms {
  readonly id: string;
  readonly householdId: string;
  /** Null: of all its crops. */
  readonly cropCode: string | null;
  /** A photo of the paper. */
  readonly proofId: string | null;
  /** The office that saw the paper. */
  readonly vouchedBy: string | null;
  readonly createdAt: Date;
}

const COLUMNS = `id, household_id as "householdId", kind, number, crop_code as "cropCode",
  to_char(valid_from, 'YYYY-MM-DD') as "validFrom", to_char(valid_to, 'YYYY-MM-DD') as "validTo",
  proof_id as "proofId", vouched_by as "vouchedBy", created_at as "createdAt"`;

@Injectable()
export class ClaimsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns false when the household says the same already */
  async add(tx: Tx, claim: Claim, createdBy: string): Promise<boolean> {
    const added: unknown[] = await tx.query(
      `insert into claims (id, household_id, kind, number, crop_code, valid_from, valid_to, proof_id, vouched_by,
         created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`,
      [
        claim.id,
        claim.householdId,
        claim.kind,
        claim.number,
        claim.cropCode,
        claim.validFrom,
        claim.validTo,
        claim.proofId,
        claim.vouchedBy,
        createdBy,
        claim.createdAt,
      ],
    );
    return added.length > 0;
  }

  /** @returns false when it was taken back before */
  async withdraw(tx: Tx, id: string, now: Date): Promise<boolean> {
    const [, withdrawn]: [unknown[], number] = await tx.query(
      `update claims set withdrawn_at = $2 where id = $1 and withdrawn_at is null`,
      [id, now],
    );
    return withdrawn > 0;
  }

  /** With those that were taken back. */
  async byId(tx: Tx, id: string): Promise<Claim | undefined> {
    const rows: Claim[] = await tx.query(`select ${COLUMNS} from claims where id = $1`, [id]);
    return rows[0];
  }

  /** @returns false when the household has said the same again since */
  async restore(tx: Tx, id: string): Promise<boolean> {
    try {
      await tx.query(`update claims set withdrawn_at = null where id = $1`, [id]);
      return true;
    } catch (fault) {
      if (brokenConstraint(fault) === 'claims_said_once') return false;
      throw fault;
    }
  }

  async find(id: string): Promise<Claim | undefined> {
    const rows: Claim[] = await this.dataSource.query(
      `select ${COLUMNS} from claims where id = $1 and withdrawn_at is null`,
      [id],
    );
    return rows[0];
  }

  /** Whatever stands of these households, the newest day first. */
  ofHouseholds(householdIds: readonly string[]): Promise<Claim[]> {
    return this.dataSource.query(
      `select ${COLUMNS} from claims where household_id = any ($1::uuid[]) and withdrawn_at is null
       order by valid_from desc, id`,
      [householdIds],
    );
  }
}

/** The claim speaks of this crop on this day. */
export const holdsFor = (claim: Claim, cropCode: string, on: Day): boolean =>
  (claim.cropCode === null || claim.cropCode === cropCode) &&
  claim.validFrom <= on &&
  (claim.validTo === null || claim.validTo >= on);
