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

export type VehicleBody = 'MOTORBIKE' | 'THREE_WHEELER' | 'TRUCK' | 'REEFER';

export interface VehicleKind {
  readonly code: VehicleKindCode;
  readonly name: string;
  readonly payloadG: Grams;
  /** Crates of 25 kg that fit; the box is full of crates before the axle is loaded. */
  readonly crates: number;
  readonly body: VehicleBody;
  /** One way, per kilometre. */
  readonly ratePerKm: Vnd;
}

// Payload classes are those of the trade; crates and rates are estimates for planning.
// Refrigerated bodies cost 30–50 % more than the same open truck.
export const VEHICLE_KINDS: readonly VehicleKind[] = (
  [
    ['XEMAY', 'xe máy thồ', 120, 4, 'MOTORBIKE', 5000],
    ['BAGAC', 'xe ba gác', 800, 26, 'THREE_WHEELER', 8000],
    ['T1_25', 'xe tải 1,25 tấn', 1250, 40, 'TRUCK', 11_000],
    ['T2_5', 'xe tải 2,5 tấn', 2500, 80, 'TRUCK', 14_000],
    ['T3_5', 'xe tải 3,5 tấn', 3500, 112, 'TRUCK', 16_000],
    ['T5', 'xe tải 5 tấn', 5000, 168, 'TRUCK', 19_000],
    ['T8', 'xe tải 8 tấn', 8000, 280, 'TRUCK', 25_000],
    ['T15', 'xe tải 15 tấn (4 chân)', 15_000, 520, 'TRUCK', 35_000],
    ['RF2_5', 'xe lạnh 2,5 tấn', 2500, 80, 'REEFER', 19_600],
    ['RF5', 'xe lạnh 5 tấn', 5000, 160, 'REEFER', 26_600],
    ['CONT40RF', "container lạnh 40'", 26_000, 720, 'REEFER', 45_000],
  ] as const
).map(([code, name, payloadKg, crates, body, ratePerKm]) => ({
  code,
  name,
  payloadG: grams(payloadKg * 1000),
  crates,
  body,
  ratePerKm: vnd(ratePerKm),
}));

/** Tender fruit fills the box long before the axle: plan no more than this share of the payload. */
export const USABLE_PAYLOAD_PERCENT = 80;

export function vehicleKind(code: VehicleKindCode): VehicleKind {
  const kind = VEHICLE_KINDS.find((each) => each.code === code);
  if (!kind) throw new RangeError(`no vehicle kind: ${code}`);
  return kind;
}
