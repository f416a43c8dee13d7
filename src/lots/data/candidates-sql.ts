import { claimHoldsFor, EXPIRED, FREE, IS_AWAKE, isShownTo, MAY_SELL } from './lot-sql.js';

/** How far a lot's window may miss the wished one and still be shown as a near miss. */
const NEAR = `interval '24 hours'`;

// $1 is now. Few households ever break a promise, so this is a handful of rows beside the whole market.
/** Households with unexcused broken promises of a year, and how many they kept. */
export const BROKEN = `broken as materialized (
  select b.household_id, count(*)::int as broken,
         (select count(*) from lot_holds h join lot_grades kg on kg.id = h.lot_grade_id join lots kl on kl.id = kg.lot_id
          where kl.household_id = b.household_id and h.state = 'WEIGHED'
            and h.created_at > $1::timestamptz - interval '365 days')::int as kept
  from broken_promises b
  where b.excused_at is null and b.broken_at > $1::timestamptz - interval '365 days' group by b.household_id)`;

/** Of a household `b` of BROKEN; one that broke no promise is not in it. */
export const RELIABILITY = `coalesce(b.kept::float8 / (b.kept + b.broken), 1)`;

const COLUMNS = `
  l.id as "lotId", g.id as "lotGradeId", l.household_id as "householdId", l.commune_id as "communeId",
  g.grade_code as "gradeCode", l.min_take_g as "minTakeGrams", g.ask_vnd_per_kg as "askVndPerKg",
  l.ready_from as "readyFrom", l.ready_to as "readyTo", l.lat, l.lon, l.published_at as "publishedAt",
  ${RELIABILITY} as reliability,
  coalesce((select array_agg(distinct c.kind) from claims c where ${claimHoldsFor('c')}), '{}') as claims`;

/** On the market for the party $2, of the crop $3. */
const ON_MARKET = `l.state = 'PUBLISHED' and l.crop_code = $3 and l.ready_to > $1
  and ${isShownTo('$2::uuid', '$1')} and ${IS_AWAKE} and ${MAY_SELL}`;

/** Lines of lots near a wish for the hours $4 … $5; of the variety $6, of the pooled listing $8; the grades $7 first. */
export const CANDIDATES = `
  with ${EXPIRED}, ${BROKEN}
  select ${COLUMNS}, ${FREE} as "freeGrams"
  from lots l
  join lot_grades g on g.lot_id = l.id
  left join expired e on e.lot_grade_id = g.id
  left join broken b on b.household_id = l.household_id
  where ${ON_MARKET}
    and l.ready_from < $5::timestamptz + ${NEAR} and l.ready_to > $4::timestamptz - ${NEAR}
    and ($6::text is null or l.variety_code = $6)
    and ($8::uuid is null or exists (
      select 1 from pooled_lots x join pooled_listings p on p.id = x.listing_id
      join coop_members m on m.coop_id = p.coop_id and m.household_id = l.household_id
      where x.lot_id = l.id and x.listing_id = $8 and x.left_at is null))
  order by g.grade_code = any ($7::text[]) desc, g.id`;

const PRICE = `coalesce(g.ask_vnd_per_kg, ($7::int8[])[array_position($6::text[], g.grade_code)])`;

/**
 * Lines to be had in the hours $4 … $5, the cheapest first until they come to $10 grams, at most $11 of them. Of the grades
 * $6, a line without a price of its own counted at its grade's of $7; none whose smallest sale is above $8, and none of the
 * communes $9. Only what sorts them is read of a whole market, the rest of those few.
 */
export const CHEAPEST = `
  with ${EXPIRED}, ${BROKEN}, cheapest as materialized (
    select g.id, ${PRICE} as vnd, ${FREE} as free_g
    from lots l
    join lot_grades g on g.lot_id = l.id
    left join expired e on e.lot_grade_id = g.id
    where ${ON_MARKET} and l.ready_from < $5 and l.ready_to > $4
      and l.min_take_g <= $8 and l.commune_id <> all ($9::uuid[])
      and g.grade_code = any ($6::text[]) and ${PRICE} is not null and ${FREE} >= greatest(l.min_take_g, 1)
    order by vnd, g.id limit $11
  )
  select ${COLUMNS}, x.free_g as "freeGrams"
  from (select c.*, sum(c.free_g) over (order by c.vnd, c.id) - c.free_g as before from cheapest c) x
  join lot_grades g on g.id = x.id
  join lots l on l.id = g.lot_id
  left join broken b on b.household_id = l.household_id
  where x.before < $10
  order by g.id`;
