import { commune2021 } from '../facts/admin-units.js';
import { hamletsOf } from '../facts/hamlets.js';
import { randomFrom } from '../random.js';
import type { PartyRow } from './people-rows.js';
import { inventedBank, PERSONAS, type Registry } from './registry.js';

export type Livelihood = 'NA' | 'MELON' | 'TARO' | 'SWEET_POTATO';

export interface Household {
  readonly party: PartyRow;
  readonly name: string;
  readonly livelihood: Livelihood;
}

/** Households at scale 1 by commune of 2021; the na communes follow their share of the orchards. */
const HOUSEHOLDS: Readonly<Record<Livelihood, Readonly<Record<string, number>>>> = {
  NA: { '07486': 180, '07504': 130, '07453': 120, '07450': 60, '07483': 60, '07495': 50 },
  MELON: { '07480': 10, '07456': 9, '07462': 8, '07453': 4, '07483': 4, '07444': 5 },
  TARO: { '07501': 32, '07495': 4, '07498': 4 },
  SWEET_POTATO: { '07519': 8, '07522': 7, '07513': 6, '07498': 5, '07516': 4 },
};

/** The grower persona's household: the first na household of Nghĩa Phương. */
export const PERSONA_HOUSEHOLD = 'NA/07486/0';

export function addHouseholds(registry: Registry, scale: number): Household[] {
  return Object.entries(HOUSEHOLDS).flatMap(([livelihood, communes]) =>
    Object.entries(communes).flatMap(([code, count]) =>
      Array.from({ length: count * scale }, (_, index) =>
        addHousehold(registry, livelihood as Livelihood, code, index),
      ),
    ),
  );
}

function addHousehold(
  registry: Registry,
  livelihood: Livelihood,
  communeCode: string,
  index: number,
): Household {
  const name = `${livelihood}/${communeCode}/${index}`;
  const isPersona = name === PERSONA_HOUSEHOLD;
  const random = randomFrom(`household/${name}`);
  const commune = commune2021(communeCode);
  const head = registry.person(`grower/${name}`, isPersona ? PERSONAS.grower : undefined);
  const party = registry.party(`household/${name}`, {
    kind: 'HOUSEHOLD',
    name: `Hộ ${head.name}`,
    unit: { code: commune.code, validFrom: commune.validFrom },
    hamletCode: random.pick(hamletsOf(communeCode)).code,
    // Houses lie within a good kilometre of the commune's point.
    lat: near(commune.latitude, random.between(-1, 1)),
    lon: near(commune.longitude, random.between(-1, 1)),
    ...(isPersona || random.chance(0.5) ? inventedBank(random) : {}),
  });
  registry.join(head, party, 'GROWER');
  return { party, name, livelihood };
}

/** About 1.1 km to either side at most, to 10⁻⁵ of a degree (one metre). */
const near = (degrees: number, share: number): number =>
  Math.round((degrees + share * 0.01) * 100_000) / 100_000;
