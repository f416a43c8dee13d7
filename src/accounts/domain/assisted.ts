import type { Container } from '../../kernel/spoken/containers.js';
import type { Role } from '../../platform/access/actor.js';
import type { Power } from './grants.js';

/**
 * What others do in a household's name. The subject is what the act was done to: the forecast, lot, claim, plan, offer, talk,
 * deal, ticket, payable, sale or word about a container; of a change to a deal, the deal.
 */
export type AssistedKind =
  | 'HARVEST_REPORTED'
  | 'CONTAINER_SET'
  | 'PLAN_SAVED'
  | 'FIELD_EVENT_REPORTED'
  | 'LOT_OFFERED'
  | 'LOT_CHANGED'
  | 'LOT_PUBLISHED'
  | 'LOT_PAUSED'
  | 'LOT_RESTRICTED'
  | 'LOT_WITHDRAWN'
  | 'LOTS_MERGED'
  | 'SELLING_PAUSED'
  | 'SELLING_RESUMED'
  | 'CLAIM_DECLARED'
  | 'CLAIM_WITHDRAWN'
  | 'OFFER_ACCEPTED'
  | 'OFFER_DECLINED'
  | 'BACKUP_ACCEPTED'
  | 'BACKUP_DECLINED'
  | 'PRICE_OFFERED'
  | 'PRICE_COUNTERED'
  | 'PRICE_ACCEPTED'
  | 'PRICE_REJECTED'
  | 'PRICE_WITHDRAWN'
  | 'CHANGE_PROPOSED'
  | 'CHANGE_AGREED'
  | 'CHANGE_REFUSED'
  | 'CHANGE_WITHDRAWN'
  | 'DEAL_CANCELLED'
  | 'BREACH_REPORTED'
  | 'BREACH_ANSWERED'
  | 'BOX_SALE_OPENED'
  | 'BOX_SALE_CLOSED'
  | 'WEIGHT_CONFIRMED'
  | 'DEPOSIT_CONFIRMED'
  | 'MONEY_CONFIRMED'
  | 'PAYMENT_CONTESTED';

/** What the act was about, as far as its sentence needs it. */
export interface AssistedFacts {
  readonly cropCode?: string;
  readonly grams?: number;
  readonly day?: string;
  readonly vnd?: number;
  readonly number?: string;
  /** Last day of a span that begins with `day`. */
  readonly untilDay?: string;
  readonly container?: Container;
  /** Of what was expected. */
  readonly lossPercent?: number;
}

// What an officer keeps of every household of her territory without being asked: statistics, which bind nobody.
const NUMBERS: ReadonlySet<AssistedKind> = new Set([
  'HARVEST_REPORTED',
  'CONTAINER_SET',
  'PLAN_SAVED',
  'FIELD_EVENT_REPORTED',
]);
const MONEY: ReadonlySet<AssistedKind> = new Set([
  'DEPOSIT_CONFIRMED',
  'MONEY_CONFIRMED',
  'PAYMENT_CONTESTED',
]);

/** On which word of the household an act rests that somebody in this role does in its name; null: on none. */
export function powerFor(kind: AssistedKind, role: Role): Power | null {
  if (role === 'COMMUNE_OFFICER' && NUMBERS.has(kind)) return null;
  // A sale belongs to whoever opened it, who may stop taking orders whatever became of the word.
  if (kind === 'BOX_SALE_CLOSED') return null;
  return MONEY.has(kind) ? 'RECEIVE_PAYMENT' : 'SELL_FOR';
}

const HOUR_MS = 3_600_000;

/**
 * How long a household may undo what was done for it. What the other side plans on (an answer, a price, a change not yet
 * agreed) has a short window, and none once both have agreed; a confirmed weight or payment is a document, which is disputed
 * and not undone; a no can be said again only by who asked.
 */
const UNDO_HOURS: Readonly<Record<AssistedKind, number | null>> = {
  HARVEST_REPORTED: 24,
  CONTAINER_SET: 24,
  PLAN_SAVED: 24,
  FIELD_EVENT_REPORTED: 24,
  LOT_OFFERED: 24,
  LOT_CHANGED: 24,
  LOT_PUBLISHED: 24,
  LOT_PAUSED: 24,
  LOT_RESTRICTED: 24,
  LOT_WITHDRAWN: 24,
  LOTS_MERGED: 24,
  SELLING_PAUSED: 24,
  SELLING_RESUMED: 24,
  CLAIM_DECLARED: 24,
  CLAIM_WITHDRAWN: 24,
  OFFER_ACCEPTED: 2,
  OFFER_DECLINED: null,
  BACKUP_ACCEPTED: 2,
  BACKUP_DECLINED: null,
  PRICE_OFFERED: 2,
  PRICE_COUNTERED: 2,
  PRICE_ACCEPTED: null,
  PRICE_REJECTED: null,
  PRICE_WITHDRAWN: null,
  CHANGE_PROPOSED: 2,
  CHANGE_AGREED: null,
  CHANGE_REFUSED: null,
  CHANGE_WITHDRAWN: null,
  DEAL_CANCELLED: null,
  BREACH_REPORTED: null,
  BREACH_ANSWERED: null,
  BOX_SALE_OPENED: 24,
  BOX_SALE_CLOSED: null,
  WEIGHT_CONFIRMED: null,
  DEPOSIT_CONFIRMED: null,
  MONEY_CONFIRMED: null,
  PAYMENT_CONTESTED: null,
};

export function undoUntil(kind: AssistedKind, doneAt: Date): Date | null {
  const hours = UNDO_HOURS[kind];
  return hours === null ? null : new Date(doneAt.getTime() + hours * HOUR_MS);
}

/** Whether a household may ever undo what is done for it so. */
export const isUndoable = (kind: AssistedKind): boolean => UNDO_HOURS[kind] !== null;

interface Undoable {
  readonly undoUntil: Date | null;
  readonly undoneAt: Date | null;
}

export const canUndo = ({ undoUntil: until, undoneAt }: Undoable, now: Date): boolean =>
  undoneAt === null && until !== null && now <= until;
