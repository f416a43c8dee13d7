import {
  PERMIT_STEPS,
  type PermitState,
  type PermitStep,
  afterStep,
  stateAt,
} from './permit.state.js';

const STATES = Object.keys(PERMIT_STEPS) as PermitState[];
const STEPS = [
  ...new Set(STATES.flatMap((state) => Object.keys(PERMIT_STEPS[state]))),
] as PermitStep[];

describe('the life of a permit', () => {
  it.each(STATES)('from %s only the steps of the table are taken', (state) => {
    const table: Partial<Record<string, PermitState>> = PERMIT_STEPS[state];
    for (const step of STEPS) {
      const refusal = { refused: 'PERMIT_STEP_NOT_ALLOWED', facts: { state, step } };
      expect(afterStep(state, step)).toEqual(table[step] ?? refusal);
    }
  });

  it('can go back and forth between applicant and reviewer before it is issued', () => {
    const way: PermitStep[] = ['submit', 'askForMore', 'submit', 'askForMore', 'submit', 'issue'];
    const end = way.reduce<PermitState>((state, step) => {
      const next = afterStep(state, step);
      if (typeof next !== 'string') throw new TypeError(next.refused);
      return next;
    }, 'DRAFT');
    expect(end).toBe('ISSUED');
  });

  it('leaves no state behind that cannot be reached', () => {
    const reached = new Set<PermitState>(['DRAFT']);
    for (const state of reached) {
      for (const next of Object.values<PermitState>(PERMIT_STEPS[state])) reached.add(next);
    }
    expect([...reached].toSorted()).toEqual(STATES.toSorted());
  });

  it('expires by the clock, and only when it was issued', () => {
    const validTo = new Date('2026-08-05T12:00:00Z');
    const before = new Date('2026-08-05T11:59:59Z');
    expect(stateAt({ state: 'ISSUED', validTo }, before)).toBe('ISSUED');
    expect(stateAt({ state: 'ISSUED', validTo }, validTo)).toBe('EXPIRED');
    expect(stateAt({ state: 'REVOKED', validTo }, validTo)).toBe('REVOKED');
  });
});
