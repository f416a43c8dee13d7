import {
  type Ending,
  type Question,
  type Reason,
  inquire,
  judgeHours,
  judgePass,
  judgeTests,
  passDemandOf,
} from './rule-findings.js';
import type { ZonedTrip } from './zones.js';

type Verdict = 'NOT_REQUIRED' | 'PASS' | 'CHECK' | 'HOLD' | 'TURN_BACK';

export type NextAction =
  | 'GO'
  | 'SHOW_PAPERS'
  | 'GET_TESTED'
  | 'ASK_HEALTH_OFFICE'
  | 'APPLY_FOR_PERMIT'
  | 'DECLARE_AGAIN'
  | 'REMOVE_PASS'
  | 'WAIT'
  | 'TURN_BACK';

export interface Evaluation {
  readonly verdict: Verdict;
  /** Some rule in force asks for a vehicle paper on this trip. */
  readonly permitNeeded: boolean;
  /** Worst first; the first one decides. */
  readonly reasons: readonly Reason[];
  /** Exclusive; null when nothing is known to end it, or there is nothing good to end. */
  readonly validUntil: Date | null;
  readonly endsWith: Ending['by'] | null;
  readonly nextAction: NextAction;
  /** The shortest limit a rule sets on a pass's length. */
  readonly passMaxHours: number | null;
  /** Every rule that asks for a paper lets it be issued without a person looking. */
  readonly isAutomatic: boolean;
  /** The packs that had a say, for the record. */
  readonly ruleIds: readonly string[];
}

const SEVERITY: Record<Reason['verdict'], number> = { PASS: 0, CHECK: 1, HOLD: 2, TURN_BACK: 3 };

/**
 * May this trip go on, by the rules in force at that minute? Every pack in force whose scope fits is asked,
 * the strictest unmet demand wins, and a waiver frees only from the pack it names.
 */
export function evaluate(question: Question): Evaluation {
  const inquiry = inquire(question);
  if (inquiry.packs.length === 0) return NOTHING_IN_FORCE;

  const demands = inquiry.packs.flatMap((pack) => passDemandOf(pack, inquiry) ?? []);
  const findings = [
    ...inquiry.packs.map((pack) => judgeTests(pack, inquiry)),
    ...inquiry.packs.map((pack) => judgePass(pack, inquiry)),
    ...inquiry.packs.map((pack) => judgeHours(pack, question.at)),
  ];
  const reasons = findings
    .flatMap((finding) => finding.reasons)
    .toSorted((a, b) => weightOf(b) - weightOf(a));
  const [first] = reasons;
  const verdict = first?.verdict ?? 'PASS';
  const ending = firstOf([...findings.flatMap((f) => f.endings), ...zoneEndings(inquiry.zoned)]);
  const isGood = verdict === 'PASS' || verdict === 'CHECK';
  const limits = demands.flatMap(({ maxHours }) => maxHours ?? []);
  return {
    verdict,
    permitNeeded: demands.length > 0,
    reasons,
    validUntil: isGood ? (ending?.at ?? null) : null,
    endsWith: isGood ? (ending?.by ?? null) : null,
    nextAction: first === undefined ? 'GO' : nextAction(first),
    passMaxHours: limits.length === 0 ? null : Math.min(...limits),
    isAutomatic: demands.every((demand) => demand.isAutomatic),
    ruleIds: inquiry.packs.map((pack) => pack.id),
  };
}

const NOTHING_IN_FORCE: Evaluation = {
  verdict: 'NOT_REQUIRED',
  permitNeeded: false,
  reasons: [],
  validUntil: null,
  endsWith: null,
  nextAction: 'GO',
  passMaxHours: null,
  isAutomatic: true,
  ruleIds: [],
};

/** Of two reasons for one verdict, a demand that was met says more than one that never arose. */
const weightOf = ({ verdict, code }: Reason): number =>
  2 * SEVERITY[verdict] + (code === 'NO_TEST_NEEDED' ? 0 : 1);

const zoneEndings = (zoned: ZonedTrip): Ending[] =>
  zoned.flatMap(({ status }) =>
    status?.to ? [{ by: 'ZONE' as const, at: new Date(status.to) }] : [],
  );

const firstOf = (endings: readonly Ending[]): Ending | undefined =>
  endings.toSorted((a, b) => a.at.getTime() - b.at.getTime())[0];

function nextAction({ code, verdict }: Reason): NextAction {
  if (verdict === 'TURN_BACK') return 'TURN_BACK';
  if (verdict === 'CHECK') return 'SHOW_PAPERS';
  if (verdict === 'PASS') return 'GO';
  return AFTER_HOLD[code] ?? 'APPLY_FOR_PERMIT';
}

/** What lifts a hold; where nothing is named, a permit does. */
const AFTER_HOLD: Partial<Record<Reason['code'], NextAction>> = {
  TEST_MISSING: 'GET_TESTED',
  TEST_EXPIRED: 'GET_TESTED',
  PASS_VOID_BY_TEST: 'GET_TESTED',
  TEST_SUSPENDED: 'ASK_HEALTH_OFFICE',
  PERSON_POSITIVE: 'ASK_HEALTH_OFFICE',
  OFF_ITINERARY: 'REMOVE_PASS',
  PLATE_MISMATCH: 'DECLARE_AGAIN',
  PERSON_NOT_DECLARED: 'DECLARE_AGAIN',
  CREW_UNKNOWN: 'DECLARE_AGAIN',
  OUTSIDE_HOURS: 'WAIT',
};
