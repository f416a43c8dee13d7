import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Grams, Vnd } from '../../kernel/units.js';
import type { LotState } from '../domain/lot.state.js';
import { IS_RESTING } from './lot-sql.js';

interface LotLine {
  readonly id: string;
  readonly gradeCode: string;
  readonly askVndPerKg: Vnd | null;
  readonly offeredG: Grams;
  readonly reservedG: Grams;
  readonly weighedG: Grams;
}

/** What the features above may know of a lot. */
export interface LotFacts {
  readonly id: string;
  readonly householdId: string;
  readonly communeId: string;
  readonly cropCode: string;
  readonly varietyCode: string | null;
  readonly state: LotState;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  /** Its household sells nothing in its hours. */
  readonly isResting: boolean;
  /** Until then it is shown to its audience alone; null: to everybody. */
  readonly openToAllAt: Date | null;
  readonly audience: readonly string[];
  readonly grades: readonly LotLine[];
}

@Injectable()
export class LotsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async facts(ids: readonly string[]): Promise<LotFacts[]> {
    const rows: LotFacts[] = await this.dataSource.query(
      `select l.id, l.household_id as "householdId", l.commune_id as "communeId", l.crop_code as "cropCode",
              l.variety_code as "varietyCode", l.state, l.ready_from as "readyFrom", l.ready_to as "readyTo",
              ${IS_RESTING} as "isResting", l.open_to_all_at as "openToAllAt",
              array(select a.party_id::text from lot_audience a where a.lot_id = l.id) as audience,
              (select json_agg(json_build_object('id', g.id, 'gradeCode', g.grade_code,
                 'askVndPerKg', g.ask_vnd_per_kg, 'offeredG', g.offered_g, 'reservedG', g.reserved_g,
                 'weighedG', g.weighed_g) order by g.id)
               from lot_grades g where g.lot_id = l.id) as grades
       from lots l where l.id = any ($1::uuid[])`,
      [ids],
    );
    return rows;
  }
}
