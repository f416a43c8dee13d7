export type ScanVerdict = 'GREEN' | 'AMBER' | 'RED';
export type ScanDecision = 'LET_PASS' | 'TURNED_BACK' | 'HELD';

/** PE-18: an officer who decides against the verdict says why; an amber is hers to decide. */
export function isReasonOwed(scan: {
  readonly verdict: ScanVerdict;
  readonly decision: ScanDecision;
  readonly decisionReason?: string | null;
}): boolean {
  const isAgainst =
    (scan.verdict === 'GREEN' && scan.decision !== 'LET_PASS') ||
    (scan.verdict === 'RED' && scan.decision === 'LET_PASS');
  return isAgainst && (scan.decisionReason ?? '').trim() === '';
}
