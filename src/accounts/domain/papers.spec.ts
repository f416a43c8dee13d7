import { normaliseName, normalisePlate, normaliseTaxCode } from './papers.js';
import { afterStep } from './party-life.js';

describe('ID-09 papers of a trader', () => {
  it.each([
    ['2400123456', '2400123456'],
    [' 2400 123 456 ', '2400123456'],
    ['2400123456-001', '2400123456-001'],
    ['024098001234', '024098001234'],
  ])('takes the tax code %s', (typed, kept) => expect(normaliseTaxCode(typed)).toBe(kept));

  it.each(['', '123', '24001234567', 'abc0123456'])('refuses the tax code "%s"', (typed) =>
    expect(normaliseTaxCode(typed)).toMatchObject({
      refused: 'TAX_CODE_INVALID',
      field: 'taxCode',
    }),
  );

  it.each([
    ['98c 12345', '98C-123.45'],
    ['98C-123.45', '98C-123.45'],
    ['29LD1234', '29LD-1234'],
  ])('writes the plate %s one way', (typed, kept) => expect(normalisePlate(typed)).toBe(kept));

  it.each(['', '98', 'ABC', '98C-12'])('refuses the plate "%s"', (typed) =>
    expect(normalisePlate(typed)).toMatchObject({ refused: 'PLATE_INVALID' }),
  );

  it('keeps a name composed and single-spaced', () => {
    expect(normaliseName('  Nguyễn   Thị Lan ')).toBe('Nguyễn Thị Lan');
    expect(normaliseName('a')).toMatchObject({ refused: 'NAME_MISSING' });
  });
});

describe('ID-10 the life of a party', () => {
  it('goes from draft to active only through approval, and back from suspension', () => {
    expect(afterStep('DRAFT', 'submit')).toBe('PENDING_APPROVAL');
    expect(afterStep('DRAFT', 'approve')).toMatchObject({ refused: 'PARTY_STEP_NOT_ALLOWED' });
    expect(afterStep('PENDING_APPROVAL', 'reject')).toBe('DRAFT');
    expect(afterStep('ACTIVE', 'suspend')).toBe('SUSPENDED');
    expect(afterStep('SUSPENDED', 'reinstate')).toBe('ACTIVE');
    expect(afterStep('CLOSED', 'reinstate')).toMatchObject({ refused: 'PARTY_STEP_NOT_ALLOWED' });
  });
});
