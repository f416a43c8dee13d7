import { isRefusal } from '../../kernel/refusal.js';
import { type StopLog, arrived, ended } from './stop-acts.js';

const at = (clock: string) => new Date(`2026-08-26T${clock}:00+07:00`);
const PENDING: StopLog = {
  state: 'PENDING',
  arrivedAt: null,
  arrivedHeardAt: null,
  doneAt: null,
  doneHeardAt: null,
  issue: null,
};
const DONE = { outcome: 'DONE', issue: null, at: at('06:20') } as const;
const HEARD = at('11:00');

function end(stop: StopLog, act: Parameters<typeof ended>[1] = DONE): StopLog {
  const after = ended(stop, act, HEARD);
  if (isRefusal(after)) throw new Error(after.refused);
  return after;
}

describe('PU-14 acts of a driver without signal', () => {
  it('come to the same in either order', () => {
    const inOrder = end(arrived(PENDING, at('06:00'), HEARD));
    const turned = arrived(end(PENDING), at('06:00'), HEARD);
    expect(inOrder).toEqual({
      state: 'DONE',
      arrivedAt: at('06:00'),
      arrivedHeardAt: HEARD,
      doneAt: at('06:20'),
      doneHeardAt: HEARD,
      issue: null,
    });
    expect(turned).toEqual(inOrder);
  });

  it('told again change nothing', () => {
    const once = end(arrived(PENDING, at('06:00'), HEARD));
    expect(arrived(once, at('06:00'), at('12:00'))).toEqual(once);
    expect(ended(once, DONE, at('12:00'))).toBe(once);
  });

  it('do not let a stop end two ways', () => {
    expect(
      ended(end(PENDING), { ...DONE, outcome: 'FAILED', issue: 'không có hàng' }, HEARD),
    ).toEqual({
      refused: 'STOP_STEP_NOT_ALLOWED',
      facts: { state: 'DONE', step: 'fail' },
    });
  });

  it('never have her leave before she came', () => {
    expect(end(arrived(PENDING, at('06:30'), HEARD)).arrivedAt).toEqual(at('06:20'));
    expect(arrived(end(PENDING), at('07:00'), HEARD).arrivedAt).toEqual(at('06:20'));
  });

  it('PU-10 keep the driver’s word for what went wrong', () => {
    const issue = 'hộ mới hái được một nửa';
    expect(end(PENDING, { ...DONE, outcome: 'PARTIAL', issue })).toMatchObject({
      state: 'PARTIAL',
      issue,
    });
  });
});
