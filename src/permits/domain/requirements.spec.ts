import type { Reason, ReasonCode } from './rule-findings.js';
import { requirementsOf } from './requirements.js';

const because = (...codes: ReasonCode[]): Reason[] =>
  codes.map((code) => ({ code, ruleId: 'DRILL-2026', facts: {}, verdict: 'HOLD' }));

describe('what a trip must have', () => {
  it('lists each demand once, unmet as soon as one person leaves it unmet', () => {
    const reasons = because('TEST_MISSING', 'TESTS_VALID', 'NO_PERMIT');
    expect(requirementsOf({ reasons, permitNeeded: true }, false)).toEqual([
      { code: 'TESTS', isMet: false },
      { code: 'PERMIT', isMet: false },
    ]);
  });

  it('counts a live permit, and papers to be shown as present', () => {
    const reasons = because('NO_GREEN_LANE', 'SHOW_TEST_PAPERS');
    expect(requirementsOf({ reasons, permitNeeded: true }, true)).toEqual([
      { code: 'GREEN_LANE', isMet: false },
      { code: 'TESTS', isMet: true },
      { code: 'PERMIT', isMet: true },
    ]);
  });

  it('PE-22 asks nothing where no rule does', () => {
    expect(requirementsOf({ reasons: [], permitNeeded: false }, false)).toEqual([]);
  });
});
