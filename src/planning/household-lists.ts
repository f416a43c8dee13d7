import { Injectable } from '@nestjs/common';
import {
  checkPlot,
  HouseholdEntries,
  normaliseName,
  normalisePhone,
  type HouseholdEntry,
} from '../accounts/index.js';
import { Catalog } from '../catalog/index.js';
import { Clock } from '../kernel/clock.js';
import { dayOf } from '../kernel/day.js';
import { refuse } from '../kernel/refusal.js';
import { Places } from '../places/index.js';
import type { Actor } from '../platform/access/actor.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import {
  COLUMNS,
  readHousehold,
  type HouseholdRow,
  type ListGround,
  type ReadHousehold,
  type RowProblem,
} from './domain/household-rows.js';
import { Territory } from './territory.js';

/**
 * What a row of a list is, read against what is there. NEW: it would be entered. THERE: the same household is there.
 * LIKELY_THERE: one of its name is on the same ground with another number; entered only when said to be another one.
 */
export type RowStatus = 'NEW' | 'THERE' | 'LIKELY_THERE' | 'REFUSED';

export interface CheckedRow {
  readonly line: number;
  readonly name: string;
  readonly status: RowStatus;
  readonly householdId: string | null;
  readonly problems: readonly RowProblem[];
  /** Rows of one household, further crops of it, have the same key; null for one that is not entered. */
  readonly key: string | null;
  readonly read: ReadHousehold | null;
}

/** Reads lists of households. Reading writes nothing. */
@Injectable()
export class HouseholdLists {
  constructor(
    private readonly entries: HouseholdEntries,
    private readonly territory: Territory,
    private readonly places: Places,
    private readonly catalog: Catalog,
    private readonly clock: Clock,
  ) {}

  async check(actor: Actor, rows: readonly HouseholdRow[], tx?: Tx): Promise<CheckedRow[]> {
    const ground = await this.groundOf(actor);
    const read = rows.map((row) => readHousehold(row, ground));
    const cropsOf = new Map<string, string[]>();
    for (const one of read.filter(isRead))
      cropsOf.set(keyOf(one), [...(cropsOf.get(keyOf(one)) ?? []), one.cropCode]);
    const sought = read.flatMap((one, at) =>
      isRead(one) ? [{ at, ...one, cropCodes: cropsOf.get(keyOf(one)) ?? [] }] : [],
    );
    const lookalikes = await this.entries.lookalikes(sought, tx);
    const linesOf = new Map<string, number>();
    return rows.map((row, at): CheckedRow => {
      const one = read[at]!;
      const base = { line: row.line, name: row.name.trim(), householdId: null, key: null };
      if (!isRead(one)) return { ...base, status: 'REFUSED', problems: one, read: null };
      const key = keyOf(one);
      const before = linesOf.get(`${key}|${one.cropCode}`);
      if (before !== undefined)
        return { ...base, status: 'REFUSED', problems: [twice(before)], read: null };
      linesOf.set(`${key}|${one.cropCode}`, row.line);

      const found = lookalikes.filter((like) => like.at === at);
      const same =
        found.find(({ hasPhone }) => hasPhone) ??
        found.find(({ hasCrop, isMute }) => hasCrop && (one.phone === null || isMute));
      if (same)
        return { ...base, status: 'THERE', householdId: same.householdId, problems: [], read: one };
      const likely = found.find(({ hasCrop }) => hasCrop);
      if (likely && row.isReallyNew !== true)
        return {
          ...base,
          status: 'LIKELY_THERE',
          householdId: likely.householdId,
          problems: [],
          read: one,
        };
      return { ...base, status: 'NEW', problems: [], key, read: one };
    });
  }

  /** The households of the rows that are new, each once with all its land. */
  async entriesOf(rows: readonly CheckedRow[]): Promise<Map<string, HouseholdEntry>> {
    const byKey = new Map<string, HouseholdEntry>();
    for (const { key, read } of rows) {
      if (key === null || read === null) continue;
      const { name, phone, communeId, hamletId, cropCode, areaM2, plantedYear } = read;
      const unit = await this.places.unit(hamletId ?? communeId);
      const commune = await this.places.unit(communeId);
      const known = byKey.get(key);
      byKey.set(key, {
        name,
        phone,
        communeId,
        hamletId,
        lat: unit?.lat ?? commune?.lat ?? null,
        lon: unit?.lon ?? commune?.lon ?? null,
        plots: [...(known?.plots ?? []), { cropCode, areaM2, plantedYear }],
      });
    }
    return byKey;
  }

  /** An officer enters households of her communes; a cooperative and an administrator, of the whole district. */
  private async groundOf(actor: Actor): Promise<ListGround> {
    const everywhere = await this.territory.everywhere();
    const mine = new Set(
      actor.role === 'COMMUNE_OFFICER'
        ? await this.territory.communesOf(actor, null)
        : everywhere.map(({ id }) => id),
    );
    const communes = everywhere.filter(({ id }) => mine.has(id));
    const today = dayOf(this.clock.now());
    const thisYear = Number(today.slice(0, 4));
    const hamlets = (await this.places.unitsOn(today)).filter(({ kind }) => kind === 'HAMLET');
    return {
      communes,
      hamlets: hamlets.map(({ id, name, parentId }) => ({ id, name, communeId: parentId ?? '' })),
      crops: await this.catalog.crops(),
      nameOf: normaliseName,
      phoneOf: normalisePhone,
      doubtOf: (plot) => checkPlot(plot, thisYear),
    };
  }
}

const isRead = (one: ReadHousehold | RowProblem[]): one is ReadHousehold => !Array.isArray(one);
const keyOf = ({ name, phone, communeId, hamletId }: ReadHousehold): string =>
  [name.toLowerCase(), phone, communeId, hamletId].join('|');

const twice = (line: number): RowProblem => ({
  column: COLUMNS.name,
  refusal: refuse('LIST_ROW_TWICE', { line }),
});
