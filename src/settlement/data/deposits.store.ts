import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { vnd, type Vnd } from '../../kernel/units.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { DepositState } from '../domain/deposit.state.js';
import type { PayMethod } from './payable.entity.js';

export interface Deposit {
  readonly dealId: string;
  readonly amountVnd: Vnd;
  readonly state: DepositState;
  readonly method: PayMethod;
  readonly reference: string | null;
  readonly declaredAt: Date;
  readonly confirmedAt: Date | null;
  /** What goes back to the payer; 0 while nothing has to. */
  readonly toReturnVnd: Vnd;
  /** When the payer said that it came back. */
  readonly returnedAt: Date | null;
}

type DepositRow = Omit<Deposit, 'amountVnd' | 'toReturnVnd'> & {
  readonly amountVnd: string;
  readonly toReturnVnd: string;
};

const COLUMNS = `deal_id as "dealId", amount_vnd as "amountVnd", state, method, reference,
  declared_at as "declaredAt", confirmed_at as "confirmedAt", to_return_vnd as "toReturnVnd",
  returned_at as "returnedAt"`;
const toDeposit = (row: DepositRow): Deposit => ({
  ...row,
  amountVnd: vnd(parseSafe(row.amountVnd)),
  toReturnVnd: vnd(parseSafe(row.toReturnVnd)),
});

/** Deposits, at most one a deal; the deal is locked before its deposit. */
@Injectable()
export class DepositsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async ofDeals(dealIds: readonly string[]): Promise<Deposit[]> {
    const rows: DepositRow[] = await this.dataSource.query(
      `select ${COLUMNS} from deposits where deal_id = any ($1::uuid[])`,
      [dealIds],
    );
    return rows.map(toDeposit);
  }

  async lock(tx: Tx, dealId: string): Promise<Deposit | undefined> {
    const rows: DepositRow[] = await tx.query(
      `select ${COLUMNS} from deposits where deal_id = $1 for update`,
      [dealId],
    );
    return rows[0] && toDeposit(rows[0]);
  }

  async declare(
    tx: Tx,
    deposit: Pick<Deposit, 'dealId' | 'amountVnd' | 'method' | 'reference' | 'declaredAt'>,
    personId: string,
  ): Promise<void> {
    const { dealId, amountVnd, method, reference, declaredAt } = deposit;
    await tx.query(
      `insert into deposits (deal_id, amount_vnd, state, method, reference, declared_at, declared_by)
       values ($1, $2, 'DECLARED', $3, $4, $5, $6)`,
      [dealId, amountVnd, method, reference, declaredAt, personId],
    );
  }

  async confirm(tx: Tx, dealId: string, personId: string, at: Date): Promise<void> {
    await tx.query(
      `update deposits set state = 'CONFIRMED', confirmed_at = $3, confirmed_by = $2 where deal_id = $1`,
      [dealId, personId, at],
    );
  }

  async end(
    tx: Tx,
    dealId: string,
    end: { readonly state: DepositState; readonly toReturnVnd: Vnd; readonly at: Date },
  ): Promise<void> {
    await tx.query(
      `update deposits set state = $2, to_return_vnd = $3, ended_at = $4 where deal_id = $1`,
      [dealId, end.state, end.toReturnVnd, end.at],
    );
  }

  async giveBack(tx: Tx, dealId: string, personId: string, at: Date): Promise<void> {
    await tx.query(`update deposits set returned_at = $3, returned_by = $2 where deal_id = $1`, [
      dealId,
      personId,
      at,
    ]);
  }

  /** Whether the household of a deal lets this party receive its money. */
  async isReceiver(tx: Tx, householdId: string, partyId: string | null): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from standing_grants where party_id = $2 and household_id = $1 and power = 'RECEIVE_PAYMENT'`,
      [householdId, partyId],
    );
    return rows.length > 0;
  }
}
