import { commune2021 } from '../facts/admin-units.js';
import { COOPERATIVES, TRADER_FIRMS } from '../facts/names.js';
import { randomFrom } from '../random.js';
import { type Household, PERSONA_HOUSEHOLD } from './households.js';
import type { CoopMemberRow, PartyRow } from './people-rows.js';
import {
  inventedBank,
  inventedTaxCode,
  PERSONAS,
  type Registry,
  SIGNED_UP_ON,
} from './registry.js';

const TRADERS = 45;
/** Share of a commune's households that belong to its cooperative. */
const MEMBERSHIP = 0.35;

/** Cooperatives with one clerk each; members are households of the cooperative's own commune. */
export function addCooperatives(
  registry: Registry,
  households: readonly Household[],
): CoopMemberRow[] {
  return COOPERATIVES.flatMap(({ name, communeCode }, index) => {
    const random = randomFrom(`cooperative/${index}`);
    const persona = index === 0 ? PERSONAS.cooperative : undefined;
    const clerk = registry.person(`coop-clerk/${index}`, persona);
    const cooperative = registry.party(`cooperative/${index}`, {
      kind: 'COOPERATIVE',
      name,
      ...placed(communeCode),
      taxCode: inventedTaxCode(random),
      ...inventedBank(random),
    });
    registry.join(clerk, cooperative, 'COOP_CLERK');
    return households
      .filter(({ party }) => party.unit.code === communeCode)
      .filter(({ name: each }) => each === PERSONA_HOUSEHOLD || random.chance(MEMBERSHIP))
      .map(({ party }) => ({
        coopId: cooperative.id,
        householdId: party.id,
        joinedOn: SIGNED_UP_ON,
      }));
  });
}

/** Traders, the persona first; their depots stand in the na communes and in the town. */
export function addTraders(registry: Registry, scale: number): PartyRow[] {
  return Array.from({ length: TRADERS * scale }, (_, index) => {
    const random = randomFrom(`trader/${index}`);
    const owner = registry.person(`trader/${index}`, index === 0 ? PERSONAS.trader : undefined);
    const firm = `${random.pick(TRADER_FIRMS.kinds)} ${random.pick(TRADER_FIRMS.names)}`;
    const trader = registry.party(`trader/${index}`, {
      kind: 'TRADER',
      name: index > 0 && random.chance(0.5) ? firm : `Thương lái ${owner.name}`,
      ...placed(random.pick(['07444', '07486', '07504', '07453', '07450', '07483'])),
      taxCode: inventedTaxCode(random),
      ...inventedBank(random),
    });
    registry.join(owner, trader, 'TRADER');
    return trader;
  });
}

/** A business stands at its commune's point. */
export function placed(communeCode: string): Pick<PartyRow, 'unit' | 'lat' | 'lon'> {
  const { code, validFrom, latitude, longitude } = commune2021(communeCode);
  return { unit: { code, validFrom }, lat: latitude, lon: longitude };
}
