import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { grams, vnd, type Grams, type Vnd } from '../../kernel/units.js';
import { parseSafe } from '../../platform/database/columns.js';
import type { LotState } from '../domain/lot.state.js';
import type { ClaimKind } from '../domain/claim.js';
import { claimHoldsFor, IS_RESTING, isShownTo } from './lot-sql.js';

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
  /** Only lines of the wished grades, the cheapest first until there are so many grams; left out: all there are. */
  readonly enoughGrams?: Grams | null;
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

/** How far a lot's window may miss the wished one and still be shown as a near miss. */
const NEAR = `interval '24 hours'`;

/** Households with unexcused broken promises of a year, and how many they kept; $6 is now. */
// Few households ever break a promise, so this is a handful of rows beside the whole market.
export const BROKEN = `
  select b.household_id, count(*)::int as broken,
         (select count(*) from lot_holds h join lot_grades kg on kg.id = h.lot_grade_id join lots kl on kl.id = kg.lot_id
          where kl.household_id = b.household_id and h.state = 'WEIGHED'
            and h.created_at > $6::timestamptz - interval '365 days')::int as kept
  from broken_promises b
  where b.excused_at is null and b.broken_at > $6::timestamptz - interval '365 days' group by b.household_id`;

/** Lines of the lots near a wish; $6 is now, $7 who buys. */
const CANDIDATES = `
  select l.id as "lotId", g.id as "lotGradeId", l.household_id as "householdId", l.commune_id as "communeId",
          g.grade_code as "gradeCode", l.min_take_g as "minTakeGrams", g.ask_vnd_per_kg as "askVndPerKg",
          g.offered_g - g.reserved_g - g.weighed_g - g.written_off_g + coalesce(e.grams, 0) as "freeGrams",
          l.ready_from as "readyFrom", l.ready_to as "readyTo", l.lat, l.lon, l.published_at as "publishedAt",
          coalesce(b.kept::float8 / (b.kept + b.broken), 1) as reliability,
          coalesce((select array_agg(distinct c.kind) from claims c
            where ${claimHoldsFor('c')}), '{}') as claims
   from lots l
   join parties p on p.id = l.household_id and p.state = 'ACTIVE'
   join lot_grades g on g.lot_id = l.id
   left join (
     select lot_grade_id, sum(grams)::int8 as grams from lot_holds
     where state = 'HELD' and expires_at <= $6 group by lot_grade_id
   ) e on e.lot_grade_id = g.id
   left join (${BROKEN}) b on b.household_id = l.household_id
   where l.state = 'PUBLISHED' and l.crop_code = $1 and l.ready_to > $6
     and ${isShownTo('$7::uuid', '$6')} and not ${IS_RESTING}
     and l.ready_from < $3::timestamptz + ${NEAR} and l.ready_to > $2::timestamptz - ${NEAR}
     and ($4::text is null or l.variety_code = $4)
     and ($8::uuid is null or exists (
       select 1 from pooled_lots x join pooled_listings p on p.id = x.listing_id
       join coop_members m on m.coop_id = p.coop_id and m.household_id = l.household_id
       where x.lot_id = l.id and x.listing_id = $8 and x.left_at is null))
   order by g.grade_code = any ($5::text[]) desc, g.id`;

/** The same, of the wished grades, cheapest first, until they come to $9 grams; lots that take the order's price are counted apart. */
const CHEAPEST = `
  select * from (
    select c.*, sum(c."freeGrams") over (
             partition by c."askVndPerKg" is null order by c."askVndPerKg", c."lotGradeId") - c."freeGrams" as before
    from (${CANDIDATES}) c where c."gradeCode" = any ($5::text[])
  ) ranked where before < $9 order by "lotGradeId"`;

@Injectable()
export class LotsStore {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * A hold whose time is over counts as free here, before any sweep released it. Nobody is asked whose household
   * may agree to nothing new (ID-10) or sells nothing on those days (LI-12), and no lot that is not shown to the buyer (LI-09).
   */
  async candidates(wanted: CandidateWish, now: Date): Promise<CandidateLine[]> {
    const enough = wanted.enoughGrams ?? null;
    const rows: (Omit<CandidateLine, 'freeGrams' | 'minTakeGrams' | 'askVndPerKg'> & {
      freeGrams: string;
      minTakeGrams: string;
      askVndPerKg: string | null;
    })[] = await this.dataSource.query(enough === null ? CANDIDATES : CHEAPEST, [
      wanted.cropCode,
      wanted.readyFrom,
      wanted.readyTo,
      wanted.varietyCode ?? null,
      wanted.gradeCodes,
      now,
      wanted.buyerId,
      wanted.pooledListingId ?? null,
      ...(enough === null ? [] : [enough]),
    ]);
    return rows.map((row) => ({
      ...row,
      freeGrams: grams(parseSafe(row.freeGrams)),
      minTakeGrams: grams(parseSafe(row.minTakeGrams)),
      askVndPerKg: row.askVndPerKg === null ? null : vnd(parseSafe(row.askVndPerKg)),
    }));
  }

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
