import { day } from '../../kernel/day.js';
import { checkClaim, claimNumber, type ClaimTerms } from './claim.js';

const TODAY = day('2026-08-25');
const terms = (over: Partial<ClaimTerms>): ClaimTerms => ({
  kind: 'VIETGAP',
  number: 'VIETGAP-TT-12-01-24-0007',
  validFrom: day('2025-01-10'),
  validTo: day('2027-01-09'),
  ...over,
});

describe('LI-14 what a household declares of its fruit', () => {
  it.each([
    ['VIETGAP', 'VIETGAP-TT-12-01-24-0007'],
    ['ORGANIC', 'TCVN 11041-2/2017'],
    ['GROWING_AREA', 'VN-BGOR-0017'],
    ['GROWING_AREA', 'VNBGOR0017'],
    ['GROWING_AREA', 'VN-24-213-07498-0012'],
  ] as const)('takes the %s number %s', (kind, number) => {
    expect(checkClaim(terms({ kind, number }), TODAY)).toBeUndefined();
  });

  it.each([
    ['VIETGAP', ''],
    ['VIETGAP', 'A!'],
    ['GROWING_AREA', '0912345678'],
    ['GROWING_AREA', 'VN-BG-17'],
  ] as const)('refuses the %s number %j at its field', (kind, number) => {
    expect(checkClaim(terms({ kind, number }), TODAY)).toMatchObject({
      refused: 'CLAIM_NUMBER_WRONG',
      field: 'number',
    });
  });

  it('refuses days that begin tomorrow, end before they begin, or are over', () => {
    expect(checkClaim(terms({ validFrom: day('2026-08-26') }), TODAY)).toMatchObject({
      refused: 'CLAIM_DAYS_WRONG',
      field: 'validFrom',
    });
    expect(checkClaim(terms({ validTo: day('2025-01-09') }), TODAY)).toMatchObject({
      refused: 'CLAIM_DAYS_WRONG',
      field: 'validTo',
    });
    expect(checkClaim(terms({ validTo: day('2026-08-24') }), TODAY)).toMatchObject({
      refused: 'CLAIM_OVER',
    });
    expect(checkClaim(terms({ validTo: TODAY }), TODAY)).toBeUndefined();
    expect(checkClaim(terms({ validTo: null }), TODAY)).toBeUndefined();
  });

  it('writes a number one way, however it was typed', () => {
    expect(claimNumber('  vn-bgor-0017 ')).toBe('VN-BGOR-0017');
    expect(claimNumber('tcvn  11041-2')).toBe('TCVN 11041-2');
  });
});
