import { COMMUNES_2021 } from '../../src/seed/facts/admin-units.js';
import { insertReference, placeId, unitId } from '../../src/seed/insert/reference.js';
import { BUYING_POINTS, CHECKPOINTS_2021, MARKETS } from '../../src/seed/facts/places.js';
import type { World } from './world.js';

/** The district's reference rows, and how to name them in a test. */
export async function referenceData(world: World): Promise<{
  communes: ReadonlyMap<string, string>;
  places: ReadonlyMap<string, string>;
}> {
  await insertReference(world.db.manager);
  return {
    communes: new Map(COMMUNES_2021.map((unit) => [unit.name, unitId(unit)])),
    places: new Map(
      [...MARKETS, ...BUYING_POINTS, ...CHECKPOINTS_2021].map(({ code }) => [code, placeId(code)]),
    ),
  };
}
