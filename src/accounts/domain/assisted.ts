import type { Container } from '../../kernel/spoken/containers.js';

/** What others do in a household's name; the subject is the forecast, the lot, the offer, the ticket, the payable or the word about a container. */
export type AssistedKind =
  | 'HARVEST_REPORTED'
  | 'LOT_OFFERED'
  | 'OFFER_ACCEPTED'
  | 'OFFER_DECLINED'
  | 'WEIGHT_CONFIRMED'
  | 'MONEY_CONFIRMED'
  | 'CONTAINER_SET';

/** What the act was about, as far as its sentence needs it. */
export interface AssistedFacts {
  readonly cropCode?: string;
  readonly grams?: number;
  readonly day?: string;
  readonly vnd?: number;
  readonly number?: string;
  readonly container?: Container;
}

const HOUR_MS = 3_600_000;

/**
 * How long a household may undo what was done for it. An answered offer binds the buyer's plan, so its window is short;
 * a confirmed weight or payment is a document, which is disputed and not undone.
 */
const UNDO_HOURS: Readonly<Record<AssistedKind, number | null>> = {
  HARVEST_REPORTED: 24,
  LOT_OFFERED: 24,
  OFFER_ACCEPTED: 2,
  OFFER_DECLINED: null,
  WEIGHT_CONFIRMED: null,
  MONEY_CONFIRMED: null,
  CONTAINER_SET: 24,
};

export function undoUntil(kind: AssistedKind, doneAt: Date): Date | null {
  const hours = UNDO_HOURS[kind];
  return hours === null ? null : new Date(doneAt.getTime() + hours * HOUR_MS);
}

interface Undoable {
  readonly undoUntil: Date | null;
  readonly undoneAt: Date | null;
}

export const canUndo = ({ undoUntil: until, undoneAt }: Undoable, now: Date): boolean =>
  undoneAt === null && until !== null && now <= until;
