import { commune2021 } from '../facts/admin-units.js';
import { COOPERATIVES, TRADER_FIRMS } from '../facts/names.js';
import { randomFrom } from '../random.js';
import { type Household, PERSONA_HOUSEHOLD } from './households.js';
import { idOf } from './ids.js';
import type { CoopMemberRow, Grant, PartyRow } from './people-rows.js';
import { bankOf, inventedTaxCode, PERSONAS, type Registry, SIGNED_UP_ON } from './registry.js';

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
    const commune = commune2021(communeCode);
    const clerk = registry.person(
      `coop-clerk/${index}`,
      index === 0 ? PERSONAS.cooperative : undefined,
    );
    const cooperative = registry.party(`cooperative/${index}`, {
      kind: 'COOPERATIVE',
      name,
      unitCode: commune.code,
      unitValidFrom: commune.validFrom,
      latitude: commune.latitude,
      longitude: commune.longitude,
      taxCode: inventedTaxCode(random),
      ...bankOf(name, random),
    });
    registry.join(clerk, cooperative, 'COOP_CLERK');
    return households
      .filter(({ party }) => party.unitCode === communeCode)
      .filter((household) => household.name === PERSONA_HOUSEHOLD || random.chance(MEMBERSHIP))
      .map(({ party }) => member(cooperative, party, random.chance(0.6)));
  });
}

function member(cooperative: PartyRow, household: PartyRow, isSelling: boolean): CoopMemberRow {
  const grants: Grant[] = isSelling ? ['SEE_LOTS', 'SELL_FOR'] : ['SEE_LOTS'];
  return {
    id: idOf(`coop-member/${cooperative.id}/${household.id}`),
    cooperativeId: cooperative.id,
    householdId: household.id,
    grants: isSelling && household.bankAccount === null ? [...grants, 'RECEIVE_PAYMENT'] : grants,
    since: SIGNED_UP_ON,
  };
}

/** Traders, the persona first; their depots stand in the na communes and in the town. */
export function addTraders(registry: Registry, scale: number): PartyRow[] {
  return Array.from({ length: TRADERS * scale }, (_, index) => {
    const random = randomFrom(`trader/${index}`);
    const commune = commune2021(
      random.pick(['07444', '07486', '07504', '07453', '07450', '07483']),
    );
    const owner = registry.person(`trader/${index}`, index === 0 ? PERSONAS.trader : undefined);
    const firm = `${random.pick(TRADER_FIRMS.kinds)} ${random.pick(TRADER_FIRMS.names)}`;
    const name = index > 0 && random.chance(0.5) ? firm : `Thương lái ${owner.fullName}`;
    const trader = registry.party(`trader/${index}`, {
      kind: 'TRADER',
      name,
      unitCode: commune.code,
      unitValidFrom: commune.validFrom,
      latitude: commune.latitude,
      longitude: commune.longitude,
      taxCode: inventedTaxCode(random),
      ...bankOf(owner.fullName, random),
    });
    registry.join(owner, trader, 'TRADER');
    return trader;
  });
}
