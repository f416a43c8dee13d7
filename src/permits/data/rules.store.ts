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
