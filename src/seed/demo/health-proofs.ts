import { type Day, instant, plusDays } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { type Random, randomFrom } from '../random.js';
import { idOf } from './ids.js';
import type { HealthProofRow } from './transport-rows.js';

export const HOUR_MS = 3_600_000;
const POOLED_SHARE = 0.12;
const POOL_SIZE = 10;
const RAPID_SHARE = 0.7;

/** Who shared a swab tube with whom: the pool's name by person. Others of a pool are not drivers of ours. */
export function poolsOf(on: Day, people: readonly Id[], random: Random): Map<Id, string> {
  const pooled = random.shuffled(people).slice(0, Math.round(people.length * POOLED_SHARE));
  return new Map(
    pooled.map((personId, index) => [personId, `GOP10-${on}-${Math.floor(index / POOL_SIZE) + 1}`]),
  );
}

/** One test to a person and day: pooled, rapid or PCR, in time for the trip unless it is to have run out. */
export function testOf(
  on: Day,
  personId: Id,
  pools: ReadonlyMap<Id, string>,
  isExpired: boolean,
): HealthProofRow {
  const random = randomFrom(`health-proof/${on}/${personId}`);
  const poolId = pools.get(personId) ?? null;
  if (isExpired) return rapid(on, personId, plusDays(on, -4), random);
  // All swabs of a pool are taken together and answered by one PCR.
  if (poolId !== null) {
    const sampledAt = instant(plusDays(on, -1), '08:00');
    return { ...proof(on, personId, sampledAt, 14), kind: 'RT_PCR', poolId };
  }
  if (random.chance(RAPID_SHARE)) {
    return rapid(on, personId, plusDays(on, -random.integer(1, 2)), random);
  }
  const sampledAt = clinicHour(plusDays(on, -2), random);
  return { ...proof(on, personId, sampledAt, random.integer(10, 24)), kind: 'RT_PCR' };
}

/** Taken the afternoon before. */
export const freshTest = (on: Day, personId: Id): HealthProofRow => ({
  ...proof(on, personId, instant(plusDays(on, -1), '15:00'), 0.5),
  kind: 'RAPID_AG',
});

const rapid = (on: Day, personId: Id, sampledOn: Day, random: Random): HealthProofRow => ({
  ...proof(on, personId, clinicHour(sampledOn, random), 0.5),
  kind: 'RAPID_AG',
});

/** Between seven and three o'clock. */
const clinicHour = (on: Day, random: Random): Date =>
  new Date(instant(on, '07:00').getTime() + random.integer(0, 16) * (HOUR_MS / 2));

const proof = (
  on: Day,
  personId: Id,
  sampledAt: Date,
  hoursToResult: number,
): Omit<HealthProofRow, 'kind'> => ({
  id: idOf(`health-proof/${on}/${personId}`),
  personId,
  isNegative: true,
  sampledAt,
  resultAt: new Date(sampledAt.getTime() + hoursToResult * HOUR_MS),
  poolId: null,
});
