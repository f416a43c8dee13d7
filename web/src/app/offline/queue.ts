import type { FaultCode } from '../api/fault.js';
import type { Id } from '../../../../src/kernel/id.js';
import { sorted } from '../sorted.js';

/** What the person wants done, as it is written down on the phone before anything is sent. */
export interface Act {
  /** Name and text of the mutation: kept as text, so that an updated app can still send an older act. */
  operation: string;
  text: string;
  variables: Readonly<Record<string, unknown>>;
  /** Acts on the same object are sent in the order they were written: `lot:0190…`. */
  objectKey: string;
  /** One line for the waiting list: `Bán 500 kg na loại 1`. */
  title: string;
  /** Version of the object the person saw; null for a new object. Sent as `input.expectedVersion`. */
  baseVersion: number | null;
  /** Device time after which the other side no longer waits for this answer. */
  expiresAt: number | null;
  /** Sent first; its id becomes `input.photoId`. */
  photo: Blob | null;
}

type ActState = 'waiting' | 'sending' | 'refused' | 'sent';

export interface Waiting extends Act {
  /** Idempotency key, sent as `input.clientMutationId`. */
  id: Id;
  /** Place in the queue; given by the store. Clocks of phones jump, this does not. */
  seq: number;
  /** Device time, milliseconds. */
  createdAt: number;
  /** Not sent before this device time: the ten seconds in which an act can be undone. */
  notBefore: number;
  state: ActState;
  /** Times sent without an answer that settles it. */
  tries: number;
  refusal: RefusalText | null;
  settledAt: number | null;
}

interface RefusalText {
  code: string;
  message: string;
  nextStep: string;
}

/** What came of one sending. */
export type Verdict =
  | { kind: 'done'; version: number | null }
  | { kind: 'refused'; refusal: RefusalText }
  | { kind: 'fault'; code: FaultCode };

const BACK_OFF_MS = [5_000, 15_000, 30_000, 60_000];
/** A fault of the system is tried this often before the act is set aside for a person to look at. */
const MOST_TRIES = 5;
const KEPT_AFTER_SENDING_MS = 24 * 3_600_000;

export const UNDO_MS = 10_000;

/** How long to let the server rest after this many failures in a row. */
export const restAfter = (failures: number): number =>
  BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length) - 1] ?? 0;

const isUnsent = ({ state }: Waiting): boolean => state === 'waiting' || state === 'sending';

/** Acts the person believes done and the server has not heard of. */
export const unsentCount = (queue: readonly Waiting[]): number => queue.filter(isUnsent).length;

/** Acts that are lost when the phone forgets them. */
export const isUndone = ({ state }: Waiting): boolean => state !== 'sent';

const inOrder = (queue: readonly Waiting[]): Waiting[] => sorted(queue, (a, b) => a.seq - b.seq);

const FARTHEST_MS = 60_000;

/** Nothing is held for longer than a minute: a moment further off was written down while the clock ran ahead. */
const isRipe = ({ notBefore }: Waiting, now: number): boolean =>
  notBefore <= now || notBefore > now + FARTHEST_MS;

/** The first act that may go now: past its undo, and nothing earlier of its object is still on the way. */
export function nextToSend(queue: readonly Waiting[], now: number): Waiting | undefined {
  const busy = new Set<string>();
  for (const act of inOrder(queue)) {
    if (!isUnsent(act)) continue;
    if (act.state === 'waiting' && isRipe(act, now) && !busy.has(act.objectKey)) return act;
    busy.add(act.objectKey);
  }
  return undefined;
}

/** When the earliest act still in its undo time may go. */
export const nextMoment = (queue: readonly Waiting[]): number | undefined =>
  sorted(
    queue.filter(({ state }) => state === 'waiting'),
    (a, b) => a.notBefore - b.notBefore,
  )[0]?.notBefore;

/** After a reload nothing is on its way: what was being sent waits again. The id keeps it from happening twice. */
export const recovered = (act: Waiting): Waiting =>
  act.state === 'sending' ? { ...act, state: 'waiting' } : act;

export const isForgotten = (act: Waiting, now: number): boolean =>
  act.state === 'sent' && now - (act.settledAt ?? now) > KEPT_AFTER_SENDING_MS;

/** The act after the server's word. Signal and sign-in pass by themselves and count as no try. */
export function afterVerdict(
  act: Waiting,
  verdict: Verdict,
  faults: FaultSentences,
  now: number,
): Waiting {
  switch (verdict.kind) {
    case 'done':
      return { ...act, state: 'sent', settledAt: now };
    case 'refused':
      return { ...act, state: 'refused', refusal: verdict.refusal, settledAt: now };
    case 'fault':
      return afterFault(act, verdict.code, faults, now);
  }
}

export type FaultSentences = Record<FaultCode, { message: string; nextStep: string }>;

const STOPS_THE_QUEUE: readonly FaultCode[] = [
  'OFFLINE',
  'UNAVAILABLE',
  'RATE_LIMITED',
  'UNAUTHENTICATED',
  'OTHER_PROFILE',
];

/** Whether trying the next act at once would meet the same wall. */
export const stopsTheQueue = (verdict: Verdict): boolean =>
  verdict.kind === 'fault' && STOPS_THE_QUEUE.includes(verdict.code);

function afterFault(act: Waiting, code: FaultCode, faults: FaultSentences, now: number): Waiting {
  if (STOPS_THE_QUEUE.includes(code)) return { ...act, state: 'waiting' };
  const tries = act.tries + 1;
  if (code === 'INTERNAL' && tries < MOST_TRIES) {
    return { ...act, state: 'waiting', tries, notBefore: now + restAfter(tries) };
  }
  return { ...act, state: 'refused', tries, refusal: { code, ...faults[code] }, settledAt: now };
}

/**
 * Later acts of this phone on an object whose version our own act has just moved. They were written on top of
 * that act, so they follow it; a version somebody else moved is left for the server to refuse.
 */
export const followers = (
  queue: readonly Waiting[],
  sent: Waiting,
  version: number | null,
): Waiting[] =>
  version === null
    ? []
    : queue
        .filter(
          (act) =>
            act.state === 'waiting' &&
            act.seq > sent.seq &&
            act.objectKey === sent.objectKey &&
            act.baseVersion === sent.baseVersion,
        )
        .map((act) => ({ ...act, baseVersion: version }));

/**
 * The act once its photo has arrived. It is kept in this form before it is sent: the same act must carry the same
 * photo at every try, or the server would take it for another wish under a used key.
 */
export const withPhoto = (act: Waiting, photoId: string): Waiting => ({
  ...act,
  photo: null,
  variables: { ...act.variables, input: { ...(act.variables['input'] as object), photoId } },
});

/** What goes over the wire: the person's wish with its idempotency key and the version it was written on. */
export function variablesOf(act: Waiting): Record<string, unknown> {
  const input = { ...(act.variables['input'] as object), clientMutationId: act.id };
  return {
    ...act.variables,
    input: act.baseVersion === null ? input : { ...input, expectedVersion: act.baseVersion },
  };
}

/** Reads the first field of a mutation's data: a refusal says code, message and next step; all else is done. */
export function verdictOf(data: unknown): Verdict {
  const [result] = Object.values(data as Record<string, unknown>);
  const { code, message, nextStep, version } = (result ?? {}) as Record<string, unknown>;
  if (typeof code === 'string' && typeof message === 'string' && typeof nextStep === 'string') {
    return { kind: 'refused', refusal: { code, message, nextStep } };
  }
  return { kind: 'done', version: typeof version === 'number' ? version : null };
}
