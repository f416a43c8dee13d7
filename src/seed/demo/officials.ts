import { day, instant } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { COMMUNES_2021, HA_NOI, LUC_NAM_DISTRICT } from '../facts/admin-units.js';
import { CHECKPOINTS_2021 } from '../facts/places.js';
import { idOf } from './ids.js';
import { PERSONAS, type Registry } from './registry.js';
import type { CheckpointRow } from './transport-rows.js';

const OFFICERS = 12;
const OFFICE_STAFF = 4;

export interface Posts {
  readonly checkpoints: readonly CheckpointRow[];
  readonly officersOf: ReadonlyMap<Id, readonly Id[]>;
}

/** Seven posts with twelve officers between them; the officer persona stands at Phương Sơn on QL31. */
export function addPosts(registry: Registry): Posts {
  const officersOf = new Map<Id, Id[]>();
  const checkpoints = CHECKPOINTS_2021.map((facts) => {
    const force = registry.party(`checkpoint/${facts.code}`, {
      kind: 'CHECKPOINT',
      name: facts.name,
      unitCode: facts.unit.code,
      unitValidFrom: facts.unit.validFrom,
      latitude: facts.latitude,
      longitude: facts.longitude,
    });
    const id = idOf(`checkpoint/${facts.code}`);
    officersOf.set(id, []);
    return {
      force,
      row: {
        id,
        code: facts.code,
        name: facts.name,
        road: facts.road,
        partyId: force.id,
        unitCode: facts.unit.code,
        unitValidFrom: facts.unit.validFrom,
        latitude: facts.latitude,
        longitude: facts.longitude,
        openFrom:
          facts.unit === HA_NOI
            ? instant(day('2021-07-14'), '06:00')
            : instant(day('2021-05-19'), '00:00'),
        // Nghị quyết 128 forbids blocking goods from this hour.
        openTo: instant(day('2021-10-11'), '00:00'),
      },
    };
  });
  for (let index = 0; index < OFFICERS; index++) {
    const { force, row } = checkpoints[index % checkpoints.length]!;
    const officer = registry.person(
      `officer/${index}`,
      index === 0 ? PERSONAS.checkpoint : undefined,
    );
    registry.join(officer, force, 'CHECKPOINT_OFFICER');
    officersOf.get(row.id)!.push(officer.id);
  }
  return { checkpoints: checkpoints.map(({ row }) => row), officersOf };
}

/** A clerk in each of the 25 communes, the district's agriculture office, and the platform's own staff. */
export function addOffices(registry: Registry): void {
  for (const { code, validFrom, kind, name } of COMMUNES_2021) {
    const office = registry.party(`office/${code}`, {
      kind: 'OFFICE',
      name: `UBND ${kind} ${name}`,
      unitCode: code,
      unitValidFrom: validFrom,
    });
    registry.join(registry.person(`commune-clerk/${code}`), office, 'COMMUNE_OFFICER');
  }

  const district = { unitCode: LUC_NAM_DISTRICT.code, unitValidFrom: LUC_NAM_DISTRICT.validFrom };
  const agriculture = registry.party('office/218', {
    ...district,
    kind: 'OFFICE',
    name: 'Phòng Nông nghiệp Lục Nam',
  });
  for (let index = 0; index < OFFICE_STAFF; index++) {
    const staff = registry.person(
      `office-staff/${index}`,
      index === 0 ? PERSONAS.office : undefined,
    );
    registry.join(staff, agriculture, 'OFFICE_STAFF');
  }

  const platform = registry.party('platform', {
    ...district,
    kind: 'PLATFORM',
    name: 'Chợ Lục Nam',
  });
  registry.join(registry.person('admin', PERSONAS.admin), platform, 'ADMIN');
}
