import { vn } from './rule-engine.given.js';
import { type KnownProof, crewOf, oldestTest } from './travellers.js';

const AT = vn('2026-08-26 05:00');
const proof = (personId: string, more: Partial<KnownProof> = {}): KnownProof => ({
  personId,
  memberId: personId,
  kind: 'RAPID_AG',
  isNegative: true,
  sampledAt: vn('2026-08-25 07:00'),
  resultAt: vn('2026-08-25 07:30'),
  poolId: null,
  ...more,
});

describe('who is aboard', () => {
  it('has the driver with her own tests only, and strangers without any', () => {
    const { crew } = crewOf(['driver'], 1, [proof('driver'), proof('other')], AT);
    expect(crew.map(({ personId, proofs }) => [personId, proofs.length])).toEqual([
      ['driver', 1],
      ['unnamed-0', 0],
    ]);
  });

  it('takes a bad pooled sample as a failed pool of whoever was in it, not as her own result', () => {
    const bad = { isNegative: false, poolId: 'GOP10-1', kind: 'RT_PCR' } as const;
    const { crew, failedPools } = crewOf(
      ['driver'],
      0,
      [proof('driver', { poolId: 'GOP10-1' }), proof('other', { ...bad, memberId: 'driver' })],
      AT,
    );
    expect(crew[0]?.proofs).toHaveLength(1);
    expect(failedPools).toEqual([
      { poolId: 'GOP10-1', reportedAt: vn('2026-08-25 07:30'), memberIds: ['driver'] },
    ]);
  });

  it('counts vaccination and recovery as immunity from the day they are known', () => {
    const isImmune = (resultAt: Date) =>
      crewOf(['driver'], 0, [proof('driver', { kind: 'VACCINE', resultAt })], AT).crew[0]?.isImmune;
    expect(isImmune(vn('2026-01-01 08:00'))).toBe(true);
    expect(isImmune(vn('2026-09-01 08:00'))).toBe(false);
  });

  it('PE-07 knows the oldest of the tests that speak for them', () => {
    const { crew } = crewOf(
      ['driver', 'loader'],
      0,
      [
        proof('driver'),
        proof('loader', { sampledAt: vn('2026-08-24 06:00'), resultAt: vn('2026-08-24 07:00') }),
        proof('loader', { sampledAt: vn('2026-08-20 06:00'), resultAt: vn('2026-08-20 07:00') }),
      ],
      AT,
    );
    expect(oldestTest(crew, AT)).toEqual(vn('2026-08-24 06:00'));
    expect(oldestTest([], AT)).toBeNull();
  });
});
