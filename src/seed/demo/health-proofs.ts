import { type Day, instant, plusDays } from '../../kernel/day.js';
import type { Id } from '../../kernel/id.js';
import { type Random, randomFrom } from '../random.js';
import type { DayBook } from './day-book.js';
import { idOf } from './ids.js';
import type { HealthProofRow } from './transport-rows.js';

interface Departure {
  readonly personId: Id;
  readonly isExpired: boolean;
}

const POOLED_SHARE = 0.12;
const POOL_SIZE = 10;
const HOUR_MS = 3_600_000;

/** One test to a person and day: pooled, rapid or PCR, in time for the trip unless it is to have run out. */
export function addProofs(book: DayBook, on: Day, departures: readonly Departure[]): void {
  const random = randomFrom(`health-proofs/${on}`);
  const fresh = random.shuffled(departures.filter(({ isExpired }) => !isExpired));
  const pooled = fresh.slice(0, Math.round(departures.length * POOLED_SHARE));
  pooled.forEach(({ personId }, index) => {
    const poolName = `pool/${on}/${Math.floor(index / POOL_SIZE)}`;
    book.healthProofs.push(pooledProof(on, personId, poolName));
  });
  for (const { personId } of fresh.slice(pooled.length)) {
    book.healthProofs.push(ownProof(on, personId, random));
  }
  for (const { personId } of departures.filter(({ isExpired }) => isExpired)) {
    book.healthProofs.push(rapid(on, personId, plusDays(on, -4), random));
  }
}

/** All swabs of a pool are taken together and answered by one PCR. */
function pooledProof(on: Day, personId: Id, poolName: string): HealthProofRow {
  return {
    ...proof(on, personId, instant(plusDays(on, -1), '08:00'), 14),
    kind: 'RT_PCR',
    poolId: idOf(poolName),
    poolSize: POOL_SIZE,
  };
}

/** Rapid antigen 70 %, PCR 30 % of the tests people take on their own. */
function ownProof(on: Day, personId: Id, random: Random): HealthProofRow {
  if (random.chance(0.7)) return rapid(on, personId, plusDays(on, -random.integer(1, 2)), random);
  const sampledAt = clinicHour(plusDays(on, -2), random);
  return { ...proof(on, personId, sampledAt, random.integer(10, 24)), kind: 'RT_PCR' };
}

const rapid = (on: Day, personId: Id, sampledOn: Day, random: Random): HealthProofRow => ({
  ...proof(on, personId, clinicHour(sampledOn, random), 0.5),
  kind: 'RAPID_AG',
});

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
  sampledAt,
  resultAt: new Date(sampledAt.getTime() + hoursToResult * HOUR_MS),
  result: 'NEGATIVE',
  poolId: null,
  poolSize: null,
});
