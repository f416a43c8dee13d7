import { COVID_2021 } from '../rule-packs/covid-2021.js';
import { ZONES_2021 } from '../rule-packs/zones-2021.js';
import { type Evaluation, evaluate } from './rule-engine.js';
import type { Question } from './rule-findings.js';
import type { RulePack, TripPoint, ZoneStatus } from './rule-pack.js';
import type { TestProof, Traveller } from './test-proofs.js';
import type { VehiclePass } from './vehicle-pass.js';

// Builders the specs of the rule engine share.

/** A clock time in Việt Nam, `2021-07-20 09:00`. */
export const vn = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+07:00`);

export const point = (code: string, province: string, ...units: string[]): TripPoint => ({
  code,
  province,
  units,
});
export const NGHIA_PHUONG = point(
  '07486',
  '24',
  'commune:07486@2020',
  'district:218',
  'province:24',
);
export const BAC_GIANG_CITY = point('BG_CITY', '24', 'district:213', 'province:24');
export const LONG_BIEN = point('HN_LONGBIEN', '01', 'city:Hà Nội');
export const HAI_PHONG = point('HP_CENTER', '31', 'city:Hải Phòng');

const PLATE = '98C12345';
export const DRIVER = 'driver';
export const LOADER = 'loader';

export const tested = (
  sampled: string,
  result = sampled,
  more: Partial<TestProof> = {},
): TestProof => ({
  method: 'RAPID_AG',
  isNegative: true,
  sampledAt: vn(sampled),
  resultAt: vn(result),
  poolId: null,
  ...more,
});
export const aboard = (personId: string, ...proofs: TestProof[]): Traveller => ({
  personId,
  proofs,
  hasSymptoms: false,
  isImmune: false,
  isIndicated: false,
});
export const both = (...proofs: TestProof[]): Traveller[] => [
  aboard(DRIVER, ...proofs),
  aboard(LOADER, ...proofs),
];
export const greenLane = (
  issued: string,
  to: string,
  more: Partial<VehiclePass> = {},
): VehiclePass => ({
  kind: 'GREEN_LANE_QR',
  issuer: 'luongxanh.drvn.gov.vn',
  issuedAt: vn(issued),
  validFrom: vn(issued),
  validTo: vn(to),
  plate: PLATE,
  stops: [NGHIA_PHUONG.code, LONG_BIEN.code],
  personIds: [DRIVER, LOADER],
  isRevoked: false,
  ...more,
});

/** A trip from Nghĩa Phương to Long Biên, two people, no pass, the rules of 2021: say only what differs. */
export interface Case {
  readonly at: string;
  readonly points?: readonly TripPoint[];
  readonly crew?: readonly Traveller[];
  readonly pass?: VehiclePass;
  readonly more?: Partial<Question>;
}

export function judged({ at, points, crew, pass, more }: Case): Evaluation {
  const route = points ?? [NGHIA_PHUONG, LONG_BIEN];
  return evaluate({
    trip: { plate: PLATE, points: route, stops: route.map(({ code }) => code) },
    crew: crew ?? both(),
    pass: pass ?? null,
    failedPools: [],
    zones: ZONES_2021,
    rulePacks: COVID_2021,
    at: vn(at),
    where: 'ROAD',
    ...more,
  });
}

/** Verdict, first reason and its rule, and the clock time of the end. */
export const gist = (evaluation: Evaluation): string => {
  const first = evaluation.reasons[0];
  const until = evaluation.validUntil?.getTime();
  const clock = until === undefined ? '' : localClock(new Date(until));
  return [evaluation.verdict, first?.code ?? '-', first?.ruleId ?? '-', clock].join(' ').trim();
};
const localClock = (at: Date): string =>
  new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

export function packOf(id: string): RulePack {
  const pack = COVID_2021.find((candidate) => candidate.id === id);
  if (pack === undefined) throw new RangeError(`no rule pack ${id}`);
  return pack;
}

export function levelOf(unit: string, measure: ZoneStatus['measure']): ZoneStatus {
  return {
    unit,
    measure,
    from: '2021-01-01T00:00:00+07:00',
    to: null,
    sourceNote: '',
    confidence: 'GUESS',
  };
}
