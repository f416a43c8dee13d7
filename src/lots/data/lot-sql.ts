import type { Day } from '../../kernel/day.js';
import type { CloseReason, LotState } from '../domain/lot.state.js';

/** One grade line as it is shown; a hold whose time is over counts as free. */
interface LineRow {
  readonly id: string;
  readonly gradeCode: string;
  readonly askVndPerKg: number | null;
  readonly offeredGrams: number;
  readonly freeGrams: number;
  readonly reservedGrams: number;
  readonly weighedGrams: number;
}

/** One lot as it is shown, with its lines. */
export interface LotRow {
  readonly id: string;
  readonly householdId: string;
  readonly communeId: string;
  readonly cropCode: string;
  readonly varietyCode: string | null;
  readonly state: LotState;
  readonly readyFrom: Date;
  readonly readyTo: Date;
  readonly minTakeGrams: string;
  readonly pickupNote: string;
  readonly photoId: string | null;
  readonly sprayedOn: Day | null;
  readonly intervalDays: number | null;
  readonly version: number;
  readonly publishedAt: Date | null;
  readonly closeReason: CloseReason | null;
  /** Until then only the chosen parties see it. */
  readonly openToAllAt: Date | null;
  readonly createdAt: Date;
  /** How well it fits the typed words, 0 best; 0 when nothing was typed. */
  readonly rank: number;
  readonly lines: readonly LineRow[];
}

export const LOT_COLUMNS = `
  l.id, l.household_id as "householdId", l.commune_id as "communeId", l.crop_code as "cropCode",
  l.variety_code as "varietyCode", l.state, l.ready_from as "readyFrom", l.ready_to as "readyTo",
  l.min_take_g as "minTakeGrams", l.pickup_note as "pickupNote", l.photo_id as "photoId",
  to_char(l.sprayed_on, 'YYYY-MM-DD') as "sprayedOn", l.interval_days as "intervalDays", l.version,
  l.published_at as "publishedAt", l.open_to_all_at as "openToAllAt", l.close_reason as "closeReason", l.created_at as "createdAt", s.lines`;

/** The lot `l` is shown to everybody, or its household chose the party `viewer`. Both are parameters: `$1`, `$2`. */
export const isShownTo = (viewer: string, now: string): string =>
  `(l.open_to_all_at is null or l.open_to_all_at <= ${now} or exists (
     select 1 from lot_audience a where a.lot_id = l.id and a.party_id = ${viewer}))`;

/** The lot `l` is on the market for a cooperative, or its household lets the cooperative see or sell its lots whatever they are. */
export const isOpenTo = (coop: string, now: string): string =>
  `((l.state = 'PUBLISHED' and ${isShownTo(coop, now)}) or exists (
     select 1 from standing_grants v where v.party_id = ${coop} and v.household_id = l.household_id
       and v.power in ('SEE_LOTS','SELL_FOR')))`;

/** The hours of the lot `l` touch a day on which its household sells nothing. */
export const IS_RESTING = `exists (
  select 1 from selling_pauses r where r.household_id = l.household_id and r.ended_at is null
    and l.ready_from < ((r.last_day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
    and l.ready_to > (r.first_day::timestamp at time zone 'Asia/Ho_Chi_Minh'))`;

/**
 * Not IS_RESTING, for a look over a whole market: nearly every household has said no pause, which one list of those who did
 * tells of all its lots.
 */
export const IS_AWAKE = `(l.household_id not in (select household_id from selling_pauses where ended_at is null) or not ${IS_RESTING})`;

/** The household of the lot `l` may agree to something new. Those that may not are few, and an index holds them alone. */
export const MAY_SELL = `l.household_id not in (select id from parties where state <> 'ACTIVE')`;

/** The claim under this alias speaks of the fruit of the lot `l` on its first ready day. */
export const claimHoldsFor = (claim: string): string =>
  `${claim}.household_id = l.household_id and ${claim}.withdrawn_at is null
   and (${claim}.crop_code is null or ${claim}.crop_code = l.crop_code)
   and vn_day(l.ready_from) between ${claim}.valid_from and coalesce(${claim}.valid_to, 'infinity')`;

export const FREE = `g.offered_g - g.reserved_g - g.weighed_g - g.written_off_g + coalesce(e.grams, 0)`;

// $1 is now. Expired holds are few, because a sweep releases them every minute: one small scan for the whole page.
export const EXPIRED = `expired as materialized (
  select lot_grade_id, sum(grams)::int8 as grams from lot_holds
  where state = 'HELD' and expires_at <= $1 group by lot_grade_id
)`;

/** Lines of `l`, and as `free_g` what is free of the wanted ones; what the household took back altogether is not shown. */
export const linesOf = (wanted: string): string => `
  cross join lateral (
    select coalesce(json_agg(json_build_object('id', g.id, 'gradeCode', g.grade_code,
             'askVndPerKg', g.ask_vnd_per_kg, 'offeredGrams', g.offered_g - g.written_off_g,
             'freeGrams', ${FREE}, 'reservedGrams', g.reserved_g - coalesce(e.grams, 0),
             'weighedGrams', g.weighed_g) order by g.grade_code), '[]') as lines,
           coalesce(sum(${FREE}) filter (where ${wanted}), 0) as free_g
    from lot_grades g left join expired e on e.lot_grade_id = g.id
    where g.lot_id = l.id and g.offered_g > g.written_off_g
  ) s`;
