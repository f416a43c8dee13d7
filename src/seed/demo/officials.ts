import { day, instant } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { COMMUNES_2021, COMMUNES_2025, HA_NOI, LUC_NAM_DISTRICT } from '../facts/admin-units.js';
import { CHECKPOINTS_2021 } from '../facts/places.js';
import { idOf } from './ids.js';
import type { TerritoryRow } from './people-rows.js';
import { partyId, PERSONAS, type Registry } from './registry.js';
import type { CheckpointRow } from './transport-rows.js';

const OFFICERS = 12;
const OFFICE_STAFF = 4;

export interface Posts {
  readonly checkpoints: readonly CheckpointRow[];
  /** By code of the post. */
  readonly officersOf: ReadonlyMap<string, readonly Id[]>;
}

/** Seven posts with twelve officers between them; the officer persona stands at Phương Sơn on QL31. */
export function addPosts(registry: Registry): Posts {
  const officersOf = new Map<string, Id[]>();
  const forces = CHECKPOINTS_2021.map(({ code, name, unit, latitude, longitude }) => {
    officersOf.set(code, []);
    return registry.party(`checkpoint/${code}`, {
      kind: 'CHECKPOINT',
      name,
      unit,
      lat: latitude,
      lon: longitude,
    });
  });
  for (let index = 0; index < OFFICERS; index++) {
    const at = index % forces.length;
    const persona = index === 0 ? PERSONAS.checkpoint : undefined;
    const officer = registry.person(`officer/${index}`, persona);
    registry.join(officer, forces[at]!, 'CHECKPOINT_OFFICER');
    officersOf.get(CHECKPOINTS_2021[at]!.code)!.push(officer.id);
  }
  const checkpoints = CHECKPOINTS_2021.map(({ code, unit }, index) => ({
    code,
    unit,
    partyId: forces[index]!.id,
    openFrom: unit === HA_NOI ? HA_NOI_GATES_FROM : DISTRICT_POSTS_FROM,
    openTo: OPEN_ROADS_FROM,
  }));
  return { checkpoints, officersOf };
}

const DISTRICT_POSTS_FROM = instant(day('2021-05-19'), '00:00');
const HA_NOI_GATES_FROM = instant(day('2021-07-14'), '06:00');
/** Nghị quyết 128 forbids blocking goods from this hour. */
const OPEN_ROADS_FROM = instant(day('2021-10-11'), '00:00');

/** Nghĩa Phương, where the grower and the cooperative of the demo are. */
const PERSONA_COMMUNE = '07486';

/** A clerk in each of the 25 communes, the area's agriculture office, and the platform's own staff. */
export function addOffices(registry: Registry): TerritoryRow[] {
  const territories: TerritoryRow[] = [];
  for (const { code, validFrom, kind, name } of COMMUNES_2021) {
    const unit = { code, validFrom };
    const office = registry.party(`office/${code}`, {
      kind: 'OFFICE',
      name: `UBND ${kind} ${name}`,
      unit,
    });
    const persona = code === PERSONA_COMMUNE ? PERSONAS.commune : undefined;
    registry.join(registry.person(`commune-clerk/${code}`, persona), office, 'COMMUNE_OFFICER');
    territories.push({ partyId: office.id, unit });
  }

  const agriculture = registry.party('office/218', {
    kind: 'OFFICE',
    name: 'Phòng Nông nghiệp Lục Nam',
    unit: LUC_NAM_DISTRICT,
  });
  for (let index = 0; index < OFFICE_STAFF; index++) {
    const persona = index === 0 ? PERSONAS.office : undefined;
    registry.join(registry.person(`office-staff/${index}`, persona), agriculture, 'OFFICE_STAFF');
  }
  // Named commune by commune, old and new, so that the office keeps its ground after the district is gone.
  for (const { code, validFrom } of [...COMMUNES_2021, ...COMMUNES_2025]) {
    territories.push({ partyId: agriculture.id, unit: { code, validFrom } });
  }

  const platform = registry.party('platform', {
    kind: 'PLATFORM',
    name: 'Chợ Lục Nam',
    unit: LUC_NAM_DISTRICT,
  });
  registry.join(registry.person('admin', PERSONAS.admin), platform, 'ADMIN');
  return territories;
}

/** The clerk who reports for households of that commune. */
export const communeClerkId = (communeCode: string): Id =>
  idOf(`person/commune-clerk/${communeCode}`);
export const communeOfficeId = (communeCode: string): Id => partyId(`office/${communeCode}`);
