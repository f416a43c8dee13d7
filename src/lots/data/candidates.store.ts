import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { grams, sumGrams, vnd, type Grams, type Vnd } from '../../kernel/units.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { ClaimKind } from '../domain/claim.js';
import { CANDIDATES, CHEAPEST } from './candidates-sql.js';

export interface CandidateWish {
  readonly cropCode: string;
  readonly varietyCode?: string | null;
  /** Lines of these grades come first; the others follow, so that a plan can say why it left them out. */
  readonly gradeCodes: readonly string[];
  readonly readyFrom: Date;
  readonly readyTo: Date;
  /** Whoever means to buy; null sees what everybody sees. */
  readonly buyerId: string | null;
  /** Only lots of this pooled listing. */
  readonly pooledListingId?: string | null;
}

/** What is wanted of the cheapest lots of a crop, whatever lies beyond them. */
export interface CheapestWish {
  readonly cropCode: string;
  /** The grades that will do, each with what a line without a price of its own is counted at; null passes it over. */
  readonly grades: ReadonlyMap<string, Vnd | null>;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly buyerId: string | null;
  /** Lots of which nobody may take less are passed over. */
  readonly mostTakeGrams: Grams;
  /** Where nothing may be fetched in those hours. */
  readonly closedCommuneIds: readonly string[];
  /** The cheapest first, until they come to this. */
  readonly enoughGrams: Grams;
}

/** One grade line of one published lot, as it stands now. */
export interface CandidateLine {
  readonly lotId: string;
  readonly lotGradeId: string;
  readonly householdId: string;
  readonly communeId: string;
  readonly gradeCode: string;
  readonly freeGrams: Grams;
  readonly minTakeGrams: Grams;
  /** null: the grower takes the price of the order ("theo giá đơn"). */
  readonly askVndPerKg: Vnd | null;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly lat: number;
  readonly lon: number;
  readonly publishedAt: Date;
  /** Share of accepted promises the household kept in a year, 0 … 1; 1 while it broke none. */
  readonly reliability: number;
  /** Kinds of papers that hold for this fruit on its first ready day. */
  readonly claims: readonly ClaimKind[];
}

export interface CheapestLines {
  readonly lines: readonly CandidateLine[];
  /** There is nothing beyond them. */
  readonly isAll: boolean;
}

type Row = Omit<CandidateLine, 'freeGrams' | 'minTakeGrams' | 'askVndPerKg'> & {
  readonly freeGrams: string;
  readonly minTakeGrams: string;
  readonly askVndPerKg: string | null;
};

// Lines are rarely smaller; a few thousand are kept sorted at a fraction of what sorting a whole market costs.
const USUAL_LINE_G = 5_000;

/**
 * Lines that could be bought. A hold whose time is over counts as free here, before any sweep released it. Nobody is asked
 * whose household may agree to nothing new (ID-10) or sells nothing on those days (LI-12), and no lot that is not shown to
 * the buyer (LI-09).
 */
@Injectable()
export class CandidatesStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Every line near a wish. */
  async near(wish: CandidateWish, now: Date): Promise<CandidateLine[]> {
    const rows: Row[] = await this.dataSource.query(CANDIDATES, [
      now,
      wish.buyerId,
      wish.cropCode,
      wish.readyFrom,
      wish.readyTo,
      wish.varietyCode ?? null,
      wish.gradeCodes,
      wish.pooledListingId ?? null,
    ]);
    return rows.map(toLine);
  }

  async cheapest(wish: CheapestWish, now: Date): Promise<CheapestLines> {
    const mostLines = Math.ceil(wish.enoughGrams / USUAL_LINE_G);
    const rows: Row[] = await this.dataSource.query(CHEAPEST, [
      now,
      wish.buyerId,
      wish.cropCode,
      wish.readyFrom,
      wish.readyTo,
      [...wish.grades.keys()],
      [...wish.grades.values()],
      wish.mostTakeGrams,
      wish.closedCommuneIds,
      wish.enoughGrams,
      mostLines,
    ]);
    const lines = rows.map(toLine);
    const found = sumGrams(lines.map(({ freeGrams }) => freeGrams));
    return { lines, isAll: lines.length < mostLines && found < wish.enoughGrams };
  }
}

const toLine = (row: Row): CandidateLine => ({
  ...row,
  freeGrams: grams(parseSafe(row.freeGrams)),
  minTakeGrams: grams(parseSafe(row.minTakeGrams)),
  askVndPerKg: row.askVndPerKg === null ? null : vnd(parseSafe(row.askVndPerKg)),
});
