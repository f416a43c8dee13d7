import { type Refusal, refuse } from '../../kernel/refusal.js';
import { isPlate, normalPlate } from './plate.js';

/** A request as the applicant has filled it in so far. */
export interface PermitRequest {
  readonly id: string;
  readonly type: string | null;
  readonly plate: string | null;
  readonly driverId: string | null;
  /** Everyone aboard, the driver too. */
  readonly crewIds: readonly string[];
  readonly fromCode: string | null;
  readonly toCode: string | null;
  /** Places where goods are loaded or unloaded, in order, both ends included. */
  readonly stops: readonly string[];
  readonly cropCode: string | null;
  readonly loadKg: number | null;
  readonly payloadKg: number | null;
  readonly validFrom: Date | null;
  readonly validTo: Date | null;
  readonly signedAt: Date | null;
}

export interface RequestSurroundings {
  /** Crops that may travel under this type. */
  readonly listedCrops: ReadonlySet<string>;
  /** Places a permit may name as an end of the trip. */
  readonly knownPlaces: ReadonlySet<string>;
  /** Stops of the run the permit is for; null when it is for no run. */
  readonly runStops: readonly string[] | null;
  /** Permits asked for or issued, of the same plate or any of the same people. */
  readonly livePermits: readonly LivePermit[];
  readonly at: Date;
}

interface LivePermit {
  readonly id: string;
  readonly type: string;
  readonly plate: string;
  readonly driverId: string;
  readonly validFrom: Date;
  readonly validTo: Date;
}

export type RequestRefusal = Refusal<
  | 'FIELD_MISSING'
  | 'PLATE_MALFORMED'
  | 'DRIVER_NOT_ABOARD'
  | 'TOO_MANY_ABOARD'
  | 'ROUTE_WRONG'
  | 'GOODS_NOT_LISTED'
  | 'LOAD_OVER_PAYLOAD'
  | 'WINDOW_WRONG'
  | 'NOT_SIGNED'
  | 'DUPLICATE_PERMIT'
>;

// A light truck's cab: driver, assistant, three loaders.
const MOST_ABOARD = 5;

/** Everything that would get the request refused, all at once; none when it may be sent. */
export const refusalsOf = (
  request: PermitRequest,
  around: RequestSurroundings,
): readonly RequestRefusal[] =>
  [
    ...missingFields(request),
    ...vehicleAndCrew(request),
    ...route(request, around),
    ...goods(request, around),
    ...times(request, around),
    ...duplicates(request, around),
  ].filter((refusal) => refusal !== undefined);

type Found = RequestRefusal | undefined;

const NEEDED = [
  'type',
  'plate',
  'driverId',
  'fromCode',
  'toCode',
  'cropCode',
  'loadKg',
  'validFrom',
  'validTo',
] as const satisfies readonly (keyof PermitRequest)[];

const missingFields = (request: PermitRequest): Found[] => [
  ...NEEDED.filter((field) => request[field] === null || request[field] === '').map((field) =>
    refuse('FIELD_MISSING', { field }, field),
  ),
  request.signedAt === null ? refuse('NOT_SIGNED', {}, 'signedAt') : undefined,
];

function vehicleAndCrew({ plate, driverId, crewIds }: PermitRequest): Found[] {
  const isMalformed = plate !== null && plate !== '' && !isPlate(normalPlate(plate));
  const isDriverAboard = driverId === null || crewIds.includes(driverId);
  return [
    isMalformed ? refuse('PLATE_MALFORMED', { plate }, 'plate') : undefined,
    isDriverAboard ? undefined : refuse('DRIVER_NOT_ABOARD', {}, 'crewIds'),
    crewIds.length > MOST_ABOARD
      ? refuse('TOO_MANY_ABOARD', { persons: crewIds.length, most: MOST_ABOARD }, 'crewIds')
      : undefined,
  ];
}

/** The route must start and end where the request says, name known places, and keep to the run's own stops. */
function route(request: PermitRequest, { knownPlaces, runStops }: RequestSurroundings): Found[] {
  const { fromCode, toCode, stops } = request;
  if (!fromCode || !toCode) return [];
  const wrong = (why: string, place: string, field: string) =>
    refuse('ROUTE_WRONG', { why, place }, field);
  const stray = runStops === null ? undefined : stops.find((stop) => !runStops.includes(stop));
  const skipped = runStops?.find((stop) => !stops.includes(stop));
  return [
    fromCode === toCode ? wrong('ENDS_ARE_THE_SAME', toCode, 'toCode') : undefined,
    knownPlaces.has(fromCode) ? undefined : wrong('PLACE_UNKNOWN', fromCode, 'fromCode'),
    knownPlaces.has(toCode) ? undefined : wrong('PLACE_UNKNOWN', toCode, 'toCode'),
    stops[0] === fromCode ? undefined : wrong('START_IS_NOT_FIRST_STOP', fromCode, 'stops'),
    stops.at(-1) === toCode ? undefined : wrong('END_IS_NOT_LAST_STOP', toCode, 'stops'),
    stray === undefined ? undefined : wrong('STOP_NOT_ON_RUN', stray, 'stops'),
    skipped === undefined ? undefined : wrong('RUN_STOP_LEFT_OUT', skipped, 'stops'),
  ];
}

function goods(request: PermitRequest, { listedCrops }: RequestSurroundings): Found[] {
  const { cropCode, loadKg, payloadKg } = request;
  const isListed = !cropCode || listedCrops.has(cropCode);
  const isOverloaded = loadKg !== null && payloadKg !== null && loadKg > payloadKg;
  return [
    isListed ? undefined : refuse('GOODS_NOT_LISTED', { cropCode }, 'cropCode'),
    isOverloaded ? refuse('LOAD_OVER_PAYLOAD', { loadKg, payloadKg }, 'loadKg') : undefined,
  ];
}

function times({ validFrom, validTo }: PermitRequest, { at }: RequestSurroundings): Found[] {
  if (validFrom === null || validTo === null) return [];
  if (validTo <= validFrom) return [refuse('WINDOW_WRONG', { why: 'ENDS_FIRST' }, 'validTo')];
  return validTo <= at ? [refuse('WINDOW_WRONG', { why: 'IS_PAST' }, 'validTo')] : [];
}

function duplicates(request: PermitRequest, { livePermits }: RequestSurroundings): Found[] {
  const { id, type, driverId, validFrom, validTo } = request;
  if (validFrom === null || validTo === null) return [];
  const plate = normalPlate(request.plate ?? '');
  const other = livePermits.find(
    (live) =>
      live.id !== id &&
      live.type === type &&
      (live.plate === plate || live.driverId === driverId) &&
      live.validFrom < validTo &&
      validFrom < live.validTo,
  );
  return other === undefined ? [] : [refuse('DUPLICATE_PERMIT', { permitId: other.id })];
}
