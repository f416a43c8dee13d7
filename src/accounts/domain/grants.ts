import type { Actor } from '../../platform/access/actor.js';

/**
 * What a household may let another party do for it. Selling includes seeing: who answers offers must know the lots.
 * SELL_FOR: report, offer lots, answer offers, stand at the scale. RECEIVE_PAYMENT: say that money came, or did not.
 */
export const POWERS = ['SELL_FOR', 'SEE_LOTS', 'RECEIVE_PAYMENT'] as const;
export type Power = (typeof POWERS)[number];

/** On what the household's word rests. MEMBERSHIP: it was a member before such words were kept. */
export type Consent = 'OWN_PHONE' | 'SPOKEN_CODE' | 'SIGNED_PAPER' | 'MEMBERSHIP';

// Whoever buys or carries from a household must not speak for it; its commune sells for it and takes no money.
const TRUSTED: readonly string[] = ['COOPERATIVE', 'HOUSEHOLD'];

export const mayBeTrusted = (kind: string, power: Power): boolean =>
  TRUSTED.includes(kind) || (kind === 'OFFICE' && power === 'SELL_FOR');

/** What a household may entrust to whoever sits at the counter: to its commune only selling, where officers act for it. */
export const mayBeEntrusted = (role: Actor['role'], power: Power): boolean =>
  role === 'COOP_CLERK' || (role === 'COMMUNE_OFFICER' && power === 'SELL_FOR');

/** A grower's own household; '' when she acts for none. */
export const ownHousehold = (actor: Actor): string =>
  actor.role === 'GROWER' ? (actor.partyId ?? '') : '';
