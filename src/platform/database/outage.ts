import { setTimeout as pause } from 'node:timers/promises';
import { sqlState } from './unit-of-work.js';

// What pg, TypeORM and the socket say when the server is gone, starting up, or too busy to give a lock.
const GONE =
  /^(57P0[1-4]|08\d{3}|53\d{3}|55P03|25P0[23]|57014|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
const GONE_WORDS =
  /Connection terminated|QueryRunnerAlreadyReleased|QueryRunnerProviderAlreadyReleased|Driver not Connected|timeout expired|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after/;

const SHORTEST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/** Whether the fault is the database's absence, which passes, and not a mistake, which stays. */
export function isOutage(error: unknown): boolean {
  if (GONE.test(sqlState(error))) return true;
  if (!(error instanceof Error)) return false;
  return (
    GONE_WORDS.test(`${error.name} ${error.message}`) ||
    (error.cause !== undefined && isOutage(error.cause))
  );
}

/** The time before each further try: it doubles up to five seconds and never ends. */
export function* waits(): Generator<number, never> {
  for (let ms = SHORTEST_WAIT_MS; ; ms = Math.min(2 * ms, LONGEST_WAIT_MS)) yield ms;
}

/** Tries again for as long as the database is away; every other fault is thrown. `tell` hears of the first one. */
export async function outlast<T>(
  work: () => Promise<T>,
  tell: (outage: unknown) => void,
): Promise<T> {
  let isTold = false;
  for (const ms of waits()) {
    try {
      return await work();
    } catch (fault) {
      if (!isOutage(fault)) throw fault;
      if (!isTold) tell(fault);
      isTold = true;
      await pause(ms);
    }
  }
  throw new Error('waiting has no end');
}
