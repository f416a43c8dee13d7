import { type ScanDecision, type ScanVerdict, isReasonOwed } from './scan-checks.js';

describe('PE-18 a decision against the verdict', () => {
  it.each<[ScanVerdict, ScanDecision, boolean]>([
    ['GREEN', 'LET_PASS', false],
    ['GREEN', 'HELD', true],
    ['GREEN', 'TURNED_BACK', true],
    ['AMBER', 'LET_PASS', false],
    ['AMBER', 'HELD', false],
    ['RED', 'HELD', false],
    ['RED', 'TURNED_BACK', false],
    ['RED', 'LET_PASS', true],
  ])('%s and %s owes a reason: %s', (verdict, decision, expected) => {
    expect(isReasonOwed({ verdict, decision, decisionReason: null })).toBe(expected);
    expect(isReasonOwed({ verdict, decision, decisionReason: '  ' })).toBe(expected);
    expect(isReasonOwed({ verdict, decision, decisionReason: 'xe cấp cứu' })).toBe(false);
  });
});
