import { refuse, type Refusal } from '../../kernel/refusal.js';

/**
 * The life of one stop. `reopen` takes back the last act: a slip of the thumb on the phone, or the
 * dispatcher's word afterwards. PARTIAL leaves fruit behind for another truck.
 */
export const STOP_STEPS = {
  PENDING: { arrive: 'ARRIVED', fail: 'FAILED', skip: 'SKIPPED' },
  ARRIVED: {
    finish: 'DONE',
    takePart: 'PARTIAL',
    fail: 'FAILED',
    skip: 'SKIPPED',
    reopen: 'PENDING',
  },
  DONE: { reopen: 'ARRIVED' },
  PARTIAL: { reopen: 'ARRIVED' },
  FAILED: { reopen: 'PENDING' },
  SKIPPED: { reopen: 'PENDING' },
} as const satisfies Record<string, Record<string, string>>;

export type StopState = keyof typeof STOP_STEPS;
export type StopStep = 'arrive' | 'finish' | 'takePart' | 'fail' | 'skip' | 'reopen';

export function afterStopStep(
  state: StopState,
  step: StopStep,
): StopState | Refusal<'STOP_STEP_NOT_ALLOWED'> {
  const steps: Partial<Record<StopStep, StopState>> = STOP_STEPS[state];
  return steps[step] ?? refuse('STOP_STEP_NOT_ALLOWED', { state, step });
}
