import { claimEnd, whyNotOpen } from './review.js';

const at = (clock: string) => new Date(`2026-08-05T${clock}:00+07:00`);
const file = {
  state: 'SUBMITTED',
  claimedBy: 'mai',
  claimedAt: at('08:00'),
} as const;

describe('PE-04 two reviewers cannot decide the same file', () => {
  it('is open to whoever claimed it, and to anyone while nobody did', () => {
    expect(whyNotOpen(file, 'mai', at('08:01'))).toBeUndefined();
    expect(whyNotOpen({ ...file, claimedBy: null }, 'hùng', at('08:01'))).toBeUndefined();
  });

  it('is closed to another for a quarter of an hour', () => {
    expect(whyNotOpen(file, 'hùng', at('08:14'))).toEqual({
      refused: 'PERMIT_CLAIMED',
      facts: { until: at('08:15').toISOString() },
    });
    expect(whyNotOpen(file, 'hùng', at('08:15'))).toBeUndefined();
    expect(claimEnd(at('08:15'), -1)).toEqual(at('08:00'));
  });

  it('is closed to everybody once it was decided', () => {
    expect(whyNotOpen({ ...file, state: 'REJECTED' }, 'mai', at('08:01'))).toEqual({
      refused: 'PERMIT_STEP_NOT_ALLOWED',
      facts: { state: 'REJECTED' },
    });
  });
});
