import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.js';
import { type StopState, type StopStep, afterStopStep } from './stop.state.js';

/** What is known of one stop: by the driver's phone, and when we heard it. */
export interface StopLog {
  readonly state: StopState;
  readonly arrivedAt: Date | null;
  readonly arrivedHeardAt: Date | null;
  readonly doneAt: Date | null;
  readonly doneHeardAt: Date | null;
  readonly issue: string | null;
}

export type StopOutcome = 'DONE' | 'PARTIAL' | 'FAILED';

const STEP: Record<StopOutcome, StopStep> = { DONE: 'finish', PARTIAL: 'takePart', FAILED: 'fail' };

/** PU-14: the act's own time counts; told late, after the stop was finished, it only fills in when she came. */
export function arrived(stop: StopLog, at: Date, heardAt: Date): StopLog {
  const known = stop.arrivedAt === null || at < stop.arrivedAt ? at : stop.arrivedAt;
  const isAfterEnd = stop.doneAt !== null && known > stop.doneAt;
  return {
    ...stop,
    state: stop.state === 'PENDING' ? 'ARRIVED' : stop.state,
    arrivedAt: isAfterEnd ? stop.doneAt : known,
    arrivedHeardAt: stop.arrivedHeardAt ?? heardAt,
  };
}

/** Ends a stop; the same end told again changes nothing, another one is refused. */
export function ended(
  stop: StopLog,
  act: { readonly outcome: StopOutcome; readonly issue: string | null; readonly at: Date },
  heardAt: Date,
): StopLog | Refusal<'STOP_STEP_NOT_ALLOWED'> {
  const { outcome, issue, at } = act;
  if (stop.state === outcome) return stop;
  if (stop.state !== 'PENDING' && stop.state !== 'ARRIVED') {
    return refuse('STOP_STEP_NOT_ALLOWED', { state: stop.state, step: STEP[outcome] });
  }
  const state = afterStopStep('ARRIVED', STEP[outcome]);
  if (isRefusal(state)) return state;
  const wasThere = stop.arrivedAt !== null && stop.arrivedAt <= at;
  return {
    state,
    arrivedAt: wasThere ? stop.arrivedAt : at,
    arrivedHeardAt: stop.arrivedHeardAt ?? heardAt,
    doneAt: at,
    doneHeardAt: heardAt,
    issue,
  };
}
