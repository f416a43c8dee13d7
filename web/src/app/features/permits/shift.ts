import type { Waiting } from '../../offline/queue.js';
import { sorted } from '../../sorted.js';
import type { Verdict } from './post-check.js';

/** Key of the shift on this phone. */
export const SHIFT = 'shift';

/** Where and since when the officer stands; lives on the phone, so that it needs no signal. */
export interface Shift {
  readonly checkpointId: string;
  readonly name: string;
  /** Device time, milliseconds. */
  readonly startedAt: number;
}

export type Decision = 'LET_PASS' | 'TURNED_BACK' | 'HELD';

interface ScanInput {
  readonly verdict: Verdict;
  readonly decision: Decision;
}

/** One line of the log. */
export interface LoggedScan extends ScanInput {
  readonly id: string;
  readonly title: string;
  readonly at: Date;
  readonly state: Waiting['state'];
}

/** The scans of a shift as this phone wrote them down, newest first. */
export const scansOf = (queue: readonly Waiting[], shift: Shift): LoggedScan[] =>
  sorted(queue, (a, b) => b.seq - a.seq)
    .filter(
      ({ operation, createdAt }) => operation === 'RecordScan' && createdAt >= shift.startedAt,
    )
    .flatMap(({ id, title, createdAt, state, variables }) => {
      const { scans } = variables['input'] as { scans: readonly ScanInput[] };
      return scans.map(({ verdict, decision }) => ({
        id,
        title,
        at: new Date(createdAt),
        state,
        verdict,
        decision,
      }));
    });

export const countOf = (scans: readonly LoggedScan[], verdict: Verdict): number =>
  scans.filter((scan) => scan.verdict === verdict).length;
