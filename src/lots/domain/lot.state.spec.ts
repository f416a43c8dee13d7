import { afterStep, LOT_STATES, type LotState, type LotStep } from './lot.state.js';

describe('the life of a lot', () => {
  it.each<[LotState, LotStep, LotState]>([
    ['DRAFT', 'publish', 'PUBLISHED'],
    ['PUBLISHED', 'pause', 'PAUSED'],
    ['PAUSED', 'resume', 'PUBLISHED'],
    ['DRAFT', 'close', 'CLOSED'],
    ['PUBLISHED', 'close', 'CLOSED'],
    ['PAUSED', 'close', 'CLOSED'],
  ])('goes from %s by %s to %s', (from, step, to) => {
    expect(afterStep(from, step)).toBe(to);
  });

  it('has exactly these six steps', () => {
    const steps: LotStep[] = ['publish', 'pause', 'resume', 'close'];
    const allowed = LOT_STATES.flatMap((state) =>
      steps.filter((step) => typeof afterStep(state, step) === 'string'),
    );
    expect(allowed).toHaveLength(6);
    expect(afterStep('CLOSED', 'publish')).toEqual({
      refused: 'LOT_STEP_NOT_ALLOWED',
      facts: { state: 'CLOSED', step: 'publish' },
    });
  });
});
