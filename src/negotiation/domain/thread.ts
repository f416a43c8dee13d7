import { refuse, type Refusal } from '../../kernel/refusal.js';
import { otherSide, type Side } from '../../kernel/side.js';

/** As kept. OPEN may be over by the clock before the sweep has closed it. */
export type KeptState = 'OPEN' | 'ACCEPTED' | 'REJECTED' | 'WITHDRAWN' | 'EXPIRED';
/** As shown: an open thread that was answered by another offer is COUNTERED. */
export type ThreadState = KeptState | 'COUNTERED';

/** One negotiation as far as its turns go. */
export interface Turns {
  readonly state: KeptState;
  /** The number of the one offer that can be answered. */
  readonly liveSeq: number;
  /** Who made the live offer. */
  readonly liveSide: Side;
  readonly expiresAt: Date;
}

/** Silence is a no at the very second the live offer ends, swept or not (NG-04, NG-05). */
export function threadStateAt(thread: Turns, now: Date): ThreadState {
  if (thread.state !== 'OPEN') return thread.state;
  if (thread.expiresAt <= now) return 'EXPIRED';
  return thread.liveSeq > 1 ? 'COUNTERED' : 'OPEN';
}

/** Whose answer is waited for; null once it is over. */
export function turnOf(thread: Turns, now: Date): Side | null {
  const state = threadStateAt(thread, now);
  return state === 'OPEN' || state === 'COUNTERED' ? otherSide(thread.liveSide) : null;
}

export type TurnRefusal =
  | 'NEGOTIATION_CLOSED'
  | 'NEGOTIATION_EXPIRED'
  | 'NEGOTIATION_SUPERSEDED'
  | 'NEGOTIATION_NOT_YOUR_TURN';

/**
 * Whether `side` may answer offer number `seq`: only the side it was made to, only the newest, only in time (NG-03).
 */
export function cannotAnswer(
  thread: Turns,
  side: Side,
  seq: number,
  now: Date,
): Refusal<TurnRefusal> | undefined {
  return cannotMove(thread, now) ?? superseded(thread, seq) ?? notTheirTurn(thread, side);
}

/** Whether `side` may take its own live offer back. */
export function cannotWithdraw(
  thread: Turns,
  side: Side,
  seq: number,
  now: Date,
): Refusal<TurnRefusal> | undefined {
  const isTheirs = thread.liveSide === side;
  return (
    cannotMove(thread, now) ??
    superseded(thread, seq) ??
    (isTheirs ? undefined : refuse('NEGOTIATION_NOT_YOUR_TURN'))
  );
}

function cannotMove(thread: Turns, now: Date): Refusal<TurnRefusal> | undefined {
  const state = threadStateAt(thread, now);
  if (state === 'EXPIRED') {
    return refuse('NEGOTIATION_EXPIRED', { expiresAt: thread.expiresAt.toISOString() });
  }
  return state === 'OPEN' || state === 'COUNTERED'
    ? undefined
    : refuse('NEGOTIATION_CLOSED', { state });
}

const superseded = (thread: Turns, seq: number): Refusal<TurnRefusal> | undefined =>
  seq === thread.liveSeq ? undefined : refuse('NEGOTIATION_SUPERSEDED');

const notTheirTurn = (thread: Turns, side: Side): Refusal<TurnRefusal> | undefined =>
  thread.liveSide === side ? refuse('NEGOTIATION_NOT_YOUR_TURN') : undefined;
