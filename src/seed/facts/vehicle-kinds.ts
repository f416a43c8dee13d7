import { grams, type Grams, vnd, type Vnd } from '../../kernel/units.js';

export type VehicleKindCode =
  | 'XEMAY'
  | 'BAGAC'
  | 'T1_25'
  | 'T2_5'
  | 'T3_5'
  | 'T5'
  | 'T8'
  | 'T15'
  | 'RF2_5'
  | 'RF5'
  | 'CONT40RF';

export interface VehicleKind {
  readonly code: VehicleKindCode;
  readonly name: string;
  readonly payloadG: Grams;
  readonly boxCubicMetres: number;
  readonly isRefrigerated: boolean;
  /** One way, per kilometre. */
  readonly ratePerKm: Vnd;
}

// Payload classes are those of the trade; volumes and rates are estimates for planning.
// Refrigerated bodies cost 30–50 % more than the same open truck.
export const VEHICLE_KINDS: readonly VehicleKind[] = (
  [
    ['XEMAY', 'xe máy thồ', 120, 0.4, false, 5000],
    ['BAGAC', 'xe ba gác', 800, 3, false, 8000],
    ['T1_25', 'xe tải 1,25 tấn', 1250, 8, false, 11_000],
    ['T2_5', 'xe tải 2,5 tấn', 2500, 14, false, 14_000],
    ['T3_5', 'xe tải 3,5 tấn', 3500, 20, false, 16_000],
    ['T5', 'xe tải 5 tấn', 5000, 28, false, 19_000],
    ['T8', 'xe tải 8 tấn', 8000, 40, false, 25_000],
    ['T15', 'xe tải 15 tấn (4 chân)', 15_000, 52, false, 35_000],
    ['RF2_5', 'xe lạnh 2,5 tấn', 2500, 13, true, 19_600],
    ['RF5', 'xe lạnh 5 tấn', 5000, 26, true, 26_600],
    ['CONT40RF', "container lạnh 40'", 26_000, 67, true, 45_000],
  ] as const
).map(([code, name, payloadKg, boxCubicMetres, isRefrigerated, ratePerKm]) => ({
  code,
  name,
  payloadG: grams(payloadKg * 1000),
  boxCubicMetres,
  isRefrigerated,
  ratePerKm: vnd(ratePerKm),
}));

/** Tender fruit fills the box long before the axle: plan no more than this share of the payload. */
export const USABLE_PAYLOAD_PERCENT = 80;

export function vehicleKind(code: VehicleKindCode): VehicleKind {
  const kind = VEHICLE_KINDS.find((each) => each.code === code);
  if (!kind) throw new RangeError(`no vehicle kind: ${code}`);
  return kind;
}
