import { type PermitRequest, type RequestSurroundings, refusalsOf } from './refusal-checks.js';

const at = (clock: string) => new Date(`2026-08-05T${clock}:00+07:00`);

const COMPLETE: PermitRequest = {
  id: 'request',
  type: 'TRANSPORT_PERMIT',
  plate: '98C-123.45',
  driverId: 'driver',
  crewIds: ['driver', 'loader'],
  fromCode: 'NGHIA_PHUONG',
  toCode: 'HN_LONGBIEN',
  stops: ['NGHIA_PHUONG', 'HUYEN_SON', 'HN_LONGBIEN'],
  cropCode: 'NA',
  loadKg: 2000,
  payloadKg: 2500,
  validFrom: at('07:00'),
  validTo: at('19:00'),
  signedAt: at('06:00'),
};
const AROUND: RequestSurroundings = {
  listedCrops: new Set(['NA', 'DUA_LE', 'KHOAI_SO', 'KHOAI_LANG']),
  knownPlaces: new Set(['NGHIA_PHUONG', 'HUYEN_SON', 'HN_LONGBIEN']),
  runStops: ['NGHIA_PHUONG', 'HUYEN_SON', 'HN_LONGBIEN'],
  livePermits: [],
  at: at('06:00'),
};
const LIVE = {
  id: 'earlier',
  type: 'TRANSPORT_PERMIT',
  plate: '98C12345',
  driverId: 'another',
  validFrom: at('05:00'),
  validTo: at('07:01'),
};

const refused = (
  request: Partial<PermitRequest>,
  around: Partial<RequestSurroundings> = {},
): string[] =>
  refusalsOf({ ...COMPLETE, ...request }, { ...AROUND, ...around }).map(
    ({ refused: code, facts, field }) => [code, facts['why'], field].filter(Boolean).join(' '),
  );

describe('before a request is sent', () => {
  it('PE-02: a complete one is refused nothing', () => {
    expect(refused({})).toEqual([]);
    expect(refused({}, { runStops: null })).toEqual([]);
  });

  it.each<[string, Partial<PermitRequest>, string[]]>([
    [
      'a route to where it started',
      {
        toCode: 'NGHIA_PHUONG',
        stops: ['NGHIA_PHUONG', 'HUYEN_SON', 'HN_LONGBIEN', 'NGHIA_PHUONG'],
      },
      ['ROUTE_WRONG ENDS_ARE_THE_SAME toCode'],
    ],
    [
      'an unknown destination',
      { toCode: 'SAO_HOA', stops: ['NGHIA_PHUONG', 'HUYEN_SON', 'HN_LONGBIEN', 'SAO_HOA'] },
      ['ROUTE_WRONG PLACE_UNKNOWN toCode', 'ROUTE_WRONG STOP_NOT_ON_RUN stops'],
    ],
    [
      'a start in the middle',
      { fromCode: 'HUYEN_SON' },
      ['ROUTE_WRONG START_IS_NOT_FIRST_STOP stops'],
    ],
    [
      'a stop left out',
      { stops: ['NGHIA_PHUONG', 'HN_LONGBIEN'] },
      ['ROUTE_WRONG RUN_STOP_LEFT_OUT stops'],
    ],
    ['a missing plate', { plate: null }, ['FIELD_MISSING plate']],
    ['an emptied crop', { cropCode: '' }, ['FIELD_MISSING cropCode']],
    ['no signature', { signedAt: null }, ['NOT_SIGNED signedAt']],
    ['goods not on the list', { cropCode: 'PINEAPPLE' }, ['GOODS_NOT_LISTED cropCode']],
    ['a plate no truck has', { plate: '9C-1' }, ['PLATE_MALFORMED plate']],
    ['a driver who stays at home', { crewIds: ['loader'] }, ['DRIVER_NOT_ABOARD crewIds']],
    ['six people', { crewIds: ['driver', '2', '3', '4', '5', '6'] }, ['TOO_MANY_ABOARD crewIds']],
    ['more than the truck may carry', { loadKg: 2501 }, ['LOAD_OVER_PAYLOAD loadKg']],
    ['an end before the beginning', { validTo: at('06:30') }, ['WINDOW_WRONG ENDS_FIRST validTo']],
  ])('PE-02: %s is caught', (_, wrong, expected) => {
    expect(refused(wrong)).toEqual(expected);
  });

  it('PE-02: a window that is over is caught', () => {
    expect(refused({}, { at: at('19:00') })).toEqual(['WINDOW_WRONG IS_PAST validTo']);
  });

  it('PE-06: one live permit of a truck or a driver at a time; the other one is named', () => {
    const duplicates = (live: Partial<typeof LIVE>) =>
      refusalsOf(COMPLETE, { ...AROUND, livePermits: [{ ...LIVE, ...live }] });
    expect(duplicates({})).toEqual([
      { refused: 'DUPLICATE_PERMIT', facts: { permitId: 'earlier' } },
    ]);
    expect(duplicates({ plate: '98C99999', driverId: 'driver' })).toHaveLength(1);
    expect(duplicates({ plate: '98C99999' })).toEqual([]);
    expect(duplicates({ validTo: at('07:00') })).toEqual([]);
    expect(duplicates({ type: 'OVERSIZE' })).toEqual([]);
    expect(duplicates({ id: 'request' })).toEqual([]);
  });

  it('PE-02: everything wrong is told at once', () => {
    const wrong = {
      plate: '',
      signedAt: null,
      cropCode: 'PINEAPPLE',
      loadKg: 9000,
      toCode: 'SAO_HOA',
    };
    expect(refused(wrong, { livePermits: [{ ...LIVE, driverId: 'driver' }] })).toEqual([
      'FIELD_MISSING plate',
      'NOT_SIGNED signedAt',
      'ROUTE_WRONG PLACE_UNKNOWN toCode',
      'ROUTE_WRONG END_IS_NOT_LAST_STOP stops',
      'GOODS_NOT_LISTED cropCode',
      'LOAD_OVER_PAYLOAD loadKg',
      'DUPLICATE_PERMIT',
    ]);
  });
});
