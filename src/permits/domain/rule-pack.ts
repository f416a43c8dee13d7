/** How closed a place is, by the names the decrees use. */
export type Measure =
  'BLOCKADE' | 'CT16' | 'CT15' | 'NEW_NORMAL' | 'LEVEL_4' | 'LEVEL_3' | 'LEVEL_2' | 'LEVEL_1';

export type TestMethod = 'RT_PCR' | 'RAPID_AG';

/** Which instant a test's hours run from: the decrees of July 2021 disagreed, so both are kept. */
type TestBasis = 'SAMPLED' | 'RESULT';

/** Must hold of the trip for a demand to arise. */
export type TripCondition =
  | { readonly kind: 'LEAVES_FOR_LESS_STRICT'; readonly measures: readonly Measure[] }
  | { readonly kind: 'TOUCHES'; readonly measures: readonly Measure[] }
  | { readonly kind: 'STARTS_IN'; readonly measures: readonly Measure[] }
  | { readonly kind: 'ENDS_IN'; readonly measures: readonly Measure[] }
  | { readonly kind: 'CROSSES_PROVINCES' };

export interface TestDemand {
  /** Null: any earlier test will do. */
  readonly maxAgeHours: number | null;
  readonly countedFrom: TestBasis;
  readonly methods: readonly TestMethod[];
  /** All of them; none means every trip. */
  readonly when: readonly TripCondition[];
  readonly people: 'EVERYONE' | 'WITH_SYMPTOMS' | 'INDICATED';
  /** Vaccinated and recovered people need none. */
  readonly sparesImmune: boolean;
}

export type PassKind = 'GREEN_LANE_QR' | 'SHIPMENT_DOSSIER' | 'LUC_NAM_PERMIT';

/** What is asked of the vehicle's own paper. */
export interface PassDemand {
  readonly kinds: readonly PassKind[];
  readonly when: readonly TripCondition[];
  /** What becomes of a vehicle without one. */
  readonly without: 'CHECK' | 'HOLD' | 'TURN_BACK';
  /** What a good pass saves its holder: looking at the test papers, or any test question on the road. */
  readonly spares: 'NOTHING' | 'PAPER_CHECK' | 'ROAD_CHECK';
  /** The longest a pass may run, when the rule says. */
  readonly maxHours: number | null;
  /** May be issued without a person looking, once everything else is met. */
  readonly isAutomatic: boolean;
}

/** What makes a pass worthless although its dates are good. */
export interface PassTerms {
  /** It holds only for the declared plate, stops or people. */
  readonly boundTo: readonly ('PLATE' | 'ITINERARY' | 'PEOPLE')[];
  /** Any person aboard whose test is older than this voids it. */
  readonly voidWhenTestOlder: Pick<TestDemand, 'maxAgeHours' | 'countedFrom' | 'methods'> | null;
  /** It ends with the strict distancing it was issued for. */
  readonly voidWithoutMeasure: readonly Measure[] | null;
  /** Passes of this issuer count only when issued before this instant. */
  readonly closedIssuer: { readonly issuer: string; readonly at: string } | null;
}

type Waiver =
  /** This pack's word replaces what the other pack asks. */
  | {
      readonly packId: string;
      readonly of: 'TEST' | 'PASS';
      readonly when: readonly TripCondition[];
    }
  /** The printed end of a pass is ignored. */
  | { readonly of: 'PASS_END'; readonly when: readonly TripCondition[] };

/** Where a rule holds: each part that is given must match; none means the whole country. */
export interface Scope {
  readonly origins?: readonly string[];
  readonly destinations?: readonly string[];
  /** Any point of the trip. */
  readonly through?: readonly string[];
}

/** One decree as data. A pack is never changed once published: a new one replaces it from its date. */
export interface RulePack {
  readonly id: string;
  /** Who issued what, in a few words, for people. */
  readonly document: string;
  readonly scope: Scope;
  /** ISO instants with offset; the end is exclusive, null while open. */
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly tests: readonly TestDemand[];
  readonly pass: PassDemand | null;
  readonly terms: PassTerms | null;
  readonly waivers: readonly Waiver[];
  /** Clock hours in Việt Nam when goods may be on the road, `05:00` to `21:00`; empty means any. */
  readonly openHours: readonly { readonly from: ClockTime; readonly to: ClockTime }[];
  /** Where the facts come from, and what in them is doubtful. */
  readonly sourceNote: string;
  readonly confidence: 'SOURCED' | 'OWN_KNOWLEDGE' | 'GUESS';
}

/** `05:30` by the clock in Việt Nam. */
type ClockTime = `${number}:${number}`;

export interface ZoneStatus {
  /** `commune:07486@2025`, `district:218`, `province:24`, `city:Hà Nội`. */
  readonly unit: string;
  readonly measure: Measure;
  readonly from: string;
  /** Exclusive; null while open. */
  readonly to: string | null;
  readonly sourceNote: string;
  readonly confidence: RulePack['confidence'];
}

export interface TripPoint {
  /** Commune or place code, as a pass lists its stops. */
  readonly code: string;
  readonly province: string;
  /** The units the point lies in, narrowest first. */
  readonly units: readonly string[];
}

/** In force at an instant; the end is exclusive. */
export const isInForce = (from: string, to: string | null, at: Date): boolean =>
  at.getTime() >= Date.parse(from) && (to === null || at.getTime() < Date.parse(to));
