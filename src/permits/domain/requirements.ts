import type { Evaluation } from './rule-engine.js';
import type { ReasonCode } from './rule-findings.js';

/** Something a trip must have, said to whoever prepares it. */
export type RequirementCode = 'TESTS' | 'PERMIT' | 'GREEN_LANE' | 'DOSSIER' | 'HOURS';

export interface Requirement {
  readonly code: RequirementCode;
  readonly isMet: boolean;
}

const OF_REASON: Partial<Record<ReasonCode, Requirement>> = {
  TESTS_VALID: { code: 'TESTS', isMet: true },
  SHOW_TEST_PAPERS: { code: 'TESTS', isMet: true },
  TEST_MISSING: { code: 'TESTS', isMet: false },
  TEST_EXPIRED: { code: 'TESTS', isMet: false },
  TEST_SUSPENDED: { code: 'TESTS', isMet: false },
  PERSON_POSITIVE: { code: 'TESTS', isMet: false },
  PASS_VOID_BY_TEST: { code: 'TESTS', isMet: false },
  CREW_UNKNOWN: { code: 'TESTS', isMet: false },
  NO_GREEN_LANE: { code: 'GREEN_LANE', isMet: false },
  NO_DOSSIER: { code: 'DOSSIER', isMet: false },
  OUTSIDE_HOURS: { code: 'HOURS', isMet: false },
};

/** What the rules in force ask of a trip, each once; one unmet reason leaves its requirement unmet. */
export function requirementsOf(
  { reasons, permitNeeded }: Pick<Evaluation, 'reasons' | 'permitNeeded'>,
  hasLivePermit: boolean,
): readonly Requirement[] {
  const met = new Map<RequirementCode, boolean>();
  for (const { code } of reasons) {
    const requirement = OF_REASON[code];
    if (requirement === undefined) continue;
    met.set(requirement.code, requirement.isMet && (met.get(requirement.code) ?? true));
  }
  if (permitNeeded) met.set('PERMIT', hasLivePermit);
  return [...met].map(([code, isMet]) => ({ code, isMet }));
}
