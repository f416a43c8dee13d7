import { day } from '../../kernel/day.js';
import { commune2021 } from '../facts/admin-units.js';
import { TRANSPORT_FIRMS } from '../facts/names.js';
import { vehicleKind, type VehicleKindCode } from '../facts/vehicle-kinds.js';
import { randomFrom } from '../random.js';
import { idOf, padded } from './ids.js';
import type { PartyRow } from './people-rows.js';
import { bankOf, inventedTaxCode, PERSONAS, type Registry } from './registry.js';
import type { VehicleRow } from './transport-rows.js';

const TRANSPORTERS = 25;

/** 60 vehicles at scale 1; the first is the 3.5-tonne truck of the driver persona. */
const FLEET: readonly (readonly [VehicleKindCode, number])[] = [
  ['T3_5', 3],
  ['XEMAY', 8],
  ['BAGAC', 7],
  ['T1_25', 14],
  ['T2_5', 11],
  ['T5', 8],
  ['T8', 4],
  ['T15', 1],
  ['RF2_5', 2],
  ['RF5', 2],
];

/** Transporters, their vehicles and one driver to each vehicle. */
export function addFleet(registry: Registry, scale: number): VehicleRow[] {
  const transporters = Array.from({ length: TRANSPORTERS * scale }, (_, index) =>
    addTransporter(registry, index),
  );
  const kinds = Array.from({ length: scale }, () =>
    FLEET.flatMap(([code, count]) => Array<VehicleKindCode>(count).fill(code)),
  ).flat();

  return kinds.map((kindCode, index) => {
    const random = randomFrom(`vehicle/${index}`);
    const owner = transporters[index % transporters.length]!;
    const driver = registry.person(`driver/${index}`, index === 0 ? PERSONAS.driver : undefined);
    registry.join(driver, owner, 'DRIVER');
    const { payloadG, boxCubicMetres, isRefrigerated } = vehicleKind(kindCode);
    return {
      id: idOf(`vehicle/${index}`),
      plate: plateOf(kindCode, index),
      kindCode,
      ownerId: owner.id,
      driverId: driver.id,
      payloadG,
      boxCubicMetres,
      isRefrigerated,
      inspectedUntil: random.chance(0.95) ? day('2027-06-30') : day('2026-06-30'),
    };
  });
}

function addTransporter(registry: Registry, index: number): PartyRow {
  const random = randomFrom(`transporter/${index}`);
  const commune = commune2021(random.pick(['07444', '07486', '07480', '07453', '07477']));
  const owner = registry.person(`transporter/${index}`);
  const transporter = registry.party(`transporter/${index}`, {
    kind: 'TRANSPORTER',
    name: `${random.pick(TRANSPORT_FIRMS.kinds)} ${random.pick(TRANSPORT_FIRMS.names)}`,
    unitCode: commune.code,
    unitValidFrom: commune.validFrom,
    latitude: commune.latitude,
    longitude: commune.longitude,
    taxCode: inventedTaxCode(random),
    ...bankOf(owner.fullName, random),
  });
  registry.join(owner, transporter, 'TRANSPORTER');
  return transporter;
}

/** Bắc Giang plates with the lowest serials: trucks carry the letter C, motorcycles a letter and a figure. */
function plateOf(kindCode: VehicleKindCode, index: number): string {
  const serial = padded(index + 1, 5);
  const series = kindCode === 'XEMAY' || kindCode === 'BAGAC' ? '98B1' : '98C';
  return `${series}-${serial.slice(0, 3)}.${serial.slice(3)}`;
}
