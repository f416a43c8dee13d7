import { verdictOf } from './queue.js';

describe('what a mutation answered', () => {
  it('AP-02 is a refusal when it says code, message and next step', () => {
    const refusal = { code: 'HOLD_EXPIRED', message: 'Đã hết hạn.', nextStep: 'Đặt lại.' };
    expect(verdictOf({ acceptOffer: { __typename: 'Refused', ...refusal } })).toEqual({
      kind: 'refused',
      refusal,
    });
  });

  it('is done for every other answer, with the version it made', () => {
    expect(verdictOf({ reviseLot: { __typename: 'Lot', version: 5 } })).toEqual({
      kind: 'done',
      version: 5,
    });
    expect(verdictOf({ markRead: true })).toEqual({ kind: 'done', version: null });
    expect(verdictOf({ markRead: null })).toEqual({ kind: 'done', version: null });
  });
});
