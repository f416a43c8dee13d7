import type { NoticeKind } from './notice-kinds.js';

/** Ways to a person outside the app, cheapest first: the order in which they are tried. */
export const CHANNELS = ['PUSH', 'ZALO', 'SMS'] as const;
export type Channel = (typeof CHANNELS)[number];

/** How a kind of message travels. The app's own list always has it; this is what comes on top. */
export interface Route {
  readonly channels: readonly Channel[];
  /** Minutes a channel has to be seen before the next one is tried. */
  readonly patienceMinutes: number;
  /** Also sent at night: somebody would stand at the road for nothing, or be stopped at a checkpoint. */
  readonly isUrgent: boolean;
  /** Asks for an answer that binds, or warns: it cannot be muted. */
  readonly isBinding: boolean;
}

const ORDINARY: Route = {
  channels: ['PUSH'],
  patienceMinutes: 0,
  isUrgent: false,
  isBinding: false,
};
const BY_ALL_MEANS: Route = { ...ORDINARY, channels: CHANNELS, patienceMinutes: 15 };
const QUESTION: Route = { ...BY_ALL_MEANS, patienceMinutes: 5, isBinding: true };
const URGENT: Route = { ...BY_ALL_MEANS, patienceMinutes: 5, isUrgent: true };

/** Somebody may be taking a number over: the first thing a thief would do is mute it. */
const ALARM: Route = { ...ORDINARY, isBinding: true };

/** The matrix of events (NO-01): kinds that are not here go to the app and the phone's own notifications. */
const ROUTES: Partial<Readonly<Record<NoticeKind, Route>>> = {
  ORDER_OFFERED: QUESTION,
  PRICE_OFFERED: QUESTION,
  PHONE_DEAL_TO_CONFIRM: QUESTION,
  BACKUP_ASKED: { ...BY_ALL_MEANS, patienceMinutes: 5 },
  INTENTION_ASKED: { ...BY_ALL_MEANS, patienceMinutes: 5 },
  BOX_ORDERED: BY_ALL_MEANS,
  ORDER_COMMITTED: BY_ALL_MEANS,
  ORDER_CANCELLED: BY_ALL_MEANS,
  DEAL_ENDED: BY_ALL_MEANS,
  ORDER_CHANGE_PROPOSED: QUESTION,
  TICKET_SUBMITTED: { ...BY_ALL_MEANS, isBinding: true },
  // The truck waits at the gate; a buyer of bulk orders has the app.
  TICKET_OVER: { ...ORDINARY, isUrgent: true, isBinding: true },
  PAYMENT_DECLARED: BY_ALL_MEANS,
  RUN_PLANNED: URGENT,
  RUN_CANCELLED: URGENT,
  PERMIT_REVOKED: URGENT,
  COMMUNE_CLOSED: URGENT,
  COMMUNE_OPENED: URGENT,
  LOT_CREATED_FOR_YOU: BY_ALL_MEANS,
  ACTED_FOR_YOU: BY_ALL_MEANS,
  FORECAST_REPORTED_FOR_YOU: BY_ALL_MEANS,
  // Whoever has no telephone that shows this app hears by text what was said in its name.
  GRANT_RECORDED: { ...BY_ALL_MEANS, isBinding: true },
  GRANT_RETURNED: BY_ALL_MEANS,
  ERASURE_RECORDED: { ...BY_ALL_MEANS, isBinding: true },
  DATA_HANDED_OVER: { ...BY_ALL_MEANS, isBinding: true },
  CHANGE_HELD: ALARM,
  DEVICE_ADDED: ALARM,
  PIN_RESET: ALARM,
};

export const routeOf = (kind: NoticeKind): Route => ROUTES[kind] ?? ORDINARY;
