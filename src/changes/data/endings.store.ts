import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Side } from '../../kernel/side.js';
import { vnd } from '../../kernel/units.js';
import type { ForceMajeure } from '../../lots/index.js';
import { reachSql } from '../../orders/index.js';
import type { Actor } from '../../platform/access/actor.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { pageOf, pageSize, type Page, type PageArgs } from '../../platform/graphql/page.js';
import { startAfter } from '../../platform/graphql/time-pages.js';
import type { Cause } from '../domain/causes.js';
import { excused, type Consequences, type Stage } from '../domain/consequences.js';

/** How a deal ended without being weighed; the sums are those of now, after the office's word when there is one. */
export interface Ending extends Consequences {
  readonly dealId: string;
  readonly cause: Cause;
  readonly atFault: Side;
  readonly atFaultId: string;
  /** null: the clock spoke. */
  readonly saidBy: Side | null;
  readonly note: string | null;
  readonly stage: Stage;
  readonly endedAt: Date;
  readonly replyUntil: Date;
  readonly reply: string | null;
  readonly repliedAt: Date | null;
  readonly forceMajeure: ForceMajeure | null;
  readonly decisionNote: string | null;
}

export type NewEnding = Omit<Ending, 'reply' | 'repliedAt' | 'decisionNote' | 'payer'> & {
  readonly saidByPerson: string | null;
};

type Money = 'damagesVnd' | 'fromDepositVnd' | 'depositReturnedVnd' | 'toPayVnd';
type EndingRow = Omit<Ending, Money | 'payer'> & { readonly [Name in Money]: string };

const COLUMNS = `e.deal_id as "dealId", e.cause, e.at_fault as "atFault", e.at_fault_id as "atFaultId",
  e.said_by as "saidBy", e.note, e.stage, e.damages_vnd as "damagesVnd", e.from_deposit_vnd as "fromDepositVnd",
  e.deposit_returned_vnd as "depositReturnedVnd", e.to_pay_vnd as "toPayVnd", e.ended_at as "endedAt",
  e.reply_until as "replyUntil", e.reply, e.replied_at as "repliedAt", e.force_majeure as "forceMajeure",
  e.decision_note as "decisionNote"`;

function toEnding(row: EndingRow): Ending {
  const toPay = parseSafe(row.toPayVnd);
  const ending: Ending = {
    ...row,
    damagesVnd: vnd(parseSafe(row.damagesVnd)),
    fromDepositVnd: vnd(parseSafe(row.fromDepositVnd)),
    depositReturnedVnd: vnd(parseSafe(row.depositReturnedVnd)),
    toPayVnd: vnd(toPay),
    payer: toPay > 0 ? row.atFault : null,
  };
  return row.forceMajeure === 'CONFIRMED' ? excused(ending) : ending;
}

/** Endings of deals; the deal is locked before its ending. */
@Injectable()
export class EndingsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async add(tx: Tx, ending: NewEnding): Promise<void> {
    await tx.query(
      `insert into deal_endings (deal_id, cause, at_fault, at_fault_id, said_by, said_by_person, note, stage, damages_vnd,
         from_deposit_vnd, deposit_returned_vnd, to_pay_vnd, ended_at, reply_until, force_majeure)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        ending.dealId,
        ending.cause,
        ending.atFault,
        ending.atFaultId,
        ending.saidBy,
        ending.saidByPerson,
        ending.note,
        ending.stage,
        ending.damagesVnd,
        ending.fromDepositVnd,
        ending.depositReturnedVnd,
        ending.toPayVnd,
        ending.endedAt,
        ending.replyUntil,
        ending.forceMajeure,
      ],
    );
  }

  async lock(tx: Tx, dealId: string): Promise<Ending | undefined> {
    const rows: EndingRow[] = await tx.query(
      `select ${COLUMNS} from deal_endings e where e.deal_id = $1 for update`,
      [dealId],
    );
    return rows[0] && toEnding(rows[0]);
  }

  async ofDeals(dealIds: readonly string[]): Promise<Ending[]> {
    const rows: EndingRow[] = await this.dataSource.query(
      `select ${COLUMNS} from deal_endings e where e.deal_id = any ($1::uuid[])`,
      [dealIds],
    );
    return rows.map(toEnding);
  }

  /**
   * Of deals the actor may see, the newest first.
   * @param forceMajeure only those of which this has become; null: all
   */
  async page(
    actor: Actor,
    { first, after }: PageArgs,
    forceMajeure: ForceMajeure | null,
  ): Promise<Page<Ending>> {
    const scope = reachSql(actor, {
      buyer: 'd.buyer_id',
      household: 'd.household_id',
      commune: 'd.commune_id',
    });
    const rows: EndingRow[] = await this.dataSource.query(
      `select ${COLUMNS} from deal_endings e join deals d on d.id = e.deal_id
       where ${scope} and ($2::timestamptz is null or (e.ended_at, e.deal_id) < ($2, $3::uuid))
         and ($5::text is null or e.force_majeure = $5)
       order by e.ended_at desc, e.deal_id desc limit $4`,
      [actor.partyId, ...startAfter(after), pageSize(first) + 1, forceMajeure],
    );
    return pageOf(rows.map(toEnding), first, ({ endedAt, dealId }) => [
      endedAt.toISOString(),
      dealId,
    ]);
  }

  async reply(
    tx: Tx,
    dealId: string,
    said: {
      readonly reply: string;
      readonly personId: string;
      readonly at: Date;
      readonly isForceMajeure: boolean;
    },
  ): Promise<void> {
    await tx.query(
      `update deal_endings set reply = $2, replied_by = $3, replied_at = $4,
         force_majeure = case when $5 then 'CLAIMED' else force_majeure end
       where deal_id = $1`,
      [dealId, said.reply, said.personId, said.at, said.isForceMajeure],
    );
  }

  async decide(
    tx: Tx,
    dealId: string,
    verdict: {
      readonly isConfirmed: boolean;
      readonly note: string;
      readonly personId: string;
      readonly at: Date;
    },
  ): Promise<void> {
    await tx.query(
      `update deal_endings set force_majeure = $2, decision_note = $3, decided_by = $4, decided_at = $5
       where deal_id = $1`,
      [
        dealId,
        verdict.isConfirmed ? 'CONFIRMED' : 'REFUSED',
        verdict.note,
        verdict.personId,
        verdict.at,
      ],
    );
  }
}
