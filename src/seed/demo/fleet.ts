import { day } from '../../kernel/day.js';
import { vnd } from '../../kernel/units.js';
import { TRANSPORT_FIRMS } from '../facts/names.js';
import { vehicleKind, type VehicleKindCode } from '../facts/vehicle-kinds.js';
import { randomFrom } from '../random.js';
import { placed } from './businesses.js';
import { idOf, padded } from './ids.js';
import type { PartyRow } from './people-rows.js';
import { inventedBank, inventedTaxCode, PERSONAS, type Registry } from './registry.js';
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
    const owner = transporters[index % transporters.length]!;
    const driver = registry.person(`driver/${index}`, index === 0 ? PERSONAS.driver : undefined);
    registry.join(driver, owner, 'DRIVER');
    const { payloadG, crates, body, ratePerKm } = vehicleKind(kindCode);
    return {
      id: idOf(`vehicle/${index}`),
      transporterId: owner.id,
      plate: plateOf(kindCode, index),
      kind: body,
      payloadG,
      crates,
      vndPerKm: ratePerKm,
      // The least anyone drives for; motorbikes and three-wheelers go short ways for less.
      baseVnd: vnd(payloadG >= 1_000_000 ? 600_000 : 100_000),
      // One in twenty is overdue, so that the rule about it has something to find.
      inspectedUntil: index % 20 === 19 ? day('2026-06-30') : day('2027-12-31'),
      driverId: driver.id,
    };
  });
}

function addTransporter(registry: Registry, index: number): PartyRow {
  const random = randomFrom(`transporter/${index}`);
  const owner = registry.person(`transporter/${index}`);
  const transporter = registry.party(`transporter/${index}`, {
    kind: 'TRANSPORTER',
    name: `${random.pick(TRANSPORT_FIRMS.kinds)} ${random.pick(TRANSPORT_FIRMS.names)}`,
    ...placed(random.pick(['07444', '07486', '07480', '07453', '07477'])),
    taxCode: inventedTaxCode(random),
    ...inventedBank(random),
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
