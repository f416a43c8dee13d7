import type { NoticeKind } from './notice-kinds.js';
import { routeOf } from './route.js';

/** What a person can mute: kinds of messages as people think of them. */
export const TOPICS = ['ORDERS', 'LOTS', 'TICKETS', 'MONEY', 'RUNS', 'PERMITS', 'OTHER'] as const;
export type Topic = (typeof TOPICS)[number];

const BY_FIRST_WORD: Readonly<Record<string, Topic>> = {
  ORDER: 'ORDERS',
  OFFER: 'ORDERS',
  PRICE: 'ORDERS',
  PHONE: 'ORDERS',
  BOX: 'ORDERS',
  LOT: 'LOTS',
  FORECAST: 'LOTS',
  TICKET: 'TICKETS',
  PAYMENT: 'MONEY',
  RUN: 'RUNS',
  PERMIT: 'PERMITS',
};

const topicOf = (kind: NoticeKind): Topic => BY_FIRST_WORD[kind.split('_')[0] ?? ''] ?? 'OTHER';

/** A question that binds is asked, and a warning given, whatever is muted; the app's own list has every message. */
export const isMuted = (kind: NoticeKind, muted: readonly string[]): boolean =>
  !routeOf(kind).isBinding && muted.includes(topicOf(kind));
