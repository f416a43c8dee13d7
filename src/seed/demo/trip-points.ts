import type { Day } from '../../kernel/day.js';
import type { TripPoint } from '../../permits/domain/rule-pack.js';
import { ADMIN_UNITS, type AdminUnit, type UnitKey } from '../facts/admin-units.js';
import { jurisdictionOf, type Market } from '../facts/places.js';

const keyOf = ({ code, validFrom }: UnitKey): string => `${code}@${validFrom}`;
const UNITS: ReadonlyMap<string, AdminUnit> = new Map(
  ADMIN_UNITS.map((unit) => [keyOf(unit), unit]),
);

/** A trip as the rules see it: the communes where goods are loaded, in their order, then the market. */
export function pointsOf(on: Day, loaded: readonly UnitKey[], market: Market): TripPoint[] {
  const points = [...loaded.map((unit) => communePoint(unit, on)), marketPoint(market)];
  return points.filter(({ code }, index) => points[index - 1]?.code !== code);
}

function communePoint(key: UnitKey, on: Day): TripPoint {
  const commune = unitOn(key, on);
  const units = [`commune:${commune.code}@${commune.validFrom.slice(0, 4)}`];
  let province = commune.code;
  for (let { parent } = commune; parent !== null;) {
    const above = unitOn(parent, on);
    units.push(`${above.level.toLowerCase()}:${above.code}`);
    province = above.code;
    parent = above.parent;
  }
  return { code: commune.code, province, units };
}

function marketPoint(market: Market): TripPoint {
  const { code, provinceCode } = market;
  const units = [`city:${jurisdictionOf(market)}`, `province:${provinceCode}`];
  return { code, province: provinceCode, units };
}

/** The unit that answers for this one's ground on that day. */
function unitOn(key: UnitKey, on: Day): AdminUnit {
  const unit = UNITS.get(keyOf(key));
  if (!unit) throw new RangeError(`no unit: ${keyOf(key)}`);
  const isOver = unit.validTo !== null && unit.validTo < on;
  return isOver && unit.successor !== null ? unitOn(unit.successor, on) : unit;
}
