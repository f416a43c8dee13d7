import { refuse, type Refusal } from '../../kernel/refusal.js';

/** When gathering ends, and what the buyer chose beforehand for the case that too little is there by then (OR-02). */
export interface CutOff {
  readonly until: Date;
  /** Gathers on once, until here; null gives the order up. */
  readonly extendUntil: Date | null;
}

export type AtCutOff = 'COMMIT' | 'EXTEND' | 'EXPIRE';

/** What becomes of an order whose gathering has ended. An order that was extended has no longer a later hour. */
export function atCutOff(
  { until, extendUntil }: CutOff,
  gathered: { readonly acceptedGrams: number; readonly minGrams: number },
): AtCutOff {
  if (gathered.acceptedGrams > 0 && gathered.acceptedGrams >= gathered.minGrams) return 'COMMIT';
  return extendUntil !== null && extendUntil > until ? 'EXTEND' : 'EXPIRE';
}

/** The last minute in which a household may still say yes. */
export const gatheringEnds = (order: {
  readonly readyTo: Date;
  readonly cutOff: CutOff | null;
}): Date => order.cutOff?.extendUntil ?? order.cutOff?.until ?? order.readyTo;

/** A truck that is on its way does not wait for answers: gathering ends by the hour of pick-up. */
export function impossibleCutOff(
  cutOff: CutOff | null,
  readyFrom: Date,
  now: Date,
): Refusal<'CUT_OFF_IMPLAUSIBLE'> | undefined {
  if (cutOff === null) return;
  const { until, extendUntil } = cutOff;
  const refused = (field: string) =>
    refuse('CUT_OFF_IMPLAUSIBLE', { latest: readyFrom.toISOString() }, `cutOff.${field}`);
  if (until <= now || until > readyFrom) return refused('until');
  if (extendUntil !== null && (extendUntil <= until || extendUntil > readyFrom))
    return refused('extendUntil');
}
