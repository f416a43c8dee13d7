import type { FailedPool, TestProof, Traveller } from './test-proofs.js';

/** A row of somebody's test, vaccination or recovery. */
export interface KnownProof {
  readonly personId: string;
  /** Whom it counts for; another's row counts when a bad pool held both samples. */
  readonly memberId: string;
  readonly kind: TestProof['method'] | 'VACCINE' | 'RECOVERED';
  readonly isNegative: boolean;
  readonly sampledAt: Date;
  readonly resultAt: Date;
  readonly poolId: string | null;
}

export interface Crew {
  readonly crew: readonly Traveller[];
  readonly failedPools: readonly FailedPool[];
}

/** Who is aboard with what is known of them; those nobody named are there too, with nothing known. */
export function crewOf(
  personIds: readonly string[],
  unnamed: number,
  proofs: readonly KnownProof[],
  at: Date,
): Crew {
  const strangers = Array.from({ length: Math.max(0, unnamed) }, (_, index) => `unnamed-${index}`);
  const crew = [...personIds, ...strangers].map((personId): Traveller => {
    const own = proofs.filter((proof) => proof.personId === personId);
    return {
      personId,
      proofs: own.flatMap((proof) => testOf(proof) ?? []),
      hasSymptoms: false,
      isImmune: own.some(({ kind, resultAt }) => isImmunity(kind) && resultAt <= at),
      isIndicated: false,
    };
  });
  return { crew, failedPools: proofs.flatMap((proof) => failedPoolOf(proof) ?? []) };
}

/** When the oldest of the tests that speak for the crew was taken; null when nobody has one. */
export function oldestTest(crew: readonly Traveller[], at: Date): Date | null {
  const latest = crew.flatMap(({ proofs }) => {
    const known = proofs.filter(({ isNegative, resultAt }) => isNegative && resultAt <= at);
    return known.toSorted((a, b) => b.resultAt.getTime() - a.resultAt.getTime()).slice(0, 1);
  });
  const [oldest] = latest.map(({ sampledAt }) => sampledAt).toSorted((a, b) => +a - +b);
  return oldest ?? null;
}

const isImmunity = (kind: KnownProof['kind']): boolean =>
  kind === 'VACCINE' || kind === 'RECOVERED';

/** A bad pooled sample says nothing of one person: it is a failed pool, not her result. */
function testOf(proof: KnownProof): TestProof | undefined {
  const { kind, isNegative, sampledAt, resultAt, poolId } = proof;
  if (kind === 'VACCINE' || kind === 'RECOVERED') return undefined;
  if (!isNegative && poolId !== null) return undefined;
  return { method: kind, isNegative, sampledAt, resultAt, poolId };
}

const failedPoolOf = (proof: KnownProof): FailedPool | undefined =>
  proof.isNegative || proof.poolId === null
    ? undefined
    : { poolId: proof.poolId, reportedAt: proof.resultAt, memberIds: [proof.memberId] };
