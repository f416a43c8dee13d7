import { dayOf, instant } from '../../kernel/day.js';
import { type RefusalFacts, isRefusal } from '../../kernel/refusal.js';
import {
  type PassDemand,
  type RulePack,
  type TestDemand,
  type ZoneStatus,
  isInForce,
} from './rule-pack.js';
import { type FailedPool, type TestFault, type Traveller, standingProof } from './test-proofs.js';
import {
  type PassCircumstances,
  type PassFault,
  type Trip,
  type VehiclePass,
  faultOf,
  testEndsOf,
} from './vehicle-pass.js';
import { type ZonedTrip, allHold, isInScope, zonedTrip } from './zones.js';

export interface Question {
  readonly trip: Trip;
  /** Everyone aboard, the driver too. */
  readonly crew: readonly Traveller[];
  /** To decide about issuing a permit, ask with the permit as it would be issued. */
  readonly pass: VehiclePass | null;
  readonly failedPools: readonly FailedPool[];
  readonly zones: readonly ZoneStatus[];
  readonly rulePacks: readonly RulePack[];
  readonly at: Date;
  /** On the road a good pass may spare the test question that a depot still asks. */
  readonly where: 'ROAD' | 'DEPOT';
}

export type ReasonCode =
  | TestFault['refused']
  | PassFault['refused']
  | 'CREW_UNKNOWN'
  | 'SHOW_TEST_PAPERS'
  | 'TESTS_VALID'
  | 'NO_TEST_NEEDED'
  | 'NO_GREEN_LANE'
  | 'NO_DOSSIER'
  | 'NO_PERMIT'
  | 'PASS_VALID'
  | 'PASS_END_IGNORED'
  | 'OUTSIDE_HOURS';

export interface Reason {
  readonly code: ReasonCode;
  /** The pack that says so. */
  readonly ruleId: string;
  readonly facts: RefusalFacts;
  /** What this reason alone would lead to. */
  readonly verdict: 'PASS' | 'CHECK' | 'HOLD' | 'TURN_BACK';
}

/** An instant at which a good verdict stops being good, and what stops it. */
export interface Ending {
  readonly by: 'TEST' | 'PASS' | 'ZONE' | 'WAIVER' | 'HOURS';
  readonly at: Date;
}

/** What one group of rules found: reasons, and what will end a good verdict. */
export interface Finding {
  readonly reasons: readonly Reason[];
  readonly endings: readonly Ending[];
}

/** The question with what the rules in force make of it, worked out once. */
export interface Inquiry {
  readonly question: Question;
  readonly packs: readonly RulePack[];
  readonly zoned: ZonedTrip;
  readonly circumstances: PassCircumstances;
  /** Undefined without a pass, or with one that is good. */
  readonly passFault: PassFault | undefined;
  /** The packs whose word takes another's place, with what they free from. */
  readonly waivers: readonly ActiveWaiver[];
}

type ActiveWaiver = RulePack['waivers'][number] & { readonly by: RulePack };

export function inquire(question: Question): Inquiry {
  const { trip, at, zones, pass } = question;
  const packs = question.rulePacks.filter(
    (pack) =>
      isInForce(pack.effectiveFrom, pack.effectiveTo, at) && isInScope(pack.scope, trip.points),
  );
  const zoned = zonedTrip(trip.points, zones, at);
  const waivers = packs.flatMap((by) =>
    by.waivers.filter(({ when }) => allHold(when, zoned)).map((waiver) => ({ ...waiver, by })),
  );
  const circumstances: PassCircumstances = {
    ...question,
    terms: packs.flatMap((pack) => pack.terms ?? []),
    isEndIgnored: waivers.some((waiver) => waiver.of === 'PASS_END'),
  };
  const passFault = pass === null ? undefined : faultOf(pass, circumstances);
  return { question, packs, zoned, circumstances, passFault, waivers };
}

/** What the pack asks of the vehicle on this trip; undefined when nothing, or another pack frees from it. */
export function passDemandOf(pack: RulePack, { zoned, waivers }: Inquiry): PassDemand | undefined {
  if (pack.pass === null || isWaived('PASS', pack, waivers)) return undefined;
  return allHold(pack.pass.when, zoned) ? pack.pass : undefined;
}

const isWaived = (
  what: 'TEST' | 'PASS',
  pack: RulePack,
  waivers: readonly ActiveWaiver[],
): boolean => waivers.some((waiver) => waiver.of === what && waiver.packId === pack.id);

export function judgePass(pack: RulePack, inquiry: Inquiry): Finding {
  const demand = passDemandOf(pack, inquiry);
  if (demand === undefined) return freedFrom('PASS', pack, inquiry);
  const { question, passFault, waivers, circumstances } = inquiry;
  const { pass, at } = question;
  const say = (code: ReasonCode, verdict: Reason['verdict'], facts: RefusalFacts = {}): Reason => ({
    code,
    ruleId: pack.id,
    facts,
    verdict,
  });

  if (pass === null || !demand.kinds.includes(pass.kind)) {
    return { reasons: [say(missingCode(demand), demand.without)], endings: [] };
  }
  if (passFault !== undefined) {
    const verdict = LIKE_NO_PASS.has(passFault.refused) ? demand.without : 'HOLD';
    return { reasons: [say(passFault.refused, verdict, passFault.facts)], endings: [] };
  }
  const tests = testEndsOf(circumstances).map((end): Ending => ({ by: 'TEST', at: end }));
  if (at < pass.validTo) {
    return {
      reasons: [say('PASS_VALID', 'PASS')],
      endings: [{ by: 'PASS', at: pass.validTo }, ...tests],
    };
  }
  const grace = waivers.filter((waiver) => waiver.of === 'PASS_END');
  return {
    reasons: grace.map(({ by }) => ({ ...say('PASS_END_IGNORED', 'PASS'), ruleId: by.id })),
    endings: [...grace.flatMap(({ by }) => waiverEnding(by)), ...tests],
  };
}

