/** The drop and the run carry what their pick-ups carry; `$1` is the run, which is locked. */
export const LOAD_FOLLOWS = `with load as (
    select coalesce(sum(grams), 0)::int8 as grams from run_stops
    where run_id = $1 and kind = 'PICKUP' and state not in ('SKIPPED','FAILED')
  ), dropped as (
    update run_stops s set grams = load.grams from load where s.run_id = $1 and s.kind = 'DROP'
  )
  update runs r set load_g = load.grams from load where r.id = $1 and load.grams > 0`;
