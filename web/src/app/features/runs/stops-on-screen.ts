import type { Waiting } from '../../offline/queue.js';

/** Where a stop stands, and how much of that the server has heard. */
export type StopState = 'PENDING' | 'ARRIVED' | 'DONE' | 'PARTIAL' | 'FAILED' | 'SKIPPED';

interface Stop {
  readonly id: string;
  readonly state: StopState;
  readonly issue: string | null;
}

export type ShownStop<S extends Stop> = S & {
  /** An act on this stop is still on the phone. */
  readonly isUnsent: boolean;
  /** What was chosen in its place and waits on the phone. */
  readonly replacing: Waiting | null;
  /** What the server said no to, and has not been dropped. */
  readonly refused: Waiting | null;
};

interface StopAct {
  readonly stopId: string;
  readonly outcome?: 'DONE' | 'PARTIAL' | 'FAILED';
  readonly issue?: string | null;
}

const REPLACES = 'ReplaceAllocation';

const inputOf = (act: Waiting): StopAct => act.variables['input'] as StopAct;

/**
 * The stops as the driver left them: what the server knows, and on top of it what it had not heard when it was asked.
 * @param readAt device time of the server's answer
 */
export function stopsOnScreen<S extends Stop>(
  stops: readonly S[],
  queue: readonly Waiting[],
  readAt: number,
): ShownStop<S>[] {
  const acts = queue.filter(
    ({ operation }) =>
      operation === 'ArriveStop' || operation === 'CompleteStop' || operation === REPLACES,
  );
  return stops.map((stop) => {
    const mine = acts.filter((act) => inputOf(act).stopId === stop.id);
    const open = mine.filter(({ state }) => state === 'waiting' || state === 'sending');
    const refused = mine.find(({ state }) => state === 'refused') ?? null;
    const told = mine.filter(
      ({ state, settledAt }) => state === 'sent' && (settledAt ?? 0) > readAt,
    );
    const shown = [...told, ...open].reduce<S>(afterAct, stop);
    const replacing = open.find(({ operation }) => operation === REPLACES) ?? null;
    return { ...shown, isUnsent: open.length > 0, replacing, refused };
  });
}

function afterAct<S extends Stop>(stop: S, act: Waiting): S {
  if (act.operation === REPLACES) return stop;
  const { outcome, issue } = inputOf(act);
  if (outcome) return { ...stop, state: outcome, issue: issue ?? null };
  return stop.state === 'PENDING' ? { ...stop, state: 'ARRIVED' } : stop;
}

const isOpen = ({ state }: { state: StopState }): boolean =>
  state === 'PENDING' || state === 'ARRIVED';

/** The stop to drive to next, or to finish. */
export const nextStop = <S extends { state: StopState }>(stops: readonly S[]): S | undefined =>
  stops.find(isOpen);
