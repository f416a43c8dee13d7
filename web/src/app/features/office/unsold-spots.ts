import type { ResultOf } from '../../api/graphql.js';
import type { CommuneSpot } from '../../ui/commune-map.js';
import { fmt } from '../../words/words.js';
import type { SupplyBoardQuery } from './documents.js';

type Rows = ResultOf<typeof SupplyBoardQuery>['supplyDashboard']['rows'];

/** One circle a commune: all crops together, what nobody has bought yet. */
export function unsoldSpots(rows: Rows): CommuneSpot[] {
  const spots = new Map<string, CommuneSpot>();
  for (const { commune, unsoldGrams } of rows) {
    const { code, name, lat, lon } = commune;
    if (lat === null || lon === null) continue;
    const value = (spots.get(code)?.value ?? 0) + unsoldGrams;
    spots.set(code, { code, name, lat, lon, value, text: fmt().load(value) });
  }
  return [...spots.values()];
}
