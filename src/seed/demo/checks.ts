import type { Id } from '../../kernel/id.js';
import { CHECKPOINTS_2021, type CheckpointFacts } from '../facts/places.js';
import { apportion, type Random, randomFrom } from '../random.js';
import { idOf } from './ids.js';
import type { Posts } from './officials.js';
import type { HoldReason, PermitRow, RunRow, ScanRow } from './transport-rows.js';

const HOLD_PERCENT = 6;
/** What the officer's phone says by itself; off the route is for the officer to see. */
const MACHINE_REASON: Readonly<Record<HoldReason, ScanRow['reason']>> = {
  EXPIRED_TEST: 'EXPIRED',
  CREW_MISSING: 'TOO_MANY_PERSONS',
  WRONG_PLATE: 'PLATE_MISMATCH',
  OFF_ROUTE: 'VALID',
};
export const HELD_MINUTES = 45;
const MINUTE_MS = 60_000;

/** Six in a hundred checks end in a hold, at most one on a run and at its first post. */
export function chooseHolds(
  runs: readonly RunRow[],
  shares: readonly (readonly [HoldReason, number])[],
  random: Random,
): Map<Id, HoldReason> {
  const scans = runs.flatMap(({ marketCode }) => postsOnTheWay(marketCode)).length;
  const reasons = apportion(
    Math.round((scans * HOLD_PERCENT) / 100),
    shares.map(([, share]) => share),
  ).flatMap((count, index) => Array<HoldReason>(count).fill(shares[index]![0]));
  const held = random.shuffled(runs).slice(0, reasons.length);
  return new Map(held.map(({ id }, index) => [id, reasons[index]!]));
}

const postsOnTheWay = (marketCode: string): readonly CheckpointFacts[] =>
  CHECKPOINTS_2021.filter(({ guards }) => guards.includes(marketCode));

/** Every post on the way looks at the paper once. */
export function scansOf(
  run: RunRow,
  permit: PermitRow,
  hold: HoldReason | null,
  { posts, departedAt }: { posts: Posts; departedAt: Date },
): ScanRow[] {
  const random = randomFrom(`scans/${permit.id}`);
  return postsOnTheWay(run.marketCode).map((post, index): ScanRow => {
    const held = index === 0 ? hold : null;
    const place = held === 'OFF_ROUTE' ? random.pick(POSTS_ASIDE) : post;
    // The post at the edge of the district first; a city's gate an hour on, later still after a hold.
    const minutes = index === 0 ? random.integer(10, 25) : random.integer(60, 80);
    const delayed = hold !== null && index > 0 ? HELD_MINUTES : 0;
    const scannedAt = new Date(departedAt.getTime() + (minutes + delayed) * MINUTE_MS);
    // A hold is cleared by a quick test or a new paper, so the posts after it see nothing wrong.
    const reason = held === null ? 'VALID' : MACHINE_REASON[held];
    return {
      id: idOf(`scan/${permit.id}/${index}`),
      permitId: permit.id,
      checkpointCode: place.code,
      officerId: random.pick(posts.officersOf.get(place.code)!),
      verdict: reason === 'VALID' ? 'GREEN' : 'RED',
      reason,
      decision: held === null ? 'LET_PASS' : 'HELD',
      decisionReason: held,
      dataAgeS: random.integer(60, 3 * 3600),
      handlingS: random.integer(25, 70) + (held === null ? 0 : 240),
      scannedAt,
      // Posts without signal send their scans in together, later.
      receivedAt: new Date(scannedAt.getTime() + (random.chance(0.8) ? 2000 : 95 * MINUTE_MS)),
    };
  });
}

/** Posts that no truck with a market in its papers has to pass. */
const POSTS_ASIDE = CHECKPOINTS_2021.filter(({ guards }) => guards.length === 0);
