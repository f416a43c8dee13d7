import { refuse, type Refusal } from '../../kernel/refusal.js';

/** The life of a run: planned for a driver, accepted by her, on the road, at the drop, settled. */
export const RUN_STEPS = {
  PLANNED: { accept: 'ACCEPTED', cancel: 'CANCELLED' },
  ACCEPTED: { dispatch: 'DISPATCHED', cancel: 'CANCELLED' },
  DISPATCHED: { deliver: 'DELIVERED', cancel: 'CANCELLED' },
  DELIVERED: { close: 'CLOSED' },
  CLOSED: {},
  CANCELLED: {},
} as const satisfies Record<string, Record<string, string>>;

export type RunState = keyof typeof RUN_STEPS;
export type RunStep = 'accept' | 'dispatch' | 'deliver' | 'close' | 'cancel';

export function afterStep(
  state: RunState,
  step: RunStep,
): RunState | Refusal<'RUN_STEP_NOT_ALLOWED'> {
  const steps: Partial<Record<RunStep, RunState>> = RUN_STEPS[state];
  return steps[step] ?? refuse('RUN_STEP_NOT_ALLOWED', { state, step });
}
