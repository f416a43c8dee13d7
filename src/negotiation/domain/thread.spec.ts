import { cannotAnswer, cannotWithdraw, threadStateAt, turnOf, type Turns } from './thread.js';

const at = (clock: string): Date => new Date(`2026-08-25T${clock}:00+07:00`);
const thread = (changed: Partial<Turns> = {}): Turns => ({
  state: 'OPEN',
  liveSeq: 2,
  liveSide: 'SELLER',
  expiresAt: at('10:00'),
  ...changed,
});
const early = at('09:59');
const late = at('10:00');

describe('whose turn it is', () => {
  it('is of the side that did not speak last, until time or an answer ends it', () => {
    expect(turnOf(thread(), early)).toBe('BUYER');
    expect(turnOf(thread({ liveSide: 'BUYER' }), early)).toBe('SELLER');
    expect(turnOf(thread(), late)).toBeNull();
    expect(turnOf(thread({ state: 'ACCEPTED' }), early)).toBeNull();
  });

  it('is told apart: first offer, countered, over', () => {
    expect(threadStateAt(thread({ liveSeq: 1 }), early)).toBe('OPEN');
    expect(threadStateAt(thread(), early)).toBe('COUNTERED');
    expect(threadStateAt(thread(), late)).toBe('EXPIRED');
    expect(threadStateAt(thread({ state: 'REJECTED' }), late)).toBe('REJECTED');
  });

  it('NG-03: only the side that was asked, about the newest offer', () => {
    expect(cannotAnswer(thread(), 'BUYER', 2, early)).toBeUndefined();
    expect(cannotAnswer(thread(), 'SELLER', 2, early)?.refused).toBe('NEGOTIATION_NOT_YOUR_TURN');
    expect(cannotAnswer(thread(), 'BUYER', 1, early)?.refused).toBe('NEGOTIATION_SUPERSEDED');
  });

  it('NG-04: the second it ends is too late, whatever a sweep did', () => {
    expect(cannotAnswer(thread(), 'BUYER', 2, late)?.refused).toBe('NEGOTIATION_EXPIRED');
    expect(cannotAnswer(thread({ state: 'EXPIRED' }), 'BUYER', 2, early)?.refused).toBe(
      'NEGOTIATION_EXPIRED',
    );
    expect(cannotAnswer(thread({ state: 'WITHDRAWN' }), 'BUYER', 2, early)?.refused).toBe(
      'NEGOTIATION_CLOSED',
    );
  });

  it('only whoever made the live offer takes it back', () => {
    expect(cannotWithdraw(thread(), 'SELLER', 2, early)).toBeUndefined();
    expect(cannotWithdraw(thread(), 'BUYER', 2, early)?.refused).toBe('NEGOTIATION_NOT_YOUR_TURN');
    expect(cannotWithdraw(thread(), 'SELLER', 1, early)?.refused).toBe('NEGOTIATION_SUPERSEDED');
  });
});