/** A pass out of date is no pass, and a vehicle without one meets the rule for that; the rest is misuse. */
const LIKE_NO_PASS: ReadonlySet<PassFault['refused']> = new Set([
  'PASS_EXPIRED',
  'PASS_NOT_YET_VALID',
  'PASS_ISSUER_CLOSED',
  'PASS_ZONE_ENDED',
]);

function missingCode({ kinds }: PassDemand): ReasonCode {
  if (kinds.includes('GREEN_LANE_QR')) return 'NO_GREEN_LANE';
  return kinds.includes('SHIPMENT_DOSSIER') ? 'NO_DOSSIER' : 'NO_PERMIT';
}

export function judgeTests(pack: RulePack, inquiry: Inquiry): Finding {
  if (pack.tests.length === 0) return NO_FINDING;
  const { question, zoned, waivers, passFault } = inquiry;
  const arising = pack.tests.filter(({ when }) => allHold(when, zoned));
  if (arising.length === 0 || isWaived('TEST', pack, waivers)) {
    const reason: Reason = { code: 'NO_TEST_NEEDED', ruleId: pack.id, facts: {}, verdict: 'PASS' };
    return { ...freedFrom('TEST', pack, inquiry), reasons: [reason] };
  }
  const demand = passDemandOf(pack, inquiry);
  const hasGoodPass =
    question.pass !== null &&
    passFault === undefined &&
    demand?.kinds.includes(question.pass.kind) === true;
  const isRoad = question.where === 'ROAD';
  if (demand?.spares === 'ROAD_CHECK' && hasGoodPass && isRoad) return NO_FINDING;

  const asksPapers =
    (demand?.spares === 'PAPER_CHECK' && !hasGoodPass) || demand?.spares === 'ROAD_CHECK';
  return testFinding(pack.id, arising, question, asksPapers);
}

function testFinding(
  ruleId: string,
  demands: readonly TestDemand[],
  { crew, failedPools, at }: Question,
  asksPapers: boolean,
): Finding {
  if (crew.length === 0) {
    return {
      reasons: [{ code: 'CREW_UNKNOWN', ruleId, facts: {}, verdict: 'HOLD' }],
      endings: [],
    };
  }
  const judged = demands.flatMap((demand) =>
    crew
      .filter((person) => isAsked(person, demand))
      .map((person) => standingProof(person, demand, failedPools, at)),
  );
  const faults = judged.filter((each): each is TestFault => isRefusal(each));
  const endings = judged.flatMap((each): Ending[] =>
    'until' in each && each.until !== null ? [{ by: 'TEST', at: each.until }] : [],
  );
  if (faults.length > 0) {
    return {
      reasons: faults.map(({ refused, facts }) => ({
        code: refused,
        ruleId,
        facts,
        verdict: 'HOLD',
      })),
      endings,
    };
  }
  if (judged.length === 0) {
    return { reasons: [{ code: 'NO_TEST_NEEDED', ruleId, facts: {}, verdict: 'PASS' }], endings };
  }
  const reason: Reason = asksPapers
    ? { code: 'SHOW_TEST_PAPERS', ruleId, facts: { persons: crew.length }, verdict: 'CHECK' }
    : { code: 'TESTS_VALID', ruleId, facts: { persons: crew.length }, verdict: 'PASS' };
  return { reasons: [reason], endings };
}

function isAsked(person: Traveller, { people, sparesImmune }: TestDemand): boolean {
  if (sparesImmune && person.isImmune) return false;
  if (people === 'WITH_SYMPTOMS') return person.hasSymptoms;
  return people === 'EVERYONE' || person.isIndicated;
}

export function judgeHours({ id, openHours }: RulePack, at: Date): Finding {
  if (openHours.length === 0) return NO_FINDING;
  const today = dayOf(at);
  const open = openHours
    .map(({ from, to }) => ({ from: instant(today, from), to: instant(today, to) }))
    .find(({ from, to }) => at >= from && at < to);
  if (open !== undefined) return { reasons: [], endings: [{ by: 'HOURS', at: open.to }] };
  const hours = openHours.map(({ from, to }) => `${from}-${to}`).join(', ');
  return {
    reasons: [{ code: 'OUTSIDE_HOURS', ruleId: id, facts: { hours }, verdict: 'HOLD' }],
    endings: [],
  };
}

/** Freedom from a pack lasts as long as the pack that grants it. */
const freedFrom = (what: 'TEST' | 'PASS', pack: RulePack, { waivers }: Inquiry): Finding => ({
  reasons: [],
  endings: waivers
    .filter((waiver) => waiver.of === what && waiver.packId === pack.id)
    .flatMap(({ by }) => waiverEnding(by)),
});

const NO_FINDING: Finding = { reasons: [], endings: [] };

const waiverEnding = ({ effectiveTo }: RulePack): Ending[] =>
  effectiveTo === null ? [] : [{ by: 'WAIVER', at: new Date(effectiveTo) }];
