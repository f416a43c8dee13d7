import type { KnownProof } from './travellers.js';
import type { RulePack } from './rule-pack.js';

const HOUR_MS = 3_600_000;

/** When a test stops counting for the first of the rules that ask for its kind; null when none sets an age. */
export function proofEnd(
  { kind, isNegative, sampledAt, resultAt }: Omit<KnownProof, 'memberId' | 'personId' | 'poolId'>,
  packs: readonly Pick<RulePack, 'tests'>[],
): Date | null {
  if (!isNegative || kind === 'VACCINE' || kind === 'RECOVERED') return null;
  const ends = packs
    .flatMap(({ tests }) => tests)
    .filter(({ methods, maxAgeHours }) => methods.includes(kind) && maxAgeHours !== null)
    .map(({ countedFrom, maxAgeHours }) => {
      const start = countedFrom === 'SAMPLED' ? sampledAt : resultAt;
      return start.getTime() + (maxAgeHours ?? 0) * HOUR_MS;
    });
  return ends.length === 0 ? null : new Date(Math.min(...ends));
}
