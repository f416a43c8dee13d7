import type { Actor } from '../../platform/access/actor.js';

/**
 * What a household may let another party do for it. Selling includes seeing: who answers offers must know the lots.
 * SELL_FOR: report, offer lots, answer offers, stand at the scale. RECEIVE_PAYMENT: say that money came, or did not.
 */
export const POWERS = ['SELL_FOR', 'SEE_LOTS', 'RECEIVE_PAYMENT'] as const;
export type Power = (typeof POWERS)[number];

/** What a household may ask for itself: that it is forgotten, that it is handed what is kept about it. */
const OWN_RIGHTS = ['FORGET', 'EXPORT'] as const;
export type OwnRight = (typeof OWN_RIGHTS)[number];

/** For what a household gives its word across the counter: to let somebody act, or for what is its own right. */
export type CounterWish = Power | OwnRight;

export const isOwnRight = (wish: CounterWish): wish is OwnRight =>
  (OWN_RIGHTS as readonly string[]).includes(wish);

/** On what the household's word rests. MEMBERSHIP: it was a member before such words were kept. */
export type Consent = 'OWN_PHONE' | 'SPOKEN_CODE' | 'SIGNED_PAPER' | 'MEMBERSHIP';

// Whoever buys or carries from a household must not speak for it; its commune sells for it and takes no money.
const TRUSTED: readonly string[] = ['COOPERATIVE', 'HOUSEHOLD'];

export const mayBeTrusted = (kind: string, power: Power): boolean =>
  TRUSTED.includes(kind) || (kind === 'OFFICE' && power === 'SELL_FOR');

/** What a household may say to whoever sits at the counter: to its commune no other power than selling, where officers act for it. */
export const mayBeEntrusted = (role: Actor['role'], wish: CounterWish): boolean =>
  role === 'COOP_CLERK' ||
  (role === 'COMMUNE_OFFICER' && (wish === 'SELL_FOR' || isOwnRight(wish)));

/** A grower's own household; '' when she acts for none. */
export const ownHousehold = (actor: Actor): string =>
  actor.role === 'GROWER' ? (actor.partyId ?? '') : '';
