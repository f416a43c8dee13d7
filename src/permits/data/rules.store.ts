import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { RulePackEntity, ZoneStatusEntity } from './permit.entities.js';

export interface RuleRows {
  readonly packs: readonly RulePackEntity[];
  readonly zones: readonly ZoneStatusEntity[];
}

@Injectable()
export class RulesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async all(): Promise<RuleRows> {
    const { manager } = this.dataSource;
    const [packs, zones] = await Promise.all([
      manager.find(RulePackEntity, {
        order: { effectiveFrom: 'ASC', code: 'ASC', version: 'ASC' },
      }),
      manager.find(ZoneStatusEntity, { order: { unitCode: 'ASC', effectiveFrom: 'ASC' } }),
    ]);
    return { packs, zones };
  }

  /** Blockades that hold now or will, the next first. */
  closuresFrom(now: Date): Promise<ZoneStatusEntity[]> {
    return this.dataSource
      .getRepository(ZoneStatusEntity)
      .createQueryBuilder('z')
      .where(`z.measure = 'BLOCKADE' and (z.effectiveTo is null or z.effectiveTo > :now)`, { now })
      .orderBy('z.effectiveFrom', 'ASC')
      .addOrderBy('z.id', 'ASC')
      .getMany();
  }

  closure(id: string): Promise<ZoneStatusEntity> {
    return this.dataSource.getRepository(ZoneStatusEntity).findOneByOrFail({ id });
  }

  async close(
    tx: Tx,
    zone: {
      readonly id: string;
      readonly unit: string;
      readonly from: Date;
      readonly to: Date | null;
      readonly source: string;
      readonly by: string;
    },
  ): Promise<void> {
    await tx.insert(ZoneStatusEntity, {
      id: zone.id,
      unitCode: zone.unit,
      measure: 'BLOCKADE',
      effectiveFrom: zone.from,
      effectiveTo: zone.to,
      source: zone.source,
      confidence: 'SOURCED',
      declaredBy: zone.by,
      endedBy: null,
    });
  }

  /** False when it is over already, or none that the office declared. */
  async open(
    tx: Tx,
    { id, personId, now }: { id: string; personId: string; now: Date },
  ): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.query(
      `update zone_statuses set effective_to = greatest(effective_from, $2), ended_by = $3
       where id = $1 and measure = 'BLOCKADE' and (effective_to is null or effective_to > $2) returning 1`,
      [id, now, personId],
    );
    return rows.length === 1;
  }

  /** Ends the pack of this code that is in force or still to come. False when there is none. */
  async end(tx: Tx, code: string, personId: string, now: Date): Promise<boolean> {
    const [, count]: [unknown[], number] = await tx.query(
      `update rule_packs set effective_to = greatest(effective_from, $2), ended_by = $3
       where code = $1 and (effective_to is null or effective_to > $2)`,
      [code, now, personId],
    );
    return count > 0;
  }
}
