import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { LotEntity, LotGradeEntity } from './lot.entities.js';
import type { LineChange } from '../domain/lot-edit.js';

export interface KeptLot {
  readonly lot: LotEntity;
  readonly lines: readonly LotGradeEntity[];
}

/** How many lots one run of the clock closes in one transaction. */
const CLOSED_AT_ONCE = 200;

/** Writes to lots. Whoever changes a lot locks its lines first, in id order, like whoever sets kilograms aside. */
@Injectable()
export class LotRecordsStore {
  /** False when the id is taken. */
  async add(tx: Tx, lot: LotEntity, lines: readonly LotGradeEntity[]): Promise<boolean> {
    const added = await tx
      .createQueryBuilder()
      .insert()
      .into(LotEntity)
      .values(lot)
      .orIgnore()
      .returning('id')
      .execute();
    if ((added.raw as unknown[]).length === 0) return false;
    await tx.insert(LotGradeEntity, [...lines]);
    return true;
  }

  async lock(tx: Tx, lotId: string): Promise<KeptLot> {
    await tx.query(`select 1 from lot_grades where lot_id = $1 order by id for update`, [lotId]);
    return this.read(tx, lotId);
  }

  /** Lines of both lots in one order of ids, so that two merges never wait for each other in a circle. */
  async lockBoth(tx: Tx, oneId: string, otherId: string): Promise<void> {
    await tx.query(
      `select 1 from lot_grades where lot_id = any ($1::uuid[]) order by id for update`,
      [[oneId, otherId]],
    );
  }

  async read(tx: Tx, lotId: string): Promise<KeptLot> {
    const lot = await tx.findOneByOrFail(LotEntity, { id: lotId });
    const lines = await tx.find(LotGradeEntity, { where: { lotId }, order: { id: 'ASC' } });
    return { lot, lines };
  }

  /** Writes what changed and counts the version up. */
  async change(tx: Tx, lot: LotEntity, change: Partial<LotEntity>): Promise<void> {
    await tx.update(LotEntity, lot.id, { ...change, version: lot.version + 1 });
  }

  async audience(tx: Tx, lotId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `select party_id as id from lot_audience where lot_id = $1 order by 1`,
      [lotId],
    );
    return rows.map(({ id }) => id);
  }

  /** The parties that see a lot before everybody does; those of before see it no more. */
  async showTo(tx: Tx, lotId: string, partyIds: readonly string[]): Promise<void> {
    await tx.query(`delete from lot_audience where lot_id = $1`, [lotId]);
    await tx.query(`insert into lot_audience (lot_id, party_id) select $1, unnest($2::uuid[])`, [
      lotId,
      partyIds,
    ]);
  }

  async changeLines(tx: Tx, lotId: string, lines: readonly LineChange[]): Promise<void> {
    for (const { isNew, gradeCode, ...line } of lines) {
      if (isNew) {
        const fresh = { id: uuid(), lotId, gradeCode, reservedG: 0, weighedG: 0, ...line };
        await tx.insert(LotGradeEntity, fresh);
      } else {
        await tx.update(LotGradeEntity, { lotId, gradeCode }, line);
      }
    }
  }

  async isPhotoOf(tx: Tx, photoId: string, partyIds: readonly (string | null)[]): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from photos where id = $1 and party_id = any ($2::uuid[])`,
      [photoId, partyIds],
    );
    return rows.length > 0;
  }

  /** Whether another lot of the household became part of this one and is it still. */
  async isMerged(tx: Tx, { id, householdId }: LotEntity): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `select 1 from lots where household_id = $1 and merged_into = $2 limit 1`,
      [householdId, id],
    );
    return rows.length > 0;
  }

  async openHolds(tx: Tx, lotId: string): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `select h.id from lot_holds h join lot_grades g on g.id = h.lot_grade_id
       where g.lot_id = $1 and h.state = 'HELD' order by h.id`,
      [lotId],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Closes lots whose window ended before `endedBefore`, and those of which nothing is left.
   * @returns those that still had something to sell, or something promised that no scale has seen
   */
  async closeOver(tx: Tx, endedBefore: Date): Promise<string[]> {
    const due: { id: string }[] = await tx.query(
      `select l.id from lots l
       where l.state in ('PUBLISHED', 'PAUSED')
         and (l.ready_to <= $1 or not exists (
           select 1 from lot_grades g where g.lot_id = l.id and g.offered_g > g.weighed_g + g.written_off_g))
       order by l.id limit ${CLOSED_AT_ONCE}`,
      [endedBefore],
    );
    const ids = due.map(({ id }) => id);
    await tx.query(
      `select 1 from lot_grades where lot_id = any ($1::uuid[]) order by id for update`,
      [ids],
    );
    const [closed]: [{ id: string; isUnweighed: boolean }[], number] = await tx.query(
      `update lots l
       set state = 'CLOSED', version = l.version + 1, close_reason = case when exists (
         select 1 from lot_grades g where g.lot_id = l.id
           and g.offered_g > g.reserved_g + g.weighed_g + g.written_off_g) then 'EXPIRED' else 'SOLD' end
       where l.id = any ($1::uuid[]) and l.state in ('PUBLISHED', 'PAUSED')
         and (l.ready_to <= $2 or not exists (
           select 1 from lot_grades g where g.lot_id = l.id and g.offered_g > g.weighed_g + g.written_off_g))
       returning l.id, exists (select 1 from lot_grades g where g.lot_id = l.id
         and g.offered_g > g.weighed_g + g.written_off_g) as "isUnweighed"`,
      [ids, endedBefore],
    );
    return closed.filter(({ isUnweighed }) => isUnweighed).map(({ id }) => id);
  }
}
