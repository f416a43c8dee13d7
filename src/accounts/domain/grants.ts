import type { Actor } from '../../platform/access/actor.js';

/**
 * What a household may let another party do for it. Selling includes seeing: who answers offers must know the lots.
 * SELL_FOR: report, offer lots, answer offers, stand at the scale. RECEIVE_PAYMENT: say that money came, or did not.
 */
export const POWERS = ['SELL_FOR', 'SEE_LOTS', 'RECEIVE_PAYMENT'] as const;
export type Power = (typeof POWERS)[number];

/** On what the household's word rests. MEMBERSHIP: it was a member before such words were kept. */
export type Consent = 'OWN_PHONE' | 'SPOKEN_CODE' | 'SIGNED_PAPER' | 'MEMBERSHIP';

// Whoever buys or carries from a household must not speak for it.
const TRUSTED: readonly string[] = ['COOPERATIVE', 'HOUSEHOLD'];

export const mayBeTrusted = (kind: string): boolean => TRUSTED.includes(kind);

/** A grower's own household; '' when she acts for none. */
export const ownHousehold = (actor: Actor): string =>
  actor.role === 'GROWER' ? (actor.partyId ?? '') : '';
