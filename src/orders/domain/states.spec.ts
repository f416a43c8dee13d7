import { lineStateAt, afterLineStep, LINE_STEPS } from './allocation-line.state.js';
import { afterStep, ORDER_STEPS } from './order.state.js';

describe('the life of an order', () => {
  it('OR-01 goes from draft to completed step by step', () => {
    const steps = [
      'publish',
      'allocate',
      'commit',
      'collect',
      'weigh',
      'settle',
      'complete',
    ] as const;
    let state: keyof typeof ORDER_STEPS = 'DRAFT';
    for (const step of steps) state = afterStep(state, step) as keyof typeof ORDER_STEPS;
    expect(state).toBe('COMPLETED');
  });

  it('OR-06 is cancelled until it is weighed, and not after', () => {
    const cancellable = Object.keys(ORDER_STEPS).filter(
      (state) => afterStep(state as keyof typeof ORDER_STEPS, 'cancel') === 'CANCELLED',
    );
    expect(cancellable).toEqual(['DRAFT', 'SOURCING', 'ALLOCATED', 'COMMITTED', 'IN_PICKUP']);
    expect(afterStep('WEIGHED', 'cancel')).toEqual({
      refused: 'ORDER_STEP_NOT_ALLOWED',
      facts: { state: 'WEIGHED', step: 'cancel' },
    });
  });

  it('AL-09 goes back to sourcing when an answer falls away before the commit', () => {
    expect(afterStep('ALLOCATED', 'refill')).toBe('SOURCING');
    expect(afterStep('COMMITTED', 'refill')).toMatchObject({ refused: 'ORDER_STEP_NOT_ALLOWED' });
  });
});

describe('the life of an allocation line', () => {
  it('AL-08 is answered once', () => {
    expect(afterLineStep('OFFERED', 'accept')).toBe('ACCEPTED');
    for (const state of Object.keys(LINE_STEPS).filter((one) => one !== 'OFFERED')) {
      expect(afterLineStep(state as keyof typeof LINE_STEPS, 'accept')).toMatchObject({
        refused: 'LINE_STEP_NOT_ALLOWED',
      });
    }
  });

  it('NG-04 an offer is expired from its minute on, whether or not the sweep has run', () => {
    const expiresAt = new Date('2021-08-21T05:30:00+07:00');
    const line = { state: 'OFFERED', expiresAt } as const;
    expect(lineStateAt(line, new Date('2021-08-21T05:29:59+07:00'))).toBe('OFFERED');
    expect(lineStateAt(line, expiresAt)).toBe('EXPIRED');
    expect(lineStateAt({ state: 'ACCEPTED', expiresAt }, expiresAt)).toBe('ACCEPTED');
  });
});
