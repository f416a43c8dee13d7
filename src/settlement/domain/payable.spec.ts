import { day } from '../../kernel/day.js';
import { dueDay, isOverdue } from './due-day.js';
import { afterStep, PAYABLE_STEPS, type PayableState } from './payable.state.js';

describe('when a sum is due', () => {
  it('PA-06 counts the days from the confirmed ticket, by the day in Việt Nam', () => {
    const lateEvening = new Date('2021-08-21T23:30:00+07:00');
    expect(dueDay(lateEvening, 7)).toBe('2021-08-28');
    expect(dueDay(lateEvening, 0)).toBe('2021-08-21');
    expect(dueDay(new Date('2021-08-22T00:10:00+07:00'), 10)).toBe('2021-09-01');
  });

  it('PA-10 is overdue from the day after', () => {
    const dueOn = day('2021-08-28');
    expect(isOverdue('DUE', dueOn, day('2021-08-28'))).toBe(false);
    expect(isOverdue('DUE', dueOn, day('2021-08-29'))).toBe(true);
  });

  it('PA-11 does not run late while it is contested, said to be paid, or confirmed', () => {
    const late = (['DECLARED_PAID', 'CONTESTED', 'CONFIRMED'] as const).map((state) =>
      isOverdue(state, day('2021-08-28'), day('2021-09-28')),
    );
    expect(late).toEqual([false, false, false]);
  });
});

describe('the life of a sum owed', () => {
  it('PA-09 is confirmed only after the payer declared it, and only by a confirm', () => {
    expect(afterStep('DUE', 'declare')).toBe('DECLARED_PAID');
    expect(afterStep('DECLARED_PAID', 'confirm')).toBe('CONFIRMED');
    expect(afterStep('DUE', 'confirm')).toMatchObject({ refused: 'PAYABLE_STEP_NOT_ALLOWED' });
  });

  it('PA-15 a transfer that bounced is due again', () => {
    expect(afterStep('DECLARED_PAID', 'bounce')).toBe('DUE');
  });

  it('PA-11 a contest ends in a new payment, a yes, or the sum being due again', () => {
    expect(afterStep('DECLARED_PAID', 'contest')).toBe('CONTESTED');
    expect(Object.values(PAYABLE_STEPS.CONTESTED)).toEqual(['DECLARED_PAID', 'CONFIRMED', 'DUE']);
  });

  it('PA-02 nothing leaves CONFIRMED', () => {
    const open = (Object.keys(PAYABLE_STEPS) as PayableState[]).filter(
      (state) => Object.keys(PAYABLE_STEPS[state]).length > 0,
    );
    expect(open).toEqual(['DUE', 'DECLARED_PAID', 'CONTESTED']);
  });
});
