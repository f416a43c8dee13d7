import { isRefusal } from '../../kernel/refusal.js';
import { afterStep, RUN_STEPS, type RunState, type RunStep } from './run.state.js';
import { afterStopStep, STOP_STEPS, type StopState } from './stop.state.js';

describe('the life of a run', () => {
  it('PU-01 goes from planned to closed step by step', () => {
    const steps: readonly RunStep[] = ['accept', 'dispatch', 'deliver', 'close'];
    const states = steps.reduce<RunState[]>(
      (passed, step) => [...passed, afterStep(passed.at(-1) ?? 'PLANNED', step) as RunState],
      ['PLANNED'],
    );
    expect(states).toEqual(['PLANNED', 'ACCEPTED', 'DISPATCHED', 'DELIVERED', 'CLOSED']);
  });

  it('PU-08 is not dispatched before the driver accepted it', () => {
    expect(afterStep('PLANNED', 'dispatch')).toEqual({
      refused: 'RUN_STEP_NOT_ALLOWED',
      facts: { state: 'PLANNED', step: 'dispatch' },
    });
  });

  it('PU-01 is cancelled until the fruit is at the drop', () => {
    const cancellable = (Object.keys(RUN_STEPS) as RunState[]).filter(
      (state) => !isRefusal(afterStep(state, 'cancel')),
    );
    expect(cancellable).toEqual(['PLANNED', 'ACCEPTED', 'DISPATCHED']);
  });
});

describe('the life of a stop', () => {
  it('PU-11 ends done, in part, failed or skipped', () => {
    expect(afterStopStep('PENDING', 'arrive')).toBe('ARRIVED');
    expect(afterStopStep('ARRIVED', 'finish')).toBe('DONE');
    expect(afterStopStep('ARRIVED', 'takePart')).toBe('PARTIAL');
    expect(afterStopStep('PENDING', 'finish')).toMatchObject({ refused: 'STOP_STEP_NOT_ALLOWED' });
  });

  it('PU-12 every act can be taken back', () => {
    const stuck = (Object.keys(STOP_STEPS) as StopState[]).filter((state) =>
      isRefusal(afterStopStep(state, 'reopen')),
    );
    expect(stuck).toEqual(['PENDING']);
    expect(afterStopStep('DONE', 'reopen')).toBe('ARRIVED');
  });
});
