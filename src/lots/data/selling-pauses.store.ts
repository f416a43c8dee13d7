import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Day } from '../../kernel/day.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { PauseDays } from '../domain/selling-pause.js';
import { IS_RESTING } from './lot-sql.js';

/** The pause a household is in or has said; one at a time. */
export interface SellingPause extends PauseDays {
  readonly id: string;
  readonly householdId: string;
}

/** What a pause means for lots on the market. */
export interface PauseReach {
  readonly hiddenLots: number;
  /** Already promised of them: a pause takes no promise back. */
  readonly promisedGrams: number;
}

const COLUMNS = `id, household_id as "householdId", to_char(first_day, 'YYYY-MM-DD') as "firstDay",
  to_char(last_day, 'YYYY-MM-DD') as "lastDay"`;

@Injectable()
export class SellingPausesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Pauses of a household are written one after another. Whoever sets kilograms of its lots aside waits, and sees the pause
   * afterwards.
   */
  async lock(tx: Tx, householdId: string): Promise<void> {
    await tx.query(
      `select pg_advisory_xact_lock(hashtextextended('selling_pauses', 0) # hashtextextended($1, 0))`,
      [householdId],
    );
    await tx.query(
      `select 1 from lot_grades where lot_id in (
         select id from lots where household_id = $1 and state in ('PUBLISHED', 'PAUSED'))
       order by id for update`,
      [householdId],
    );
  }

  /**
   * In place of the pause that stood before.
   * @returns the id of that one; null when there was none
   */
  async replace(tx: Tx, pause: SellingPause, createdBy: string, now: Date): Promise<string | null> {
    const former = await this.end(tx, pause.householdId, now);
    await tx.query(
      `insert into selling_pauses (id, household_id, first_day, last_day, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [pause.id, pause.householdId, pause.firstDay, pause.lastDay, createdBy, now],
    );
    return former;
  }

  /** @returns the id of the pause that stood; null when there was none */
  async end(tx: Tx, householdId: string, now: Date): Promise<string | null> {
    const [ended]: [{ id: string }[], number] = await tx.query(
      `update selling_pauses set ended_at = $2 where household_id = $1 and ended_at is null returning id`,
      [householdId, now],
    );
    return ended[0]?.id ?? null;
  }

  async byId(tx: Tx, id: string): Promise<SellingPause | undefined> {
    const rows: SellingPause[] = await tx.query(
      `select ${COLUMNS} from selling_pauses where id = $1`,
      [id],
    );
    return rows[0];
  }

  /**
   * As if it had not been said: it ended when it began.
   * @returns false when this is not the pause that stands
   */
  async drop(tx: Tx, id: string): Promise<boolean> {
    const [, dropped]: [unknown[], number] = await tx.query(
      `update selling_pauses set ended_at = created_at where id = $1 and ended_at is null`,
      [id],
    );
    return dropped > 0;
  }

  /**
   * A pause that was ended stands again, as if it had not been.
   * @returns false when another one was said after it that was not dropped
   */
  async revive(tx: Tx, id: string): Promise<boolean> {
    const [, revived]: [unknown[], number] = await tx.query(
      `update selling_pauses p set ended_at = null
       where p.id = $1 and p.ended_at is not null and not exists (
         select 1 from selling_pauses n
         where n.household_id = p.household_id
           and (n.ended_at is null or (n.created_at > p.ended_at and n.ended_at > n.created_at)))`,
      [id],
    );
    return revived > 0;
  }

  /** Pauses of these households whose last day is not over. */
  standing(householdIds: readonly string[], today: Day): Promise<SellingPause[]> {
    return this.dataSource.query(
      `select ${COLUMNS} from selling_pauses where household_id = any ($1::uuid[]) and ended_at is null and last_day >= $2`,
      [householdIds, today],
    );
  }

  async reach(householdId: string, now: Date): Promise<PauseReach> {
    const [row]: { lots: number; grams: string }[] = await this.dataSource.query(
      `select count(distinct l.id)::int as lots, coalesce(sum(g.reserved_g), 0) as grams
       from lots l join lot_grades g on g.lot_id = l.id
       where l.household_id = $1 and l.state = 'PUBLISHED' and l.ready_to > $2 and ${IS_RESTING}`,
      [householdId, now],
    );
    return { hiddenLots: row?.lots ?? 0, promisedGrams: parseSafe(row?.grams ?? 0) };
  }
}
