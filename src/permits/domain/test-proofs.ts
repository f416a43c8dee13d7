import { type Refusal, refuse } from '../../kernel/refusal.js';
import type { TestDemand, TestMethod } from './rule-pack.js';

/** One test of one person. Only what a permit needs: no paper, no number, no value. */
export interface TestProof {
  readonly method: TestMethod;
  readonly isNegative: boolean;
  readonly sampledAt: Date;
  readonly resultAt: Date;
  /** Set when the swab was pooled with others; null for a test of this person alone. */
  readonly poolId: string | null;
}

/** A pooled test that came out positive or spoilt: from then on it clears none of its members. */
export interface FailedPool {
  readonly poolId: string;
  readonly reportedAt: Date;
  readonly memberIds: readonly string[];
}

export interface Traveller {
  readonly personId: string;
  readonly proofs: readonly TestProof[];
  readonly hasSymptoms: boolean;
  /** Vaccinated in full, or recovered. */
  readonly isImmune: boolean;
  /** The health office has asked for a test of this person. */
  readonly isIndicated: boolean;
}

export type TestLimit = Pick<TestDemand, 'maxAgeHours' | 'countedFrom' | 'methods'>;

export type TestFault = Refusal<
  'TEST_MISSING' | 'TEST_EXPIRED' | 'TEST_SUSPENDED' | 'PERSON_POSITIVE'
>;

/** A proof that counts, and until when (exclusive); null when the rule sets no age. */
export interface StandingProof {
  readonly proof: TestProof;
  readonly until: Date | null;
}

const HOUR_MS = 3_600_000;

/** The person's proof that counts longest under this limit, or why none does. */
export function standingProof(
  traveller: Traveller,
  limit: TestLimit,
  failedPools: readonly FailedPool[],
  at: Date,
): StandingProof | TestFault {
  const { personId } = traveller;
  const known = traveller.proofs.filter((proof) => proof.resultAt <= at);
  const positive = known.filter((proof) => !proof.isNegative).map((proof) => proof.resultAt);
  const negative = known.filter((p) => p.isNegative && limit.methods.includes(p.method));
  const alone = negative.filter((proof) => proof.poolId === null);

  const lastPositive = latest(positive);
  if (lastPositive && !alone.some((proof) => proof.resultAt > lastPositive)) {
    return refuse('PERSON_POSITIVE', { personId });
  }
  const failed = failedPools.filter(
    (pool) => pool.reportedAt <= at && pool.memberIds.includes(personId),
  );
  const lastFailed = latest(failed.map((pool) => pool.reportedAt));
  const standing = negative.filter(
    (proof) => !lastFailed || (proof.poolId === null && proof.resultAt >= lastFailed),
  );
  if (negative.length > 0 && standing.length === 0) {
    return refuse('TEST_SUSPENDED', { personId, since: lastFailed?.toISOString() ?? null });
  }
  return longest(personId, standing, limit, at);
}

function longest(
  personId: string,
  standing: readonly TestProof[],
  limit: TestLimit,
  at: Date,
): StandingProof | TestFault {
  const byEnd = standing
    .map((proof) => ({ proof, until: endOf(proof, limit) }))
    .toSorted((a, b) => Number(b.until) - Number(a.until));
  const [best] = byEnd;
  if (best === undefined) return refuse('TEST_MISSING', { personId });
  if (best.until !== null && best.until <= at) {
    return refuse('TEST_EXPIRED', { personId, expiredAt: best.until.toISOString() });
  }
  return best;
}

function endOf(proof: TestProof, { maxAgeHours, countedFrom }: TestLimit): Date | null {
  if (maxAgeHours === null) return null;
  const start = countedFrom === 'SAMPLED' ? proof.sampledAt : proof.resultAt;
  return new Date(start.getTime() + maxAgeHours * HOUR_MS);
}

const latest = (instants: readonly Date[]): Date | undefined =>
  instants.toSorted((a, b) => b.getTime() - a.getTime())[0];
